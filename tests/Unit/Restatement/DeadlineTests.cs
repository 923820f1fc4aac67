using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2024-06-30", "2024-08-14", "2024-08-14", "2024-08-15", "2024-08-19")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2024-06-30", "2024-08-09", "2024-08-09", "2024-08-12", "2024-08-14")]
    [InlineData("10-K", FilerStatus.LargeAccelerated, "2023-12-31", "2024-02-29", "2024-02-29", "2024-03-01", "2024-03-15")]
    [InlineData("10-K", FilerStatus.Accelerated, "2023-12-31", "2024-03-15", "2024-03-15", "2024-03-18", "2024-04-01")]
    [InlineData("10-K", FilerStatus.NonAccelerated, "2023-12-31", "2024-03-30", "2024-04-01", "2024-04-02", "2024-04-16")]
    [InlineData("10-K", FilerStatus.LargeAccelerated, "2024-12-31", "2025-03-01", "2025-03-03", "2025-03-04", "2025-03-18")]
    [InlineData("10-K", FilerStatus.Accelerated, "2024-12-31", "2025-03-16", "2025-03-17", "2025-03-18", "2025-04-01")]
    [InlineData("10-K", FilerStatus.NonAccelerated, "2024-12-31", "2025-03-31", "2025-03-31", "2025-04-01", "2025-04-15")]
    [InlineData("10-K", FilerStatus.LargeAccelerated, "2019-12-31", "2020-02-29", "2020-03-02", "2020-03-03", "2020-03-17")]
    [InlineData("10-K", FilerStatus.Accelerated, "2019-12-31", "2020-03-15", "2020-03-16", "2020-03-17", "2020-03-31")]
    // A printed filing calendar says 2021-03-15 here; the rule does not.
    [InlineData("10-K", FilerStatus.LargeAccelerated, "2020-12-31", "2021-03-01", "2021-03-01", "2021-03-02", "2021-03-16")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2021-03-31", "2021-05-10", "2021-05-10", "2021-05-11", "2021-05-17")]
    // Decides that the extension runs from the rolled due date.
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2021-03-31", "2021-05-15", "2021-05-17", "2021-05-18", "2021-05-24")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2021-09-30", "2021-11-09", "2021-11-09", "2021-11-10", "2021-11-15")]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2021-09-30", "2021-11-14", "2021-11-15", "2021-11-16", "2021-11-22")]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2020-06-30", "2020-08-14", "2020-08-14", "2020-08-17", "2020-08-19")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2024-09-30", "2024-11-09", "2024-11-12", "2024-11-13", "2024-11-18")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2018-10-26", "2018-12-05", "2018-12-06", "2018-12-07", "2018-12-11")]
    [InlineData("10-Q", FilerStatus.Accelerated, "2024-11-30", "2025-01-09", "2025-01-10", "2025-01-13", "2025-01-15")]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2024-11-30", "2025-01-14", "2025-01-14", "2025-01-15", "2025-01-21")]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2024-05-05", "2024-06-19", "2024-06-20", "2024-06-21", "2024-06-25")]
    [InlineData("10-K", FilerStatus.NonAccelerated, "2024-06-30", "2024-09-28", "2024-09-30", "2024-10-01", "2024-10-15")]
    [InlineData("10-K", FilerStatus.NonAccelerated, "2024-09-30", "2024-12-29", "2024-12-30", "2024-12-31", "2025-01-14")]
    [InlineData("20-F", FilerStatus.Unspecified, "2020-12-31", "2021-04-30", "2021-04-30", "2021-05-03", "2021-05-17")]
    [InlineData("20-F", FilerStatus.Unspecified, "2022-12-31", "2023-04-30", "2023-05-01", "2023-05-02", "2023-05-16")]
    [InlineData("N-CEN", FilerStatus.Unspecified, "2023-12-31", "2024-03-15", "2024-03-15", "2024-03-18", "2024-04-01")]
    [InlineData("10-D", FilerStatus.Unspecified, "2023-06-15", "2023-06-30", "2023-06-30", "2023-07-03", "2023-07-05")]
    [InlineData("10-D", FilerStatus.Unspecified, "2024-11-15", "2024-11-30", "2024-12-02", "2024-12-03", "2024-12-09")]
    [InlineData("10-D", FilerStatus.Unspecified, "2025-01-27", "2025-02-11", "2025-02-11", "2025-02-12", "2025-02-18")]
    public void Dates_follow_from_report_status_and_period(string report, FilerStatus status, string period, string raw, string due, string noticeDue, string deemed)
    {
        var deadline = Assert.Single(Deadline.Candidates(report, Day(period), null), candidate => candidate.Status == status);
        Assert.Equal((Day(raw), Day(due), Day(noticeDue), Day(deemed)), (deadline.Unrolled, deadline.Due, deadline.NoticeDue, deadline.DeemedTimelyUntil));
    }

    [Theory]
    // Before fiscal years ending 2002-12-15 there was one term; accelerated filers came first, large ones in 2005.
    [InlineData("10-K", "2001-12-31", null, "NonAccelerated 90")]
    [InlineData("10-K", "2002-12-31", null, "NonAccelerated 90, Accelerated 90")]
    [InlineData("10-K", "2003-12-31", null, "NonAccelerated 90, Accelerated 75")]
    [InlineData("10-K", "2005-12-31", null, "NonAccelerated 90, Accelerated 75, LargeAccelerated 75")]
    [InlineData("10-K", "2006-12-31", null, "NonAccelerated 90, Accelerated 75, LargeAccelerated 60")]
    // The header of a fiscal year that ended on this day may say 1231.
    [InlineData("10-K", "2003-01-26", "1231", "NonAccelerated 90, Accelerated 90")]
    [InlineData("10-Q", "2003-09-30", null, "NonAccelerated 45, Accelerated 45")]
    [InlineData("10-Q", "2004-03-31", null, "NonAccelerated 45, Accelerated 40")]
    // The fiscal year of this quarter ends on 2004-06-30, before the change.
    [InlineData("10-Q", "2004-03-31", "0630", "NonAccelerated 45, Accelerated 45")]
    [InlineData("10-Q", "2004-09-30", "0630", "NonAccelerated 45, Accelerated 40")]
    public void Terms_changed_through_the_years(string report, string period, string? fiscalYearEnd, string expected)
    {
        var deadlines = Deadline.Candidates(report, Day(period), fiscalYearEnd);
        Assert.Equal(expected, string.Join(", ", deadlines.Select(deadline => $"{deadline.Status} {deadline.Unrolled.DayNumber - deadline.PeriodEnd.DayNumber}")));
    }

    [Theory]
    // Form 20-F, General Instruction A(b); Release 33-8959: six months for fiscal years ended before 2011-12-15, four since.
    [InlineData("2010-12-31", "2011-06-30")]
    [InlineData("2011-12-14", "2012-06-14")]
    [InlineData("2011-12-31", "2012-04-30")]
    // Months run from the last day to the last day; no text of the SEC or its staff says so (certainty 80 percent).
    [InlineData("2023-06-30", "2023-10-31")]
    [InlineData("2023-09-30", "2024-01-31")]
    [InlineData("2023-02-28", "2023-06-30")]
    [InlineData("2024-02-29", "2024-06-30")]
    [InlineData("2010-06-30", "2010-12-31")]
    [InlineData("2023-06-25", "2023-10-25")]
    public void Form_20F_is_due_on_the_last_day_of_the_fourth_month(string period, string unrolled) =>
        Assert.Equal(Day(unrolled), Assert.Single(Deadline.Candidates("20-F", Day(period), null)).Unrolled);

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2023-06-30", true)]
    public void A_count_of_months_that_no_text_settles_says_so(string period, bool said) =>
        Assert.Equal(said, new StatusEvidence().Find("20-F", Day(period))!.Remarks.Any(remark => remark.Code == "months-to-last-day"));

    [Theory]
    // Form 11-K, General Instruction A; 17 CFR 240.15d-21: 180 days under ERISA, 90 days else.
    [InlineData("plan under ERISA", "2024-06-28", "2024-07-01", "2024-07-15")]
    [InlineData("other plan", "2024-04-01", "2024-04-02", "2024-04-16")]
    public void Form_11K_depends_on_the_kind_of_plan(string plan, string due, string noticeDue, string deemed)
    {
        var deadline = Assert.Single(Deadline.Candidates("11-K", Day("2023-12-31"), null), candidate => candidate.Term.Contains(plan, StringComparison.Ordinal));
        Assert.Equal((Day(due), Day(noticeDue), Day(deemed)), (deadline.Due, deadline.NoticeDue, deadline.DeemedTimelyUntil));
    }

    [Fact]
    public void A_notice_for_Form_11K_tells_the_plan_by_its_date()
    {
        Assert.Null(new StatusEvidence().Find("11-K", Day("2023-12-31"))!.Supported);
        Assert.Equal(Day("2024-04-16"), new StatusEvidence { NoticeDate = (Day("2024-04-02"), null) }.Find("11-K", Day("2023-12-31"))!.Supported!.DeemedTimelyUntil);
    }

    [Fact]
    public void Part_III_has_120_days_and_no_extension()
    {
        // Form 10-K, General Instruction G(3); rolled by Rule 0-3. 2023-12-31 + 120 = 2024-04-29.
        var deadline = Assert.Single(Deadline.Candidates(PeriodicReports.Of("10-K Part III")!, Day("2023-12-31"), null));
        Assert.Equal((Day("2024-04-29"), false), (deadline.Due, deadline.HasNotice));
    }

    [Theory]
    // 17 CFR 240.13a-10(b), (c), (j): the days of the annual or quarterly form, from the later of the close and the determination.
    [InlineData("10-K", FilerStatus.NonAccelerated, "2023-12-31", "2023-09-01", "2024-04-01")]
    [InlineData("10-K", FilerStatus.NonAccelerated, "2023-12-31", "2024-02-15", "2024-05-15")]
    [InlineData("10-K", FilerStatus.Accelerated, "2023-12-31", "2024-02-15", "2024-04-30")]
    [InlineData("10-K", FilerStatus.LargeAccelerated, "2023-12-31", "2024-02-15", "2024-04-15")]
    [InlineData("10-Q", FilerStatus.NonAccelerated, "2023-09-30", "2023-11-10", "2023-12-26")]
    public void A_transition_report_counts_from_the_later_of_close_and_determination(string report, FilerStatus status, string period, string determined, string due)
    {
        var (start, unknown) = TransitionReports.Start(Day(period), Day(determined), []);
        Assert.Null(unknown);
        Assert.Equal(Day(due), new StatusEvidence { OwnCover = (status, null), CountedFrom = start }.Find(report, Day(period))!.Supported!.Due);
    }

    [Theory]
    // 17 CFR 240.13a-13(a): S-1 effective on 15 July with statements to 31 March: the report to 30 June is due on 29 August (FRM; Roadmap 7.2).
    [InlineData("2024-06-30", "2024-07-15", "2024-08-29")]
    // The usual day is later.
    [InlineData("2024-06-30", "2024-06-20", "2024-08-14")]
    // Rolled: 2024-08-01 + 45 is a Sunday.
    [InlineData("2024-06-30", "2024-08-01", "2024-09-16")]
    public void The_first_quarterly_report_is_due_45_days_after_effectiveness_or_later(string period, string effective, string due) =>
        Assert.Equal(Day(due), new StatusEvidence { OwnCover = (FilerStatus.NonAccelerated, null), NotBefore = FirstReports.NotBefore("10-Q", Day(period), Day(effective)) }.Find("10-Q", Day(period))!.Supported!.Due);

    [Theory]
    // 17 CFR 240.15d-2: 90 days after effectiveness; a foreign private issuer has until four months after the year's end if that is later.
    [InlineData("10-K", "2023-12-31", "2024-02-12", "2024-05-13")]
    [InlineData("20-F", "2023-12-31", "2024-02-12", "2024-05-13")]
    [InlineData("20-F", "2023-12-31", "2024-01-10", "2024-04-30")]
    public void The_special_report_is_due_90_days_after_effectiveness(string report, string period, string effective, string due) =>
        Assert.Equal(Day(due), new StatusEvidence { OwnCover = (FilerStatus.NonAccelerated, null), NotBefore = FirstReports.NotBefore(report, Day(period), Day(effective)) }.Find(report, Day(period))!.LatestDue);

    [Theory]
    // 17 CFR 240.12b-2: the status is determined at the end of each fiscal year; an annual report goes by its own year's end, quarters by the one before.
    [InlineData("10-K", "2023-12-31", "1231", 2023)]
    [InlineData("10-Q", "2024-03-31", "1231", 2023)]
    [InlineData("10-Q", "2023-09-30", "1231", 2022)]
    [InlineData("10-Q", "2023-09-30", "0630", 2023)]
    [InlineData("10-K", "2024-06-30", "0630", 2024)]
    public void The_year_at_whose_end_the_status_was_determined(string report, string period, string fiscalYearEnd, int year) =>
        Assert.Equal(year, FiscalYears.OfStatus(report, Day(period), fiscalYearEnd));

    [Theory]
    [InlineData("10-K405", "10-K")]
    [InlineData("10-KSB", "10-K")]
    [InlineData("10-QSB/A", "10-Q")]
    [InlineData("10-KT", "10-K")]
    [InlineData("N-CSRS", "N-CSR")]
    [InlineData("NSAR-B", "N-SAR")]
    [InlineData("8-K", null)]
    [InlineData("10-12G", null)]
    public void Submission_types_are_brought_to_their_report(string form, string? report) => Assert.Equal(report, PeriodicReports.Of(form));

    [Theory]
    [InlineData("10-K", "1985-12-31")]
    [InlineData("10-K", "2035-12-31")]
    [InlineData("10-Q", "2090-06-30")]
    public void Outside_the_years_of_the_calendar_there_are_no_dates(string report, string period) => Assert.Empty(Deadline.Candidates(report, Day(period), null));

    [Fact]
    public void A_stated_due_date_singles_out_the_status()
    {
        var finding = new StatusEvidence { StatedDue = (Day("2024-08-14"), null) }.Find("10-Q", Day("2024-06-30"))!;
        Assert.Equal(3, finding.Candidates.Count);
        Assert.Equal(FilerStatus.NonAccelerated, finding.Supported!.Status);
        Assert.Equal("due-date-stated", Assert.Single(finding.Candidates[0].Support).Code);
        Assert.Equal(Day("2024-08-19"), finding.Supported.DeemedTimelyUntil);
    }

    [Fact]
    public void Evidence_that_fits_two_statuses_with_the_same_dates_supports_the_dates()
    {
        var finding = new StatusEvidence { NoticeDate = (Day("2024-08-12"), null) }.Find("10-Q", Day("2024-06-30"))!;
        Assert.Equal((FilerStatus.Unspecified, Day("2024-08-09")), (finding.Supported!.Status, finding.Supported.Due));
    }

    [Fact]
    public void Without_evidence_nothing_is_singled_out_and_the_latest_dates_are_known()
    {
        var finding = new StatusEvidence().Find("10-K", Day("2023-12-31"))!;
        Assert.Null(finding.Supported);
        Assert.Equal((Day("2024-04-01"), Day("2024-04-16")), (finding.LatestDue, finding.LatestDeemedTimely));
    }

    [Fact]
    public void The_reports_own_cover_outweighs_what_the_notice_states_and_the_misfit_is_said()
    {
        var finding = new StatusEvidence { OwnCover = (FilerStatus.Accelerated, null), StatedDue = (Day("2024-08-13"), null) }.Find("10-Q", Day("2024-06-30"))!;
        Assert.Equal(Day("2024-08-09"), finding.Supported!.Due);
        Assert.Equal("due-date-stated-fits-none", Assert.Single(finding.Remarks).Code);
    }

    [Fact]
    public void Dates_that_rest_on_an_unconfirmed_closing_say_so()
    {
        var finding = new StatusEvidence { OwnCover = (FilerStatus.NonAccelerated, null) }.Find("10-K", Day("2024-09-30"))!;
        Assert.DoesNotContain(finding.Remarks, remark => remark.Code == DeadlineFinding.ClosingUnconfirmed);
        finding = new StatusEvidence().Find("10-Q", Day("2012-11-09"))!;
        Assert.Contains(finding.Remarks, remark => remark.Code == DeadlineFinding.ClosingUnconfirmed);
    }

    [Theory]
    [InlineData("2024-08-14", null, "2023-12-31")]
    [InlineData("2024-08-14", "0630", "2024-06-30")]
    [InlineData("2024-06-30", "0630", "2023-06-30")]
    [InlineData("2024-02-10", "0229", "2023-02-28")]
    public void The_last_completed_fiscal_year_ends_before_the_day(string day, string? fiscalYearEnd, string end) =>
        Assert.Equal(Day(end), FiscalYears.LastCompletedBefore(Day(day), fiscalYearEnd));
}
