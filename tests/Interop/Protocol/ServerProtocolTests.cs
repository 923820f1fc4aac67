using System.Net;
using System.Text;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Filingwire.Interop.Protocol;

/// <summary>The server towards peers that keep the protocol, and towards those that do not.</summary>
public sealed class ServerProtocolTests
{
    private static readonly byte[] Zeros = new byte[16 * 1024 * 1024];

    public static TheoryData<string, byte[], string> BrokenBodies => new()
    {
        { "no message", [], "13" },
        { "part of a prefix", [0, 0, 0], "13" },
        { "a prefix alone", [0, 0, 0, 0, 5], "13" },
        { "part of a payload", RawCall.Frame("hello")[..8], "13" },
        { "unknown flag", RawCall.Frame("x"u8.ToArray(), flag: 2), "13" },
        { "flag 255", RawCall.Frame("x"u8.ToArray(), flag: 255), "13" },
        { "two messages", [.. RawCall.Frame("a"), .. RawCall.Frame("b")], "13" },
        { "a tail after the message", [.. RawCall.Frame("a"), 7], "13" },
        { "compressed without an encoding", RawCall.Frame(RawCall.Gzip("x"u8.ToArray()), flag: 1), "13" },
        { "above the limit", RawCall.Frame(new byte[4 * 1024 * 1024 + 1]), "8" },
        { "4 GiB announced", RawCall.Frame("x"u8.ToArray(), length: uint.MaxValue), "8" },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies))]
    public async Task Broken_body_ends_with_a_status(string what, byte[] body, string status)
    {
        await using var server = await new EchoService().StartAsync();
        var call = await RawCall.SendAsync(server, body);
        Assert.Equal((what, HttpStatusCode.OK, status), (what, call.Http, call.End.Status));
        // The connection and the server go on.
        Assert.Equal("0", (await RawCall.SendAsync(server, RawCall.Frame("still here"))).End.Status);
    }

    [Fact]
    public async Task Compressed_bomb_is_cut_off_at_the_limit()
    {
        await using var server = await new EchoService().StartAsync();
        var before = GC.GetTotalAllocatedBytes();
        var call = await RawCall.SendAsync(server, RawCall.Frame(RawCall.Gzip(Zeros), flag: 1), headers: ("grpc-encoding", "gzip"));
        Assert.Equal("8", call.End.Status);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64L * 1024 * 1024);
    }

    [Theory]
    [InlineData("gzip", new byte[] { 1, 2, 3 }, "13")]
    [InlineData("deflate", new byte[] { 1, 2, 3 }, "12")]
    [InlineData("br", new byte[] { 1, 2, 3 }, "12")]
    public async Task Damaged_or_unknown_compression_ends_with_a_status(string encoding, byte[] payload, string status)
    {
        await using var server = await new EchoService().StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame(payload, flag: 1), headers: ("grpc-encoding", encoding));
        Assert.Equal(status, call.End.Status);
        Assert.Equal(status == "12" ? "identity,gzip" : null, call.Headers.GetValueOrDefault("grpc-accept-encoding"));
    }

    [Theory]
    [InlineData("application/grpc", 200)]
    [InlineData("application/grpc+proto", 200)]
    [InlineData("application/grpc; charset=utf-8", 200)]
    [InlineData("APPLICATION/GRPC", 200)]
    [InlineData("application/json", 415)]
    [InlineData("application/grpc-web", 415)]
    [InlineData("application/grpcx", 415)]
    public async Task Content_type_decides_whether_it_is_a_call(string contentType, int http)
    {
        await using var server = await new EchoService().StartAsync();
        Assert.Equal(http, (int)(await RawCall.SendAsync(server, RawCall.Frame("x"), contentType)).Http);
    }

    [Fact]
    public async Task Success_has_headers_a_message_and_trailers()
    {
        await using var server = await new EchoService().StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame("grüße"));
        Assert.Equal(RawCall.Frame("grüße"), call.Body);
        Assert.Equal(("0", false), call.End);
    }

    [Fact]
    public async Task Failure_before_a_message_is_trailers_only()
    {
        await using var server = await new EchoService
        {
            Unary = (_, _) => throw new RpcException(new Status(StatusCode.NotFound, "100% fehlt\n")),
        }.StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame("x"));
        Assert.Equal(("5", true), call.End);
        Assert.Equal("100%25 fehlt%0A", call.Headers["grpc-message"]);
        Assert.Empty(call.Body);
        Assert.Empty(call.Trailers);
    }

    [Fact]
    public async Task Exception_text_stays_inside()
    {
        await using var server = await new EchoService { Unary = (_, _) => throw new InvalidOperationException("the secret") }.StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame("x"));
        Assert.Equal(("2", "Exception was thrown by handler."), (call.End.Status, call.Headers["grpc-message"]));
    }

    [Theory]
    [InlineData("/test.Echo/Nothing", "12")]
    [InlineData("/test.Nothing/Unary", "12")]
    public async Task Unknown_method_is_unimplemented(string path, string status)
    {
        await using var server = await new EchoService().StartAsync();
        Assert.Equal((status, true), (await RawCall.SendAsync(server, RawCall.Frame("x"), path: path)).End);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("x")]
    [InlineData("-5S")]
    [InlineData("5 S")]
    [InlineData("123456789S")]
    [InlineData("5s")]
    public async Task Malformed_timeout_is_refused(string timeout)
    {
        await using var server = await new EchoService().StartAsync();
        Assert.Equal("13", (await RawCall.SendAsync(server, RawCall.Frame("x"), headers: ("grpc-timeout", timeout))).End.Status);
    }

    [Fact]
    public async Task Deadline_is_kept_though_the_method_does_not_watch_it()
    {
        var finish = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            Unary = async (request, _) =>
            {
                await finish.Task;
                return request;
            },
        }.StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame("x"), headers: ("grpc-timeout", "50m"));
        Assert.Equal("4", call.End.Status);
        finish.SetResult();
    }

    [Theory]
    [InlineData("identity,gzip", 1)]
    [InlineData("identity", 0)]
    [InlineData("gzip;q=1", 0)]
    public async Task Response_is_compressed_for_those_who_read_it(string accepted, byte flag)
    {
        await using var server = await new EchoService().StartAsync(options => options.ResponseCompressionAlgorithm = "gzip");
        var call = await RawCall.SendAsync(server, RawCall.Frame(new string('a', 1000)), headers: ("grpc-accept-encoding", accepted));
        Assert.Equal((flag, flag == 1 ? "gzip" : null), (call.Body[0], call.Headers.GetValueOrDefault("grpc-encoding")));
    }

    [Theory]
    [InlineData("AQID", new byte[] { 1, 2, 3 })]
    [InlineData("AQI", new byte[] { 1, 2 })]
    [InlineData("AQI=", new byte[] { 1, 2 })]
    [InlineData("AQ", new byte[] { 1 })]
    [InlineData("", new byte[0])]
    [InlineData("A", null)]
    [InlineData("!!", null)]
    public async Task Binary_metadata_is_read_with_and_without_padding(string header, byte[]? value)
    {
        Metadata? seen = null;
        await using var server = await new EchoService
        {
            Unary = (request, context) =>
            {
                seen = context.RequestHeaders;
                return Task.FromResult(request);
            },
        }.StartAsync();
        await RawCall.SendAsync(server, RawCall.Frame("x"), headers: ("some-bin", header));
        Assert.Equal(value, seen!.GetValueBytes("some-bin"));
    }

    [Fact]
    public async Task Endless_headers_are_refused()
    {
        await using var server = await new EchoService().StartAsync();
        var headers = Enumerable.Range(0, 90).Select(i => ($"h{i}", new string('v', 1000))).ToArray();
        // Kestrel answers 431 or resets the stream; either way nothing is served and the server goes on.
        var refused = await Record.ExceptionAsync(async () =>
        {
            var call = await RawCall.SendAsync(server, RawCall.Frame("x"), headers: headers);
            Assert.Equal(431, (int)call.Http);
        });
        Assert.True(refused is null or HttpRequestException, refused?.ToString());
        Assert.Equal("0", (await RawCall.SendAsync(server, RawCall.Frame("still here"))).End.Status);
    }

    [Fact]
    public async Task Without_http2_the_client_is_told_to_upgrade()
    {
        await using var server = await new EchoService().StartAsync(
            listen: kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1));
        using var client = new HttpClient();
        using var content = new ByteArrayContent(RawCall.Frame("x")) { Headers = { { "content-type", "application/grpc" } } };
        var method = new Uri(server.Address + "/test.Echo/Unary");
        using var response = await client.PostAsync(method, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    [Fact]
    public async Task Header_that_none_can_carry_is_left_out_of_the_trailers()
    {
        await using var server = await new EchoService
        {
            Unary = (request, context) =>
            {
                context.ResponseTrailers.Add("plain", "ok");
                context.ResponseTrailers.Add("broken", "line\nbreak");
                return Task.FromResult(request);
            },
        }.StartAsync();
        var call = await RawCall.SendAsync(server, RawCall.Frame("x"));
        Assert.Equal(("0", "ok", false), (call.Trailers["grpc-status"], call.Trailers["plain"], call.Trailers.ContainsKey("broken")));
    }
}
