using Google.Protobuf;

namespace Grpc.Core;

/// <summary>A rich status as an exception.</summary>
public static class RpcStatusExtensions
{
    /// <summary>An exception whose trailers carry the status with its details. The code has to be a gRPC status code other than OK.</summary>
    public static RpcException ToRpcException(this Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status.ToRpcException((StatusCode)status.Code, status.Message);
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
