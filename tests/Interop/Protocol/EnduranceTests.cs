using System.Net;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Filingwire.Interop.Protocol;

/// <summary>Peers that go away in the middle leave nothing behind; those that are slow do not stop the others.</summary>
[Collection(nameof(MeasuredMemory))]
public sealed class EnduranceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Resets_in_the_middle_of_calls_leave_nothing_running()
    {
        var running = 0;
        var served = 0;
        await using var server = await new EchoService
        {
            Duplex = async (requests, responses, context) =>
            {
                Interlocked.Increment(ref running);
                Interlocked.Increment(ref served);
                try { await foreach (var request in requests.ReadAllAsync(context.CancellationToken)) await responses.WriteAsync(request); }
                finally { Interlocked.Decrement(ref running); }
            },
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.CreateCallInvoker();
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), TestContext.Current.CancellationToken, async (i, _) =>
        {
            using var call = invoker.DuplexEcho();
            await call.RequestStream.WriteAsync(new string('x', i * 10), CancellationToken.None);
            Assert.True(await call.ResponseStream.MoveNext());
            // Half of the calls are left without reading what is still on its way.
            if (i % 2 == 0) await call.RequestStream.WriteAsync("more", CancellationToken.None);
        });
        using var limit = new CancellationTokenSource(Patience);
        while (Volatile.Read(ref running) > 0) await Task.Delay(10, limit.Token);
        Assert.Equal(500, served);
        Assert.Equal("after", await invoker.UnaryEcho("after"));
    }

    [Fact]
    public async Task Abandoned_calls_do_not_hold_memory()
    {
        await using var server = await new EchoService
        {
            Unary = (_, context) => Task.Delay(Timeout.Infinite, context.CancellationToken).ContinueWith(_ => ""),
        }.StartAsync();
        using var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.CreateCallInvoker();
        await AbandonAsync(200);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await AbandonAsync(2000);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 8 * 1024 * 1024);

        async Task AbandonAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var token = new CancellationTokenSource();
                var call = invoker.UnaryEcho(new string('x', 1000), new CallOptions(cancellationToken: token.Token));
                await token.CancelAsync();
                Assert.Equal(StatusCode.Cancelled, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Stalled_sender_of_a_unary_request_is_cut_off_and_one_of_a_stream_is_not()
    {
        var stop = TestContext.Current.CancellationToken;
        var reading = new TaskCompletionSource();
        await using var server = await new EchoService
        {
            ClientStream = async (requests, _) =>
            {
                reading.SetResult();
                return string.Concat(await requests.ReadAllAsync().ToListAsync());
            },
        }.StartAsync(listen: kestrel =>
        {
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 1000, gracePeriod: TimeSpan.FromSeconds(2));
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        using var stream = channel.CreateCallInvoker().CollectEcho();
        await stream.RequestStream.WriteAsync("a", stop);
        await reading.Task.WaitAsync(Patience, stop);
        using var slow = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address + "/test.Echo/Unary")
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact, Content = new StalledContent(),
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => slow.SendAsync(request, stop).WaitAsync(Patience, stop));
        Assert.Equal("x", await channel.CreateCallInvoker().UnaryEcho("x"));
        // The stream has been silent for longer.
        await stream.RequestStream.WriteAsync("b", stop);
        await stream.RequestStream.CompleteAsync();
        Assert.Equal("ab", await stream);
    }

    /// <summary>Sends a part of a message and then nothing.</summary>
    private sealed class StalledContent : HttpContent
    {
        public StalledContent() => Headers.TryAddWithoutValidation("content-type", "application/grpc");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 4, 0, 1 }, cancellationToken);
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
