using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>Ends a call with a status from inside the runtime.</summary>
internal static class Failure
{
    public static RpcException Of(StatusCode code, string detail, Exception? cause = null) => new(new Status(code, detail, cause));
}
