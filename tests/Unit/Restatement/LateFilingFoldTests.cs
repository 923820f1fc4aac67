using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

public sealed class LateFilingFoldTests
{
    private const string Q2 = "2024-06-30";

    // A 10-Q of a non-accelerated filer: due 2024-08-14, notice due 08-15, deemed timely until 08-19.
    private static FilingFact Notice(string filed, bool? relief = true) =>
        Given.Notice("n1", filed, "10-Q", Q2, relief, says: notice => notice with { StatedDueDate = Says(Day("2024-08-14")) });

    [Theory]
    // Notice, relief, report (empty: none), as of, state, timely until, days late.
    // N16: early, on its last day, too late.
    [InlineData("2024-08-09", true, "2024-08-19", "2024-08-20", LateFilingState.CuredInTime, "2024-08-19", null)]
    // Nothing is excused before it is due (12b-25(b): the report "shall be deemed to be filed on the prescribed due date").
    [InlineData("2024-08-09", true, "", "2024-08-12", LateFilingState.Noticed, "2024-08-19", null)]
    [InlineData("2024-08-14", true, "", "2024-08-14", LateFilingState.Noticed, "2024-08-19", null)]
    [InlineData("2024-08-14", true, "", "2024-08-15", LateFilingState.Excused, "2024-08-19", null)]
    [InlineData("2024-08-15", true, "", "2024-08-19", LateFilingState.Excused, "2024-08-19", null)]
    [InlineData("2024-08-15", true, "", "2024-08-20", LateFilingState.Lapsed, "2024-08-19", null)]
    [InlineData("2024-08-15", true, "2024-08-19", "2024-08-20", LateFilingState.CuredInTime, "2024-08-19", null)]
    [InlineData("2024-08-15", true, "2024-08-20", "2024-08-20", LateFilingState.CuredLate, "2024-08-19", 6)]
    // A notice sent after 17:30 on its last day is filed the day after and gives no relief.
    [InlineData("2024-08-16", true, "2024-08-19", "2024-08-20", LateFilingState.CuredLate, "2024-08-14", 5)]
    [InlineData("2024-08-16", true, "", "2024-08-16", LateFilingState.Lapsed, "2024-08-14", null)]
    // The box is not ticked: a notice only.
    [InlineData("2024-08-15", false, "2024-08-19", "2024-08-20", LateFilingState.CuredLate, "2024-08-14", 5)]
    [InlineData("2024-08-13", false, "", "2024-08-14", LateFilingState.Noticed, "2024-08-14", null)]
    [InlineData("2024-08-13", false, "", "2024-08-15", LateFilingState.Lapsed, "2024-08-14", null)]
    [InlineData("2024-08-13", false, "2024-08-14", "2024-08-15", LateFilingState.CuredInTime, "2024-08-14", null)]
    // The boxes cannot be read: nobody is called late before the extension would have ended.
    [InlineData("2024-08-14", null, "", "2024-08-19", LateFilingState.Noticed, null, null)]
    [InlineData("2024-08-14", null, "", "2024-08-20", LateFilingState.Lapsed, null, null)]
    [InlineData("2024-08-14", null, "2024-08-19", "2024-08-20", LateFilingState.CuredInTime, null, null)]
    // The report came first.
    [Case("N16", "N17")]
    [InlineData("2024-08-15", true, "2024-08-14", "2024-08-20", LateFilingState.AlreadyFiled, "2024-08-19", null)]
    public void A_case_stands_by_notice_relief_report_and_day(string noticed, bool? relief, string filed, string asOf, LateFilingState state, string? timelyUntil, int? daysLate)
    {
        var facts = filed.Length == 0 ? Facts(Notice(noticed, relief)) : Facts(Notice(noticed, relief), Report("r1", filed, "10-Q", Q2));
        var late = facts.OnlyLate(asOf);
        Assert.Equal(state, late.State);
        Assert.Equal(timelyUntil is null ? null : Day(timelyUntil), late.TimelyUntil);
        Assert.Equal(daysLate, late.DaysLateWhenFiled);
    }

    [Fact]
    public void An_extension_that_ends_on_the_rolled_day_is_kept()
    {
        // 10-K for 2023: due Saturday 2024-03-30, rolled to 04-01; the extension runs from there to 04-16, not 04-15.
        var late = Facts(
            Given.Notice("n1", "2024-04-02", "10-K", "2023-12-31", says: notice => notice with { StatedDueDate = Says(Day("2024-04-01")) }),
            Report("r1", "2024-04-16", "10-K", "2023-12-31")).OnlyLate("2024-05-01");
        Assert.Equal((LateFilingState.CuredInTime, Day("2024-04-16")), (late.State, late.TimelyUntil));
    }

    [Theory]
    [InlineData("2024-08-15T17:29:00", LateFilingState.CuredInTime)]
    [InlineData("2024-08-15T17:31:00", LateFilingState.CuredLate)]
    public void The_acceptance_of_the_notice_decides_where_no_filing_date_is_given(string accepted, LateFilingState state)
    {
        var notice = Notice("2024-08-15") with { FiledOn = null, AcceptedAtEastern = DateTime.Parse(accepted, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(state, Facts(notice, Report("r1", "2024-08-19", "10-Q", Q2)).OnlyLate("2024-09-01").State);
    }

    [Fact]
    public void A_signature_date_stands_in_and_that_is_said()
    {
        var late = Facts(Notice("2024-08-14") with { FiledOn = null, SignedOn = Day("2024-08-14") }).OnlyLate("2024-08-15");
        Assert.Equal(LateFilingState.Excused, late.State);
        Assert.Contains(late.Grounds, ground => ground.Code == "signature-date-stands-in");
    }

    [Case("N7")]
    [Fact]
    public void A_report_filed_after_hours_before_the_notice_of_the_same_day_was_already_filed()
    {
        var late = Facts(
            Given.Notice("n1", "2015-04-01", "10-K", "2014-12-31") with { AcceptedAtEastern = new DateTime(2015, 4, 1, 10, 0, 0) },
            Report("r1", "2015-04-01", "10-K", "2014-12-31", FilerStatus.NonAccelerated) with { AcceptedAtEastern = new DateTime(2015, 3, 31, 19, 59, 0) }).OnlyLate("2015-05-01");
        Assert.Equal((LateFilingState.AlreadyFiled, (int?)null), (late.State, late.DaysLateWhenFiled));
        Assert.Equal(CrossCheckKind.NoticeAfterReport, Assert.Single(late.CrossChecks).Kind);
    }

    [Fact]
    public void A_notice_that_says_so_was_already_filed()
    {
        var late = Facts(Given.Notice("n1", "2024-08-15", "10-Q", Q2, says: notice => notice with { ReportAlreadyFiled = Says(true) })).OnlyLate("2024-09-30");
        Assert.Equal(LateFilingState.AlreadyFiled, late.State);
    }

    [Fact]
    public void Unknown_status_never_makes_anybody_late_too_early()
    {
        // Due 08-09 or 08-14: without evidence the later dates hold. An early notice says nothing about the status.
        var facts = Facts(Given.Notice("n1", "2024-08-01", "10-Q", Q2), Report("r1", "2024-08-16", "10-Q", Q2));
        var late = facts.OnlyLate("2024-09-01");
        Assert.Equal((LateFilingState.CuredInTime, (DateOnly?)null), (late.State, late.TimelyUntil));
        Assert.Contains(late.Grounds, ground => ground.Code == "filer-status-unknown");
        Assert.Contains(late.Grounds, ground => ground.Code == "timeliness-undetermined");
    }

    [Fact]
    public void The_cover_of_the_report_decides_when_it_comes()
    {
        var late = Facts(Given.Notice("n1", "2024-08-09", "10-Q", Q2), Report("r1", "2024-08-16", "10-Q", Q2, FilerStatus.Accelerated)).OnlyLate("2024-09-01");
        Assert.Equal((LateFilingState.CuredLate, 7), (late.State, late.DaysLateWhenFiled));
    }

    [Fact]
    public void Periods_of_a_52_53_week_year_that_are_written_both_ways_are_one()
    {
        var late = Facts(Given.Notice("n1", "2024-08-14", "10-Q", Q2), Report("r1", "2024-08-19", "10-Q", "2024-06-29", FilerStatus.NonAccelerated)).OnlyLate("2024-09-01");
        Assert.Equal(LateFilingState.CuredInTime, late.State);
        Assert.Equal(Day("2024-06-29"), late.Deadlines!.Supported!.PeriodEnd);
        Assert.Equal(Day(Q2), late.Key.PeriodEnd);
    }

    [Fact]
    public void An_amended_notice_about_another_period_takes_the_place_of_the_first()
    {
        var cases = AsOf(Facts(
            Given.Notice("n1", "2024-08-14", "10-Q", "2023-06-30"),
            Given.Notice("n2", "2024-08-15", "10-Q", Q2, form: "NT 10-Q/A")), Day("2024-08-16")).LateFilings;
        Assert.Equal([LateFilingState.Withdrawn, LateFilingState.Excused], cases.Select(late => late.State));
    }

    // N17: the extension is not extended.
    [Case("N12", "N17")]
    [Theory]
    [InlineData("NT 10-Q/A")]
    [InlineData("NT 10-Q")]
    public void A_second_notice_about_the_same_report_joins_its_case_and_extends_nothing(string form)
    {
        var late = Facts(Notice("2024-08-15"), Given.Notice("n2", "2024-08-19", "10-Q", Q2, form: form)).OnlyLate("2024-08-20");
        Assert.Equal((LateFilingState.Lapsed, 2), (late.State, late.Notices.Count));
    }

    [Fact]
    public void A_notice_without_a_period_makes_a_case_of_its_own()
    {
        var fact = Notice("2024-08-15");
        var late = Facts(fact with { Notice = fact.Notice! with { PeriodEnd = null } }).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.Noticed, "notice.n1"), (late.State, late.Key.Text));
        Assert.Contains(late.Grounds, ground => ground.Code == "deadline-unknown");
    }

    [Fact]
    public void A_report_certainly_late_without_a_notice_is_a_case_and_one_perhaps_late_is_none()
    {
        var earlier = Report("r0", "2024-05-10", "10-Q", "2024-03-31");
        Assert.Empty(AsOf(Facts(earlier, Report("r1", "2024-08-14", "10-Q", Q2)), Day("2024-12-31")).LateFilings);
        Assert.Empty(AsOf(Facts(earlier, Report("r1", "2024-12-01", "10-Q", Q2) with { FiledOn = null, SignedOn = Day("2024-12-01") }), Day("2024-12-31")).LateFilings);
        // The first report after a registration is due by another rule.
        Assert.Empty(AsOf(Facts(Report("r1", "2024-08-20", "10-Q", Q2)), Day("2024-12-31")).LateFilings);
        var late = Facts(earlier, Report("r1", "2024-08-20", "10-Q", Q2)).OnlyLate("2024-12-31");
        Assert.Equal(LateFilingState.CuredLate, late.State);
        Assert.Contains(late.Grounds, ground => ground.Code == "no-notice");
    }

    [Fact]
    public void A_lapsed_case_says_when_later_reports_were_received()
    {
        var cases = AsOf(Facts(Notice("2024-08-14"), Report("r1", "2024-11-10", "10-Q", "2024-09-30")), Day("2025-01-01")).LateFilings;
        Assert.Contains(Assert.Single(cases).Grounds, ground => ground.Code == "later-report-received");
    }

    [Case("N11")]
    [Fact]
    public void A_notice_about_a_part_of_the_report_says_so()
    {
        var late = Facts(Given.Notice("n1", "2024-08-14", "10-Q", Q2, says: notice => notice with { Portion = Says("Part I, Item 1") })).OnlyLate("2024-08-15");
        Assert.Contains(late.Grounds, ground => ground.Code == "portion-only");
    }

    [Fact]
    public void Cases_in_a_row_are_counted_over_the_fourth_quarter()
    {
        string[] periods = ["2023-03-31", "2023-09-30", "2024-03-31", "2024-06-30"];
        var cases = AsOf(Facts([.. periods.Select((period, i) => Given.Notice($"n{i}", "2024-08-14", "10-Q", period))]), Day("2024-08-15")).LateFilings;
        Assert.Equal([1, 2, 3, 4], cases.Select(late => late.Streak));
    }

    [Theory]
    [InlineData("2024-08-26", true)]
    [InlineData("2024-08-28", true)]
    [InlineData("2024-08-29", false)]
    public void A_silent_notice_is_one_followed_by_non_reliance_within_14_days(string disclosed, bool silent)
    {
        var late = Facts(Notice("2024-08-14"), NonReliance("k1", disclosed, Year("2023-12-31"))).OnlyLate("2024-12-31");
        Assert.Equal(silent, late.CrossChecks.Any(check => check.Kind == CrossCheckKind.SilentNotice));
    }

    [Fact]
    public void A_notice_that_speaks_of_errors_is_not_silent()
    {
        var notice = Notice("2024-08-14");
        notice = notice with { Notice = notice.Notice! with { Reasons = [Says(LateFilingReason.ErrorOrRestatement)] } };
        Assert.Empty(Facts(notice, NonReliance("k1", "2024-08-20", Year("2023-12-31"))).OnlyLate("2024-12-31").CrossChecks);
    }

    [Case("N16")]
    [Fact]
    public void A_late_notice_says_by_how_many_business_days()
    {
        var check = Assert.Single(Facts(Notice("2024-08-20")).OnlyLate("2024-12-31").CrossChecks);
        Assert.Equal((CrossCheckKind.LateNotice, 3), (check.Kind, check.Days));
    }
}
