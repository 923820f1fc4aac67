using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Due dates by Rule 16a-3 on the SEC's calendar.</summary>
public sealed class TimelinessTests
{
    [Theory]
    [InlineData("2023-12-08", "2023-12-12", "2023-12-15")] // C01
    [InlineData("2023-06-23", "2023-06-27", "2023-06-30")] // C02
    [InlineData("2023-06-16", "2023-06-21", "2023-06-26")] // C03 Juneteenth
    [InlineData("2021-06-16", "2021-06-21", "2021-06-24")] // C04 the first Juneteenth
    [InlineData("2021-06-17", "2021-06-22", "2021-06-25")] // C05
    [InlineData("2024-11-07", "2024-11-12", "2024-11-15")] // C06 Veterans Day
    [InlineData("2024-11-08", "2024-11-13", "2024-11-18")] // C07
    [InlineData("2024-10-10", "2024-10-15", "2024-10-18")] // C08 Columbus Day
    [InlineData("2024-03-27", "2024-03-29", "2024-04-03")] // C09 Good Friday counts
    [InlineData("2023-11-22", "2023-11-27", "2023-11-30")] // C10 Thanksgiving
    [InlineData("2025-01-07", "2025-01-10", "2025-01-15")] // C11 day of mourning
    [InlineData("2018-12-03", "2018-12-06", "2018-12-11")] // C12 day of mourning
    [InlineData("2022-11-16", "2022-11-18", "2022-11-23")] // C13
    [InlineData("2026-07-01", "2026-07-06", "2026-07-09")] // C14 Independence Day observed on Friday
    [InlineData("2024-12-23", "2024-12-27", "2025-01-02")] // C15 closing by executive order
    public void Form_4_is_due_on_the_second_business_day_and_deferred_by_three(string trade, string due, string deferred)
    {
        Assert.Equal(Date(due), DueDates.Form4(Date(trade)!.Value));
        Assert.Equal(Date(deferred), DueDates.Form4Deferred(Date(trade)!.Value, null));
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-11")]
    [InlineData("2024-02-07", "2024-02-20")]
    [InlineData("2024-06-09", "2024-06-20")]
    [InlineData("2023-06-09", "2023-06-20")]
    [InlineData("2024-12-15", "2024-12-26")]
    public void Form_3_is_due_ten_days_after_the_event(string @event, string due) => Assert.Equal(Date(due), DueDates.Form3(Date(@event)!.Value));

    [Theory]
    [InlineData("2021-12-31", "2022-02-14")]
    [InlineData("2022-01-31", "2022-03-17")]
    [InlineData("2023-12-31", "2024-02-14")]
    [InlineData("2024-06-30", "2024-08-14")]
    [InlineData("2025-12-31", "2026-02-17")]
    public void Form_5_is_due_45_days_after_the_fiscal_year(string yearEnd, string due) => Assert.Equal(Date(due), DueDates.Form5(Date(yearEnd)!.Value));

    [Theory]
    [InlineData("2002-08-28", "2002-09-10")] // the old rule's last day
    [InlineData("2002-08-29", "2002-09-03")] // Labor Day on 09-02
    [InlineData("2001-12-14", "2002-01-10")]
    public void Before_the_two_day_rule_the_tenth_of_the_next_month_counted(string trade, string due) =>
        Assert.Equal(Date(due), DueDates.Form4(Date(trade)!.Value));

    [Theory]
    [InlineData("2023-06-23", "2023-12-12", 115, 168)] // C02
    [InlineData("2022-11-16", "2023-06-06", 136, 200)] // C13
    [InlineData("2023-12-08", "2023-12-13", 1, 1)]
    public void Lateness_is_counted_from_the_due_date(string trade, string filed, int businessDays, int calendarDays)
    {
        var late = Judge(Report(1, "4", filed, Trade(trade, "A", 10, 0, 10)));
        Assert.Equal((TimelinessVerdict.Late, businessDays, calendarDays), (late.Verdict, late.BusinessDaysLate, late.CalendarDaysLate));
    }

    [Theory]
    [InlineData("2023-12-12T21:30:00", TimelinessVerdict.OnTime)] // until 22:00 for Section 16
    [InlineData("2023-12-12T22:00:01", TimelinessVerdict.Late)]
    public void The_evening_of_the_last_day_is_in_time(string accepted, TimelinessVerdict verdict)
    {
        var at = DateTime.ParseExact(accepted, "yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        var report = Report(1, "4", null, Trade("2023-12-08", "A", 10, 0, 10)) with { Filed = FilingDate.Of(null, at, null, FormType.Parse("4")) };
        Assert.Equal(FilingDateBasis.Accepted, report.Filed.Basis);
        Assert.Equal(verdict, Judge(report).Verdict);
    }

    [Theory]
    [InlineData("G", "D", "2023-02-24", TimelinessVerdict.Early)] // an item of Form 5 until 2023-02-26
    [InlineData("G", "D", "2023-02-27", TimelinessVerdict.Late)]
    [InlineData("G", "A", "2024-02-27", TimelinessVerdict.Early)]
    [InlineData("L", "A", "2024-02-27", TimelinessVerdict.Early)]
    [InlineData("W", "A", "2024-02-27", TimelinessVerdict.Early)]
    [InlineData("P", "A", "2024-02-27", TimelinessVerdict.Late)]
    public void What_may_wait_for_Form_5_is_early_on_a_Form_4(string code, string direction, string date, TimelinessVerdict verdict) =>
        Assert.Equal(verdict, Judge(Report(1, "4", "2024-06-03", Trade(date, code, 10, 0, 10, direction))).Verdict);

    [Case("O28")]
    [Fact]
    public void A_row_of_Form_type_5_on_a_Form_4_is_early() =>
        Assert.Equal(TimelinessVerdict.Early, Judge(Report(1, "4", "2024-06-03", Trade("2024-01-05", "J", 10, 0, 10).OnForm("5"))).Verdict);

    [Case("O28")]
    [Fact]
    public void A_row_of_Form_type_4_on_a_Form_5_is_late_since_it_was_due_on_Form_4()
    {
        var report = Report(1, "5", "2024-02-14", Trade("2023-06-01", "S", 10, 1, 10, "D").OnForm("4")) with { PeriodOfReport = Date("2023-12-31") };
        var late = Judge(report);
        Assert.Equal((TimelinessVerdict.Late, Date("2023-06-05")), (late.Verdict, late.DueOn));
    }

    [Fact]
    public void A_row_of_Form_type_5_on_a_Form_5_is_judged_by_its_fiscal_year()
    {
        var onTime = Report(1, "5", "2024-02-14", Trade("2023-06-01", "G", 10, 0, 10).OnForm("5")) with { PeriodOfReport = Date("2023-12-31") };
        var yearLate = Report(2, "5", "2024-02-14", Trade("2022-06-01", "G", 10, 0, 10).OnForm("5")) with { PeriodOfReport = Date("2023-12-31") };
        Assert.Equal(TimelinessVerdict.OnTime, Judge(onTime).Verdict);
        Assert.Equal((TimelinessVerdict.Late, Date("2023-02-14")), (Judge(yearLate).Verdict, Judge(yearLate).DueOn));
    }

    [Case("O28")]
    [Fact]
    public void A_holding_of_Form_type_3_on_a_Form_5_is_late_by_its_own_account() => Assert.Equal(
        TimelinessVerdict.LateByOwnAccount,
        Judge(Report(1, "5", "2024-02-14", Holding(5).OnForm("3")) with { PeriodOfReport = Date("2023-12-31") }).Verdict);

    [Fact]
    public void A_plan_trade_is_deferred_for_certain_only_by_its_deemed_execution_date()
    {
        var plan = Report(1, "4", "2023-12-14", Sale("2023-12-08", 10, 5, 0)) with { PlanBox = true };
        var without = Judge(plan);
        Assert.Equal((TimelinessVerdict.MayBeTimely, Date("2023-12-12"), Date("2023-12-15")), (without.Verdict, without.DueOn, without.DueIfDeferred));
        var noticed = Judge(plan with { Rows = [plan.Rows[0] with { DeemedExecutionDate = Of(Date("2023-12-12")) }] });
        Assert.Equal((TimelinessVerdict.OnTime, Date("2023-12-14")), (noticed.Verdict, noticed.DueOn));
        var noPlan = Judge(plan with { PlanBox = false, Rows = [plan.Rows[0] with { DeemedExecutionDate = Of(Date("2023-12-12")) }] });
        Assert.Equal((TimelinessVerdict.Late, null), (noPlan.Verdict, noPlan.DueIfDeferred));
    }

    [Fact]
    public void A_signature_that_stands_in_for_the_filing_date_is_named()
    {
        var report = Report(1, "4", null, Trade("2023-12-08", "A", 10, 0, 10)) with { Filed = FilingDate.Of(null, null, Date("2023-12-12"), FormType.Parse("4")) };
        var judged = Judge(report);
        Assert.Equal((TimelinessVerdict.OnTime, FilingDateBasis.Signed), (judged.Verdict, judged.Reported!.Value.Basis));
        Assert.Contains("signature", judged.Reason, StringComparison.Ordinal);
    }

    [Case("O23")]
    [Fact]
    public void Impossible_or_missing_dates_are_undetermined()
    {
        Assert.Equal(TimelinessVerdict.Undetermined, Judge(Report(1, "4", "2024-01-05", Trade("2035-01-02", "P", 10, 1, 10))).Verdict);
        Assert.Equal(TimelinessVerdict.Undetermined, Judge(Report(1, "4", "2024-01-05", Trade(null, "P", 10, 1, 10))).Verdict);
        Assert.Equal(TimelinessVerdict.Undetermined, Judge(Report(1, "4", null, Trade("2024-01-02", "P", 10, 1, 10))).Verdict);
    }

    [Fact]
    public void An_amendment_that_repeats_a_row_keeps_the_originals_date_and_an_added_row_its_own()
    {
        var original = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100));
        var amendment = Report(2, "4/A", "2024-03-01", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-03", "P", 7, 11, 107)) with { OriginalFiledOn = Date("2024-01-04") };
        var rows = IssuerLedger.Fold([amendment, original]).RowsOf(Id(2)).Select(TimelinessRules.Of).ToList();
        Assert.Equal([TimelinessVerdict.OnTime, TimelinessVerdict.Late], rows.Select(row => row.Verdict));
        Assert.Equal(Date("2024-01-04"), rows[0].Reported!.Value.Date);
    }

    [Fact]
    public void An_amendment_without_its_original_is_undetermined() => Assert.Equal(
        TimelinessVerdict.Undetermined,
        Judge(Report(2, "4/A", "2024-03-01", Trade("2024-01-02", "P", 100, 10, 100)) with { OriginalFiledOn = Date("2024-01-04") }).Verdict);

    private static RowTimeliness Judge(OwnershipReport report) => TimelinessRules.Of(IssuerLedger.Fold([report]).Rows[0]);
}
