using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Screens: short-swing pairs, clusters, notable trades, trades in windows.</summary>
public sealed class ScreenTests
{
    [Fact]
    public void The_lowest_purchase_is_matched_with_the_highest_sale_and_losses_are_not_set_off()
    {
        var matches = Match(
            Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-10", "P", 100, 20, 200),
            Sale("2024-02-01", 150, 15, 50), Sale("2024-03-01", 50, 30, 0));
        Assert.Equal([(50m, 10m, 30m), (50m, 10m, 15m)], matches.Select(m => (m.Shares, m.PurchasePrice, m.SalePrice)));
        Assert.Equal(1000 + 250, matches.Sum(m => m.Profit));
    }

    [Fact]
    public void A_sale_before_the_purchase_matches_as_well() => Assert.Equal(50, Assert.Single(Match(Sale("2024-01-02", 10, 15, 90), Trade("2024-03-01", "P", 10, 10, 100))).Profit);

    [Theory]
    [InlineData("2024-06-30", SixMonths.DayBeforeLast, true)]
    [InlineData("2024-07-01", SixMonths.DayBeforeLast, false)]
    [InlineData("2024-07-01", SixMonths.LastDay, true)]
    [InlineData("2024-07-02", SixMonths.LastDay, false)]
    public void The_end_of_six_months_is_a_convention(string sale, SixMonths window, bool within)
    {
        Assert.Equal(within, ShortSwing.IsWithin(Date("2024-01-02")!.Value, Date(sale)!.Value, window));
        Assert.Equal(within, ShortSwing.IsWithin(Date(sale)!.Value, Date("2024-01-02")!.Value, window));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("M")]
    [InlineData("G")]
    [InlineData("C")]
    [InlineData("X")]
    public void Exempt_codes_are_left_out(string code) => Assert.Empty(Match(Trade("2024-01-02", code, 10, 1, 10), Sale("2024-02-01", 10, 15, 0)));

    [Fact]
    public void Without_a_price_and_in_another_class_nothing_is_matched()
    {
        Assert.Empty(Match(Trade("2024-01-02", "P", 10, null, 10), Sale("2024-02-01", 10, 15, 0)));
        Assert.Empty(Match(Trade("2024-01-02", "P", 10, 5, 10).Titled("Class B"), Sale("2024-02-01", 10, 15, 0)));
    }

    [Fact]
    public void A_traded_option_matches_with_its_underlying_at_exercise_price_and_premium()
    {
        var call = Option("2024-01-02", "P", 1, 1, exercise: 10) with { Price = Of((decimal?)200), UnderlyingShares = Of((decimal?)100) };
        var match = Assert.Single(Match(call, Sale("2024-02-01", 100, 15, 0)));
        Assert.Equal((12m, 100m, 300m), (match.PurchasePrice, match.Shares, match.Profit));
        Assert.Contains("derivative-leg", match.Cautions);
    }

    [Fact]
    public void Cautions_name_what_to_look_at_first()
    {
        var report = Report(1, "4", "2024-03-01", Trade("2024-01-02", "J", 10, 5, 10), Sale("2024-02-01", 10, 15, 0)) with { Owners = [Person(1, tenPercent: true)] };
        var match = Assert.Single(ShortSwing.Match(Owner(1), IssuerLedger.Fold([report]).Rows, SixMonths.DayBeforeLast));
        Assert.Equal(["ten-percent-owner-only", "review-code-J"], match.Cautions);
    }

    [Case("O47")]
    [Fact]
    public void The_issuer_is_no_insider_of_itself()
    {
        OwnershipReport Own(OwnershipReport report) => report with { Owners = [Person(900)] };
        Assert.True(Own(Buy(1, "2024-01-02", 1)).IsIssuer(Owner(900)));
        Assert.Empty(ShortSwing.Match(
            Owner(900), IssuerLedger.Fold([Own(Report(1, "4", "2024-03-01", Trade("2024-01-02", "P", 10, 5, 10), Sale("2024-02-01", 10, 15, 0)))]).Rows, SixMonths.DayBeforeLast));
        Assert.Empty(Cluster.Find(IssuerLedger.Fold([Buy(1, "2024-01-02", 1), Buy(2, "2024-01-20", 2), Own(Buy(3, "2024-02-10", 3))]).Rows));
    }

    [Fact]
    public void Three_insiders_within_thirty_days_are_a_cluster_and_two_are_none()
    {
        OwnershipReport[] three = [Buy(1, "2024-01-02", 1), Buy(2, "2024-01-20", 2), Buy(3, "2024-02-10", 3)];
        var cluster = Assert.Single(Cluster.Find(Rows(three)));
        Assert.True(cluster.IsBuy);
        Assert.Equal([Owner(1), Owner(2), Owner(3)], cluster.Owners);
        Assert.Empty(Cluster.Find(Rows(three[0], three[1])));
        Assert.Empty(Cluster.Find(Rows(three[0], three[1], Buy(3, "2024-02-20", 3))));
    }

    [Fact]
    public void Owners_who_file_together_are_one_insider_and_plans_do_not_count()
    {
        Assert.Empty(Cluster.Find(Rows(Buy(1, "2024-01-02", 1, 2, 3))));
        Assert.Empty(Cluster.Find(Rows(Buy(1, "2024-01-02", 1), Buy(2, "2024-01-03", 2), Buy(3, "2024-01-04", 3) with { PlanBox = true })));
    }

    [Fact]
    public void The_first_and_the_largest_trades_are_notable()
    {
        var rows = Rows(Report(1, "4", "2024-01-05", Trade("2024-01-02", "P", 10, 5, 10), Trade("2024-01-03", "P", 100, 5, 110)));
        Assert.Equal(
            [(NotableKind.FirstPurchase, 1), (NotableKind.LargestPurchase, 2)],
            NotableTrade.Find(Owner(1), rows).Select(notable => (notable.Kind, notable.Row.Row.Ordinal)));
    }

    [Theory]
    [InlineData("2024-01-01", false)]
    [InlineData("2024-01-02", true)]
    [InlineData("2024-01-05", true)]
    [InlineData("2024-01-06", false)]
    public void A_window_holds_both_its_ends(string date, bool inside)
    {
        var window = new RelianceWindow("restatementCases/x", "non-reliance", Date("2024-01-02")!.Value, Date("2024-01-05"));
        Assert.Equal(inside, RelianceTrade.Find(Rows(Report(1, "4", "2024-02-01", Trade(date, "A", 1, 0, 1))), [window]).Any());
        Assert.True((window with { To = null }).Contains(Date("2030-01-01")!.Value));
    }

    private static OwnershipReport Buy(int number, string date, params int[] owners) => Report(number, "4", date, Trade(date, "P", 10, 5, 10)).By(owners);

    private static IReadOnlyList<LedgerRow> Rows(params OwnershipReport[] facts) => IssuerLedger.Fold(facts).Rows;

    private static IReadOnlyList<ShortSwingMatch> Match(params ReportRow[] rows) =>
        ShortSwing.Match(Owner(1), IssuerLedger.Fold([Report(1, "4", "2024-12-31", rows)]).Rows, SixMonths.DayBeforeLast);
}
