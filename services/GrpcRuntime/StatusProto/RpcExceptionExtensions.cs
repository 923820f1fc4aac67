namespace Grpc.Core;

/// <summary>The rich status of an exception.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The google.rpc.Status the server sent, or null.</summary>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}
