using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Positions: the last state of each lot by date and order, Form 3 and Form 4 lots pooled, one block counted once.</summary>
public sealed class PositionTests
{
    [Case("O14")]
    [Fact]
    public void The_last_row_of_a_day_counts_not_an_intermediate_one()
    {
        var position = Assert.Single(Held(Report(1, "4", "2024-01-04", Trade("2024-01-02", "M", 100, 1, 600), Sale("2024-01-02", 60, 9, 540), Sale("2024-01-02", 40, 9, 500))));
        Assert.Equal((500m, new RowKey(Id(1), 1, 3)), (position.Shares, position.Row.Key));
    }

    [Case("O14")]
    [Fact]
    public void The_date_of_the_transaction_orders_not_that_of_the_filing()
    {
        var lateReported = Report(2, "4", "2024-03-01", Trade("2023-06-01", "P", 10, 1, 110));
        Assert.Equal(200, Assert.Single(Held(Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 1, 200)), lateReported)).Shares);
    }

    [Case("O15")]
    [Fact]
    public void Latest_direct_from_Form_4_and_indirect_from_Form_3_are_summed()
    {
        Filingwire.Ownership.Ledger.Facts.OwnershipReport[] facts =
        [
            Report(1, "3", "2022-01-10", Holding(900), Holding(31_632).Indirect("By Trust")),
            Report(2, "4", "2024-01-04", Trade("2024-01-02", "A", 5, 0, 1_073_895)),
        ];
        Assert.Equal(1_073_895 + 31_632, Assert.Single(Holdings.Totals(Holdings.AsOf(IssuerLedger.Fold(facts), Owner(1), null))).Shares);
    }

    [Case("O16")]
    [Fact]
    public void Different_natures_are_different_lots_and_a_lot_at_zero_closes_only_itself()
    {
        var held = Held(
            Report(1, "4", "2024-01-04", Holding(100).Indirect("By Trust"), Holding(50).Indirect("By Spouse"), Trade("2024-01-02", "P", 1, 1, 7)),
            Report(2, "4", "2024-02-04", Sale("2024-02-01", 100, 5, 0).Indirect("by trust.")));
        Assert.Equal([7m, 50m], held.Where(p => !p.IsClosed).Select(p => p.Shares!.Value).Order());
        Assert.Equal("by trust", Assert.Single(held, p => p.IsClosed).Lot.Nature);
    }

    [Case("O5")]
    [Fact]
    public void A_nature_that_is_only_a_footnote_is_told_apart_by_its_text()
    {
        var report = Report(1, "4", "2024-01-04", Note(Holding(100), "F1"), Note(Holding(50), "F2"))
            with { Footnotes = [Fixtures.MadeReports.Note("F1", "Held by the A Fund."), Fixtures.MadeReports.Note("F2", "Held by the B Fund.")] };
        Assert.Equal(2, Held(report).Count);

        static ReportRow Note(ReportRow row, string id) => row with { DirectOrIndirect = Text("I"), Nature = Text(null, id) };
    }

    [Case("O17")]
    [Fact]
    public void Derivatives_stand_apart_each_grant_by_its_terms()
    {
        var held = Held(
            Report(1, "4", "2024-01-04", Option("2024-01-02", "A", 500, 500, exercise: 10), Option("2024-01-02", "A", 300, 300, exercise: 12), Trade("2024-01-02", "P", 9, 1, 9)),
            Report(2, "4", "2024-06-04", Option("2024-06-03", "M", 200, 300, exercise: 10, direction: "D")));
        Assert.Equal([300m, 300m], held.Where(p => p.Lot.Table == 2).Select(p => p.Shares!.Value));
        Assert.Equal(9, Assert.Single(Holdings.Totals(held)).Shares);
    }

    [Fact]
    public void Grants_of_units_are_told_apart_by_the_dates_that_footnotes_name()
    {
        var held = Held(
            Report(1, "4", "2022-03-04", Unit("2022-03-02", "A", 300, 300)),
            Report(2, "4", "2023-03-04", Unit("2023-03-02", "A", 500, 500)),
            Report(3, "4", "2024-03-04", Unit("2024-03-01", "M", 100, 200, "D", "F1"), Unit("2024-03-01", "M", 250, 250, "D", "F2")) with
            {
                Footnotes = [Note("F1", "This award was granted on March 2, 2022. 100 restricted stock units vested on March 1, 2024."), Note("F2", "This award was granted on March 2, 2023.")],
            });
        Assert.Equal([(Date("2022-03-02"), 200m), (Date("2023-03-02"), 250m)], held.Select(p => (p.Lot.Granted, p.Shares!.Value)));

        var running = Held(Report(1, "4", "2022-03-04", Unit("2022-03-02", "A", 300, 300)), Report(2, "4", "2023-03-04", Unit("2023-03-02", "A", 500, 800)));
        Assert.Equal(800, Assert.Single(running).Shares);

        static ReportRow Unit(string date, string code, decimal units, decimal following, string direction = "A", string? note = null) =>
            Option(date, code, units, following, direction: direction) with
            {
                SecurityTitle = Text("Restricted Stock Unit"), ExercisePrice = null, ExpirationDate = null,
                ExerciseDate = Of((DateOnly?)null, note is null ? [] : [note]),
            };
    }

    [Case("O42")]
    [Fact]
    public void Dual_classes_are_two_instruments_and_par_values_make_none()
    {
        var held = Held(Report(
            1, "4", "2024-01-04",
            Holding(1).Titled("Class A Common Stock"), Holding(2).Titled("Class B Common Stock"),
            Holding(3).Titled("Common Stock, par value $0.01 per share"), Trade("2024-01-02", "P", 1, 1, 4).Titled("COMMON STOCK")));
        Assert.Equal(["class a common stock", "class b common stock", "common stock"], held.Select(p => p.Lot.Class));
        Assert.Equal(4, held[2].Shares);
    }

    [Theory]
    [InlineData("Common Stock, par value $0.01 per share", "common stock")]
    [InlineData("Common Stock, $.001 par value", "common stock")]
    [InlineData("COMMON STOCK (NO PAR VALUE)", "common stock")]
    [InlineData("Common Stock ($0.0001 par value per share)", "common stock")]
    [InlineData("Common Shares, without par value", "common shares")]
    [InlineData("5.75% Series A Preferred", "5.75% series a preferred")]
    [InlineData("Class A Common Stock, US$0.00001 par value", "class a common stock")]
    [InlineData("", "")]
    public void Titles_of_one_class_are_made_equal(string title, string expected) => Assert.Equal(expected, SecurityClass.Of(title));

    [Fact]
    public void As_of_a_day_only_what_was_dated_until_then_counts()
    {
        OwnershipReport[] facts = [Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 1, 1, 10)), Report(2, "4", "2024-02-04", Trade("2024-02-01", "P", 1, 1, 20))];
        var ledger = IssuerLedger.Fold(facts);
        Assert.Empty(Holdings.AsOf(ledger, null, Date("2024-01-01")));
        Assert.Equal(10, Assert.Single(Holdings.AsOf(ledger, null, Date("2024-01-31"))).Shares);
        Assert.Equal(20, Assert.Single(Holdings.AsOf(ledger, null, Date("2024-02-01"))).Shares);
    }

    [Fact]
    public void What_is_not_readable_is_missing_and_not_zero()
    {
        var held = Assert.Single(Held(Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 1, 1, null))));
        Assert.Null(held.Shares);
        Assert.False(held.IsClosed);
        Assert.Null(Assert.Single(Holdings.Totals([held])).Shares);
    }

    [Case("O18")]
    [Fact]
    public void A_security_counted_by_value_has_a_value_and_no_shares()
    {
        var row = Holding(null).Titled("Senior Notes") with { SharesFollowing = null, ValueFollowing = Of((decimal?)1_000_000) };
        var held = Assert.Single(Held(Report(1, "4", "2024-01-04", row)));
        Assert.Equal((null, 1_000_000m), (held.Shares, held.Value));
        Assert.Empty(Holdings.Totals([held]));
    }

    [Case("O3")]
    [Fact]
    public void A_joint_filing_is_one_position_of_all_its_owners()
    {
        var held = Assert.Single(Held(Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 1, 958_692)).By(1, 2, 3)));
        Assert.Equal([Owner(1), Owner(2), Owner(3)], held.Owners);
        Assert.Equal(958_692, held.Shares);
    }

    [Case("O4")]
    [Fact]
    public void Members_of_a_group_that_restate_one_block_in_one_filing_count_it_once()
    {
        var held = Held(Report(1, "4", "2024-01-04", Holding(12_000_000), Holding(12_000_000).Indirect("By A LP"), Holding(12_000_000).Indirect("By B GP")).By(1, 2));
        var block = Assert.Single(held);
        Assert.Equal(("control-group.same-filing", 2), (block.PoolingRule, block.AlsoStatedBy.Count));
        var alone = Held(Report(1, "4", "2024-01-04", Holding(500), Holding(500).Indirect("By Trust")));
        Assert.Equal(2, alone.Count);
    }

    [Case("O4")]
    [Fact]
    public void A_group_split_over_two_filings_counts_its_block_once()
    {
        var first = Report(1, "4", "2024-01-04", Trade("2024-01-02", "S", 10, 9, 45_026_743, "D").Indirect("See footnote")) with { Owners = [Person(1, true), Person(2, true)] };
        var second = first with { Filing = Id(2), Owners = [Person(3, true), Person(4, true)] };
        var block = Assert.Single(Held(first, second));
        Assert.Equal("control-group.same-block", block.PoolingRule);
        Assert.Equal([Owner(1), Owner(2), Owner(3), Owner(4)], block.Owners);
        Assert.Equal([new RowKey(Id(2), 1, 1)], block.AlsoStatedBy);
        var strangers = second with { Owners = [Person(3)] };
        Assert.Equal(2, Held(first with { Owners = [Person(1)] }, strangers).Count);
    }

    /// <summary>Sixteen entities do not fit into one filing, which takes ten owners; nine do.</summary>
    [Case("O4")]
    [Theory]
    [InlineData(16, 958_692)]
    [InlineData(9, 12_000_000)]
    [InlineData(4, 45_026_743)]
    public void A_chain_of_entities_that_restates_one_block_counts_it_once(int entities, decimal block)
    {
        var members = Enumerable.Range(1, entities).Chunk(10).Select((some, i) =>
            Report(i + 1, "4", "2024-01-04", Trade("2024-01-02", "S", 10, 9, block, "D").Indirect("See footnotes")) with { Owners = [.. some.Select(cik => Person(cik, tenPercent: true))] });
        var held = Assert.Single(Held([.. members]));
        Assert.Equal((entities, block), (held.Owners.Count, held.Shares));
        Assert.All(Holdings.Totals([held]), total => Assert.Equal(block, total.Shares));
    }

    [Case("O5")]
    [Fact]
    public void A_block_that_one_filing_attributes_to_the_owner_of_another_counts_once()
    {
        var holder = Report(1, "4", "2024-01-04", Holding(7_000)) with { Owners = [Person(1) with { Name = "Rainbow Trout Capital LP" }] };
        var partner = Report(2, "4", "2024-01-04", Holding(7_000).Indirect("By Rainbow Trout Capital, L.P.")) with { Owners = [Person(2)] };
        Assert.Equal("control-group.same-block", Assert.Single(Held(holder, partner)).PoolingRule);
    }

    private static IReadOnlyList<Position> Held(params OwnershipReport[] facts) => Holdings.AsOf(IssuerLedger.Fold(facts), null, null);
}
