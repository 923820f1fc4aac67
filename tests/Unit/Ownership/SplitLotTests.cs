using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>A stock split changes the terms of options and is not reported (Rule 16a-9), so the lot at old terms must not be held beside the one at new.</summary>
public sealed class SplitLotTests
{
    [Theory]
    [InlineData(1_000, "100", 10_000, "10")] // 10:1
    [InlineData(1_000, "100", 3_000, "33.33")] // 3:1, the price rounded to the cent
    [InlineData(1_000, "45", 1_500, "30")] // 3:2
    [InlineData(1_001, "2.5", 100, "25")] // 1:10, the fraction paid in cash
    public void The_lot_at_adjusted_terms_takes_the_place_of_the_old_one(decimal units, string price, decimal unitsAfter, string priceAfter)
    {
        var held = Assert.Single(Held(
            Report(1, "4", "2023-01-04", Option("2023-01-02", "A", units, units, Number(price))),
            Report(2, "4", "2024-06-04", Option("2024-06-03", "M", 100, unitsAfter - 100, Number(priceAfter), direction: "D"))));
        Assert.Equal((unitsAfter - 100, "split.adjusted-terms"), (held.Shares, held.PoolingRule));
        Assert.Equal([new RowKey(Id(1), 2, 1)], held.AlsoStatedBy);
    }

    [Theory]
    [InlineData(1_000, "100", 9_000, "10")] // the units do not fit
    [InlineData(1_000, "100", 10_000, "11")] // the price does not
    [InlineData(1_000, "100", 1_000, "10")]
    public void Another_grant_stays_another(decimal units, string price, decimal unitsAfter, string priceAfter) => Assert.Equal(2, Held(
        Report(1, "4", "2023-01-04", Option("2023-01-02", "A", units, units, Number(price))),
        Report(2, "4", "2024-06-04", Option("2024-06-03", "M", 100, unitsAfter - 100, Number(priceAfter), direction: "D"))).Count);

    [Fact]
    public void Grants_of_one_day_are_two() => Assert.Equal(2, Held( // and so is what expires on another day
        Report(1, "4", "2023-01-04", Option("2023-01-02", "A", 1_000, 1_000, 100), Option("2023-01-02", "A", 10_000, 10_000, 10))).Count);

    [Theory]
    [InlineData("Adjusted for the 10-for-1 stock split of May 1, 2024.", 1)]
    [InlineData(null, 2)]
    public void Further_exercises_since_the_split_are_believed_where_a_footnote_speaks_of_it(string? note, int positions)
    {
        var later = Option("2024-06-03", "M", 100, 6_900, 10, direction: "D") with { ExercisePrice = Of((decimal?)10, "F1") };
        Assert.Equal(positions, Held(
            Report(1, "4", "2023-01-04", Option("2023-01-02", "A", 1_000, 1_000, 100)),
            Report(2, "4", "2024-06-04", later) with { Footnotes = note is null ? [] : [Note("F1", note)] }).Count);
    }

    [Fact]
    public void Two_splits_are_followed_and_the_day_before_the_second_state_holds_the_first()
    {
        OwnershipReport[] facts =
        [
            Report(1, "4", "2022-01-04", Option("2022-01-03", "A", 100, 100, 120)),
            Report(2, "4", "2023-01-04", Option("2023-01-03", "M", 50, 150, 60, direction: "D")),
            Report(3, "4", "2024-01-04", Option("2024-01-03", "M", 50, 400, 20, direction: "D")),
        ];
        Assert.Equal(400, Assert.Single(Held(facts)).Shares);
        Assert.Equal(2, Assert.Single(Held(facts)).AlsoStatedBy.Count);
        Assert.Equal(100, Assert.Single(Holdings.AsOf(IssuerLedger.Fold(facts), null, Date("2022-12-31"))).Shares);
    }

    [Fact]
    public void Amounts_beyond_all_measure_are_left_alone() => Assert.Equal(2, Held(
        Report(1, "4", "2023-01-04", Option("2023-01-02", "A", 1, 70_000_000_000_000_000_000_000_000_000m, 100)),
        Report(2, "4", "2024-06-04", Option("2024-06-03", "M", 70_000_000_000_000_000_000_000_000_000m, 5, 10, direction: "D"))).Count);

    [Fact]
    public void An_option_that_is_used_up_after_the_split_closes_the_old_lot_as_well()
    {
        var held = Held(
            Report(1, "4", "2023-01-04", Option("2023-01-02", "A", 1_000, 1_000, 100)),
            Report(2, "4", "2024-06-04", Option("2024-06-03", "M", 10_000, 0, 10, direction: "D")));
        Assert.True(Assert.Single(held).IsClosed);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<Position> Held(params OwnershipReport[] facts) => Holdings.AsOf(IssuerLedger.Fold(facts), null, null);
}
