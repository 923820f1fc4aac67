using Filingwire.Sec.Calendar;

namespace Filingwire.Edgar.Clocks;

/// <summary>
/// When EDGAR is open, and what its wall-clock times mean. Days and times of day are US Eastern by the time zone database, so a follower
/// that keeps UTC is right on the days when the clocks change.
/// </summary>
public static class EasternClock
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
    private static readonly TimeOnly Opens = new(5, 55);
    private static readonly TimeOnly Closes = new(22, 15);

    /// <summary>True while filings come out: 06:00 to 22:00 on business days, with a margin at both ends.</summary>
    public static bool IsOpen(DateTimeOffset instant)
    {
        var clock = EasternTime.WallClock(instant);
        var time = TimeOnly.FromDateTime(clock);
        return SecCalendar.IsBusinessDay(DateOnly.FromDateTime(clock)) && time >= Opens && time < Closes;
    }

    /// <summary>
    /// The instant of a wall-clock time. Of the hour that November has twice the later is taken; a time in the hour that March leaves out
    /// is taken as the clock stood before it.
    /// </summary>
    public static DateTimeOffset Instant(DateTime wallClock)
    {
        var unspecified = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (Zone.IsAmbiguousTime(unspecified))
            return new DateTimeOffset(unspecified, Zone.GetAmbiguousTimeOffsets(unspecified).Min()).ToUniversalTime();
        var offset = Zone.IsInvalidTime(unspecified) ? Zone.GetUtcOffset(unspecified.AddHours(-1)) : Zone.GetUtcOffset(unspecified);
        return new DateTimeOffset(unspecified, offset).ToUniversalTime();
    }

    /// <summary>The instant of a time of day.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly time) => Instant(day.ToDateTime(time));
}
