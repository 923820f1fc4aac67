using Filingwire.Sec.Codes;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>Form 15 withdraws what is due on or after its filing (17 CFR 240.12g-4(b), 240.15d-6), and nothing else.</summary>
public sealed class DutyToReportTests
{
    // A 10-Q of a non-accelerated filer: due 2024-08-14, deemed timely until 08-19.
    private static FilingFact Announced(string filed = "2024-08-14") =>
        Notice("n1", filed, "10-Q", "2024-06-30", says: notice => notice with { StatedDueDate = Says(Day("2024-08-14")) });

    [Theory]
    // 12g-4(b): the duty is suspended from the day of the filing; a report due on that day or later is no longer due.
    [InlineData("15-12G", "2024-08-14", LateFilingState.Withdrawn, "duty-ended")]
    [InlineData("15-12B", "2024-08-14", LateFilingState.Withdrawn, "duty-ended")]
    // 12h-6(d): the same for foreign private issuers.
    [InlineData("15F-12G", "2024-08-14", LateFilingState.Withdrawn, "duty-ended")]
    // C&DI Exchange Act Rules 151.01: filed inside the extension, the report remains due.
    [InlineData("15-12G", "2024-08-15", LateFilingState.Lapsed, "duty-ended-too-late")]
    [InlineData("15-12G", "2024-08-19", LateFilingState.Lapsed, "duty-ended-too-late")]
    [InlineData("15-12G", "2024-08-21", LateFilingState.Lapsed, "duty-ended-too-late")]
    // A notice after the form: the issuer still reports under another registration.
    [InlineData("15-15D", "2024-08-13", LateFilingState.Lapsed, "duty-goes-on")]
    public void A_form_15_withdraws_what_is_due_on_its_day_or_later(string form, string filed, LateFilingState state, string ground)
    {
        var late = Facts(Announced(), Filing("f15", form, filed)).OnlyLate("2024-09-01");
        Assert.Equal(state, late.State);
        var said = Assert.Single(late.Grounds, candidate => candidate.Code == ground);
        Assert.Equal("filings/f15", Assert.Single(said.Evidence).Filing.Filing);
        Assert.NotEmpty(said.Rule);
    }

    [Fact]
    public void A_form_15_of_another_registration_withdraws_no_later_report()
    {
        // 15d-6: the suspension is that of the class named, here of debt in 2019; the issuer has reported ever since.
        var late = Facts(
            Filing("f15", "15-15D", "2019-03-01"),
            Report("r0", "2024-05-14", "10-Q", "2024-03-31", FilerStatus.NonAccelerated),
            Announced()).OnlyLate("2024-09-01");
        Assert.Equal(LateFilingState.Lapsed, late.State);
        Assert.Contains(late.Grounds, ground => ground.Code == "duty-goes-on");
    }

    [Fact]
    public void A_late_report_for_an_old_period_does_not_keep_the_duty_alive()
    {
        var facts = Facts(
            Notice("n0", "2024-05-15", "10-Q", "2024-03-31", says: notice => notice with { StatedDueDate = Says(Day("2024-05-15")) }),
            Filing("f15", "15-12G", "2024-08-14"),
            Report("r0", "2024-08-20", "10-Q", "2024-03-31", FilerStatus.NonAccelerated),
            Announced());
        var cases = AsOf(facts, Day("2024-12-31")).LateFilings;
        Assert.Equal([LateFilingState.CuredLate, LateFilingState.Withdrawn], cases.Select(late => late.State));
    }

    [Fact]
    public void The_annual_report_of_the_year_before_depends_on_the_rule_that_the_form_names()
    {
        // Section 15(d) and Rule 15d-6 leave it due, Rule 12h-3 does not.
        var late = Facts(
            Notice("n1", "2024-04-01", "10-K", "2023-12-31", says: notice => notice with { StatedDueDate = Says(Day("2024-04-01")) }),
            Filing("f15", "15-15D", "2024-04-01")).OnlyLate("2024-09-01");
        Assert.Contains(late.Grounds, ground => ground.Code == "duty-ended-by-rule-unknown");
    }

    [Fact]
    public void Where_the_due_date_is_unknown_the_report_is_not_withdrawn()
    {
        var notice = Announced();
        var late = Facts(notice with { Notice = notice.Notice! with { PeriodEnd = null } }, Filing("f15", "15-12G", "2024-08-15")).OnlyLate("2024-09-01");
        Assert.Equal(LateFilingState.Noticed, late.State);
        Assert.Contains(late.Grounds, ground => ground.Code == "duty-end-unknown");
    }
}
