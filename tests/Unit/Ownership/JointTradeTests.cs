using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>One trade that several members of a group report, jointly or apart, counts once.</summary>
public sealed class JointTradeTests
{
    private static readonly OwnershipReport Fund =
        Report(1, "4", "2024-01-04", Sale("2024-01-02", 1_000, 20, 9_000)) with { Owners = [Person(1, true) with { Name = "Rainbow Trout Capital LP" }] };

    private static readonly OwnershipReport Partner =
        Report(2, "4", "2024-01-04", Sale("2024-01-02", 1_000, 20, 9_000).Indirect("By Rainbow Trout Capital, L.P.")) with { Owners = [Person(2)] };

    [Fact]
    public void A_partner_who_files_apart_on_the_funds_sale_restates_it() =>
        Assert.Equal([(1, null), (2, new RowKey(Id(1), 1, 1))], Found(Partner, Fund));

    [Fact]
    public void Two_holders_of_ten_percent_need_the_same_amount_following()
    {
        var other = Partner with { Owners = [Person(2, true)], Rows = [Partner.Rows[0] with { Nature = Text("See footnote") }] };
        Assert.NotNull(Found(Fund, other)[1].Counted);
        Assert.Null(Found(Fund, other with { Rows = [other.Rows[0] with { SharesFollowing = Of((decimal?)123) }] })[1].Counted);
        Assert.Null(Found(Fund, other with { Owners = [Person(2)] })[1].Counted);
    }

    [Theory]
    [InlineData("price")]
    [InlineData("shares")]
    [InlineData("day")]
    [InlineData("direct")]
    [InlineData("owner")]
    [InlineData("award")]
    public void What_differs_or_is_of_ones_own_is_no_joint_trade(string what)
    {
        var row = Partner.Rows[0];
        var other = what switch
        {
            "price" => Partner with { Rows = [row with { Price = Of((decimal?)20.5m) }] },
            "shares" => Partner with { Rows = [row with { Shares = Of((decimal?)999) }] },
            "day" => Partner with { Rows = [row with { TransactionDate = Of(Date("2024-01-03")) }] },
            "direct" => Partner with { Rows = [row with { DirectOrIndirect = Text("D") }] },
            "owner" => Partner with { Owners = [Person(2), .. Fund.Owners] },
            _ => Partner with { Rows = [row with { Code = Text("A") }] },
        };
        var fund = what == "award" ? Fund with { Rows = [Fund.Rows[0] with { Code = Text("A") }] } : Fund;
        Assert.All(Found(fund, other), row => Assert.Null(row.Counted));
    }

    [Fact]
    public void Equal_tranches_are_paired_one_by_one()
    {
        var fund = Fund with { Rows = [Fund.Rows[0], Fund.Rows[0] with { Ordinal = 2 }] };
        var partner = Partner with { Rows = [Partner.Rows[0], Partner.Rows[0] with { Ordinal = 2 }, Partner.Rows[0] with { Ordinal = 3 }] };
        var rows = IssuerLedger.Fold([fund, partner]).RowsOf(Id(2)).Select(row => row.SameTradeAs);
        Assert.Equal([new RowKey(Id(1), 1, 1), new RowKey(Id(1), 1, 2), null], rows);
    }

    [Fact]
    public void Each_keeps_position_and_lateness_of_its_own()
    {
        var ledger = IssuerLedger.Fold([Fund, Partner]);
        Assert.Equal(9_000, Assert.Single(Holdings.AsOf(ledger, Owner(2), null)).Shares);
        Assert.All(ledger.Rows, row => Assert.True(row.IsCurrent));
    }

    [Fact]
    public void A_short_swing_profit_of_a_fund_and_its_partner_is_one()
    {
        var ledger = IssuerLedger.Fold([
            Fund, Partner,
            Report(3, "4", "2023-12-05", Trade("2023-12-01", "P", 1_000, 18, 10_000)) with { Owners = Fund.Owners },
            Report(4, "4", "2023-12-05", Trade("2023-12-01", "P", 1_000, 18, 10_000).Indirect("By Rainbow Trout Capital, L.P.")) with { Owners = Partner.Owners }]);
        var matches = new[] { 1, 2 }.SelectMany(cik => ShortSwing.Match(Owner(cik), ledger.Rows, SixMonths.DayBeforeLast)).ToList();
        Assert.Equal([2_000m, 2_000m], matches.Select(match => match.Profit));
        Assert.Equal(2_000, ShortSwing.TotalProfit(matches));
    }

    [Fact]
    public void A_profit_of_three_who_file_together_is_one()
    {
        var ledger = IssuerLedger.Fold([
            Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 1_000, 18, 1_000), Sale("2024-02-01", 1_000, 20, 0)).By(1, 2, 3)]);
        var matches = new[] { 1, 2, 3 }.SelectMany(cik => ShortSwing.Match(Owner(cik), ledger.Rows, SixMonths.DayBeforeLast)).ToList();
        Assert.Equal((3, 2_000m), (matches.Count, ShortSwing.TotalProfit(matches)));
    }

    [Fact]
    public void Shares_that_owners_match_otherwise_count_once_all_the_same()
    {
        // The second owner also sold by himself, higher, so his share of the joint purchase goes to that sale.
        var ledger = IssuerLedger.Fold([
            Report(1, "4", "2024-02-04", Trade("2024-01-02", "P", 100, 10, 100), Sale("2024-02-01", 100, 12, 0)).By(1, 2),
            Report(2, "4", "2024-03-04", Sale("2024-03-01", 100, 15, 0)).By(2)]);
        var matches = new[] { 1, 2 }.SelectMany(cik => ShortSwing.Match(Owner(cik), ledger.Rows, SixMonths.DayBeforeLast)).ToList();
        Assert.Equal([200m, 500m], matches.Select(match => match.Profit));
        Assert.Equal(500, ShortSwing.TotalProfit(matches));
    }

    [Fact]
    public void A_fund_its_partner_and_one_more_are_no_cluster()
    {
        var third = Report(3, "4", "2024-01-05", Sale("2024-01-03", 10, 20, 0)) with { Owners = [Person(3)] };
        Assert.Empty(Cluster.Find(IssuerLedger.Fold([Fund, Partner, third]).Rows));
        var fourth = Report(4, "4", "2024-01-05", Sale("2024-01-03", 10, 20, 0)) with { Owners = [Person(4)] };
        var cluster = Assert.Single(Cluster.Find(IssuerLedger.Fold([Fund, Partner, third, fourth]).Rows));
        Assert.Equal((4, 1_020m), (cluster.Owners.Count, cluster.Rows.Sum(row => row.Row.Shares!.Value)));
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var rows = IssuerLedger.Fold([Fund, Partner, Partner with { Filing = Id(7), Owners = [Person(7)] }]).Rows;
        var expected = JointTrades.Find(rows).OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).ToList();
        Assert.Equal(2, expected.Count);
        Assert.Equal(expected, JointTrades.Find(rows.Reverse()).OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal));
    }

    private static List<(int Filing, RowKey? Counted)> Found(params OwnershipReport[] reports) =>
        [.. IssuerLedger.Fold(reports).Rows.Select(row => (row.Key.Filing == Id(1) ? 1 : 2, row.SameTradeAs))];
}
