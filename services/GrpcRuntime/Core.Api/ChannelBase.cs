namespace Grpc.Core;

/// <summary>A connection to one service address, from which clients are made.</summary>
public abstract class ChannelBase
{
    protected ChannelBase(string target) => Target = target ?? throw new ArgumentNullException(nameof(target));

    public string Target { get; }

    public abstract CallInvoker CreateCallInvoker();

    public override string ToString() => Target;
}
