using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Reads the response stream of a call.</summary>
internal sealed class ClientStreamReader<TRequest, TResponse>(ClientCall<TRequest, TResponse> call) : IAsyncStreamReader<TResponse>
    where TRequest : class where TResponse : class
{
    private static readonly Task<bool> True = Task.FromResult(true);
    private static readonly Task<bool> False = Task.FromResult(false);
    private MessageReader<TResponse>? _messages;
    private TResponse? _current;
    private int _reading;

    public TResponse Current =>
        _current ?? throw new InvalidOperationException("There is no current message; MoveNext has to return true first.");

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (call.HasEnded) return call.GetStatus().StatusCode == StatusCode.OK ? False : Task.FromException<bool>(call.Thrown());
        if (Interlocked.Exchange(ref _reading, 1) != 0)
            return Task.FromException<bool>(new InvalidOperationException("A message is being read already."));
        try
        {
            // Several messages often come in one read; the rest of them needs no waiting.
            if (!cancellationToken.IsCancellationRequested && _messages is not null && _messages.TryRead(out var message))
            {
                _current = message;
                Volatile.Write(ref _reading, 0);
                return True;
            }
        }
        catch (Exception failure)
        {
            return Task.FromException<bool>(call.Failed(failure));
        }

        return ReadAsync(cancellationToken);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static call => ((ClientCall<TRequest, TResponse>)call!).Cancel(), call);
        try
        {
            _messages ??= call.Open(await call.Response.ConfigureAwait(false));
            _current = await _messages.ReadAsync(call.Cancellation).ConfigureAwait(false);
            if (_current is not null) return true;
            _messages.Complete();
            return call.EndOfStream();
        }
        catch (Exception failure)
        {
            _messages?.Complete();
            throw call.Failed(failure);
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }
}
