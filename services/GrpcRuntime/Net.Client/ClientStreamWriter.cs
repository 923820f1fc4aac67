using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Net.Client;

/// <summary>Writes the request stream of a call that is tried once.</summary>
internal sealed class ClientStreamWriter<TRequest, TResponse> : IRequestStream<TRequest>
    where TRequest : class where TResponse : class
{
    private readonly ClientCall<TRequest, TResponse> _call;
    private readonly Marshaller<TRequest> _marshaller;
    private readonly MessageWriter _writer;
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writing;

    public ClientStreamWriter(
        ClientCall<TRequest, TResponse> call, Marshaller<TRequest> marshaller, int? limit, ICompressionProvider? compression, WriteOptions? options)
    {
        _call = call;
        _marshaller = marshaller;
        _writer = new MessageWriter(limit, compression, level: null);
        WriteOptions = options;
    }

    public WriteOptions? WriteOptions { get; set; }

    public bool TryReplay() => false;

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_completed.Task.IsCompleted && !_call.HasEnded)
            return Task.FromException(new InvalidOperationException("Cannot write a message: the request stream is complete."));
        if (_call.HasEnded) return Task.FromException(_call.Thrown());
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            return Task.FromException(new InvalidOperationException("Cannot write a message: the previous write has not ended."));
        return WriteOneAsync(message, cancellationToken);
    }

    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writing) != 0)
            return Task.FromException(new InvalidOperationException("Cannot complete the request stream: the previous write has not ended."));
        _completed.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>Lends the request's stream to the writer until the stream is complete or the call is over.</summary>
    public async Task WriteToAsync(Stream stream)
    {
        // Sends the headers before the first message.
        await stream.FlushAsync(_call.Cancellation).ConfigureAwait(false);
        if (!_stream.TrySetResult(stream)) throw new IOException("The request stream cannot be sent once more.");
        await _completed.Task.WaitAsync(_call.Cancellation).ConfigureAwait(false);
    }

    public void Commit() { }

    private async Task WriteOneAsync(TRequest message, CancellationToken cancellationToken)
    {
        // Cancelling a write cancels the call: half a message cannot be taken back.
        using var registration = cancellationToken.UnsafeRegister(static call => ((ClientCall<TRequest, TResponse>)call!).Cancel(), _call);
        try
        {
            var cancellation = _call.Cancellation;
            var stream = await _stream.Task.WaitAsync(cancellation).ConfigureAwait(false);
            var compress = (WriteOptions?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
            await stream.WriteAsync(_writer.Write(message, _marshaller.ContextualSerializer, compress), cancellation).ConfigureAwait(false);
            if ((WriteOptions?.Flags & WriteFlags.BufferHint) != WriteFlags.BufferHint) await stream.FlushAsync(cancellation).ConfigureAwait(false);
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
}
