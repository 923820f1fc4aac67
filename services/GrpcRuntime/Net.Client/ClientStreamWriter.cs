using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Writes the request stream of a call.</summary>
internal sealed class ClientStreamWriter<TRequest, TResponse>(
    ClientCall<TRequest, TResponse> call, Marshaller<TRequest> marshaller, int? limit, bool compresses) : IClientStreamWriter<TRequest>
    where TRequest : class where TResponse : class
{
    private readonly MessageWriter _writer = new(limit, compresses);
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writing;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (_completed.Task.IsCompleted && !call.HasEnded)
            return Task.FromException(new InvalidOperationException("Cannot write a message: the request stream is complete."));
        if (call.HasEnded) return Task.FromException(call.Thrown());
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            return Task.FromException(new InvalidOperationException("Cannot write a message: the previous write has not ended."));
        return WriteOneAsync(message, cancellationToken);
    }

    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writing) != 0)
            return Task.FromException(new InvalidOperationException("Cannot complete the request stream: a write has not ended."));
        _completed.TrySetResult();
        return Task.CompletedTask;
    }

    /// <summary>Lends the request's stream to the writer until the stream is complete or the call is over.</summary>
    /// <exception cref="IOException">Another request's stream was lent already.</exception>
    public async Task WriteToAsync(Stream stream)
    {
        // Sends the headers before the first message.
        await stream.FlushAsync(call.Cancellation).ConfigureAwait(false);
        if (!_stream.TrySetResult(stream)) throw new IOException("The request stream cannot be sent once more.");
        await _completed.Task.WaitAsync(call.Cancellation).ConfigureAwait(false);
    }

    private async Task WriteOneAsync(TRequest message, CancellationToken cancellationToken)
    {
        // Cancelling a write cancels the call: half a message cannot be taken back.
        using var registration = cancellationToken.UnsafeRegister(static given => ((ClientCall<TRequest, TResponse>)given!).Cancel(), call);
        try
        {
            var cancellation = call.Cancellation;
            var stream = await _stream.Task.WaitAsync(cancellation).ConfigureAwait(false);
            var compress = (WriteOptions?.Flags & WriteFlags.NoCompress) != WriteFlags.NoCompress;
            await stream.WriteAsync(_writer.Write(message, marshaller.ContextualSerializer, compress), cancellation).ConfigureAwait(false);
            if ((WriteOptions?.Flags & WriteFlags.BufferHint) != WriteFlags.BufferHint)
                await stream.FlushAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            throw await call.WriteFailedAsync(failure).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
            Volatile.Write(ref _writing, 0);
        }
    }
}
