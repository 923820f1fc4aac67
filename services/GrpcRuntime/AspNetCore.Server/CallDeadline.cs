namespace Grpc.AspNetCore.Server;

/// <summary>Cancels a call when its time is up or its client goes away.</summary>
internal sealed class CallDeadline : IDisposable
{
    // A timer takes at most 49 days; a longer wait is made of several.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly CancellationTokenSource _cancellation;
    private readonly Action _passed;
    private readonly ITimer _timer;

    public CallDeadline(TimeSpan timeout, Action passed, CancellationToken aborted)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        At = timeout >= DateTime.MaxValue - now ? DateTime.MaxValue : now + timeout;
        Token = (_cancellation = CancellationTokenSource.CreateLinkedTokenSource(aborted)).Token;
        _passed = passed;
        _timer = TimeProvider.System.CreateTimer(
            static state => ((CallDeadline)state!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>UTC.</summary>
    public DateTime At { get; }

    public CancellationToken Token { get; }

    public void Start() => _timer.Change(Wait(), Timeout.InfiniteTimeSpan);

    public void Cancel()
    {
        try { _cancellation.Cancel(); }
        catch (ObjectDisposedException) { }
        catch (AggregateException) { }
    }

    public void Dispose()
    {
        _timer.Dispose();
        _cancellation.Dispose();
    }

    private TimeSpan Wait()
    {
        var left = At - TimeProvider.System.GetUtcNow().UtcDateTime;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : left;
    }

    private void Tick()
    {
        if (Wait() is { Ticks: > TimeSpan.TicksPerMillisecond } left)
        {
            try { _timer.Change(left, Timeout.InfiniteTimeSpan); }
            catch (ObjectDisposedException) { }
            return;
        }

        _passed();
    }
}
