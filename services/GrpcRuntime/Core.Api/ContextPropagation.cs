namespace Grpc.Core;

/// <summary>What a call made on behalf of another takes over from it.</summary>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    public static readonly ContextPropagationOptions Default = new();

    public bool IsPropagateDeadline { get; } = propagateDeadline;

    public bool IsPropagateCancellation { get; } = propagateCancellation;
}

/// <summary>Carries a server call's deadline and cancellation into the calls made on its behalf.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken() { }

    internal abstract DateTime? Deadline { get; }

    internal abstract CancellationToken Cancellation { get; }
}
