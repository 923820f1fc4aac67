using Filingwire.Sec.Evidence;
using Filingwire.Sec.Codes;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>Orders under Section 36 that moved due dates: they turn on what a filing says, and are not assumed where none does.</summary>
public sealed class ReliefOrderTests
{
    private static FilingFact Says(FilingFact fact, string order) => fact with { Reliance = [new OrderReliance(order, new Source("relies on the order", new ByteSpan(1, 2), "by-hand", 100))] };

    [Case("N18")]
    [Theory]
    // Release, due date, under the order: due, last day of the extension. The rows of the table, at both ends of each window.
    [InlineData("hurricane-katrina", "2005-08-29", "2005-10-17")]
    [InlineData("hurricane-katrina", "2005-10-14", "2005-10-17")]
    [InlineData("hurricane-sandy", "2012-10-29", "2012-11-21")]
    [InlineData("hurricane-sandy", "2012-11-20", "2012-11-21")]
    [InlineData("hurricane-harvey", "2017-08-25", "2017-10-10")]
    [InlineData("hurricane-harvey", "2017-10-06", "2017-10-10")]
    [InlineData("hurricane-irma", "2017-10-18", "2017-10-19")]
    [InlineData("hurricane-maria", "2017-11-01", "2017-11-02")]
    [InlineData("hurricane-florence", "2018-09-14", "2018-10-29")]
    [InlineData("hurricane-michael", "2018-11-21", "2018-11-23")]
    // Release 34-88465: 45 days from the due date, rolled.
    [InlineData("covid-19", "2020-03-30", "2020-05-14")]
    [InlineData("covid-19", "2020-05-11", "2020-06-25")]
    [InlineData("covid-19", "2020-07-01", "2020-08-17")]
    public void An_order_moves_the_due_dates_of_its_window(string name, string due, string moved)
    {
        var order = Assert.Single(ReliefOrder.All, order => order.Event == name);
        var deadline = Dated(due);
        Assert.True(order.Reaches(deadline));
        Assert.Equal(Day(moved), order.Move(deadline).Due);
        Assert.Equal(Filingwire.Sec.Calendar.SecCalendar.NextBusinessDay(Day(moved)), order.Move(deadline).NoticeDue);
        Assert.InRange(order.Certainty, 1, 100);
    }

    [Theory]
    [InlineData("hurricane-katrina", "2005-08-26")]
    [InlineData("hurricane-katrina", "2005-10-17")]
    [InlineData("hurricane-sandy", "2012-10-26")]
    [InlineData("hurricane-florence", "2018-10-29")]
    [InlineData("covid-19", "2020-02-28")]
    [InlineData("covid-19", "2020-07-02")]
    public void An_order_leaves_other_due_dates_alone(string name, string due) =>
        Assert.False(Assert.Single(ReliefOrder.All, order => order.Event == name).Reaches(Dated(due)));

    private static Deadline Dated(string due) => Deadline.Candidates("10-Q", Day(due).AddDays(-45), "1231")[0] with { Due = Day(due) };

    // 10-Q for 2020-03-31 of a non-accelerated filer: due 2020-05-15, under the order 2020-06-29.
    private static FilingFact Covid(string filed) => Report("r1", filed, "10-Q", "2020-03-31", FilerStatus.NonAccelerated);

    private static FilingFact Before => Report("r0", "2019-11-08", "10-Q", "2019-09-30", FilerStatus.NonAccelerated);

    private static FilingFact Current(string filed) => Says(Filing("k1", "8-K", filed), "covid-19");

    [Case("N18")]
    [Fact]
    public void The_order_of_2020_holds_where_a_Form_8_K_was_filed_in_time()
    {
        // Condition: a Form 8-K or 6-K by the later of 2020-03-16 and the original due date.
        Assert.Empty(AsOf(Facts(Before, Current("2020-05-15"), Covid("2020-06-29")), Day("2020-12-31")).LateFilings);
        var late = Facts(Before, Current("2020-05-15"), Covid("2020-06-30")).OnlyLate("2020-12-31");
        Assert.Equal((LateFilingState.CuredLate, 1, ReliefStanding.Claimed), (late.State, late.DaysLateWhenFiled, late.Order!.Standing));
        // C&DI 135.12: first the Form 8-K, then the 45 days, then Rule 12b-25: notice until 2020-06-30, extension to 07-06.
        late = Facts(Before, Current("2020-05-15"), Notice("n1", "2020-06-30", "10-Q", "2020-03-31"), Covid("2020-07-06")).OnlyLate("2020-12-31");
        Assert.Equal((LateFilingState.CuredInTime, Day("2020-07-06")), (late.State, late.TimelyUntil));
        Assert.Equal("filings/k1", Assert.Single(late.Grounds, ground => ground.Code == "order-relied-on").Evidence[0].Filing.Filing);
    }

    [Theory]
    // No Form 8-K was received, or it came too late: it may have relied on the order and is not called late before the order's date.
    [InlineData(null, "2020-06-29", LateFilingState.CuredInTime, null)]
    [InlineData(null, "2020-06-30", LateFilingState.CuredLate, null)]
    [InlineData("2020-05-18", "2020-06-29", LateFilingState.CuredInTime, null)]
    public void Where_no_filing_claims_it_the_order_may_have_been_relied_on(string? claimed, string filed, LateFilingState state, int? days)
    {
        var facts = claimed is null ? Facts(Before, Covid(filed)) : Facts(Before, Current(claimed), Covid(filed));
        var late = facts.OnlyLate("2020-12-31");
        Assert.Equal((state, days, ReliefStanding.Possible), (late.State, late.DaysLateWhenFiled, late.Order!.Standing));
        Assert.Contains("may have relied on", Assert.Single(late.Grounds, ground => ground.Code == "order-possible").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_without_the_Form_8_K_forfeits_the_order_of_2020()
    {
        // C&DI Exchange Act Rules 135.12.
        var late = Facts(Before, Notice("n1", "2020-05-15", "10-Q", "2020-03-31", says: notice => notice with { StatedDueDate = Given.Says(Day("2020-05-15")) }), Covid("2020-06-29")).OnlyLate("2020-12-31");
        Assert.Equal((LateFilingState.CuredLate, 45, ReliefStanding.Forfeited), (late.State, late.DaysLateWhenFiled, late.Order!.Standing));
        Assert.Contains(late.Grounds, ground => ground.Code == "order-forfeited");
    }

    [Case("N18")]
    [Fact]
    public void A_storm_has_to_be_named_by_a_filing_wherever_the_issuer_is()
    {
        // 10-K for 2017-06-30 of a non-accelerated filer: due 2017-09-28; Release 34-81760: 2017-10-10 (Harvey) or 10-19 (Irma).
        var before = Report("r0", "2017-05-10", "10-Q", "2017-03-31", FilerStatus.NonAccelerated) with { FiscalYearEnd = "0630" };
        FilingFact Annual(string filed) => Report("r1", filed, "10-K", "2017-06-30", FilerStatus.NonAccelerated);
        Assert.Empty(AsOf(Facts(before, Says(Annual("2017-10-10"), "hurricane-harvey")), Day("2017-12-31")).LateFilings);
        var late = Facts(before, Says(Annual("2017-10-19"), "hurricane-harvey")).OnlyLate("2017-12-31");
        Assert.Equal((LateFilingState.CuredLate, 9), (late.State, late.DaysLateWhenFiled));
        Assert.Empty(AsOf(Facts(before, Says(Annual("2017-10-19"), "hurricane-irma")), Day("2017-12-31")).LateFilings);
        late = Facts(before, Annual("2017-10-19")).OnlyLate("2017-12-31");
        Assert.Equal((LateFilingState.CuredInTime, ReliefStanding.Possible), (late.State, late.Order!.Standing));
    }

    [Theory]
    // Order of 2024-05-20: Form 12b-25 of a former client, filed from 2024-05-03 to 05-16; the 30th day after the due date, not the 5th.
    [InlineData(true, "2024-06-14", LateFilingState.CuredInTime)]
    [InlineData(true, "2024-06-17", LateFilingState.CuredLate)]
    [InlineData(false, "2024-06-14", LateFilingState.CuredLate)]
    public void Clients_of_BF_Borgers_had_thirty_days(bool says, string filed, LateFilingState state)
    {
        var notice = Notice("n1", "2024-05-15", "10-Q", "2024-03-31", says: stated => stated with { StatedDueDate = Given.Says(Day("2024-05-15")) });
        var late = Facts(says ? Says(notice, "bf-borgers") : notice, Report("r1", filed, "10-Q", "2024-03-31", FilerStatus.NonAccelerated)).OnlyLate("2024-12-31");
        Assert.Equal(state, late.State);
    }

    [Fact]
    public void What_is_not_confirmed_of_an_order_is_said()
    {
        var late = Facts(Says(Notice("n1", "2012-11-14", "10-Q", "2012-09-30", says: stated => stated with { StatedDueDate = Given.Says(Day("2012-11-14")) }), "hurricane-sandy")).OnlyLate("2012-11-15");
        Assert.Contains(late.Grounds, ground => ground.Code == "order-not-confirmed");
        Assert.Equal(Day("2012-11-21"), late.Deadlines!.Supported!.Due);
    }

    [Fact]
    public void A_report_in_time_by_the_usual_date_needs_no_order() =>
        Assert.Null(Facts(Notice("n1", "2020-05-15", "10-Q", "2020-03-31"), Covid("2020-05-15")).OnlyLate("2020-12-31").Order);
}
