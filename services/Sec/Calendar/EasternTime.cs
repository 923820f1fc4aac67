namespace Filingwire.Sec.Calendar;

/// <summary>US Eastern time, in which the SEC's days begin and end.</summary>
public static class EasternTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The wall-clock time, without zone.</summary>
    public static DateTime WallClock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The calendar date.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(WallClock(instant));
}
