using System.Buffers;
using System.IO.Pipelines;
using Grpc.AspNetCore.Server;

namespace Filingwire.Unit.GrpcRuntime.Server;

/// <summary>Messages gather while a flush is under way, in order, and no more of them than the bound.</summary>
public sealed class ResponseFlowTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Every flush waits until all of it is read, as Kestrel's do.
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));

    [Fact]
    public async Task First_message_goes_at_once_and_the_later_ones_together()
    {
        var flow = new ResponseFlow(_pipe.Writer, CancellationToken.None);
        foreach (var value in new byte[] { 1, 2, 3 }) Assert.True(flow.WriteAsync([value], mayWait: false).IsCompletedSuccessfully);
        Assert.Equal([1], await ReadAsync());
        Assert.Equal([2, 3], await ReadAsync());
        Assert.True(await flow.DrainAsync().WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Message_that_may_wait_goes_with_the_next_that_may_not()
    {
        var flow = new ResponseFlow(_pipe.Writer, CancellationToken.None);
        Assert.True(flow.WriteAsync([1], mayWait: true).IsCompletedSuccessfully);
        Assert.False(_pipe.Reader.TryRead(out _));
        Assert.True(flow.WriteAsync([2], mayWait: false).IsCompletedSuccessfully);
        Assert.Equal([1, 2], await ReadAsync());
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(100, false)]
    [InlineData(100_000, false)]
    public async Task Writer_waits_for_a_slow_reader_once_enough_has_gathered(int length, bool mayWait)
    {
        var flow = new ResponseFlow(_pipe.Writer, CancellationToken.None);
        var written = 0;
        var write = Task.CompletedTask;
        for (; write.IsCompleted && written < 1_000_000; written += length) write = flow.WriteAsync(new byte[length], mayWait);
        Assert.InRange(written, 1, 200_000);
        var read = 0;
        while (read < written) read += (await ReadAsync()).Length;
        await write.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(written, read);
    }

    [Fact]
    public async Task Nothing_is_lost_or_reordered_between_a_fast_writer_and_a_fast_reader()
    {
        var flow = new ResponseFlow(_pipe.Writer, CancellationToken.None);
        var writing = Task.Run(WriteAllAsync, TestContext.Current.CancellationToken);
        var bytes = new ArrayBufferWriter<byte>();
        while (await ReadAsync() is { Length: > 0 } read) bytes.Write(read);
        await writing.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 100_000).SelectMany(BitConverter.GetBytes), bytes.WrittenSpan.ToArray());

        async Task WriteAllAsync()
        {
            for (var i = 0; i < 100_000; i++) await flow.WriteAsync(BitConverter.GetBytes(i), mayWait: i % 3 == 0 && i < 99_999);
            Assert.True(await flow.DrainAsync());
            await _pipe.Writer.CompleteAsync();
        }
    }

    [Fact]
    public async Task Reader_that_goes_away_fails_the_waiting_write_and_every_later_one()
    {
        var flow = new ResponseFlow(_pipe.Writer, CancellationToken.None);
        var write = Task.CompletedTask;
        while (write.IsCompleted) write = flow.WriteAsync(new byte[1000], mayWait: false);
        await _pipe.Reader.CompleteAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => write.WaitAsync(Patience, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<OperationCanceledException>(() => flow.WriteAsync([1], mayWait: false));
        Assert.False(await flow.DrainAsync());
    }

    [Fact]
    public async Task Dropping_ends_with_the_flush_that_was_cancelled()
    {
        using var deadline = new CancellationTokenSource();
        var flow = new ResponseFlow(_pipe.Writer, deadline.Token);
        foreach (var value in new byte[] { 1, 2, 3 }) await flow.WriteAsync([value], mayWait: false);
        await deadline.CancelAsync();
        await flow.DropAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.False(await flow.DrainAsync());
        Assert.Equal([1], await ReadAsync());
    }

    private async Task<byte[]> ReadAsync()
    {
        var stop = TestContext.Current.CancellationToken;
        var read = await _pipe.Reader.ReadAsync(stop).AsTask().WaitAsync(Patience, stop);
        var bytes = read.Buffer.ToArray();
        _pipe.Reader.AdvanceTo(read.Buffer.End);
        return bytes;
    }
}
