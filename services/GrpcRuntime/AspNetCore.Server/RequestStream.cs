using Filingwire.GrpcRuntime.Wire;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>The messages of a client's stream.</summary>
internal sealed class RequestStream<TRequest>(ServerCall call, MessageReader<TRequest> reader) : IAsyncStreamReader<TRequest>
    where TRequest : class
{
    private TRequest? _current;
    private int _reading;

    public TRequest Current =>
        _current ?? throw new InvalidOperationException("There is no current message; MoveNext has to return true first.");

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<bool>(cancellationToken);
        if (call.HasEnded) return Task.FromException<bool>(call.EndedFailure("read"));
        if (Interlocked.Exchange(ref _reading, 1) != 0)
            return Task.FromException<bool>(new InvalidOperationException("A message is being read already."));
        return ReadAsync(cancellationToken);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var both = cancellationToken.CanBeCanceled
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.Cancellation)
                : null;
            _current = await reader.ReadAsync(both?.Token ?? call.Cancellation);
            return _current is not null;
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }
}
