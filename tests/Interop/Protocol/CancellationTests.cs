using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Interop.Protocol;

/// <summary>Cancellation and ends reach the other side.</summary>
public sealed class CancellationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("token")]
    [InlineData("dispose")]
    [InlineData("channel")]
    [InlineData("deadline")]
    public async Task Client_that_gives_up_cancels_the_method(string how)
    {
        var began = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            Unary = async (request, context) =>
            {
                await using var registration = context.CancellationToken.Register(() => cancelled.SetResult());
                began.SetResult();
                await cancelled.Task;
                return request;
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var token = new CancellationTokenSource();
        var options = new CallOptions(deadline: how == "deadline" ? DateTime.UtcNow.AddSeconds(2) : null, cancellationToken: token.Token);
        using var call = channel.CreateCallInvoker().UnaryEcho("x", options);
        await began.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        if (how == "token") await token.CancelAsync();
        if (how == "dispose") call.Dispose();
        if (how == "channel") channel.Dispose();
        await cancelled.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var status = await EchoCalls.EndOf(() => call.ResponseAsync);
        Assert.Equal(how == "deadline" ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, status.StatusCode);
        Assert.Equal(status.StatusCode, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Server_that_ends_a_stream_early_ends_the_writer()
    {
        await using var server = await new EchoService
        {
            ClientStream = (_, _) => throw new RpcException(new Status(StatusCode.FailedPrecondition, "enough")),
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = channel.CreateCallInvoker().CollectEcho();
        var written = await EchoCalls.EndOf(async () =>
        {
            while (true) await call.RequestStream.WriteAsync(new string('x', 1000));
        }).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal((StatusCode.FailedPrecondition, "enough"), (written.StatusCode, written.Detail));
        Assert.Equal(StatusCode.FailedPrecondition, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Stopping_server_lets_running_calls_finish()
    {
        var began = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            Unary = async (request, _) =>
            {
                began.SetResult();
                await finish.Task;
                return request;
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var running = channel.CreateCallInvoker().UnaryEcho("x").ResponseAsync;
        await began.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var stopping = server.StopAsync(TestContext.Current.CancellationToken);
        var refused = await EchoCalls.EndOf(async () =>
        {
            // The listener closes a moment after the stop begins.
            while (!stopping.IsCompleted)
                await channel.CreateCallInvoker().UnaryEcho("late", new CallOptions(deadline: DateTime.UtcNow.AddSeconds(5)));
        });
        finish.SetResult();
        Assert.Equal("x", await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Contains(refused.StatusCode, new[] { StatusCode.Unavailable, StatusCode.Unknown });
        await stopping.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Client_that_reads_nothing_holds_the_writer_back_until_the_deadline_ends_it()
    {
        var written = 0;
        var ended = new TaskCompletionSource();
        var message = new string('x', 256 * 1024);
        await using var server = await new EchoService
        {
            ServerStream = async (_, responses, _) =>
            {
                try
                {
                    for (; ; written++) await responses.WriteAsync(message);
                }
                catch (OperationCanceledException)
                {
                    ended.SetResult();
                }
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = channel.CreateCallInvoker().StreamEcho("x", new CallOptions(deadline: DateTime.UtcNow.AddSeconds(2)));
        await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        // What the windows and buffers on the way take, of the gigabytes that could be written in this time.
        Assert.InRange(written, 0, 100);
    }

    [Fact]
    public async Task One_write_at_a_time()
    {
        Exception? second = null;
        var release = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            ServerStream = async (_, responses, context) =>
            {
                var message = new string('x', 2 * 1024 * 1024);
                var first = Task.CompletedTask;
                while (first.IsCompleted && !context.CancellationToken.IsCancellationRequested) first = responses.WriteAsync(message);
                second = await Record.ExceptionAsync(() => responses.WriteAsync("second", context.CancellationToken));
                release.SetResult();
                await first;
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var call = channel.CreateCallInvoker().StreamEcho("x");
        await release.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.IsType<InvalidOperationException>(second);
        while (await call.ResponseStream.MoveNext()) { }
    }
}
