namespace Filingwire.Sec.Calendar;

/// <summary>
/// The legal public holidays of 5 U.S.C. 6103(a), computed by rule. Inauguration Day is left out: it is a holiday of the Washington area
/// that the SEC does not keep.
/// </summary>
internal static class FederalHolidays
{
    private static readonly Rule[] Rules =
    [
        new("New Year's Day", 1870, year => new DateOnly(year, 1, 1)),
        new("Birthday of Martin Luther King, Jr.", 1986, year => NthWeekday(year, 1, DayOfWeek.Monday, 3)),
        new("Washington's Birthday", 1971, year => NthWeekday(year, 2, DayOfWeek.Monday, 3)),
        new("Memorial Day", 1971, year => LastWeekday(year, 5, DayOfWeek.Monday)),
        // Signed on 17 June 2021, two days before the first one (Pub. L. 117-17).
        new("Juneteenth National Independence Day", 2021, year => new DateOnly(year, 6, 19)),
        new("Independence Day", 1870, year => new DateOnly(year, 7, 4)),
        new("Labor Day", 1894, year => NthWeekday(year, 9, DayOfWeek.Monday, 1)),
        new("Columbus Day", 1971, year => NthWeekday(year, 10, DayOfWeek.Monday, 2)),
        new("Veterans Day", 1978, year => new DateOnly(year, 11, 11)),
        new("Thanksgiving Day", 1942, year => NthWeekday(year, 11, DayOfWeek.Thursday, 4)),
        new("Christmas Day", 1870, year => new DateOnly(year, 12, 25)),
    ];

    /// <summary>The days on which the holidays of a year are kept; the one for 1 January may lie in the year before.</summary>
    public static IEnumerable<Closing> Of(int year)
    {
        foreach (var rule in Rules)
        {
            if (year < rule.Since)
                continue;
            var holiday = rule.On(year);
            var kept = Observed(holiday);
            var moved = kept.Year < holiday.Year;
            yield return new Closing(
                kept,
                kept == holiday ? rule.Name : $"{rule.Name} (observed)",
                kept == holiday ? "5 U.S.C. 6103(a)" : "5 U.S.C. 6103(b); Executive Order 11582",
                moved ? Certainty.Unconfirmed : Certainty.Confirmed);
        }
    }

    /// <summary>A holiday on Saturday is kept on Friday, one on Sunday on Monday.</summary>
    private static DateOnly Observed(DateOnly holiday) => holiday.DayOfWeek switch
    {
        DayOfWeek.Saturday => holiday.AddDays(-1),
        DayOfWeek.Sunday => holiday.AddDays(1),
        _ => holiday,
    };

    private static DateOnly NthWeekday(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((weekday - first.DayOfWeek + 7) % 7 + 7 * (n - 1));
    }

    private static DateOnly LastWeekday(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((last.DayOfWeek - weekday + 7) % 7));
    }

    private sealed record Rule(string Name, int Since, Func<int, DateOnly> On);
}
