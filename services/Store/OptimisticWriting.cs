namespace Filingwire.Store;

/// <summary>Optimistic writing: who finds that somebody else was faster looks again, after pauses that grow and differ, a bounded number of times.</summary>
public static class OptimisticWriting
{
    private const int MostAttempts = 16;
    private const int LongestPauseMilliseconds = 256;

    /// <summary>Repeats an attempt until it is done.</summary>
    /// <param name="collection">What is written, for the exception.</param>
    /// <param name="id">The document that is written.</param>
    /// <param name="attempt">Reads anew and writes; not done when somebody else was faster.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="VersionConflictException">Somebody else was faster each time.</exception>
    public static async Task<T> RepeatAsync<T>(string collection, string id, Func<Task<(bool IsDone, T Result)>> attempt, CancellationToken cancellation)
    {
        for (var attempts = 1; ; attempts++)
        {
            var (isDone, result) = await attempt();
            if (isDone)
                return result;
            if (attempts == MostAttempts)
                throw new VersionConflictException(collection, id, attempts);
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(Math.Min(1 << attempts, LongestPauseMilliseconds))), TimeProvider.System, cancellation);
        }
    }
}
