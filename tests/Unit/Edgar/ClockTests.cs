using System.Globalization;
using Filingwire.Edgar.Clocks;

namespace Filingwire.Unit.Edgar;

public sealed class ClockTests
{
    [Theory]
    // A Friday, its weekend, Thanksgiving, the Friday after it.
    [InlineData("2025-12-12T10:54:59Z", false)]
    [InlineData("2025-12-12T10:55:00Z", true)]
    [InlineData("2025-12-13T03:14:59Z", true)]
    [InlineData("2025-12-13T03:15:00Z", false)]
    [InlineData("2025-12-13T15:00:00Z", false)]
    [InlineData("2025-11-27T15:00:00Z", false)]
    [InlineData("2025-11-28T15:00:00Z", true)]
    // In summer the same wall-clock is an hour earlier in UTC.
    [InlineData("2025-07-11T09:55:00Z", true)]
    [InlineData("2025-07-11T09:54:59Z", false)]
    public void EDGAR_is_open_by_the_clock_of_the_East(string instant, bool open) => Assert.Equal(open, EasternClock.IsOpen(At(instant)));

    [Theory]
    [InlineData("2025-12-12T17:30:00", "2025-12-12T22:30:00Z")]
    [InlineData("2025-07-11T17:30:00", "2025-07-11T21:30:00Z")]
    // 2 November 2025: 01:30 comes twice, the later is taken. 8 March 2026: 02:30 does not come.
    [InlineData("2025-11-02T00:30:00", "2025-11-02T04:30:00Z")]
    [InlineData("2025-11-02T01:30:00", "2025-11-02T06:30:00Z")]
    [InlineData("2025-11-02T02:30:00", "2025-11-02T07:30:00Z")]
    [InlineData("2026-03-08T01:59:59", "2026-03-08T06:59:59Z")]
    [InlineData("2026-03-08T02:30:00", "2026-03-08T07:30:00Z")]
    [InlineData("2026-03-08T03:00:00", "2026-03-08T07:00:00Z")]
    public void A_wall_clock_time_is_one_instant(string eastern, string instant) =>
        Assert.Equal(At(instant), EasternClock.Instant(DateTime.ParseExact(eastern, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)));

    [Fact]
    public void The_window_is_walked_three_times_in_the_morning_then_hourly_and_not_on_weekends()
    {
        var at = At("2025-10-31T00:00:00Z");
        var sweeps = new List<string>();
        while (sweeps.Count < 24)
        {
            at = LaneTimes.NextSweep(at);
            sweeps.Add(Eastern(at));
        }
        // Friday in daylight time, Monday, after the night of the change, in standard time: the same times of day.
        Assert.Equal("10-30 20:05, 10-30 21:05, 10-30 22:05, 10-31 06:02, 10-31 06:12, 10-31 06:30, 10-31 07:05", string.Join(
            ", ", sweeps.Take(7)));
        Assert.Equal("10-31 22:05, 11-03 06:02", string.Join(", ", sweeps.Skip(21).Take(2)));
        Assert.Equal(At("2025-11-03T11:02:00Z"), LaneTimes.NextSweep(At("2025-11-01T12:00:00Z")));
        Assert.Equal(At("2025-10-31T10:02:00Z"), LaneTimes.NextSweep(At("2025-10-31T05:00:00Z")));
    }

    [Theory]
    [InlineData("2025-12-12T22:10:00", "2025-12-12T22:20:00")]
    [InlineData("2025-12-13T01:55:00", "2025-12-13T02:05:00")]
    [InlineData("2025-12-13T02:05:00", "2025-12-13T06:00:00")]
    [InlineData("2025-12-13T06:00:00", "2025-12-13T07:00:00")]
    public void An_index_that_is_not_there_is_asked_for_again(string after, string next) =>
        Assert.Equal(Instant(next), LaneTimes.NextClose(Instant(after)));

    [Fact]
    public void A_day_is_closed_from_ten_past_ten_and_missed_at_ten_of_the_next_business_day()
    {
        Assert.Equal(Instant("2025-12-12T22:10:00"), LaneTimes.FirstCloseOf(new DateOnly(2025, 12, 12)));
        Assert.Equal(Instant("2025-12-15T10:00:00"), LaneTimes.CloseAlarm(new DateOnly(2025, 12, 12)));
    }

    [Fact]
    public void The_full_indexes_are_compared_on_Saturdays()
    {
        Assert.Equal(Instant("2025-12-13T05:00:00"), LaneTimes.NextComparison(Instant("2025-12-12T23:00:00")));
        Assert.Equal(Instant("2025-12-20T05:00:00"), LaneTimes.NextComparison(Instant("2025-12-13T05:00:00")));
    }

    [Fact]
    public void The_first_page_is_asked_for_often_only_while_EDGAR_is_open()
    {
        var (often, seldom) = (TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(10));
        Assert.Equal(often, LaneTimes.PollAfter(Instant("2025-12-12T12:00:00"), often, seldom));
        Assert.Equal(seldom, LaneTimes.PollAfter(Instant("2025-12-13T12:00:00"), often, seldom));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.ParseExact(
        instant, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static DateTimeOffset Instant(string eastern) => EasternClock.Instant(
        DateTime.ParseExact(eastern, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    private static string Eastern(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).ToString(
            "MM-dd HH:mm", CultureInfo.InvariantCulture);
}
