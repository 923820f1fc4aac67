namespace Filingwire.Edgar.Pacing;

/// <summary>
/// The one gate through which every request to EDGAR goes: so many within any second and never more, the most urgent lane first. After a
/// block nothing goes through for ten minutes, then one request alone; each further try during a block would lengthen it.
/// </summary>
public sealed class RequestBudget : IDisposable
{
    /// <summary>How long EDGAR shuts out who was over the rate, by its own word.</summary>
    public static readonly TimeSpan BlockPause = TimeSpan.FromSeconds(600);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly PriorityQueue<TaskCompletionSource, (Lane, long)> waiting = new();
    private readonly Queue<long> starts = new();
    private readonly int perSecond;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private long arrivals;
    private bool isProbing;
    private int underWay;

    /// <param name="perSecond">The most requests that start within any second.</param>
    /// <param name="time">EDGAR's clock.</param>
    public RequestBudget(int perSecond, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perSecond, 1);
        this.perSecond = perSecond;
        this.time = time;
        timer = time.CreateTimer(_ => Grant(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // As if a whole second's worth had just gone: another process, ended a moment ago, may have used it.
        for (var i = 0; i < perSecond; i++)
            starts.Enqueue(time.GetTimestamp());
    }

    /// <summary>Until when nothing goes through; null when it does.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Waits for a turn. Every turn ends with <see cref="Return"/>.</summary>
    public Task TakeAsync(Lane lane, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            waiting.Enqueue(turn, (lane, arrivals++));
        Grant();
        if (!turn.Task.IsCompleted && cancellation.CanBeCanceled)
        {
            var registration = cancellation.Register(() => turn.TrySetCanceled(cancellation));
            turn.Task.ContinueWith(_ => registration.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
        return turn.Task;
    }

    /// <summary>A request has been answered, or failed.</summary>
    /// <param name="blocked">True when EDGAR said that the rate was too high.</param>
    public void Return(bool blocked)
    {
        lock (gate)
        {
            underWay--;
            isProbing = blocked || (isProbing && underWay > 0);
            if (blocked)
                PausedUntil = time.GetUtcNow() + BlockPause;
        }
        Grant();
    }

    /// <summary>Takes over a pause that an earlier process was given.</summary>
    public void PauseUntil(DateTimeOffset instant)
    {
        lock (gate)
            if (instant > time.GetUtcNow() && (PausedUntil is null || instant > PausedUntil))
                (PausedUntil, isProbing) = (instant, true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
            while (waiting.TryDequeue(out var turn, out _))
                turn.TrySetCanceled();
    }

    private void Grant()
    {
        lock (gate)
            while (waiting.Count > 0)
            {
                if (PausedUntil is { } until)
                {
                    if (until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
                    {
                        timer.Change(rest, Timeout.InfiniteTimeSpan);
                        return;
                    }
                    PausedUntil = null;
                }
                if (isProbing && underWay > 0)
                    return;
                if (starts.Count >= perSecond && Second - time.GetElapsedTime(starts.Peek()) is var left && left > TimeSpan.Zero)
                {
                    timer.Change(left, Timeout.InfiniteTimeSpan);
                    return;
                }
                if (!waiting.Dequeue().TrySetResult())
                    continue;
                underWay++;
                while (starts.Count >= perSecond)
                    starts.Dequeue();
                starts.Enqueue(time.GetTimestamp());
            }
    }
}
