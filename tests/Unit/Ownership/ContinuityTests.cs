using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Previous amount + change = next amount.</summary>
public sealed class ContinuityTests
{
    [Fact]
    public void A_chain_that_adds_up_is_consistent_from_its_second_state()
    {
        var steps = Steps(Report(1, "3", "2024-01-02", Holding(100)), Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", 20, 1, 120), Sale("2024-02-02", 5, 2, 115)));
        Assert.Equal([ContinuityVerdict.First, ContinuityVerdict.Consistent, ContinuityVerdict.Consistent], steps.Select(step => step.Verdict));
    }

    [Fact]
    public void A_missing_filing_shows_with_its_size()
    {
        var last = Steps(Report(1, "3", "2024-01-02", Holding(100)), Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", 20, 1, 150)))[^1];
        Assert.Equal((ContinuityVerdict.Break, 30m, null), (last.Verdict, last.Difference, last.Split));
    }

    [Theory]
    [InlineData(100, 20, 1020, "10:1")] // split first, then the purchase
    [InlineData(100, 20, 240, "2:1")] // purchase first, then the split
    [InlineData(1000, 0, 100, "1:10")]
    [InlineData(1005, 0, 100, "1:10")] // fractions paid in cash
    public void A_split_is_offered_as_a_reading(decimal before, decimal bought, decimal after, string split)
    {
        var last = Steps(Report(1, "3", "2024-01-02", Holding(before)), Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", bought, 1, after)))[^1];
        Assert.Equal((ContinuityVerdict.Break, split), (last.Verdict, last.Split));
    }

    [Fact]
    public void The_final_amount_on_every_row_of_a_filing_is_one_step()
    {
        var steps = Steps(Report(1, "3", "2024-01-02", Holding(100)), Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", 20, 1, 150), Trade("2024-02-01", "P", 30, 1, 150)));
        Assert.Equal((2, ContinuityVerdict.Consistent, 50m), (steps.Count, steps[^1].Verdict, steps[^1].Change));
    }

    [Fact]
    public void A_missing_amount_or_direction_is_not_comparable()
    {
        var unknown = Trade("2024-02-01", "P", null, 1, 150);
        var noDirection = Trade("2024-03-01", "P", 10, 1, 160) with { AcquiredDisposed = null };
        var steps = Steps(Report(1, "3", "2024-01-02", Holding(100)), Report(2, "4", "2024-02-04", unknown), Report(3, "4", "2024-03-04", noDirection));
        Assert.Equal([ContinuityVerdict.First, ContinuityVerdict.NotComparable, ContinuityVerdict.NotComparable], steps.Select(step => step.Verdict));
    }

    [Fact]
    public void A_corrected_row_takes_the_place_of_the_wrong_one_in_the_chain()
    {
        var steps = Steps(
            Report(1, "3", "2024-01-02", Holding(100)),
            Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", 20, 1, 130)),
            Report(3, "4/A", "2024-02-10", Trade("2024-02-01", "P", 30, 1, 130)) with { OriginalFiledOn = Date("2024-02-04") });
        Assert.Equal([ContinuityVerdict.First, ContinuityVerdict.Consistent], steps.Select(step => step.Verdict));
    }

    private static IReadOnlyList<ContinuityStep> Steps(params OwnershipReport[] facts) => Assert.Single(Continuity.Of(IssuerLedger.Fold(facts), Owner(1))).Steps;
}
