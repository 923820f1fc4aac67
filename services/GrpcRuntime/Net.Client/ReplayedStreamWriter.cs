using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Net.Client;

/// <summary>
/// Writes the request stream of a call that may be tried again, by gRFC A6: what was written is kept until an answer begins or
/// it is too much to keep, and every exchange gets it from the start.
/// </summary>
internal sealed class ReplayedStreamWriter<TRequest, TResponse> : IRequestStream<TRequest>
    where TRequest : class where TResponse : class
{
    private readonly ClientCall<TRequest, TResponse> _call;
    private readonly Marshaller<TRequest> _marshaller;
    private readonly MessageWriter _writer;
    private readonly RetryBuffer _buffer;
    private readonly Lock _lock = new();
    private readonly Queue<byte[]> _unsent = [];
    private readonly List<byte[]> _sent = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _write;
    private long _held;
    private int _exchange;
    private int _writing;
    private bool _isCommitted;
    private bool _hasDropped;
    private bool _isComplete;

    public ReplayedStreamWriter(
        ClientCall<TRequest, TResponse> call, Marshaller<TRequest> marshaller, int? limit, ICompressionProvider? compression, WriteOptions? options,
        RetryBuffer buffer)
    {
        _call = call;
        _marshaller = marshaller;
        _writer = new MessageWriter(limit, compression, level: null);
        _buffer = buffer;
        WriteOptions = options;
    }

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    /// <summary>Ends when the exchange under way has taken the message.</summary>
    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_call.HasEnded) return Task.FromException(_call.Thrown());
        if (_isComplete) return Task.FromException(new InvalidOperationException("Cannot write a message: the request stream is complete."));
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            return Task.FromException(new InvalidOperationException("Cannot write a message: the previous write has not ended."));
        return WriteOneAsync(message, cancellationToken);
    }

    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writing) != 0)
            return Task.FromException(new InvalidOperationException("Cannot complete the request stream: the previous write has not ended."));
        lock (_lock)
        {
            _isComplete = true;
            Wake();
        }

        return Task.CompletedTask;
    }

    public async Task WriteToAsync(Stream stream)
    {
        var exchange = TryReplay() ? _exchange : throw new IOException("The request stream cannot be sent once more.");
        // Sends the headers before the first message.
        await stream.FlushAsync(_call.Cancellation).ConfigureAwait(false);
        while (true)
        {
            byte[]? frame;
            Task changed;
            lock (_lock)
            {
                // A later exchange has taken over.
                if (exchange != _exchange) return;
                if (!_unsent.TryPeek(out frame) && _isComplete) return;
                changed = _changed.Task;
            }

            if (frame is null)
            {
                await changed.WaitAsync(_call.Cancellation).ConfigureAwait(false);
                continue;
            }

            await stream.WriteAsync(frame, _call.Cancellation).ConfigureAwait(false);
            if ((WriteOptions?.Flags & WriteFlags.BufferHint) != WriteFlags.BufferHint) await stream.FlushAsync(_call.Cancellation).ConfigureAwait(false);
            lock (_lock)
            {
                if (exchange == _exchange) Sent(frame);
            }
        }
    }

    public bool TryReplay()
    {
        lock (_lock)
        {
            if (_hasDropped) return false;
            var later = _unsent.ToArray();
            _unsent.Clear();
            foreach (var frame in _sent.Concat(later)) _unsent.Enqueue(frame);
            _sent.Clear();
            // What carried the stream so far, and may wait for more of it, is over.
            _exchange++;
            Wake();
            return true;
        }
    }

    public void Commit()
    {
        lock (_lock)
        {
            _isCommitted = true;
            _hasDropped |= _sent.Count > 0;
            _sent.Clear();
            _buffer.Release(_held);
            _held = 0;
        }
    }

    private async Task WriteOneAsync(TRequest message, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static call => ((ClientCall<TRequest, TResponse>)call!).Cancel(), _call);
        try
        {
            var compress = (WriteOptions?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
            var frame = _writer.Write(message, _marshaller.ContextualSerializer, compress).ToArray();
            await Enqueue(frame).WaitAsync(_call.Cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw await _call.WriteFailedAsync(failure).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
            Volatile.Write(ref _writing, 0);
        }
    }

    private Task Enqueue(byte[] frame)
    {
        lock (_lock)
        {
            if (!_isCommitted && _buffer.TryTake(_held, frame.Length)) _held += frame.Length;
            else Commit();
            _unsent.Enqueue(frame);
            _write = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Wake();
            return _write.Task;
        }
    }

    private void Sent(byte[] frame)
    {
        _unsent.Dequeue();
        if (_isCommitted) _hasDropped = true;
        else _sent.Add(frame);
        if (_unsent.Count == 0) _write?.TrySetResult();
    }

    private void Wake()
    {
        _changed.TrySetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
