using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Testing;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>HttpClient without a gRPC runtime: posts the bytes of the measured requests and counts those of the responses.</summary>
internal sealed class PlainClient(string address) : IDisposable
{
    private static readonly SimpleRequest Request = Frames.NewRequest();
    private static readonly byte[] UnaryFrame = Frames.Of(Request);
    private static readonly byte[] StreamFrame = Frames.Of(Frames.NewStreamRequest());
    private static readonly MediaTypeHeaderValue GrpcContentType = new("application/grpc");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false, UseCookies = false });
    private readonly Uri _unary = new(address + "/unary");
    private readonly Uri _stream = new(address + "/stream");
    private readonly Uri _bulk = new(address + "/bulk");
    private readonly Uri _messages = new(address + "/messages");
    private readonly Uri _grpcUnary = new(address + Frames.Unary);
    private readonly Uri _grpcStream = new(address + Frames.Stream);

    public Task UnaryAsync() => PostAsync(_unary, UnaryFrame, 1, asGrpc: false);

    public Task StreamAsync() => PostAsync(_stream, StreamFrame, EchoClient.StreamLength, asGrpc: false);

    public Task BulkAsync() => PostAsync(_bulk, StreamFrame, EchoClient.StreamLength, asGrpc: false);

    public Task GrpcUnaryAsync() => PostAsync(_grpcUnary, UnaryFrame, 1, asGrpc: true);

    public Task GrpcStreamAsync() => PostAsync(_grpcStream, StreamFrame, EchoClient.StreamLength, asGrpc: true);

    public async Task MessageAsync()
    {
        using var request = NewRequest(_messages, Frames.Of(Request), asGrpc: true);
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        var length = 0;
        while (await body.ReadAsync(buffer.AsMemory(length)) is > 0 and var read) length += read;
        var message = SimpleResponse.Parser.ParseFrom(buffer.AsSpan(5, length - 5));
        ArrayPool<byte>.Shared.Return(buffer);
        if (message.Payload.Body.Length != EchoClient.Size) throw new InvalidOperationException("The response is not what was asked for.");
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage NewRequest(Uri address, byte[] frame, bool asGrpc)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(frame),
        };
        if (!asGrpc) return request;
        request.Content.Headers.ContentType = GrpcContentType;
        request.Headers.TryAddWithoutValidation("te", "trailers");
        return request;
    }

    private async Task PostAsync(Uri address, byte[] frame, int messages, bool asGrpc)
    {
        using var request = NewRequest(address, frame, asGrpc);
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        var length = 0;
        while (await body.ReadAsync(buffer) is > 0 and var read) length += read;
        ArrayPool<byte>.Shared.Return(buffer);
        if (length != PlainServer.ResponseFrame.Length * messages || (asGrpc && !response.TrailingHeaders.NonValidated.Contains("grpc-status")))
            throw new InvalidOperationException("The response is not what was asked for.");
    }
}
