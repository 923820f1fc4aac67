using System.Globalization;

namespace Microsoft.Extensions.Time.Testing;

/// <summary>
/// A clock that stands still until a test moves it, with the public API of Microsoft.Extensions.TimeProvider.Testing, which takes
/// its place where it can be had. Timers fire on the thread that moves the clock, in the order in which they are due.
/// </summary>
public class FakeTimeProvider : TimeProvider
{
    private readonly Lock guard = new();
    private readonly List<FakeTimer> timers = [];
    private TimeZoneInfo localTimeZone = TimeZoneInfo.Utc;
    private DateTimeOffset now;
    private TimeSpan autoAdvanceAmount;

    // Moved with the clock, but not by AdjustTime: the monotonic clock does not jump with the wall clock.
    private long elapsedTicks;

    /// <summary>Starts at midnight of 2000-01-01, UTC.</summary>
    public FakeTimeProvider()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Starts at an instant.</summary>
    public FakeTimeProvider(DateTimeOffset startDateTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startDateTime.Ticks, 0);
        now = Start = startDateTime;
    }

    /// <summary>Where it started.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>How far the clock moves by itself each time it is read.</summary>
    public TimeSpan AutoAdvanceAmount
    {
        get => autoAdvanceAmount;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            autoAdvanceAmount = value;
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => localTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Sets the local time zone.</summary>
    public void SetLocalTimeZone(TimeZoneInfo localTimeZone) => this.localTimeZone = localTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        DateTimeOffset result;
        lock (guard)
            result = now;
        if (autoAdvanceAmount > TimeSpan.Zero)
            Advance(autoAdvanceAmount);
        return result;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (guard)
            return elapsedTicks;
    }

    /// <summary>Moves the clock forward to an instant; timers due on the way fire.</summary>
    public void SetUtcNow(DateTimeOffset value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, now);
        Advance(value - now);
    }

    /// <summary>Moves the clock forward; timers due on the way fire.</summary>
    public void Advance(TimeSpan delta)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delta, TimeSpan.Zero);
        long end;
        lock (guard)
            end = elapsedTicks + delta.Ticks;
        while (NextDue(end) is { } timer)
            timer.Fire();
        lock (guard)
            MoveTo(Math.Max(end, elapsedTicks));
    }

    /// <summary>Sets the wall clock, also back, as a time server would; no timer fires.</summary>
    public void AdjustTime(DateTimeOffset value)
    {
        lock (guard)
            now = value;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The present instant.</summary>
    public override string ToString() => GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    private FakeTimer? NextDue(long end)
    {
        lock (guard)
        {
            var next = timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is not null)
                MoveTo(Math.Max(next.Due, elapsedTicks));
            return next;
        }
    }

    private void MoveTo(long ticks)
    {
        now += TimeSpan.FromTicks(ticks - elapsedTicks);
        elapsedTicks = ticks;
    }

    private sealed class FakeTimer(FakeTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;
        private bool isDisposed;

        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.guard)
            {
                if (isDisposed)
                    return false;
                clock.timers.Remove(this);
                this.period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.elapsedTicks + dueTime.Ticks;
                    clock.timers.Add(this);
                }
            }
            if (dueTime == TimeSpan.Zero)
                Fire();
            return true;
        }

        public void Fire()
        {
            lock (clock.guard)
            {
                if (!clock.timers.Remove(this))
                    return;
                if (period > TimeSpan.Zero)
                {
                    Due += period.Ticks;
                    clock.timers.Add(this);
                }
            }
            callback(state);
        }

        public void Dispose()
        {
            lock (clock.guard)
            {
                isDisposed = true;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
