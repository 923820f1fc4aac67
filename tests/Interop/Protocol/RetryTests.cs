using System.Collections.Concurrent;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Filingwire.Interop.Protocol;

/// <summary>Calls tried again by a service config.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task Unavailable_is_tried_again_and_says_so()
    {
        var attempts = new ConcurrentQueue<string>();
        await using var server = await new EchoService
        {
            Unary = (request, context) =>
            {
                attempts.Enqueue(context.RequestHeaders.GetValue("grpc-previous-rpc-attempts") ?? "none");
                return attempts.Count == 3 ? Task.FromResult(request)
                    : throw new RpcException(new Status(StatusCode.Unavailable, "not yet"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        Assert.Equal("x", await channel.CreateCallInvoker().UnaryEcho("x"));
        Assert.Equal(["none", "1", "2"], attempts);
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, null, 4)]
    [InlineData(StatusCode.Unavailable, "-1", 1)]
    [InlineData(StatusCode.Unavailable, "soon", 1)]
    [InlineData(StatusCode.Unavailable, "1", 4)]
    [InlineData(StatusCode.NotFound, null, 1)]
    public async Task Attempts_are_bounded_by_policy_status_and_pushback(StatusCode code, string? pushback, int expected)
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            ServerStream = (_, _, context) =>
            {
                Interlocked.Increment(ref attempts);
                if (pushback is not null) context.ResponseTrailers.Add("grpc-retry-pushback-ms", pushback);
                throw new RpcException(new Status(code, "no"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        using var call = channel.CreateCallInvoker().StreamEcho("x");
        Assert.Equal(code, (await EchoCalls.EndOf(() => call.ResponseStream.MoveNext())).StatusCode);
        Assert.Equal(expected, attempts);
    }

    [Fact]
    public async Task Answer_that_began_is_not_tried_again()
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            ServerStream = async (request, responses, _) =>
            {
                Interlocked.Increment(ref attempts);
                await responses.WriteAsync(request);
                throw new RpcException(new Status(StatusCode.Unavailable, "too late"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        using var call = channel.CreateCallInvoker().StreamEcho("x");
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Unavailable, (await EchoCalls.EndOf(() => call.ResponseStream.MoveNext())).StatusCode);
        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task Deadline_covers_all_attempts()
    {
        await using var server = await new EchoService
        {
            Unary = (_, _) => throw new RpcException(new Status(StatusCode.Unavailable, "no")),
        }.StartAsync();
        using var channel = Connect(server, TimeSpan.FromMinutes(1));
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(300));
        var status = await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x", options).ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, status.StatusCode);
    }

    [Fact]
    public async Task Call_with_a_request_stream_is_tried_once()
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            ClientStream = (_, _) =>
            {
                Interlocked.Increment(ref attempts);
                throw new RpcException(new Status(StatusCode.Unavailable, "no"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        using var call = channel.CreateCallInvoker().CollectEcho();
        Assert.Equal(StatusCode.Unavailable, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
        Assert.Equal(1, attempts);
    }

    private static GrpcChannel Connect(TestServer server, TimeSpan? backoff = null) =>
        GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            ServiceConfig = new ServiceConfig
            {
                MethodConfigs =
                {
                    new MethodConfig
                    {
                        Names = { new MethodName { Service = EchoService.Name } },
                        RetryPolicy = new RetryPolicy
                        {
                            MaxAttempts = 4,
                            InitialBackoff = backoff ?? TimeSpan.FromMilliseconds(1),
                            MaxBackoff = backoff ?? TimeSpan.FromMilliseconds(10),
                            BackoffMultiplier = 2,
                            RetryableStatusCodes = { StatusCode.Unavailable },
                        },
                    },
                },
            },
        });
}
