namespace Grpc.Core;

/// <summary>The rich status of an exception.</summary>
public static class RpcExceptionExtensions
{
    /// <summary>The google.rpc.Status the server sent, or null.</summary>
    /// <param name="ex">A failed call.</param>
    /// <param name="ignoreParseError">Whether a damaged status is null instead of an exception.</param>
    public static Google.Rpc.Status? GetRpcStatus(this RpcException ex, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(ex);
        return ex.Trailers.GetRpcStatus(ignoreParseError);
    }
}
