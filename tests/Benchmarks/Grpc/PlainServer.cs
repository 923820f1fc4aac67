using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>
/// Kestrel without a gRPC runtime: sends the bytes of the measured responses from memory, plainly or as the gRPC method would
/// with its headers and trailers.
/// </summary>
internal sealed class PlainServer(WebApplication application) : IAsyncDisposable
{
    private static readonly SimpleResponse Response = new() { Payload = Frames.NewPayload() };
    public static readonly byte[] ResponseFrame = Frames.Of(Response);
    private static readonly byte[] Stream = [.. Enumerable.Repeat(ResponseFrame, EchoClient.StreamLength).SelectMany(frame => frame)];

    public string Address { get; } = application.Urls.Single();

    public static async Task<PlainServer> StartAsync()
    {
        var application = RuntimeServer.NewApplication(_ => { });
        application.MapPost("/unary", http => AnswerAsync(http, WriteUnaryAsync));
        application.MapPost("/stream", http => AnswerAsync(http, WriteMessagesAsync));
        application.MapPost("/bulk", http => AnswerAsync(http, WriteBulkAsync));
        application.MapPost(Frames.Unary, http => AnswerAsGrpcAsync(http, WriteUnaryAsync));
        application.MapPost(Frames.Stream, http => AnswerAsGrpcAsync(http, WriteMessagesAsync));
        application.MapPost("/messages", AnswerMessageAsync);
        await application.StartAsync();
        return new PlainServer(application);
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task WriteUnaryAsync(HttpContext http) => await http.Response.BodyWriter.WriteAsync(ResponseFrame);

    private static async Task WriteMessagesAsync(HttpContext http)
    {
        for (var i = 0; i < EchoClient.StreamLength; i++) await http.Response.BodyWriter.WriteAsync(ResponseFrame);
    }

    private static async Task WriteBulkAsync(HttpContext http) => await http.Response.BodyWriter.WriteAsync(Stream);

    private static async Task AnswerAsync(HttpContext http, Func<HttpContext, Task> write)
    {
        await ReadRequestAsync(http);
        http.Response.ContentType = "application/octet-stream";
        await write(http);
    }

    private static async Task AnswerAsGrpcAsync(HttpContext http, Func<HttpContext, Task> write)
    {
        await ReadRequestAsync(http);
        http.Response.ContentType = "application/grpc";
        await write(http);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    /// <summary>The unary call with its messages read and written by protobuf, and nothing else of a runtime.</summary>
    private static async Task AnswerMessageAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        var request = SimpleRequest.Parser.ParseFrom(read.Buffer.Slice(5));
        reader.AdvanceTo(read.Buffer.End);
        if (request.ResponseSize != EchoClient.Size) throw new InvalidOperationException("The request is not what was asked for.");
        http.Response.ContentType = "application/grpc";
        Frames.Write(Response, http.Response.BodyWriter);
        http.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task ReadRequestAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync();
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }
}
