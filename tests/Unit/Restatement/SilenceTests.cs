using Filingwire.Sec.Codes;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>An issuer that files nothing at all: the next report by its own history is expected, and when neither it nor a notice was seen, that is said.</summary>
public sealed class SilenceTests
{
    private static FilingFact Quarterly(string period, string filed) => Report("q" + period, filed, "10-Q", period, FilerStatus.NonAccelerated) with { FiscalYearEnd = "1231" };

    private static FilingFact Annual(string period, string filed) => Report("a" + period, filed, "10-K", period, FilerStatus.NonAccelerated) with { FiscalYearEnd = "1231" };

    private static IssuerDocument Issuer(params FilingFact[] facts)
    {
        var document = new IssuerDocument { Issuer = "1001", Facts = Facts(facts) };
        return document.Settled(document.Published(), new DateTimeOffset(2024, 8, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static LateFilingCase? On(IssuerDocument document, string day) => document.On(Day(day), Day(day)).LateFilings.SingleOrDefault(late => late.State == LateFilingState.NotSeen);

    // After the 10-K for 2023 and the 10-Q for 2024-03-31: the 10-Q for 06-30 is due 08-14, its notice on 08-15.
    private static IssuerDocument Silent => Issuer(Annual("2023-12-31", "2024-03-29"), Quarterly("2024-03-31", "2024-05-14"));

    [Fact]
    public void The_next_report_is_not_seen_when_the_day_for_a_notice_has_passed()
    {
        var document = Silent;
        Assert.Equal(Day("2024-08-15"), document.NextDeadline);
        Assert.Same(document, IssuerFold.Pass(document, Day("2024-08-15")));
        document = IssuerFold.Pass(document, Day("2024-08-16"));
        var late = On(document, "2024-08-16")!;
        Assert.Equal(("10-q.2024-06-30", false, false), (late.Key.Text, late.IsLate, late.IsOutstanding));
        Assert.Equal(["filings/q2024-03-31", "filings/a2023-12-31"], Assert.Single(late.Grounds, ground => ground.Code == "not-seen").Evidence.Select(cited => cited.Filing.Filing));
        Assert.Null(late.ShortForm);
        // Noted once, and as of an earlier day it was not missing.
        Assert.Same(document, IssuerFold.Pass(document, Day("2024-08-17")));
        Assert.Null(document.On(Day("2024-08-15"), Day("2024-09-01")).LateFilings.SingleOrDefault());
        Assert.Equal(late.Key, document.Published().LateFilings.Single().Key);
    }

    [Fact]
    public void A_report_or_a_notice_that_arrives_ends_it()
    {
        var document = IssuerFold.Pass(Silent, Day("2024-08-16"));
        // In time, received late: nothing remains.
        Assert.Empty(IssuerFold.Learn(document, Quarterly("2024-06-30", "2024-08-14"), null).Published().LateFilings);
        // Late.
        var late = Assert.Single(IssuerFold.Learn(document, Quarterly("2024-06-30", "2024-08-20"), null).Published().LateFilings);
        Assert.Equal(LateFilingState.CuredLate, late.State);
        // A notice in time, received late.
        late = Assert.Single(IssuerFold.Learn(document, Notice("n1", "2024-08-15", "10-Q", "2024-06-30"), null).Published().LateFilings);
        Assert.Equal(LateFilingState.Excused, late.State);
    }

    [Theory]
    // Last reports (form and period), what comes next; empty: nothing can be told.
    [InlineData("10-K 2023-12-31, 10-Q 2024-03-31", "10-q.2024-06-30")]
    [InlineData("10-Q 2024-06-30, 10-Q 2024-09-30", "10-k.2024-12-31")]
    [InlineData("10-Q 2023-09-30, 10-K 2023-12-31", "10-q.2024-03-31")]
    [InlineData("20-F 2022-12-31, 20-F 2023-12-31", "20-f.2024-12-31")]
    [InlineData("10-K 2022-12-31, 10-K 2023-12-31", "10-k.2024-12-31")]
    // One report is no history, and neither are reports years apart.
    [InlineData("10-K 2023-12-31", "")]
    [InlineData("10-K 2020-12-31, 10-K 2023-12-31", "")]
    public void What_comes_next_follows_from_the_issuers_own_history(string reports, string next)
    {
        var facts = reports.Split(", ").Select((report, i) => report.Split(' ') is [var form, var period] ? Report($"r{i}", Day(period).AddDays(30).ToString("O", System.Globalization.CultureInfo.InvariantCulture), form, period) with { FiscalYearEnd = "1231" } : null!);
        Assert.Equal(next, Issuer([.. facts]).Published().Next?.Key.Text ?? "");
    }

    [Fact]
    public void Nothing_is_expected_after_the_duty_ended_or_while_a_report_is_outstanding()
    {
        Assert.Null(Issuer(Annual("2023-12-31", "2024-03-29"), Quarterly("2024-03-31", "2024-05-14"), Filing("f15", "15-12G", "2024-07-01")).Published().Next);
        Assert.Null(Issuer(Annual("2023-12-31", "2024-03-29"), Quarterly("2024-03-31", "2024-05-14"), Notice("n1", "2024-08-14", "10-Q", "2024-06-30")).Published().Next);
        // A changed fiscal year makes the next period another one.
        var change = Filing("k1", "8-K", "2024-06-10") with { FiscalYearChange = new FiscalYearChange(Day("2024-06-05"), "0930", null) };
        Assert.Null(Issuer(Annual("2023-12-31", "2024-03-29"), Quarterly("2024-03-31", "2024-05-14"), change).Published().Next);
    }

    [Fact]
    public void A_silence_of_years_that_an_import_finds_is_not_noted()
    {
        var document = new IssuerDocument { Issuer = "1001", Facts = Facts(Annual("2013-12-31", "2014-03-29"), Quarterly("2014-03-31", "2014-05-14")) };
        document = document.Settled(document.Published(), new DateTimeOffset(2024, 8, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Null(document.NextDeadline);
        Assert.Same(document, IssuerFold.Pass(document, Day("2024-08-16")));
    }
}
