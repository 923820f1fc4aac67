using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Filingwire.GrpcRuntime.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// The messages of a response on their way to the transport. A message goes at once when nothing is under way; those written
/// while a flush is under way gather, and go together with the next. A write waits once so much has gathered that the client
/// must be the slower one. One writer at a time.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The buffer is given back whenever nothing is left in it.")]
internal sealed class ResponseFlow(PipeWriter output, CancellationToken cancellation)
{
    // Two full HTTP/2 frames: enough to make the cost of a flush small, little enough to hold for every slow client.
    private const int Bound = 32 * 1024;

    private readonly Lock _lock = new();
    private readonly PooledBuffer _gathered = new();
    private TaskCompletionSource? _room;
    private Task _flushing = Task.CompletedTask;
    private Exception? _failure;
    private int _unflushed;
    private bool _isFlushing;

    /// <summary>Takes a frame. The task ends when the next may come, which says nothing of this one's arrival.</summary>
    /// <param name="frame">Copied.</param>
    /// <param name="mayWait">Whether more follows soon, so that it need not go out for this one alone.</param>
    public Task WriteAsync(ReadOnlySpan<byte> frame, bool mayWait)
    {
        lock (_lock)
        {
            if (_failure is not null) return Task.FromException(_failure);
            if (_isFlushing)
            {
                _gathered.Write(frame);
                return _gathered.Length < Bound ? Task.CompletedTask : RoomAsync();
            }

            output.Write(frame);
            _unflushed += frame.Length;
            if (mayWait && _unflushed < Bound) return Task.CompletedTask;
            _isFlushing = true;
            var room = _unflushed < Bound ? Task.CompletedTask : RoomAsync();
            _unflushed = 0;
            _flushing = FlushAsync(output.FlushAsync(cancellation));
            return _failure is null || room != Task.CompletedTask ? room : Task.FromException(_failure);
        }
    }

    /// <summary>Waits until everything taken has gone, or nothing more can. True when it has gone.</summary>
    public async Task<bool> DrainAsync()
    {
        await _flushing.ConfigureAwait(false);
        return _failure is null;
    }

    /// <summary>Drops what has gathered, and waits for the flush under way, which whoever calls this has cancelled.</summary>
    public Task DropAsync()
    {
        lock (_lock) _gathered.Clear();
        return _flushing;
    }

    private Task RoomAsync() => (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private async Task FlushAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            do
            {
                var result = await flush.ConfigureAwait(false);
                if (result.IsCompleted || result.IsCanceled) throw new OperationCanceledException("The client gave the call up.");
            }
            while (TryContinue(out flush));
        }
        catch (Exception failure)
        {
            Stop(failure);
        }
    }

    private bool TryContinue(out ValueTask<FlushResult> flush)
    {
        lock (_lock)
        {
            _room?.SetResult();
            _room = null;
            _isFlushing = _gathered.Length > 0;
            flush = default;
            if (_isFlushing)
            {
                output.Write(_gathered.Written.Span);
                _gathered.Clear();
                flush = output.FlushAsync(cancellation);
            }
            else
            {
                _gathered.Dispose();
            }

            return _isFlushing;
        }
    }

    private void Stop(Exception failure)
    {
        lock (_lock)
        {
            _failure = failure;
            _isFlushing = false;
            _gathered.Dispose();
            _room?.SetException(failure);
            _room = null;
        }
    }
}
