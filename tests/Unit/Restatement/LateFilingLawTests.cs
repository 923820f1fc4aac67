using Filingwire.Sec.Codes;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>Short forms and current reports, 10-D, first reports, transition reports, amended claims, parts of reports.</summary>
public sealed class LateFilingLawTests
{
    private const string Q2 = "2024-06-30";

    // A 10-Q of a non-accelerated filer: due 2024-08-14, notice due 08-15, deemed timely until 08-19.
    private static FilingFact Noticed(string id, string filed, bool? relief = true, string form = "", string due = "2024-08-14", string period = Q2) =>
        Notice(id, filed, "10-Q", period, relief, form, notice => notice with { StatedDueDate = Says(Day(due)) });

    private static FilingFact Filed(string date, string period = Q2) => Report("r1", date, "10-Q", period, FilerStatus.NonAccelerated);

    [Theory]
    // Rule 12b-25(d), C&DI Securities Act Forms 119.03; Form S-3, General Instruction I.A.3(b).
    // Report (empty: none), relief, as of, from, again.
    [InlineData("", true, "2024-08-14", null, null)]
    [InlineData("", true, "2024-08-15", "2024-08-15", null)]
    [InlineData("", false, "2024-08-15", "2024-08-15", null)]
    [InlineData("", true, "2024-09-30", "2024-08-15", null)]
    // Filed within the extension: back on that day.
    [InlineData("2024-08-19", true, "2024-08-20", "2024-08-15", "2024-08-19")]
    // Missed: twelve full months after the month in which it was due.
    [InlineData("2024-08-20", true, "2024-12-31", "2024-08-15", "2025-09-01")]
    [InlineData("2024-08-15", false, "2024-12-31", "2024-08-15", "2025-09-01")]
    [InlineData("2025-10-02", true, "2025-12-31", "2024-08-15", "2025-10-02")]
    // In time.
    [InlineData("2024-08-14", true, "2024-12-31", null, null)]
    public void Short_form_registration_stops_the_day_after_the_due_date(string filed, bool relief, string asOf, string? from, string? again)
    {
        var facts = filed.Length == 0 ? Facts(Noticed("n1", "2024-08-14", relief)) : Facts(Noticed("n1", "2024-08-14", relief), Filed(filed));
        var form = facts.OnlyLate(asOf).ShortForm;
        Assert.Equal((DayOrNone(from), DayOrNone(again)), (form?.UnavailableFrom, form?.AvailableAgainOn));
        Assert.All(form?.Grounds ?? [], ground => Assert.NotEmpty(ground.Rule));
    }

    [Fact]
    public void The_other_way_to_count_twelve_months_is_said()
    {
        // Due 2020-05-15 and late: 2021-06-01 by the month in which it was due.
        var late = Facts(Noticed("n1", "2020-05-15", false, due: "2020-05-15", period: "2020-03-31"), Filed("2020-09-02", "2020-03-31")).OnlyLate("2021-01-01");
        Assert.Equal(Day("2021-06-01"), late.ShortForm!.AvailableAgainOn);
        Assert.Contains("2021-10-01", Assert.Single(late.ShortForm.Grounds).Text, StringComparison.Ordinal);
    }

    [Theory]
    // Form S-8 (17 CFR 239.16b) and Rule 144(c)(1) (C&DI 131.02): at risk in the window, not current after it, current again on filing.
    [InlineData("", true, "2024-08-14", null, null, null)]
    [InlineData("", true, "2024-08-15", CurrencyStanding.AtRisk, "2024-08-15", null)]
    [InlineData("", true, "2024-08-20", CurrencyStanding.NotCurrent, "2024-08-15", null)]
    [InlineData("", false, "2024-08-15", CurrencyStanding.NotCurrent, "2024-08-15", null)]
    [InlineData("2024-08-19", true, "2024-08-20", null, null, null)]
    [InlineData("2024-08-26", true, "2024-12-31", CurrencyStanding.NotCurrent, "2024-08-15", "2024-08-26")]
    public void S_8_and_Rule_144_ask_for_current_reports(string filed, bool relief, string asOf, CurrencyStanding? standing, string? from, string? until)
    {
        var facts = filed.Length == 0 ? Facts(Noticed("n1", "2024-08-14", relief)) : Facts(Noticed("n1", "2024-08-14", relief), Filed(filed));
        var currency = facts.OnlyLate(asOf).Currency;
        Assert.Equal(standing is null ? Array.Empty<string>() : ["S-8", "Rule 144"], currency.Select(consequence => consequence.Use));
        Assert.All(currency, consequence => Assert.Equal((standing, DayOrNone(from), DayOrNone(until)), ((CurrencyStanding?)consequence.Standing, (DateOnly?)consequence.From, consequence.Until)));
    }

    private static FilingFact Distribution(string id, string filed, string period, string? distribution) => Report(id, filed, "10-D", period) is var fact
        ? fact with { Report = fact.Report! with { DistributionDate = distribution is null ? null : Says(Day(distribution)) } } : fact;

    [Case("N19")]
    [Theory]
    // Form 10-D, General Instruction A(2): 15 days after the required distribution date, whatever the period's end.
    [InlineData("2023-07-17", "2023-08-07", LateFilingState.CuredInTime, "2023-08-07")]
    [InlineData("2023-07-17", "2023-08-08", LateFilingState.CuredLate, "2023-08-07")]
    [InlineData("2023-07-25", "2023-08-14", LateFilingState.CuredInTime, "2023-08-14")]
    [InlineData(null, "2023-08-14", LateFilingState.CuredInTime, null)]
    public void Form_10D_counts_from_the_distribution_date(string? distribution, string filed, LateFilingState state, string? timely)
    {
        // 2023-07-17 + 15 = 08-01, notice until 08-02, extension to Sunday 08-06, rolled. 2023-07-25 + 15 = 08-09, notice until 08-10, extension to 08-14.
        var late = Facts(Notice("n1", distribution == "2023-07-25" ? "2023-08-09" : "2023-08-02", "10-D", "2023-06-30"), Distribution("r1", filed, "2023-06-30", distribution)).OnlyLate("2023-12-31");
        Assert.Equal((state, DayOrNone(timely)), (late.State, late.TimelyUntil));
        Assert.Contains(late.Grounds, ground => ground.Code == (distribution is null ? "distribution-date-unknown" : "counted-from-distribution-date"));
        Assert.Equal(state == LateFilingState.CuredLate ? "SF-3" : null, late.IsLate ? late.ShortForm?.Form : null);
    }

    [Fact]
    public void The_next_months_10D_does_not_cure_this_months()
    {
        var cases = AsOf(Facts(
            Notice("n1", "2023-08-02", "10-D", "2023-06-30", says: notice => notice with { StatedDueDate = Says(Day("2023-08-01")) }),
            Distribution("r2", "2023-08-28", "2023-07-31", "2023-08-15")), Day("2023-12-31")).LateFilings;
        Assert.Equal([LateFilingState.Lapsed], cases.Select(late => late.State));
    }

    [Fact]
    public void A_10D_notice_that_gives_the_distribution_date_joins_its_report()
    {
        var late = Facts(Notice("n1", "2023-08-02", "10-D", "2023-07-17"), Distribution("r1", "2023-08-07", "2023-06-30", "2023-07-17")).OnlyLate("2023-12-31");
        Assert.Equal((LateFilingState.CuredInTime, Day("2023-08-07")), (late.State, late.TimelyUntil));
    }

    [Fact]
    public void The_first_report_after_an_offering_is_not_late_by_the_usual_dates()
    {
        // Effective 2024-07-15: due 2024-08-29 (17 CFR 240.13a-13(a)), not 08-14; notice until 08-30, extension to 09-03.
        var facts = Facts(Filing("e1", "EFFECT", "2024-07-15"), Filing("p1", "424B4", "2024-07-17"), Notice("n1", "2024-08-30", "10-Q", Q2), Filed("2024-09-03"));
        var late = facts.OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredInTime, Day("2024-09-03"), (int?)null), (late.State, late.TimelyUntil, late.DaysLateWhenFiled));
        Assert.Equal("filings/e1", Assert.Single(late.Grounds, ground => ground.Code == "first-report-after-registration").Evidence[0].Filing.Filing);
        // Filed without a notice, and late by its own due date.
        late = Facts(Filing("p1", "424B4", "2024-07-15"), Filed("2024-09-10")).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredLate, 12), (late.State, late.DaysLateWhenFiled));
        // An issuer that had reported before has no first report.
        late = Facts(Report("r0", "2024-05-10", "10-Q", "2024-03-31", FilerStatus.NonAccelerated), Filing("e1", "EFFECT", "2024-07-15"), Noticed("n1", "2024-08-15"), Filed("2024-09-03")).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredLate, 20), (late.State, late.DaysLateWhenFiled));
    }

    [Fact]
    public void Where_the_registration_is_unknown_a_late_notice_of_a_new_issuer_is_said_to_be_unknown()
    {
        var late = Facts(Notice("n1", "2024-08-30", "10-Q", Q2), Filed("2024-10-01")).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredInTime, (int?)null), (late.State, late.DaysLateWhenFiled));
        Assert.Contains(late.Grounds, ground => ground.Code == "first-report-possible");
        Assert.Null(late.ShortForm);
        Assert.DoesNotContain(late.CrossChecks, check => check.Kind == CrossCheckKind.LateNotice);
        // One whose earlier reports are known is late.
        late = Facts(Report("r0", "2024-05-10", "10-Q", "2024-03-31", FilerStatus.NonAccelerated), Notice("n1", "2024-08-30", "10-Q", Q2), Filed("2024-10-01")).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredLate, 48), (late.State, late.DaysLateWhenFiled));
    }

    private static FilingFact Transition(string filed, string period) => Report("r1", filed, "10-KT", period, FilerStatus.NonAccelerated) is var fact
        ? fact with { Report = fact.Report! with { ReportType = "10-K", Transition = true } } : fact;

    private static FilingFact Earlier => Report("r0", "2023-08-10", "10-Q", "2023-06-30", FilerStatus.NonAccelerated);

    [Case("N11")]
    [Fact]
    public void A_transition_report_is_late_only_by_the_day_of_the_determination()
    {
        // 17 CFR 240.13a-10(j): close 2023-12-31, determined 2024-02-15 by Item 5.03: due 2024-05-15.
        var change = Filing("k1", "8-K", "2024-02-20") with { FiscalYearChange = new FiscalYearChange(Day("2024-02-15"), "1231", null) };
        Assert.Empty(AsOf(Facts(Earlier, change, Transition("2024-05-15", "2023-12-31")), Day("2024-12-31")).LateFilings);
        var late = Facts(Earlier, change, Transition("2024-05-16", "2023-12-31")).OnlyLate("2024-12-31");
        Assert.Equal((LateFilingState.CuredLate, 1), (late.State, late.DaysLateWhenFiled));
        Assert.Contains(late.Grounds, ground => ground.Code == "counted-from-determination");
        // The day is not known: nobody is called late.
        Assert.Empty(AsOf(Facts(Earlier, Transition("2024-06-30", "2023-12-31")), Day("2024-12-31")).LateFilings);
        late = Facts(Earlier, Notice("n1", "2024-05-16", "10-K", "2023-12-31", says: notice => notice with { Transition = true }), Transition("2024-07-01", "2023-12-31")).OnlyLate("2024-12-31");
        Assert.Equal(LateFilingState.CuredInTime, late.State);
        Assert.Contains(late.Grounds, ground => ground.Code == "determination-date-unknown");
    }

    [Case("N19")]
    [Fact]
    public void A_half_years_report_cures_its_notice()
    {
        // N-CSRS for the half year ended 2023-06-30: due at the latest 70 days after it, 2023-09-08.
        var late = Facts(Notice("n1", "2023-09-08", "N-CSR", "2023-06-30", form: "NT-NCSR"), Report("r1", "2023-09-22", "N-CSRS", "2023-06-30")).OnlyLate("2023-12-31");
        Assert.Equal((LateFilingState.CuredInTime, Day("2023-09-25")), (late.State, late.TimelyUntil));
    }

    [Theory]
    // 12b-25(b)(1): the claim has to come with a notice in time. First notice's claim, amended on, its claim; state on 2024-08-20.
    [InlineData(false, "2024-08-15", true, LateFilingState.CuredInTime, null)]
    [InlineData(false, "2024-08-16", true, LateFilingState.CuredLate, "relief-claimed-too-late")]
    [InlineData(null, "2024-08-16", true, LateFilingState.CuredInTime, null)]
    [InlineData(true, "2024-08-16", false, LateFilingState.CuredLate, "relief-not-claimed")]
    [InlineData(true, "2024-08-16", true, LateFilingState.CuredInTime, "relief-claimed")]
    public void A_claim_made_only_after_the_last_day_gives_no_relief(bool? first, string amended, bool claims, LateFilingState state, string? ground)
    {
        var late = Facts(Noticed("n1", "2024-08-14", first), Noticed("n2", amended, claims, "NT 10-Q/A"), Filed("2024-08-19")).OnlyLate("2024-08-20");
        Assert.Equal(state, late.State);
        if (ground is not null)
            Assert.Contains(late.Grounds, candidate => candidate.Code == ground);
    }

    [Theory]
    // 12b-25(c): the signed statement of whoever could not furnish what the report needs.
    [InlineData(LateFilingReason.AuditOrReviewIncomplete, null, true)]
    [InlineData(LateFilingReason.AuditorChangeOrFirstYear, false, true)]
    [InlineData(LateFilingReason.AuditorUnpaidOrLackOfFunds, true, false)]
    [InlineData(LateFilingReason.Personnel, null, false)]
    public void A_notice_that_waits_for_the_accountant_needs_the_accountants_statement(LateFilingReason reason, bool? attached, bool warned)
    {
        var notice = Noticed("n1", "2024-08-14");
        notice = notice with { Notice = notice.Notice! with { Reasons = [Says(reason)], AccountantStatement = attached is { } there ? Says(there) : null } };
        Assert.Equal(warned, Facts(notice).OnlyLate("2024-08-15").CrossChecks.Any(check => check.Kind == CrossCheckKind.AccountantStatementMissing));
    }

    private static FilingFact Portion(string filed, string portion, string period = "2023-12-31") =>
        Notice("n1", filed, "10-K", period, says: notice => notice with { Portion = Says(portion), StatedDueDate = Says(Day("2024-04-01")) });

    [Case("N11")]
    [Fact]
    public void A_notice_about_a_part_is_not_cured_by_the_report_that_came_without_it()
    {
        var report = Report("r1", "2024-03-29", "10-K", "2023-12-31", FilerStatus.NonAccelerated);
        var late = Facts(report, Portion("2024-04-01", "Item 8, Schedule II")).OnlyLate("2024-04-10");
        Assert.Equal((LateFilingState.Excused, 0), (late.State, late.CrossChecks.Count));
        Assert.Equal(LateFilingState.Lapsed, Facts(report, Portion("2024-04-01", "Item 8, Schedule II")).OnlyLate("2024-05-01").State);
        late = Facts(report, Portion("2024-04-01", "Item 8, Schedule II"), Report("a1", "2024-04-16", "10-K/A", "2023-12-31")).OnlyLate("2024-05-01");
        Assert.Equal((LateFilingState.CuredInTime, "filings/a1"), (late.State, late.CuredBy?.Filing));
        Assert.Contains(late.Grounds, ground => ground.Code == "portion-by-amendment");
    }

    [Fact]
    public void Part_III_has_its_own_day()
    {
        // Form 10-K, General Instruction G(3): 2024-04-29, and no extension.
        var report = Report("r1", "2024-03-29", "10-K", "2023-12-31", FilerStatus.NonAccelerated);
        var late = Facts(report, Portion("2024-04-01", "Part III, Items 10 through 14"), Report("a1", "2024-04-29", "10-K/A", "2023-12-31")).OnlyLate("2024-06-01");
        Assert.Equal((LateFilingState.CuredInTime, Day("2024-04-29")), (late.State, late.LastPossibleDay));
        Assert.Contains(late.Grounds, ground => ground.Code == "part-iii-has-its-own-term");
        Assert.Equal(LateFilingState.CuredLate, Facts(report, Portion("2024-04-01", "Part III"), Report("a1", "2024-05-01", "10-K/A", "2023-12-31")).OnlyLate("2024-06-01").State);
    }

    [Theory]
    // 17 CFR 240.12b-2: the cover of the year's 10-K decides its successor's quarters; a 10-Q's cover does not decide the year's 10-K.
    [InlineData("10-K", "2023-12-31", "10-Q", "2024-03-31", FilerStatus.Accelerated)]
    [InlineData("10-Q", "2024-03-31", "10-Q", "2024-06-30", FilerStatus.Accelerated)]
    [InlineData("10-Q", "2023-09-30", "10-K", "2023-12-31", null)]
    [InlineData("10-Q", "2023-09-30", "10-Q", "2024-03-31", null)]
    public void An_earlier_cover_decides_only_within_the_year_of_its_status(string report, string period, string late, string latePeriod, FilerStatus? status)
    {
        var facts = Facts(Report("r0", Day(period).AddDays(38).ToString("O", System.Globalization.CultureInfo.InvariantCulture), report, period, FilerStatus.Accelerated) with { FiscalYearEnd = "1231" }, Notice("n1", "2024-02-01", late, latePeriod));
        var deadlines = facts.OnlyLate("2024-12-31").Deadlines!;
        Assert.Equal(status, deadlines.Supported?.Status);
        Assert.Equal(status is null, deadlines.Remarks.Any(remark => remark.Code == "status-determined-anew"));
    }
}
