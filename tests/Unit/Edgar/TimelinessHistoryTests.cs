using System.Globalization;
using Filingwire.Edgar.Timeliness;

namespace Filingwire.Unit.Edgar;

public sealed class TimelinessHistoryTests
{
    // A year of a calendar-year issuer and the next, all in time for every filer.
    private static readonly string[] Regular =
    [
        "10-K 2022-02-25", "10-Q 2022-05-05", "10-Q 2022-08-04", "10-Q 2022-11-03", "10-K 2023-02-24", "10-Q 2023-05-04", "10-Q 2023-08-03",
            "10-Q 2023-11-02",
    ];

    [Fact]
    public void Who_files_in_time_is_on_time_throughout()
    {
        var history = Of("2023-12-31", Regular);
        Assert.Equal(new FiscalRhythm(12, 1), history.Rhythm);
        Assert.Equal(8, history.Outcomes.Count);
        Assert.All(history.Outcomes, outcome => Assert.Equal(Outcome.OnTime, outcome.Outcome));
        Assert.Equal((0d, 0, 0), (history.LateShare!.Value, history.LateStreak, history.NoticesInEight));
    }

    [Theory]
    // Fiscal years to June, to January (filed in April), to September.
    [InlineData(6, "10-K 2022-08-26 10-Q 2022-11-04 10-Q 2023-02-03 10-Q 2023-05-05 10-K 2023-08-25")]
    [InlineData(1, "10-K 2022-03-25 10-Q 2022-06-03 10-Q 2022-09-02 10-Q 2022-12-02 10-K 2023-03-24")]
    [InlineData(9, "10-K 2022-11-18 10-Q 2023-02-03 10-Q 2023-05-05 10-Q 2023-08-04 10-K 2023-11-17")]
    public void The_rhythm_is_told_by_when_reports_come(int month, string rows) =>
        Assert.Equal(month, Of("2023-12-31", [.. rows.Split(' ').Chunk(2).Select(pair => string.Join(' ', pair))]).Rhythm!.YearEndMonth);

    [Theory]
    // The quarter to 30 June 2024: due 9 August at the earliest, 14 August at the latest.
    [InlineData("2024-09-30", Outcome.OnTime, null, "10-Q 2024-08-09")]
    [InlineData("2024-09-30", Outcome.OnTimeForSome, null, "10-Q 2024-08-14")]
    [InlineData("2024-09-30", Outcome.OnTimeByNotice, null, "NT 10-Q 2024-08-14", "10-Q 2024-08-19")]
    [InlineData("2024-09-30", Outcome.LateWithNotice, 6, "NT 10-Q 2024-08-15", "10-Q 2024-08-20")]
    [InlineData("2024-09-30", Outcome.LateWithNotice, 5, "NT 10-Q 2024-08-16", "10-Q 2024-08-19")]
    [InlineData("2024-09-30", Outcome.LateWithoutNotice, 1, "10-Q 2024-08-15")]
    [InlineData("2024-09-30", Outcome.Missing, null, "NT 10-Q 2024-08-14")]
    [InlineData("2024-08-19", Outcome.Open, null, "NT 10-Q 2024-08-14")]
    [InlineData("2024-08-15", Outcome.Missing, null)]
    [InlineData("2024-08-14", Outcome.Open, null)]
    [InlineData("2024-09-30", Outcome.Ended, null, "15-12G 2024-07-10")]
    public void A_quarter_is_judged_by_its_dates(string today, Outcome outcome, int? daysLate, params string[] rows)
    {
        var quarter = Of(today, [.. Regular, "10-K 2024-02-23", "10-Q 2024-05-03", .. rows]).Outcomes.Last(one => one.Report == "10-Q");
        Assert.Equal((Day("2024-06-30"), Day("2024-08-09"), Day("2024-08-14")),
            (quarter.PeriodEnd, quarter.EarliestDue, quarter.LatestDue));
        Assert.Equal((outcome, daysLate), (quarter.Outcome, quarter.DaysLate));
    }

    [Fact]
    public void A_backlog_is_filed_oldest_first()
    {
        // Two quarters are filed within days of each other, months late; the third in time.
        var history = Of("2024-12-31", [.. Regular, "10-K 2024-02-23", "10-Q 2024-08-12", "10-Q 2024-08-13", "10-Q 2024-11-08"]);
        var quarters = history.Outcomes.Where(one => one.Report == "10-Q" && one.PeriodEnd.Year == 2024).Select(
            one => (one.PeriodEnd, one.Filed!.Value.FiledOn)).ToList();
        Assert.Equal([(Day("2024-03-31"), Day("2024-08-12")), (Day("2024-06-30"), Day("2024-08-13")),
            (Day("2024-09-30"), Day("2024-11-08"))], quarters);
    }

    [Fact]
    public void Amendments_end_no_wait_and_repetitions_count_once()
    {
        var history = Of("2023-12-31", [.. Regular, "10-K/A 2023-04-28", "10-Q/A 2023-08-30", "10-Q 2023-08-04"]);
        Assert.Equal(8, history.Outcomes.Count);
        Assert.Equal(Day("2023-08-03"), history.Outcomes.Single(one => one.PeriodEnd == Day("2023-06-30")).Filed!.Value.FiledOn);
    }

    [Fact]
    public void Late_periods_in_a_row_and_notices_are_counted()
    {
        var history = Of("2023-12-31",
            ["10-K 2022-02-25", "10-Q 2022-05-05", "10-Q 2022-08-04", "10-Q 2022-11-03", "NT 10-K 2023-03-31", "10-K 2023-05-25",
                "NT 10-Q 2023-05-15", "10-Q 2023-06-20"]);
        // The annual report, the first quarter, and two quarters that never came.
        Assert.Equal((4, 2), (history.LateStreak, history.NoticesInEight));
        Assert.Equal(0.5, history.LateShare!.Value);
    }

    [Fact]
    public void Order_and_repetition_of_the_rows_leave_no_trace()
    {
        var random = new Random(5);
        string[] rows = [.. Regular, "NT 10-Q 2024-08-14", "10-Q 2024-08-19", "10-K 2024-02-23", "10-Q 2024-05-03"];
        var expected = Of("2024-12-31", rows).Outcomes;
        for (var i = 0; i < 20; i++)
        {
            var shuffled = rows.Concat(random.GetItems(rows, 5)).ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, Of("2024-12-31", shuffled).Outcomes);
        }
    }

    [Fact]
    public void Who_files_no_periodic_report_has_no_history()
    {
        var history = Of("2024-12-31", ["4 2024-01-05", "8-K 2024-02-01"]);
        Assert.Null(history.Rhythm);
        Assert.Empty(history.Outcomes);
        Assert.Null(history.LateShare);
    }

    private static TimelinessHistory Of(string today, IReadOnlyList<string> rows) => TimelinessHistory.Of(rows.Select(Row), Day(today));

    private static IndexedReport Row(string text)
    {
        var at = text.LastIndexOf(' ');
        return new IndexedReport("0000000001-22-" + text[(at + 1)..].Replace("-", "", StringComparison.Ordinal)[2..], text[..at],
            Day(text[(at + 1)..]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
