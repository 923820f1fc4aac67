using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>The parent of generated clients.</summary>
public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
{
    protected ClientBase() { }

    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration) { }

    public ClientBase(ChannelBase channel) : base(channel) { }

    public ClientBase(CallInvoker callInvoker) : base(callInvoker) { }

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}

/// <summary>The parent of generated clients, without their type.</summary>
[SuppressMessage("Design", "CA1012", Justification = "The official signatures.")]
public abstract class ClientBase
{
    private readonly CallInvoker? _callInvoker;

    /// <summary>For test doubles that override every method.</summary>
    protected ClientBase() { }

    protected ClientBase(ClientBaseConfiguration configuration) =>
        _callInvoker = (configuration ?? throw new ArgumentNullException(nameof(configuration))).Invoker;

    public ClientBase(ChannelBase channel) : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker()) { }

    public ClientBase(CallInvoker callInvoker) => _callInvoker = callInvoker ?? throw new ArgumentNullException(nameof(callInvoker));

    protected CallInvoker CallInvoker =>
        _callInvoker ?? throw new InvalidOperationException("A client made without a channel can only be used as a test double.");

    /// <summary>What a client hands to a copy of itself.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The official place.")]
    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker invoker) => Invoker = invoker;

        internal CallInvoker Invoker { get; }
    }
}
