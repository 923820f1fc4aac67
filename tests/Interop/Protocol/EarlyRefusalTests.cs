using System.Net;
using Filingwire.Interop.Cases;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Protocol;

/// <summary>Middleware in front of the endpoints decides on a call by its headers, before its messages are read or decompressed.</summary>
public sealed class EarlyRefusalTests
{
    private const string Token = "Bearer known";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Methods => ["Unary", "ServerStream", "ClientStream", "Duplex"];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Refusal_comes_though_no_byte_of_the_body_ever_does(string method)
    {
        await using var server = await StartAsync();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.Address}/{EchoService.Name}/{method}")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new SilentContent(),
        };
        using var response = await client.SendAsync(request, Stop).WaitAsync(Patience, Stop);
        Assert.Equal((HttpStatusCode.OK, "16"), (response.StatusCode, response.Headers.GetValues("grpc-status").Single()));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.Empty(response.TrailingHeaders);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Compressed_bomb_is_refused_for_its_token_and_not_for_its_size(string method)
    {
        await using var server = await StartAsync();
        var bomb = RawCall.Frame(RawCall.Gzip(new byte[16 * 1024 * 1024]), flag: 1);
        var refused = await RawCall.SendAsync(server, bomb, path: $"/{EchoService.Name}/{method}", headers: ("grpc-encoding", "gzip"));
        Assert.Equal(("16", true), refused.End);
        var admitted = await RawCall.SendAsync(
            server, bomb, path: $"/{EchoService.Name}/{method}", headers: [("grpc-encoding", "gzip"), ("authorization", Token)]);
        Assert.Equal("8", admitted.End.Status);
    }

    [Fact]
    public async Task Own_client_gets_the_refusal_with_its_details_on_every_kind_of_call()
    {
        await using var server = await StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.CreateCallInvoker();
        var large = new string('x', 16 * 1024 * 1024);
        using var collect = invoker.CollectEcho();
        using var duplex = invoker.DuplexEcho();
        Func<Task>[] calls =
        [
            () => invoker.UnaryEcho("x").ResponseAsync,
            () => invoker.UnaryEcho(large).ResponseAsync,
            () => invoker.StreamEcho(large).ResponseStream.MoveNext(),
            () => collect.ResponseAsync,
            () => duplex.ResponseStream.MoveNext(),
        ];
        foreach (var call in calls)
        {
            var thrown = await Assert.ThrowsAsync<RpcException>(call).WaitAsync(Patience, Stop);
            Assert.Equal((StatusCode.Unauthenticated, "Who are you?"), (thrown.StatusCode, thrown.Status.Detail));
            Assert.Equal("who", thrown.GetRpcStatus()?.Message);
        }
    }

    [Fact]
    public async Task Middleware_knows_the_method_and_lets_known_callers_through()
    {
        var seen = new List<string?>();
        await using var server = await StartAsync(
            http => seen.Add(http.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.FullName));
        Assert.Equal("0", (await RawCall.SendAsync(server, RawCall.Frame("x"), headers: ("authorization", Token))).End.Status);
        Assert.Equal("16", (await RawCall.SendAsync(server, RawCall.Frame("x"), path: "/test.Nothing/Unary")).End.Status);
        Assert.Equal(["/test.Echo/Unary", null], seen);
    }

    private static Task<TestServer> StartAsync(Action<HttpContext>? look = null) => TestServer.StartAsync(
        services => new EchoService().Register(services).AddGrpc(),
        application =>
        {
            application.Use((http, next) =>
            {
                look?.Invoke(http);
                return http.Request.Headers.Authorization == Token ? next(http) : Refuse(http.Response);
            });
            EchoService.Map(application);
        });

    private static Task Refuse(HttpResponse response)
    {
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = "16";
        response.Headers["grpc-message"] = "Who are you?";
        response.Headers["grpc-status-details-bin"] = new Google.Rpc.Status { Code = 16, Message = "who" }.ToByteString().ToBase64();
        return Task.CompletedTask;
    }

    /// <summary>Sends the headers and then nothing, as long as the call lasts.</summary>
    private sealed class SilentContent : HttpContent
    {
        public SilentContent() => Headers.TryAddWithoutValidation("content-type", "application/grpc");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = -1;
            return false;
        }
    }
}
