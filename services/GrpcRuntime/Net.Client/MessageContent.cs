using System.Net;
using System.Net.Http.Headers;
using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Net.Client;

/// <summary>A request of one message.</summary>
internal sealed class MessageContent<TRequest> : HttpContent where TRequest : class
{
    internal static readonly MediaTypeHeaderValue GrpcContentType = new(HeaderNames.ContentType);

    private readonly TRequest _message;
    private readonly Marshaller<TRequest> _marshaller;
    private readonly int? _limit;
    private readonly ICompressionProvider? _compression;
    private readonly WriteOptions? _options;

    public MessageContent(TRequest message, Marshaller<TRequest> marshaller, int? limit, ICompressionProvider? compression, WriteOptions? options)
    {
        _message = message;
        _marshaller = marshaller;
        _limit = limit;
        _compression = compression;
        _options = options;
        Headers.ContentType = GrpcContentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writer = new MessageWriter(_limit, _compression, level: null);
        try
        {
            var compress = (_options?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
            await stream.WriteAsync(writer.Write(_message, _marshaller.ContextualSerializer, compress), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            writer.Release();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }
}
