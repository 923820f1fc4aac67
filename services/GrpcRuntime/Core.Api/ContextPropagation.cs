namespace Grpc.Core;

/// <summary>Not covered; a name in the signatures of <see cref="ServerCallContext"/>.</summary>
public class ContextPropagationOptions
{
    internal ContextPropagationOptions() { }
}

/// <summary>Not covered; a name in the signatures of <see cref="ServerCallContext"/>.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken() { }
}
