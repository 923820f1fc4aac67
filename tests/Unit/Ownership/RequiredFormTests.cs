using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Timeliness;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Code and date put a transaction on its form, not the form type that the filer types (Rule 16a-3(f) and (g)).</summary>
public sealed class RequiredFormTests
{
    [Case("O28")]
    [Theory]
    [InlineData("G", "D", "2023-02-27", TimelinessVerdict.Late)] // gifts made: Form 4 from this day, Release 33-11138
    [InlineData("G", "D", "2023-02-26", TimelinessVerdict.Early)] // the day before: Form 5, 16a-3(f)(1)
    [InlineData("G", "A", "2024-01-05", TimelinessVerdict.Early)] // gifts received: Form 5 still
    [InlineData("S", "D", "2024-01-05", TimelinessVerdict.Late)] // not exempt: 16a-3(g)(1)
    [InlineData("P", "A", "2024-01-05", TimelinessVerdict.Late)]
    [InlineData("C", "A", "2024-01-05", TimelinessVerdict.Late)] // every exercise and conversion: 16a-3(g)(1)
    [InlineData("X", "D", "2024-01-05", TimelinessVerdict.Late)]
    [InlineData("F", "D", "2024-01-05", TimelinessVerdict.Late)] // 16b-3(e): Form 4 since 2002-08-29
    [InlineData("F", "D", "2002-08-28", TimelinessVerdict.Early)] // until then an item of Form 5
    [InlineData("A", "A", "2002-08-29", TimelinessVerdict.Late)] // 16b-3(d)
    [InlineData("W", "A", "2024-01-05", TimelinessVerdict.Early)] // 16b-5
    [InlineData("J", "A", "2024-01-05", TimelinessVerdict.Early)] // by facts: the filer is believed
    [InlineData("E", "A", "2024-01-05", TimelinessVerdict.Early)]
    public void A_row_typed_5_on_a_Form_4_is_due_by_its_code_and_date(string code, string direction, string date, TimelinessVerdict verdict) =>
        Assert.Equal(verdict, Judge(Report(1, "4", "2024-06-03", Trade(date, code, 10, 1, 10, direction).OnForm("5"))).Verdict);

    [Case("O28")]
    [Theory]
    [InlineData("S", "D", "2023-06-01", "2023-06-05", TimelinessVerdict.Late)] // 16a-3(g)(1): two business days
    [InlineData("P", "A", "2023-06-16", "2023-06-21", TimelinessVerdict.Late)] // over Juneteenth
    [InlineData("G", "D", "2023-03-01", "2023-03-03", TimelinessVerdict.Late)] // a gift made since 2023-02-27
    [InlineData("G", "D", "2023-02-24", "2024-02-14", TimelinessVerdict.OnTime)] // 16a-3(f)(1)
    [InlineData("G", "A", "2023-06-01", "2024-02-14", TimelinessVerdict.OnTime)]
    [InlineData("M", "A", "2023-06-01", "2023-06-05", TimelinessVerdict.Late)]
    [InlineData("A", "A", "2023-06-01", "2023-06-05", TimelinessVerdict.Late)]
    [InlineData("J", "A", "2023-06-01", "2024-02-14", TimelinessVerdict.OnTime)] // by facts
    public void A_row_typed_5_on_a_Form_5_is_due_by_its_code_and_date(string code, string direction, string date, string due, TimelinessVerdict verdict)
    {
        var judged = Judge(Report(1, "5", "2024-02-14", Trade(date, code, 10, 1, 10, direction).OnForm("5")) with { PeriodOfReport = Date("2023-12-31") });
        Assert.Equal((verdict, Date(due)), (judged.Verdict, judged.DueOn));
        Assert.Equal(verdict == TimelinessVerdict.Late ? "16a-3(g)(1)" : "16a-3(f)(1)", judged.Rule);
    }

    [Theory]
    [InlineData("G", "A", TimelinessVerdict.OnTime)] // a gift received is an item of Form 5, whatever is typed
    [InlineData("L", "A", TimelinessVerdict.Late)] // 16a-6(b): who types 4 says that the acquisition was not small any more
    [InlineData("J", "A", TimelinessVerdict.Late)]
    public void A_row_typed_4_on_a_Form_5_is_late_unless_the_rule_puts_it_there(string code, string direction, TimelinessVerdict verdict) => Assert.Equal(
        verdict, Judge(Report(1, "5", "2024-02-14", Trade("2023-06-01", code, 10, 1, 10, direction).OnForm("4")) with { PeriodOfReport = Date("2023-12-31") }).Verdict);

    [Fact]
    public void What_the_filer_typed_against_the_rule_is_said()
    {
        Assert.Contains("types it as an item of Form 5", Judge(Report(1, "4", "2024-06-03", Sale("2024-01-05", 10, 1, 10).OnForm("5"))).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("types it", Judge(Report(1, "4", "2024-06-03", Sale("2024-01-05", 10, 1, 10))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-12-12", TimelinessVerdict.OnTime)] // second business day
    [InlineData("2023-12-13", TimelinessVerdict.MayBeTimely)]
    [InlineData("2023-12-15", TimelinessVerdict.MayBeTimely)] // third business day after the trade for the notice, and two more: 16a-3(g)(2), (4)
    [InlineData("2023-12-18", TimelinessVerdict.Late)]
    public void A_plan_trade_without_the_day_of_its_notice_may_be_timely_up_to_five_business_days(string filed, TimelinessVerdict verdict)
    {
        var judged = Judge(Report(1, "4", filed, Sale("2023-12-08", 10, 5, 0)) with { PlanBox = true });
        Assert.Equal((verdict, Date("2023-12-12"), Date("2023-12-15")), (judged.Verdict, judged.DueOn, judged.DueIfDeferred));
        Assert.Equal(verdict == TimelinessVerdict.Late, judged.BusinessDaysLate is not null);
        Assert.Equal(verdict == TimelinessVerdict.MayBeTimely ? "16a-3(g)(2)" : "16a-3(g)(1)", judged.Rule);
    }

    [Fact]
    public void A_discretionary_plan_transaction_may_be_timely_as_well() // 16a-3(g)(3)
    {
        var judged = Judge(Report(1, "4", "2023-12-14", Trade("2023-12-08", "I", 10, 5, 10)));
        Assert.Equal((TimelinessVerdict.MayBeTimely, "16a-3(g)(3)"), (judged.Verdict, judged.Rule));
    }

    [Theory]
    [InlineData("2026-03-17", "The Issuer is a foreign private issuer.", null, false, TimelinessVerdict.NotApplicable)] // the day before
    [InlineData("2026-03-18", "The Issuer is a foreign private issuer.", null, false, TimelinessVerdict.Late)] // from 2026-03-18
    [InlineData("2026-03-18", "The Issuer is a foreign private issuer.", null, true, TimelinessVerdict.NotApplicable)] // ten-percent holders: Rule 3a12-3(b)
    [InlineData("2026-03-17", null, "2330.TW", false, TimelinessVerdict.Undetermined)]
    [InlineData("2026-03-18", null, "2330.TW", false, TimelinessVerdict.Late)]
    [InlineData("2026-03-17", "The Issuer is no longer a foreign private issuer.", null, false, TimelinessVerdict.Late)]
    [InlineData("2026-03-17", null, null, false, TimelinessVerdict.Late)]
    public void Insiders_of_foreign_private_issuers_report_from_2026_03_18(string trade, string? remarks, string? symbol, bool tenPercentOnly, TimelinessVerdict verdict) => Assert.Equal(
        verdict,
        Judge(Report(1, "4", "2026-04-20", Sale(trade, 10, 5, 0)) with { Remarks = remarks, ForeignTradingSymbol = symbol, Owners = [Person(1, tenPercentOnly)] }).Verdict);

    [Theory]
    [InlineData("2024-05-01", "2026-03-18", "Filed under the Holding Foreign Insiders Accountable Act.", TimelinessVerdict.OnTime, "2026-03-18")]
    [InlineData("2026-03-18", "2026-03-19", "The Issuer is a foreign private issuer.", TimelinessVerdict.Late, "2026-03-18")]
    [InlineData("2026-03-18", "2026-03-19", null, TimelinessVerdict.OnTime, "2026-03-30")]
    [InlineData("2026-03-20", "2026-03-30", "The Issuer is a foreign private issuer.", TimelinessVerdict.OnTime, "2026-03-30")]
    public void Their_Form_3_was_due_on_the_day_itself(string @event, string filed, string? remarks, TimelinessVerdict verdict, string due)
    {
        var report = Report(1, "3", filed, Holding(10)) with { PeriodOfReport = Date(@event), Remarks = remarks };
        var judged = TimelinessRules.OfForm3(report, new FirstReport(report.Filing, report.Filed));
        Assert.Equal((verdict, Date(due)), (judged.Verdict, judged.DueOn));
    }

    [Fact]
    public void A_foreign_symbol_alone_leaves_a_Form_3_open_between_the_two_days()
    {
        var report = Report(1, "3", "2026-03-20", Holding(10)) with { PeriodOfReport = Date("2026-03-16"), ForeignTradingSymbol = "2330.TW" };
        Assert.Equal(TimelinessVerdict.Undetermined, TimelinessRules.OfForm3(report, new FirstReport(report.Filing, report.Filed)).Verdict);
    }

    private static RowTimeliness Judge(OwnershipReport report) => TimelinessRules.Of(IssuerLedger.Fold([report]).Rows[0]);
}
