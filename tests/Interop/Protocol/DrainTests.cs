using System.Buffers.Binary;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Interop.Protocol;

/// <summary>A server that stops: it says so, lets streams finish while there is time, and cuts off the rest.</summary>
public sealed class DrainTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("server")]
    [InlineData("duplex")]
    public async Task Streams_under_way_finish(string kind)
    {
        var goOn = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            ServerStream = async (_, responses, _) =>
            {
                await responses.WriteAsync("before");
                await goOn.Task;
                foreach (var i in Enumerable.Range(0, 1000)) await responses.WriteAsync($"{i}");
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.CreateCallInvoker();
        using var stream = kind == "server" ? invoker.StreamEcho("x") : null;
        using var duplex = kind == "duplex" ? invoker.DuplexEcho() : null;
        var responses = stream?.ResponseStream ?? duplex!.ResponseStream;
        if (duplex is not null) await duplex.RequestStream.WriteAsync("before", TestContext.Current.CancellationToken);
        Assert.True(await responses.MoveNext(TestContext.Current.CancellationToken));
        var stopping = server.StopAsync(TestContext.Current.CancellationToken);
        await NoNewCallsAsync(channel, stopping);
        goOn.SetResult();
        var read = 0;
        for (; read < 1000; read++)
        {
            if (duplex is not null) await duplex.RequestStream.WriteAsync($"{read}", TestContext.Current.CancellationToken);
            Assert.True(await responses.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal($"{read}", responses.Current);
        }

        if (duplex is not null) await duplex.RequestStream.CompleteAsync();
        Assert.False(await responses.MoveNext(TestContext.Current.CancellationToken));
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Streams_that_do_not_finish_in_time_are_unavailable()
    {
        var cancelled = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            ServerStream = async (_, responses, context) =>
            {
                await responses.WriteAsync("before");
                await using var registration = context.CancellationToken.Register(() => cancelled.SetResult());
                await cancelled.Task;
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = channel.CreateCallInvoker().StreamEcho("x");
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        using var shutdownTimeout = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var stopping = server.StopAsync(shutdownTimeout.Token);
        var end = await EchoCalls.EndOf(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.True(shutdownTimeout.IsCancellationRequested, "The stream was cut off before its time.");
        Assert.Equal(StatusCode.Unavailable, end.StatusCode);
        await cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Connections_are_told_that_no_more_calls_are_taken()
    {
        await using var server = await new EchoService().StartAsync();
        await using var connection = await RawConnection.OpenAsync(server.Port);
        var frames = connection.ReadUntilAsync(RawConnection.GoAway);
        // The server speaks first once it knows the connection.
        Assert.Equal("0", (await RawCall.SendAsync(server, RawCall.Frame("x"))).End.Status);
        await server.StopAsync(TestContext.Current.CancellationToken);
        var (type, payload) = (await frames.WaitAsync(Patience, TestContext.Current.CancellationToken))[^1];
        Assert.Equal(RawConnection.GoAway, type);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(4)));
    }

    private static async Task NoNewCallsAsync(GrpcChannel channel, Task stopping)
    {
        var refused = await EchoCalls.EndOf(async () =>
        {
            // The listener closes a moment after the stop begins.
            while (!stopping.IsCompleted)
                await channel.CreateCallInvoker().UnaryEcho("late", new CallOptions(deadline: DateTime.UtcNow.AddSeconds(5)));
        });
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
    }
}
