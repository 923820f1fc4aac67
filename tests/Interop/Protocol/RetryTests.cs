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
                return attempts.Count < 3 ? throw new RpcException(new Status(StatusCode.Unavailable, "not yet")) : Task.FromResult(request);
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
        await using var server = await new EchoService { Unary = (_, _) => throw new RpcException(new Status(StatusCode.Unavailable, "no")) }.StartAsync();
        using var channel = Connect(server, TimeSpan.FromMinutes(1));
        var options = new CallOptions(deadline: DateTime.UtcNow.AddMilliseconds(300));
        var status = await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x", options).ResponseAsync);
        Assert.Equal(StatusCode.DeadlineExceeded, status.StatusCode);
    }

    [Fact]
    public async Task Throttling_stops_retries_while_most_calls_fail()
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            Unary = (_, _) =>
            {
                Interlocked.Increment(ref attempts);
                throw new RpcException(new Status(StatusCode.Unavailable, "no"));
            },
        }.StartAsync();
        using var channel = Connect(server, throttling: new RetryThrottlingPolicy { MaxTokens = 4, TokenRatio = 0.1 });
        foreach (var _ in Enumerable.Range(0, 3)) await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho("x").ResponseAsync);
        // Two failures leave half the tokens: the first call is tried twice, the others once.
        Assert.Equal(4, attempts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Request_stream_is_sent_again_from_the_start(int readBeforeFailure)
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            ClientStream = async (requests, _) =>
            {
                if (Interlocked.Increment(ref attempts) == 3) return string.Concat(await requests.ReadAllAsync().ToListAsync());
                for (var i = 0; i < readBeforeFailure; i++) await requests.MoveNext();
                throw new RpcException(new Status(StatusCode.Unavailable, "not yet"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        using var call = channel.CreateCallInvoker().CollectEcho();
        foreach (var i in Enumerable.Range(0, 10)) await call.RequestStream.WriteAsync($"{i}", TestContext.Current.CancellationToken);
        await call.RequestStream.CompleteAsync();
        Assert.Equal("0123456789", await call);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task Duplex_call_is_tried_again_until_an_answer_begins()
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            Duplex = async (requests, responses, _) =>
            {
                var attempt = Interlocked.Increment(ref attempts);
                await requests.MoveNext();
                if (attempt == 1) throw new RpcException(new Status(StatusCode.Unavailable, "not yet"));
                do await responses.WriteAsync($"{attempt}:{requests.Current}");
                while (await requests.MoveNext());
                throw new RpcException(new Status(StatusCode.Unavailable, "too late"));
            },
        }.StartAsync();
        using var channel = Connect(server);
        using var call = channel.CreateCallInvoker().DuplexEcho();
        foreach (var message in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(message, TestContext.Current.CancellationToken);
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal($"2:{message}", call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal("too late", (await EchoCalls.EndOf(() => call.ResponseStream.MoveNext())).Detail);
        Assert.Equal(2, attempts);
    }

    [Theory]
    [InlineData(100, null, 1)]
    [InlineData(null, 100, 1)]
    [InlineData(1000, 1000, 4)]
    public async Task Request_stream_too_long_to_keep_is_tried_once(int? whole, int? perCall, int expected)
    {
        var attempts = 0;
        await using var server = await new EchoService
        {
            ClientStream = async (requests, _) =>
            {
                Interlocked.Increment(ref attempts);
                Assert.Equal(5, await requests.ReadAllAsync().CountAsync());
                throw new RpcException(new Status(StatusCode.Unavailable, "no"));
            },
        }.StartAsync();
        using var channel = Connect(server, whole: whole, perCall: perCall);
        // The second call has as much memory as the first: what a call held is given back.
        foreach (var calls in new[] { 1, 2 })
        {
            using var call = channel.CreateCallInvoker().CollectEcho();
            foreach (var _ in Enumerable.Range(0, 5)) await call.RequestStream.WriteAsync(new string('x', 100), TestContext.Current.CancellationToken);
            await call.RequestStream.CompleteAsync();
            Assert.Equal(StatusCode.Unavailable, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
            Assert.Equal(calls * expected, attempts);
        }
    }

    private static GrpcChannel Connect(
        TestServer server, TimeSpan? backoff = null, RetryThrottlingPolicy? throttling = null, long? whole = null, long? perCall = null) =>
        GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions
        {
            MaxRetryBufferSize = whole,
            MaxRetryBufferPerCallSize = perCall,
            ServiceConfig = new ServiceConfig
            {
                RetryThrottling = throttling,
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
