using Filingwire.Sec.Calendar;

namespace Filingwire.Edgar.Clocks;

/// <summary>
/// When the lanes look at EDGAR. Filings of the evening before come in at six in the morning at their place of acceptance, below filings
/// that are already known, and slow ones turn up hours later: only a walk of the whole window sees them, and only the day's index proves
/// that none is missing.
/// </summary>
public static class LaneTimes
{
    private static readonly TimeOnly[] MorningSweeps = [new(6, 2), new(6, 12), new(6, 30)];
    private static readonly TimeOnly LastSweep = new(22, 5);
    private static readonly TimeOnly FirstClose = new(22, 10);
    private static readonly TimeOnly LastNightlyClose = new(2, 0);
    private static readonly TimeOnly MorningClose = new(6, 0);
    private static readonly TimeOnly Comparison = new(5, 0);
    private static readonly TimeSpan CloseEvery = TimeSpan.FromMinutes(10);

    /// <summary>How long the next look at the first page may be away.</summary>
    /// <param name="now">The present.</param>
    /// <param name="whileOpen">The interval while EDGAR takes filings.</param>
    /// <param name="otherwise">The interval at night, on weekends and holidays.</param>
    public static TimeSpan PollAfter(DateTimeOffset now, TimeSpan whileOpen, TimeSpan otherwise) => EasternClock.IsOpen(now) ? whileOpen
        : otherwise;

    /// <summary>
    /// The next walk of the whole window: three in the morning, then hourly, and a last one after the day's end. Business days only.
    /// </summary>
    public static DateTimeOffset NextSweep(DateTimeOffset after)
    {
        for (var day = EasternTime.DateOf(after); ; day = day.AddDays(1))
            if (SecCalendar.IsBusinessDay(day))
                foreach (var time in Sweeps())
                    if (EasternClock.Instant(day, time) is var instant && instant > after)
                        return instant;
    }

    /// <summary>When a day's index is asked for first.</summary>
    public static DateTimeOffset FirstCloseOf(DateOnly day) => EasternClock.Instant(day, FirstClose);

    /// <summary>
    /// The next time at which an index that was not there is asked for: each ten minutes of the night, then at six, then hourly.
    /// </summary>
    public static DateTimeOffset NextClose(DateTimeOffset after)
    {
        var clock = EasternTime.WallClock(after);
        var (day, time) = (DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock));
        if (time >= FirstClose || time < LastNightlyClose)
            return after + CloseEvery;
        return time < MorningClose ? EasternClock.Instant(day, MorningClose) : after + TimeSpan.FromHours(1);
    }

    /// <summary>A business day that is not closed by ten on the next one is an alarm.</summary>
    public static DateTimeOffset CloseAlarm(DateOnly day) => EasternClock.Instant(SecCalendar.NextBusinessDay(day), new TimeOnly(10, 0));

    /// <summary>The next comparison with the full indexes, which EDGAR rebuilds early on Saturdays.</summary>
    public static DateTimeOffset NextComparison(DateTimeOffset after)
    {
        for (var day = EasternTime.DateOf(after); ; day = day.AddDays(1))
            if (day.DayOfWeek == DayOfWeek.Saturday && EasternClock.Instant(day, Comparison) is var instant && instant > after)
                return instant;
    }

    private static IEnumerable<TimeOnly> Sweeps()
    {
        foreach (var time in MorningSweeps)
            yield return time;
        for (var hour = 7; hour <= 22; hour++)
            yield return new TimeOnly(hour, LastSweep.Minute);
    }
}
