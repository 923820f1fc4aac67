using System.Net;
using Filingwire.GrpcRuntime.Wire;

namespace Grpc.Net.Client;

/// <summary>A request of a stream of messages, written while the request is under way.</summary>
internal sealed class MessageStreamContent : HttpContent
{
    private readonly Func<Stream, Task> _writeTo;

    public MessageStreamContent(Func<Stream, Task> writeTo)
    {
        _writeTo = writeTo;
        Headers.TryAddWithoutValidation("Content-Type", HeaderNames.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _writeTo(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }
}
