using Filingwire.Sec.Evidence;
using Filingwire.Sec.Codes;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Restatements;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

/// <summary>What ends non-reliance, whose periods are not understood, and the two windows for pay.</summary>
public sealed class RestatementLawTests
{
    private const string AllYears = "2026-01-01";

    private static RestatementCase Only(params FilingFact[] facts) => Facts(facts).OnlyCase(AllYears);

    private static FilingFact Says(string id, string filed, string form, DisclosureKind kind, params AffectedPeriod[] periods) => Filing(id, form, filed) with
    {
        Disclosures = [new DisclosureFact { Kind = kind, Periods = periods, Source = new Source("the statements", new ByteSpan(1, 2), "by-hand", 100) }],
    };

    private static FilingFact Restating(string id, string filed, string form, string period) =>
        Report(id, filed, form, period) is var fact ? fact with { Report = fact.Report! with { AmendedToRestate = true } } : fact;

    private static FilingFact Unnamed(string id, string filed, params NamedPeriod[] named) => NonReliance(id, filed) is var fact
        ? fact with { Disclosures = [fact.Disclosures[0] with { NamedPeriods = named }] } : fact;

    private static NamedPeriod Named(int year, int? quarter = null) =>
        new(quarter is null ? PeriodKind.Annual : PeriodKind.Interim, year, quarter, null, new Source($"fiscal {year}", new ByteSpan(1, 2), "by-hand", 100));

    [Theory]
    // Form 8-K, Item 4.02 asks for the doubt; what ends it is said by later filings, each of which is the evidence.
    [InlineData(DisclosureKind.ReauditWithoutChange, "10-K/A")]
    [InlineData(DisclosureKind.ConclusionWithdrawn, "8-K/A")]
    [InlineData(DisclosureKind.RelianceRestored, "8-K")]
    public void A_doubt_ends_without_a_restatement_when_a_filing_says_so(DisclosureKind kind, string form)
    {
        var doubt = NonReliance("k1", "2024-05-10", Year("2023-12-31"), Quarter("2024-03-31"));
        var half = Only(doubt, Says("e1", "2024-07-01", form, kind, Year("2023-12-31")));
        Assert.Equal((RestatementState.Open, false, true), (half.State, half.Periods[0].IsUnreliable, half.Periods[1].IsUnreliable));
        Assert.Equal("filings/e1", Assert.Single(half.Grounds, ground => ground.Code == "reliance-restored").Evidence[0].Filing.Filing);
        // One that names no period is about all.
        var whole = Only(doubt, Says("e1", "2024-07-01", form, kind));
        Assert.Equal((RestatementState.Closed, Day("2024-07-01")), (whole.State, whole.ClosedOn));
        Assert.DoesNotContain(whole.Periods, period => period.IsUnreliable);
    }

    [Fact]
    public void Time_alone_ends_no_doubt_and_a_new_doubt_begins_again()
    {
        var doubt = NonReliance("k1", "2004-05-10", Year("2003-12-31"));
        Assert.Equal(RestatementState.Open, Only(doubt).State);
        var ended = Says("e1", "2004-07-01", "8-K", DisclosureKind.RelianceRestored, Year("2003-12-31"));
        Assert.Equal(RestatementState.Open, Only(doubt, ended, NonReliance("k2", "2004-08-01", Year("2003-12-31"))).State);
    }

    [Fact]
    public void Words_that_end_a_doubt_nobody_knows_of_are_no_case() =>
        Assert.Empty(AsOf(Facts(Says("e1", "2024-07-01", "8-K", DisclosureKind.RelianceRestored, Year("2023-12-31"))), Day(AllYears)).Restatements);

    [Fact]
    public void Item_402_without_a_period_that_is_understood_stays_open_and_says_so()
    {
        var found = Only(Unnamed("k1", "2024-05-10"));
        Assert.Equal((RestatementState.Open, 1), (found.State, found.PeriodsUnknown.Count));
        Assert.Contains(found.Grounds, ground => ground.Code == "non-reliance-periods-unknown");
        // A restating amendment is about the same matter; whether it was all of it is not known.
        found = Only(Unnamed("k1", "2024-05-10"), Restating("r1", "2024-07-01", "10-K/A", "2023-12-31"));
        Assert.Equal((RestatementState.Open, "filings/r1"), (found.State, found.Periods[0].RestatedBy?.Filing));
        // An amended Item 4.02 that names the periods makes it clear.
        found = Only(Unnamed("k1", "2024-05-10"), NonReliance("k2", "2024-05-20", Year("2023-12-31")), Restating("r1", "2024-07-01", "10-K/A", "2023-12-31"));
        Assert.Equal((RestatementState.Closed, 0), (found.State, found.PeriodsUnknown.Count));
        // Words that end the whole doubt need no period.
        found = Only(Unnamed("k1", "2024-05-10"), Says("e1", "2024-06-01", "8-K/A", DisclosureKind.ConclusionWithdrawn));
        Assert.Equal((RestatementState.Closed, Day("2024-06-01")), (found.State, found.ClosedOn));
    }

    [Fact]
    public void One_period_that_is_not_understood_keeps_the_case_open()
    {
        var doubt = NonReliance("k1", "2024-05-10", Year("2022-12-31"));
        doubt = doubt with { Disclosures = [doubt.Disclosures[0] with { NamedPeriods = [Named(2023)] }] };
        Assert.Equal(RestatementState.Open, Only(doubt, Restating("r1", "2024-07-01", "10-K/A", "2022-12-31")).State);
    }

    [Fact]
    public void A_revision_elsewhere_does_not_close_what_the_accountant_advised_against()
    {
        // Item 4.02(b) stands until its statements are restated or relied on again.
        var advised = NonReliance("k1", "2024-05-10", Year("2023-12-31"));
        advised = advised with { Disclosures = [advised.Disclosures[0] with { Kind = DisclosureKind.NonReliance402B }] };
        var found = Only(advised, Says("r1", "2024-06-01", "10-Q", DisclosureKind.Revision, Quarter("2023-09-30"), Year("2022-12-31"), Quarter("2023-12-31")));
        Assert.Equal(RestatementState.Open, found.State);
    }

    [Theory]
    // The header's fiscal year end dates "fiscal 2023" and "the third quarter of fiscal 2023".
    [InlineData("1231", 2023, null, "2023-12-31")]
    [InlineData("0630", 2023, null, "2023-06-30")]
    [InlineData("0630", 2023, 1, "2022-09-30")]
    [InlineData("0930", 2023, 3, "2023-06-30")]
    // Years of 52 or 53 weeks end on another day each time; those that end in January are numbered either way.
    [InlineData("0928", 2023, null, null)]
    [InlineData("0131", 2023, null, null)]
    [InlineData(null, 2023, null, null)]
    public void Fiscal_years_are_dated_by_the_header(string? fiscalYearEnd, int year, int? quarter, string? end)
    {
        var found = Only(Unnamed("k1", "2024-05-10", Named(year, quarter)) with { FiscalYearEnd = fiscalYearEnd });
        Assert.Equal(end is null ? Array.Empty<DateOnly>() : [Day(end)], found.Periods.Select(period => period.End));
        Assert.Equal(end is null ? 1 : 0, found.PeriodsUnknown.Count);
    }

    [Fact]
    public void A_fiscal_year_of_53_weeks_is_dated_by_the_issuers_own_report()
    {
        var found = Only(Report("r0", "2023-11-20", "10-K", "2023-09-30"), Unnamed("k1", "2024-05-10", Named(2023)) with { FiscalYearEnd = "0928" });
        Assert.Equal(Day("2023-09-30"), Assert.Single(found.Periods).End);
    }

    [Theory]
    // 17 CFR 240.10D-1(a)(3), Release 33-11126: only pay received on or after 2023-10-02.
    [InlineData("2023-09-15", null, null)]
    [InlineData("2023-11-10", null, null)]
    [InlineData("2024-08-13", "2023-10-02", "2023-12-31")]
    [InlineData("2026-03-02", "2023-10-02", "2025-12-31")]
    [InlineData("2027-03-01", "2024-01-01", "2026-12-31")]
    public void Recovery_reaches_no_pay_received_before_2_October_2023(string disclosed, string? start, string? end)
    {
        var window = LookBack.Of(Facts(NonReliance("k1", disclosed, Year("2022-12-31"))).OnlyCase("2028-01-01"), "1231");
        Assert.Equal((DayOrNone(start), DayOrNone(end)), (window?.Start, window?.End));
    }

    [Theory]
    // C&DI Exchange Act Rules 121H.01: the box means something in annual reports filed from 2023-12-01 on; an empty one before means nothing.
    [InlineData("2024-03-01", true, true)]
    [InlineData("2024-03-01", false, false)]
    [InlineData("2023-11-30", true, true)]
    [InlineData("2023-11-30", false, null)]
    public void The_box_of_the_recovery_analysis_is_kept_beside_a_note(string filed, bool ticked, bool? says)
    {
        var report = Says("r1", filed, "10-K", DisclosureKind.Reissuance, Year("2022-12-31")) with
        {
            Report = new ReportFact { ReportType = "10-K", PeriodEnd = Day("2023-09-30"), ErrorCorrection = Given.Says(true), RecoveryAnalysis = Given.Says(ticked) },
        };
        Assert.Equal(says, Only(report).Says(fact => fact.RecoveryAnalysis));
    }

    [Fact]
    public void The_officers_window_is_the_twelve_months_after_the_first_publication()
    {
        // 15 U.S.C. 7243(a).
        var found = Only(Report("r0", "2023-03-01", "10-K", "2022-12-31"), NonReliance("k1", "2024-05-10", Year("2022-12-31")));
        var window = Assert.Single(OfficersWindow.Of(found));
        Assert.Equal((Day("2023-03-01"), Day("2024-03-01"), "filings/r0"), (window.Start, window.End, window.PublishedBy.Filing));
        Assert.Contains(window.Grounds, ground => ground.Code == "window-not-finding");
        Assert.DoesNotContain(window.Grounds, ground => ground.Code == "misconduct-mentioned");
        // No publication known, no window; nor for what was only revised.
        Assert.Empty(OfficersWindow.Of(Only(NonReliance("k1", "2024-05-10", Year("2022-12-31")))));
        Assert.Empty(OfficersWindow.Of(Only(Report("r0", "2023-03-01", "10-K", "2022-12-31"), Says("r1", "2024-03-01", "10-K", DisclosureKind.Revision, Year("2022-12-31")))));
        // Before the Act there was none.
        Assert.Empty(OfficersWindow.Of(Only(Report("r0", "2001-03-01", "10-K", "2000-12-31"), NonReliance("k1", "2004-09-10", Year("2000-12-31")))));
        Assert.Equal(Day("2002-07-30"), Assert.Single(OfficersWindow.Of(Only(Report("r0", "2002-03-01", "10-K", "2001-12-31"), NonReliance("k1", "2004-09-10", Year("2001-12-31"))))).Start);
    }

    // The original stays the publication of the wrong numbers, its amendment their restatement.
    [Case("R14")]
    [Fact]
    public void Wrong_statements_were_in_the_market_from_their_first_publication()
    {
        var found = Only(
            Report("r0", "2023-03-01", "10-K", "2022-12-31"),
            NonReliance("k1", "2024-05-10", Year("2022-12-31"), Quarter("2023-03-31")),
            Restating("r1", "2024-07-01", "10-K/A", "2022-12-31"));
        Assert.Equal(["filings/r0", null], found.Periods.Select(period => period.FirstPublishedBy?.Filing));
    }
}
