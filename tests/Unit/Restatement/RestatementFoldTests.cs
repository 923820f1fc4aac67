using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Codes;
using static Filingwire.Unit.Restatement.Given;

namespace Filingwire.Unit.Restatement;

public sealed class RestatementFoldTests
{
    private static FilingFact Restating(string id, string filed, string form, string period) =>
        Report(id, filed, form, period) is var fact ? fact with { Report = fact.Report! with { AmendedToRestate = true } } : fact;

    private static IReadOnlyList<RestatementCase> Cases(params FilingFact[] facts) => AsOf(Facts(facts), Day("2026-01-01")).Restatements;

    [Fact]
    public void Disclosures_about_overlapping_periods_are_one_case_named_by_the_first()
    {
        var notice = Given.Notice("n1", "2024-08-14", "10-Q", "2024-06-30") with
        {
            Disclosures = [new DisclosureFact { Kind = DisclosureKind.NoticeAdmission, NonReliance = true, Periods = [Year("2023-12-31"), Quarter("2024-03-31")] }],
        };
        var found = Assert.Single(Cases(NonReliance("k1", "2024-08-09", Year("2023-12-31")), notice));
        Assert.Equal("k1.1", found.Key);
        Assert.Equal([Day("2023-12-31"), Day("2024-03-31")], found.Periods.Select(period => period.End));
        Assert.Equal((RestatementState.Open, Magnitude.Reissuance), (found.State, found.Magnitude));
    }

    [Fact]
    public void Disclosures_about_different_periods_are_different_cases_until_one_bridges_them()
    {
        var one = NonReliance("k1", "2023-05-01", Year("2020-12-31"));
        var other = NonReliance("k2", "2023-06-01", Year("2022-12-31"));
        Assert.Equal(["k1.1", "k2.1"], Cases(one, other).Select(found => found.Key));
        Assert.Equal("k1.1", Assert.Single(Cases(one, other, NonReliance("k3", "2023-07-01", Year("2020-12-31"), Year("2022-12-31")))).Key);
    }

    [Fact]
    public void An_interim_period_lies_in_its_year()
    {
        Assert.Single(Cases(NonReliance("k1", "2023-05-01", Year("2022-12-31")), NonReliance("k2", "2023-06-01", Quarter("2022-09-30"))));
        Assert.Equal(2, Cases(NonReliance("k1", "2023-05-01", Year("2022-12-31")), NonReliance("k2", "2023-06-01", Quarter("2023-03-31"))).Count);
    }

    [Fact]
    public void A_case_closes_when_every_period_is_restated()
    {
        var disclosed = NonReliance("k1", "2024-08-09", Year("2023-12-31"), Quarter("2024-03-31"));
        var annual = Restating("r1", "2024-10-01", "10-K/A", "2023-12-31");
        var half = Assert.Single(Cases(disclosed, annual));
        Assert.Equal((RestatementState.Open, "filings/r1", (string?)null), (half.State, half.Periods[0].RestatedBy?.Filing, half.Periods[1].RestatedBy?.Filing));
        Assert.Equal([Day("2024-03-31")], half.Periods.Where(period => period.IsUnreliable).Select(period => period.End));
        var whole = Assert.Single(Cases(disclosed, annual, Restating("r2", "2024-10-29", "10-Q/A", "2024-03-31")));
        Assert.Equal((RestatementState.Closed, Day("2024-10-29")), (whole.State, whole.ClosedOn));
    }

    [Fact]
    public void An_amendment_for_another_purpose_restates_nothing()
    {
        var found = Assert.Single(Cases(NonReliance("k1", "2024-08-09", Year("2023-12-31")), Report("r1", "2024-08-20", "10-K/A", "2023-12-31")));
        Assert.Equal(RestatementState.Open, found.State);
    }

    [Fact]
    public void A_restating_amendment_that_nobody_announced_opens_a_case_and_closes_it()
    {
        var found = Assert.Single(Cases(Restating("r1", "2024-10-01", "10-K/A", "2023-12-31")));
        Assert.Equal((RestatementState.Closed, Magnitude.Reissuance, Day("2024-10-01")), (found.State, found.Magnitude, found.ClosedOn));
    }

    [Fact]
    public void A_late_Item_402_joins_the_case_that_its_restatement_had_closed()
    {
        var late = NonReliance("k1", "2024-10-15", Year("2023-12-31"));
        late = late with { Disclosures = [late.Disclosures[0] with { ConcludedOn = Says(Day("2024-09-20")) }] };
        var found = Assert.Single(Cases(Restating("r1", "2024-10-01", "10-K/A", "2023-12-31"), late));
        Assert.Equal(RestatementState.Closed, found.State);
        var check = Assert.Single(found.CrossChecks);
        Assert.Equal((CrossCheckKind.LateNonRelianceReport, 12), (check.Kind, check.Days));
    }

    [Fact]
    public void A_new_doubt_about_a_restated_period_opens_it_again_and_after_half_a_year_it_is_a_new_case()
    {
        var first = NonReliance("k1", "2023-08-09", Year("2022-12-31"));
        var restated = Restating("r1", "2023-10-01", "10-K/A", "2022-12-31");
        Assert.Equal(RestatementState.Open, Assert.Single(Cases(first, restated, NonReliance("k2", "2023-12-01", Year("2022-12-31")))).State);
        Assert.Equal([RestatementState.Closed, RestatementState.Open], Cases(first, restated, NonReliance("k2", "2024-12-01", Year("2022-12-31"))).Select(found => found.State));
    }

    [Fact]
    public void A_revision_is_closed_at_once_and_leaves_the_statements_reliable()
    {
        var report = Report("r1", "2024-03-01", "10-K", "2023-12-31") with
        {
            Disclosures = [new DisclosureFact { Kind = DisclosureKind.Revision, Periods = [Year("2022-12-31")] }],
        };
        var found = Assert.Single(Cases(report));
        Assert.Equal((RestatementState.Closed, Magnitude.Revision, false), (found.State, found.Magnitude, found.Periods[0].IsUnreliable));
    }

    [Fact]
    public void Accountants_doubts_are_not_always_errors()
    {
        var fact = NonReliance("k1", "2024-05-10", Year("2023-12-31"));
        fact = fact with { Disclosures = [fact.Disclosures[0] with { Kind = DisclosureKind.NonReliance402B, Causes = [ErrorCause.AuditorStatus] }] };
        var found = Assert.Single(Cases(fact));
        Assert.Equal((Magnitude.Unspecified, true), (found.Magnitude, found.Periods[0].IsUnreliable));
    }

    [Fact]
    public void A_cover_flag_joins_the_only_open_case_and_else_stands_alone_closed()
    {
        var flagged = Report("r1", "2024-03-01", "10-K", "2023-12-31") is var fact ? fact with { Report = fact.Report! with { ErrorCorrection = Says(true) } } : fact;
        Assert.Equal((RestatementState.Closed, 0), (Assert.Single(Cases(flagged)).State, Assert.Single(Cases(flagged)).Periods.Count));
        Assert.Equal(2, Assert.Single(Cases(NonReliance("k1", "2024-01-10", Year("2022-12-31")), flagged)).Disclosures.Count);
    }

    [Fact]
    public void What_a_disclosure_refers_to_is_expected_until_it_comes()
    {
        var notice = Given.Notice("n1", "2024-08-14", "10-Q", "2024-06-30") with
        {
            Disclosures = [new DisclosureFact { Kind = DisclosureKind.NoticeAdmission, NonReliance = true, Periods = [Year("2023-12-31")] }],
            References = [new ReferenceFact("8-K", Day("2024-08-09"), null, null), new ReferenceFact("10-Q", null, Day("2024-06-30"), null)],
        };
        var expected = Assert.Single(Assert.Single(Cases(notice)).Expected);
        Assert.Equal(("8-K", Day("2024-08-09")), (expected.FormType, expected.Date));
        // Dated by its report date, filed some days later; it comes first in time and names the case.
        var current = NonReliance("k1", "2024-08-13", Year("2023-12-31")) with { ReportDate = Day("2024-08-09") };
        var found = Assert.Single(Cases(notice, current));
        Assert.Empty(found.Expected);
        Assert.Equal("k1.1", found.Key);
    }

    [Fact]
    public void The_look_back_covers_three_completed_fiscal_years()
    {
        var fact = NonReliance("k1", "2024-08-13", Year("2023-12-31"));
        var window = LookBack.Of(Assert.Single(Cases(fact)), null)!;
        Assert.Equal((LookBack.PayFrom, Day("2023-12-31"), Day("2024-08-13")), (window.Start, window.End, window.TriggeredOn));
        Assert.Equal(["trigger-by-disclosure", "fiscal-year-end-by-period", "pay-received-from"], window.Grounds.Select(ground => ground.Code));
        window = LookBack.Of(Facts(NonReliance("k1", "2027-08-13", Year("2026-12-31"))).OnlyCase("2028-01-01"), "0630")!;
        Assert.Equal((Day("2024-07-01"), Day("2027-06-30")), (window.Start, window.End));
    }
}
