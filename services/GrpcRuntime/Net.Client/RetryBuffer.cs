namespace Grpc.Net.Client;

/// <summary>The memory that all calls of a channel together may hold to be sent once more.</summary>
internal sealed class RetryBuffer(long? limit, long? limitPerCall)
{
    private long _held;

    /// <summary>Takes memory for a call that holds some already. False, and nothing taken, above a limit.</summary>
    public bool TryTake(long held, int more)
    {
        if (held + more > limitPerCall) return false;
        if (Interlocked.Add(ref _held, more) <= (limit ?? long.MaxValue)) return true;
        Release(more);
        return false;
    }

    public void Release(long amount) => Interlocked.Add(ref _held, -amount);
}
