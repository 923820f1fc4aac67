using System.Net;
using Google.Protobuf;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>Plain HTTP/2 posts of the same number of bytes, on the same Kestrel and HttpClient: what a gRPC runtime cannot beat.</summary>
internal sealed class CeilingServer : IAsyncDisposable
{
    private static readonly byte[] RequestFrame = FrameOf(new SimpleRequest { ResponseSize = EchoClient.Size, Payload = NewPayload() });
    private static readonly byte[] ResponseFrame = FrameOf(new SimpleResponse { Payload = NewPayload() });
    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { EnableMultipleHttp2Connections = true, UseProxy = false, UseCookies = false });
    private readonly Uri _unary;
    private readonly Uri _stream;

    private CeilingServer(WebApplication application)
    {
        _application = application;
        _unary = new Uri(application.Urls.Single() + "/unary");
        _stream = new Uri(application.Urls.Single() + "/stream");
    }

    public static async Task<CeilingServer> StartAsync()
    {
        var application = RuntimeServer.NewApplication(_ => { });
        application.MapPost("/unary", async (HttpContext http) =>
        {
            await ReadAllAsync(http);
            http.Response.ContentType = "application/octet-stream";
            await http.Response.BodyWriter.WriteAsync(ResponseFrame);
        });
        application.MapPost("/stream", async (HttpContext http) =>
        {
            await ReadAllAsync(http);
            http.Response.ContentType = "application/octet-stream";
            // As many flushes as a stream of messages has.
            for (var i = 0; i < EchoClient.StreamLength; i++) await http.Response.BodyWriter.WriteAsync(ResponseFrame);
        });
        await application.StartAsync();
        return new CeilingServer(application);
    }

    public Task PostUnaryAsync() => PostAsync(_unary, ResponseFrame.Length);

    public Task ReadStreamAsync() => PostAsync(_stream, ResponseFrame.Length * EchoClient.StreamLength);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
    }

    private static Payload NewPayload() => new() { Body = ByteString.CopyFrom(new byte[EchoClient.Size]) };

    private static byte[] FrameOf(IMessage message) => [0, 0, 0, 0, 0, .. message.ToByteArray()];

    private static async Task ReadAllAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    private async Task PostAsync(Uri address, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new ByteArrayContent(RequestFrame),
        };
        using var response = await _http.SendAsync(request, CancellationToken.None);
        await using var body = await response.Content.ReadAsStreamAsync();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        var length = 0;
        while (await body.ReadAsync(buffer) is > 0 and var read) length += read;
        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        if (length != expected) throw new InvalidOperationException("The response is not what was asked for.");
    }
}
