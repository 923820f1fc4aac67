using System.Net;
using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;

namespace Grpc.Net.Client;

/// <summary>A request of one message.</summary>
internal static class MessageContent
{
    // Well below the 65,535 bytes that a server has to take without reading them.
    private const int LongestShort = 32 * 1024;

    private static readonly MediaTypeHeaderValue GrpcContentType = new(HeaderNames.ContentType);

    /// <param name="frame">The message as it goes out.</param>
    /// <param name="writer">Whose frame it is; released when the content is sent.</param>
    public static HttpContent Of(ReadOnlyMemory<byte> frame, MessageWriter writer)
    {
        HttpContent content = frame.Length <= LongestShort ? new Short(frame, writer) : new Long(frame, writer);
        content.Headers.ContentType = GrpcContentType;
        return content;
    }

    /// <summary>
    /// HttpClient waits until a content like this one is sent before it looks at the response, which costs less, and does no harm
    /// when no server can refuse to take the bytes.
    /// </summary>
    private sealed class Short(ReadOnlyMemory<byte> frame, MessageWriter writer) : ByteArrayContent([])
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            SendAsync(frame, writer, stream, cancellationToken);

        protected override bool TryComputeLength(out long length) => HasNoLength(out length);
    }

    /// <summary>Sent while the response is waited for: a server may end the call before it has read all.</summary>
    private sealed class Long(ReadOnlyMemory<byte> frame, MessageWriter writer) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
            SendAsync(frame, writer, stream, cancellationToken);

        protected override bool TryComputeLength(out long length) => HasNoLength(out length);
    }

    private static async Task SendAsync(
        ReadOnlyMemory<byte> frame, MessageWriter writer, Stream stream, CancellationToken cancellationToken)
    {
        try { await stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false); }
        finally { writer.Release(); }
    }

    // No content-length: gRPC says where a message ends.
    private static bool HasNoLength(out long length)
    {
        length = -1;
        return false;
    }
}
