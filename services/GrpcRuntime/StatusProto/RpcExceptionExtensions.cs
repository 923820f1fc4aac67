namespace Grpc.Core;

/// <summary>The rich status of an exception.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The google.rpc.Status the server sent, or null.</summary>
    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">What it sent is none.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus();
    }
}
