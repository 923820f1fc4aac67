using System.Net;
using System.Net.Sockets;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Filingwire.Interop.Protocol;

/// <summary>The client towards servers that keep the protocol, and towards those that do not.</summary>
public sealed class ClientProtocolTests
{
    private static readonly byte[] TooLong = RawCall.Frame("x"u8.ToArray(), length: 5_000_000);
    private static readonly byte[] Bomb = RawCall.Frame(RawCall.Gzip(new byte[8_000_000]), flag: 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(418, StatusCode.Unknown)]
    [InlineData(302, StatusCode.Unknown)]
    public Task Http_status_stands_for_a_status(int http, StatusCode expected) => EndsAsync(RawServer.Http(http), expected);

    public static TheoryData<string, byte[], string?, string, string?, StatusCode> BrokenAnswers => new()
    {
        { "no status", RawCall.Frame("x"), null, "application/grpc", null, StatusCode.Unknown },
        { "status that is no number", RawCall.Frame("x"), "ok", "application/grpc", null, StatusCode.Unknown },
        { "status of another age", RawCall.Frame("x"), "99", "application/grpc", null, StatusCode.Unknown },
        { "another content type", RawCall.Frame("x"), "0", "text/html", null, StatusCode.Unknown },
        { "no message", [], "0", "application/grpc", null, StatusCode.Internal },
        { "two messages", [.. RawCall.Frame("a"), .. RawCall.Frame("b")], "0", "application/grpc", null, StatusCode.Internal },
        { "part of a message", RawCall.Frame("hello")[..7], "0", "application/grpc", null, StatusCode.Internal },
        { "unknown flag", RawCall.Frame("x"u8.ToArray(), flag: 7), "0", "application/grpc", null, StatusCode.Internal },
        { "above the limit", TooLong, "0", "application/grpc", null, StatusCode.ResourceExhausted },
        { "bomb", Bomb, "0", "application/grpc", "gzip", StatusCode.ResourceExhausted },
        { "unknown encoding", RawCall.Frame("x"u8.ToArray(), flag: 1), "0", "application/grpc", "br", StatusCode.Internal },
        { "compressed without an encoding", RawCall.Frame("x"u8.ToArray(), flag: 1), "0", "application/grpc", null, StatusCode.Internal },
    };

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public Task Broken_answer_ends_with_a_status(
        string what, byte[] body, string? status, string contentType, string? encoding, StatusCode expected)
    {
        Assert.NotEmpty(what);
        return EndsAsync(RawServer.Answer(body, status, contentType, encoding), expected);
    }

    [Theory]
    [InlineData(0x0, StatusCode.Internal)]
    [InlineData(0x1, StatusCode.Internal)]
    [InlineData(0x2, StatusCode.Internal)]
    [InlineData(0x8, StatusCode.Cancelled)]
    [InlineData(0xb, StatusCode.ResourceExhausted)]
    [InlineData(0xc, StatusCode.PermissionDenied)]
    public Task Reset_stands_for_a_status(int error, StatusCode expected) => EndsAsync(
        async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.BodyWriter.WriteAsync(RawCall.Frame("x"));
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(error);
        },
        expected);

    [Theory]
    [InlineData("100%25 fehlt%0A", "100% fehlt\n")]
    [InlineData("%F0%9F%98%88", "😈")]
    [InlineData("50% off %zz %", "50% off %zz %")]
    public async Task Message_of_a_trailers_only_answer_is_decoded(string wire, string message)
    {
        var status = await EndsAsync(RawServer.Headers(("grpc-status", "9"), ("grpc-message", wire)), StatusCode.FailedPrecondition);
        Assert.Equal(message, status.Detail);
    }

    [Fact]
    public async Task Every_status_code_arrives()
    {
        await using var server = await RawServer.StartAsync(
            http => RawServer.Headers(("grpc-status", http.Request.Headers["wanted"]!))(http));
        using var channel = GrpcChannel.ForAddress(server.Address);
        foreach (var code in Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK))
        {
            var number = ((int)code).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var wanted = new CallOptions([new Metadata.Entry("wanted", number)]);
            Assert.Equal(code, (await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x", wanted).ResponseAsync)).StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_listening_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var status = await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x").ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, status.StatusCode);
    }

    [Fact]
    public async Task Connection_lost_in_a_call_is_unavailable()
    {
        await using var server = await RawServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.BodyWriter.WriteAsync(RawCall.Frame("x"));
            http.Features.GetRequiredFeature<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>().Abort();
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = channel.CreateCallInvoker().StreamEcho("x");
        var status = await EchoCalls.EndOf(async () => { while (await call.ResponseStream.MoveNext()) { } });
        Assert.Equal(StatusCode.Unavailable, status.StatusCode);
        Assert.Equal(StatusCode.Unavailable, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Silent_server_meets_the_deadline()
    {
        var deadline = DateTime.UtcNow.AddMilliseconds(100);
        await using var server = await RawServer.StartAsync(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        using var channel = GrpcChannel.ForAddress(server.Address);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var call = channel.CreateCallInvoker().UnaryEcho("x", new CallOptions(deadline: deadline));
            Assert.Equal(StatusCode.DeadlineExceeded, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
        }
    }

    [Fact]
    public async Task Message_above_the_send_limit_does_not_leave()
    {
        await using var server = await new EchoService().StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxSendMessageSize = 10 });
        var invoker = channel.CreateCallInvoker();
        var status = await EchoCalls.EndOf(() => invoker.UnaryEcho("eleven byte").ResponseAsync);
        Assert.Equal(StatusCode.ResourceExhausted, status.StatusCode);
        Assert.Equal("ten bytes!", await invoker.UnaryEcho("ten bytes!"));
    }

    [Fact]
    public async Task Request_headers_are_the_protocols()
    {
        IHeaderDictionary? seen = null;
        await using var server = await RawServer.StartAsync(async http =>
        {
            seen = http.Request.Headers;
            await RawServer.Answer(RawCall.Frame("x"))(http);
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        var options = new CallOptions([new("a", "1"), new("a", "2"), new("b-bin", [1])], DateTime.UtcNow.AddSeconds(10), Stop);
        await channel.CreateCallInvoker().UnaryEcho("x", options);
        Assert.Equal("application/grpc", seen!.ContentType);
        Assert.Equal("trailers", seen.TE);
        Assert.Equal("identity,gzip", seen["grpc-accept-encoding"]);
        Assert.StartsWith("grpc-csharp", seen.UserAgent, StringComparison.Ordinal);
        Assert.Matches("^[0-9]{1,8}[num]$", seen["grpc-timeout"].ToString());
        Assert.Equal(["1, 2"], seen["a"].Select(value => value));
        Assert.Equal("AQ", seen["b-bin"]);
        Assert.Null(seen.ContentLength);
    }

    private static async Task<Status> EndsAsync(RequestDelegate answer, StatusCode expected)
    {
        await using var server = await RawServer.StartAsync(answer);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var call = channel.CreateCallInvoker().UnaryEcho("x");
        var status = await EchoCalls.EndOf(() => call.ResponseAsync.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Equal(expected, status.StatusCode);
        return status;
    }
}
