using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>What a failure of the transport means for a call.</summary>
internal static class TransportStatus
{
    public static Status Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is RpcException rpc) return rpc.Status;
            if (cause is HttpProtocolException protocol)
            {
                return IsStreamReset(protocol)
                    ? new Status(Map(protocol.ErrorCode), $"The stream was reset: {protocol.Message}", failure)
                    : new Status(StatusCode.Unavailable, $"The connection was lost: {protocol.Message}", failure);
            }
        }

        return failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError } =>
                new Status(StatusCode.Internal, $"The server does not speak HTTP/2: {failure.Message}", failure),
            HttpRequestException or IOException =>
                new Status(StatusCode.Unavailable, $"Error connecting or talking to the server: {failure.Message}", failure),
            _ => new Status(StatusCode.Internal, $"The call failed: {failure.GetType().Name}: {failure.Message}", failure),
        };
    }

    // The runtime tells a stream's reset from the end of the whole connection by its words alone.
    private static bool IsStreamReset(HttpProtocolException failure) =>
        failure.Message.Contains("reset the stream", StringComparison.Ordinal);

    // The protocol's table of HTTP/2 error codes.
    private static StatusCode Map(long error) => error switch
    {
        0x7 => StatusCode.Unavailable, // REFUSED_STREAM
        0x8 => StatusCode.Cancelled, // CANCEL
        0xb => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
        0xc => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
        _ => StatusCode.Internal,
    };
}
