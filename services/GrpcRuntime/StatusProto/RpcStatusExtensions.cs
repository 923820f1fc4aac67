namespace Grpc.Core;

/// <summary>A rich status as an exception.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception whose trailers carry the status with its details. A code that gRPC does not know is UNKNOWN outside.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var code = Enum.IsDefined((StatusCode)status.Code) ? (StatusCode)status.Code : StatusCode.Unknown;
        return status.ToRpcException(code, status.Message);
    }

    /// <summary>The same with another code and message on the outside.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status, StatusCode statusCode, string message)
    {
        ArgumentNullException.ThrowIfNull(status);
        var trailers = new Metadata();
        trailers.SetRpcStatus(status);
        return new RpcException(new Status(statusCode, message), trailers);
    }
}
