namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Options of call-context propagation.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call made outside any server call goes on without propagation instead of failing.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
