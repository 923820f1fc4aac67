using System.Globalization;
using Filingwire.Sec.Calendar;

namespace Filingwire.Unit.Sec.Calendar;

public sealed class SecCalendarTests
{
    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    // Every closing of the years that the worked examples use.
    [InlineData(2001, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-24 12-25")]
    [InlineData(2002, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2003, "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25 12-26")]
    [InlineData(2004, "01-01 01-19 02-16 05-31 06-11 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2005, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2006, "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2007, "01-01 01-02 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-24 12-25")]
    [InlineData(2008, "01-01 01-21 02-18 05-26 07-04 09-01 10-13 11-11 11-27 12-25 12-26")]
    [InlineData(2009, "01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2010, "01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2011, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2012, "01-02 01-16 02-20 05-28 07-04 09-03 10-08 11-12 11-22 12-24 12-25")]
    [InlineData(2013, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2014, "01-01 01-20 02-17 05-26 07-04 09-01 10-13 11-11 11-27 12-25 12-26")]
    [InlineData(2015, "01-01 01-19 02-16 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2016, "01-01 01-18 02-15 05-30 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2017, "01-02 01-16 02-20 05-29 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2018, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-05 12-24 12-25")]
    [InlineData(2019, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-24 12-25")]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-24 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-24 12-25")]
    [InlineData(2025, "01-01 01-09 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-24 12-25 12-26")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    public void A_year_has_exactly_these_closings(int year, string expected)
    {
        var closings = SecCalendar.ClosingsWithin(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        Assert.Equal(expected, string.Join(' ', closings.Select(c => c.Date.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("2018-12-05", Certainty.Confirmed)]
    [InlineData("2025-01-09", Certainty.Reported)]
    [InlineData("2024-12-24", Certainty.Reported)]
    [InlineData("2001-12-24", Certainty.Unconfirmed)]
    [InlineData("2003-12-26", Certainty.Unconfirmed)]
    [InlineData("2004-06-11", Certainty.Reported)]
    [InlineData("2008-12-26", Certainty.Reported)]
    [InlineData("2014-12-26", Certainty.Unconfirmed)]
    [InlineData("2025-12-24", Certainty.Unconfirmed)]
    [InlineData("2021-12-31", Certainty.Unconfirmed)]
    [InlineData("2010-12-31", Certainty.Unconfirmed)]
    [InlineData("2007-01-02", Certainty.Unconfirmed)]
    [InlineData("2023-11-10", Certainty.Confirmed)]
    public void A_closing_says_how_well_it_is_known(string day, Certainty certainty)
    {
        Assert.True(SecCalendar.TryGetClosing(Day(day), out var closing));
        Assert.Equal(certainty, closing.Certainty);
        Assert.NotEmpty(closing.Source);
    }

    [Theory]
    [InlineData("2024-03-29")] // Good Friday
    [InlineData("2012-10-29")] // The exchanges were closed, EDGAR was not.
    [InlineData("2019-01-02")] // A government shutdown
    [InlineData("2025-10-06")] // A government shutdown
    [InlineData("2020-06-19")] // Before Juneteenth was a holiday
    [InlineData("2023-11-24")] // The Friday after Thanksgiving
    [InlineData("2021-01-20")] // Inauguration Day
    [InlineData("2002-12-24")] // Half days by order
    [InlineData("2009-12-24")]
    [InlineData("2015-12-24")]
    [InlineData("2013-10-07")] // A government shutdown
    public void Other_weekdays_are_business_days(string day) => Assert.True(SecCalendar.IsBusinessDay(Day(day)));

    [Fact]
    public void Every_closing_falls_on_a_weekday_and_every_year_has_at_least_nine()
    {
        for (var year = SecCalendar.FirstYear; year <= SecCalendar.LastYear; year++)
        {
            var closings = SecCalendar.ClosingsWithin(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            Assert.DoesNotContain(closings, c => c.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.InRange(closings.Count, 9, 14);
        }
    }

    [Theory]
    // Trade day, second business day, and the last day where the execution date is deemed later (third business day, then two).
    [InlineData("2023-12-08", "2023-12-12", "2023-12-15")]
    [InlineData("2023-06-23", "2023-06-27", "2023-06-30")]
    [InlineData("2023-06-16", "2023-06-21", "2023-06-26")]
    [InlineData("2021-06-16", "2021-06-21", "2021-06-24")]
    [InlineData("2021-06-17", "2021-06-22", "2021-06-25")]
    [InlineData("2024-11-07", "2024-11-12", "2024-11-15")]
    [InlineData("2024-11-08", "2024-11-13", "2024-11-18")]
    [InlineData("2024-10-10", "2024-10-15", "2024-10-18")]
    [InlineData("2024-03-27", "2024-03-29", "2024-04-03")]
    [InlineData("2023-11-22", "2023-11-27", "2023-11-30")]
    [InlineData("2025-01-07", "2025-01-10", "2025-01-15")]
    [InlineData("2018-12-03", "2018-12-06", "2018-12-11")]
    [InlineData("2022-11-16", "2022-11-18", "2022-11-23")]
    [InlineData("2026-07-01", "2026-07-06", "2026-07-09")]
    [InlineData("2024-12-23", "2024-12-27", "2025-01-02")]
    public void Business_days_are_counted_from_the_day_after(string trade, string second, string fifth)
    {
        Assert.Equal(Day(second), SecCalendar.AddBusinessDays(Day(trade), 2));
        Assert.Equal(Day(fifth), SecCalendar.AddBusinessDays(SecCalendar.AddBusinessDays(Day(trade), 3), 2));
    }

    [Theory]
    // Four business days of Form 8-K; the event may fall on a closed day.
    [InlineData("2025-04-10", "2025-04-16")]
    [InlineData("2024-05-31", "2024-06-06")]
    [InlineData("2024-06-01", "2024-06-06")]
    [InlineData("2024-06-02", "2024-06-06")]
    [InlineData("2024-06-03", "2024-06-07")]
    [InlineData("2024-06-19", "2024-06-25")]
    [InlineData("2024-06-18", "2024-06-25")]
    [InlineData("2024-11-26", "2024-12-03")]
    [InlineData("2025-01-08", "2025-01-15")]
    [InlineData("2025-01-09", "2025-01-15")]
    public void Four_business_days_after_an_event(string happened, string due) =>
        Assert.Equal(Day(due), SecCalendar.AddBusinessDays(Day(happened), 4));

    [Theory]
    [InlineData("2023-06-27", "2023-12-12", 115)]
    [InlineData("2023-06-23", "2023-12-12", 117)]
    [InlineData("2022-11-18", "2023-06-06", 136)]
    [InlineData("2024-08-14", "2024-08-14", 0)]
    [InlineData("2024-08-19", "2024-08-14", -3)]
    [InlineData("2024-08-16", "2024-08-18", 0)]
    public void Lateness_in_business_days(string due, string filed, int days) =>
        Assert.Equal(days, SecCalendar.BusinessDaysBetween(Day(due), Day(filed)));

    [Fact]
    public void Lateness_of_years_is_what_counting_the_days_gives()
    {
        var random = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var due = new DateOnly(1988, 12, 1).AddDays(random.Next(17_500));
            var filed = due.AddDays(random.Next(2_500));
            var counted = Enumerable.Range(1, filed.DayNumber - due.DayNumber).Count(days => SecCalendar.IsBusinessDay(due.AddDays(days)));
            Assert.Equal(counted, SecCalendar.BusinessDaysBetween(due, filed));
        }
    }

    [Fact]
    public void A_closing_ordered_after_the_release_is_added_by_configuration()
    {
        var closings = OrderedClosings.Read("2034-12-22 Executive Order 15001; 2034-12-26 Executive Order 15001;");
        Assert.Equal([(Day("2034-12-22"), "Executive Order 15001"), (Day("2034-12-26"), "Executive Order 15001")], closings.Select(closing => (closing.Date, closing.Source)));
        Assert.True(SecCalendar.IsBusinessDay(Day("2034-12-22")));
        SecCalendar.Add(closings);
        SecCalendar.Add(closings);
        Assert.Equal(Day("2034-12-27"), SecCalendar.Roll(Day("2034-12-22")));
        Assert.Equal(3, SecCalendar.ClosingsWithin(Day("2034-12-20"), Day("2034-12-31")).Count);
        Assert.Equal(Certainty.Reported, SecCalendar.TryGetClosing(Day("2034-12-26"), out var closing) ? closing.Certainty : default);
        // What is known already stays as it is.
        SecCalendar.Add([new Closing(Day("2034-12-25"), "Closed by order", "test", Certainty.Reported)]);
        Assert.Equal("Christmas Day", SecCalendar.TryGetClosing(Day("2034-12-25"), out closing) ? closing.Reason : "");
    }

    [Theory]
    [InlineData("2026-12-24")]
    [InlineData("24 December 2026")]
    [InlineData("2026-12-26 a Saturday")]
    [InlineData("2040-12-24 Executive Order 15001")]
    public void A_setting_that_is_no_closing_is_refused(string setting) => Assert.Throws<FormatException>(() => OrderedClosings.Read(setting));

    [Theory]
    [InlineData("2034-12-23")]
    [InlineData("1985-12-24")]
    public void A_closing_on_a_weekend_or_outside_the_years_is_refused(string day) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SecCalendar.Add([new Closing(Day(day), "", "", Certainty.Reported)]));

    [Theory]
    // Form 3: ten days after the event, rolled.
    [InlineData("2024-03-01", 10, "2024-03-11")]
    [InlineData("2024-02-07", 10, "2024-02-20")]
    [InlineData("2024-06-09", 10, "2024-06-20")]
    [InlineData("2023-06-09", 10, "2023-06-20")]
    [InlineData("2024-12-15", 10, "2024-12-26")]
    // Form 5: 45 days after the fiscal year's end, rolled.
    [InlineData("2021-12-31", 45, "2022-02-14")]
    [InlineData("2022-01-31", 45, "2022-03-17")]
    [InlineData("2023-12-31", 45, "2024-02-14")]
    [InlineData("2024-06-30", 45, "2024-08-14")]
    [InlineData("2025-12-31", 45, "2026-02-17")]
    public void A_deadline_rolls_to_a_business_day(string from, int days, string due) =>
        Assert.Equal(Day(due), SecCalendar.Roll(Day(from).AddDays(days)));
}
