using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Amendments replace row by row inside their form family; duplicates count once.</summary>
public sealed class AmendmentTests
{
    private static readonly OwnershipReport Original =
        Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 10.5m, 150), Sale("2024-01-03", 20, 12, 130));

    [Fact]
    public void A_correction_replaces_the_row_it_corrects_and_no_other()
    {
        var ledger = Fold(Amend(2, "2024-02-01", Trade("2024-01-02", "P", 55, 10.5m, 155)));
        Assert.Equal([RowState.Current, RowState.Superseded, RowState.Current], ledger.RowsOf(Id(1)).Select(row => row.Standing.State));
        var amended = ledger.RowsOf(Id(2)).Single();
        Assert.Equal([new RowKey(Id(1), 1, 2)], amended.Standing.Replaces);
        Assert.Equal("amendment.corrected-amount", amended.Standing.Rule);
    }

    [Fact]
    public void A_full_restatement_replaces_every_row_and_adds_what_was_forgotten()
    {
        var ledger = Fold(Amend(2, "2024-02-01", [.. Original.Rows, Trade("2024-01-02", "P", 5, 11, 135)]));
        Assert.All(ledger.RowsOf(Id(1)), row => Assert.Equal(RowState.Superseded, row.Standing.State));
        Assert.Equal([1, 1, 1, 0], ledger.RowsOf(Id(2)).Select(row => row.Standing.Replaces.Count));
    }

    [Fact]
    public void A_forgotten_trade_alone_replaces_nothing()
    {
        var ledger = Fold(Amend(2, "2024-02-01", Trade("2024-01-02", "P", 7, 11.25m, 137)));
        Assert.All(ledger.RowsOf(Id(1)), row => Assert.True(row.IsCurrent));
    }

    [Case("O8")]
    [Fact]
    public void A_holdings_only_amendment_leaves_the_trades()
    {
        var ledger = Fold(Amend(2, "2024-02-01", Holding(900).Indirect("By Trust")));
        Assert.All(ledger.RowsOf(Id(1)), row => Assert.True(row.IsCurrent));
        Assert.Equal(900, Holdings.AsOf(ledger, null, null).Single(p => p.Lot.Indirect == true).Shares);
    }

    [Case("O9")]
    [Theory]
    [InlineData("3/A")]
    [InlineData("5/A")]
    public void Another_form_family_replaces_nothing(string form)
    {
        var ledger = Fold(Report(2, form, "2024-02-01", [.. Original.Rows]) with { OriginalFiledOn = Date("2024-01-04") });
        Assert.All(ledger.RowsOf(Id(1)), row => Assert.True(row.IsCurrent));
    }

    [Case("O11")]
    [Theory]
    [InlineData("2024-01-04")] // right
    [InlineData("2024-01-03")] // the evening before
    [InlineData("2024-01-08")] // over the weekend
    [InlineData("2014-01-04")] // mistyped: the period decides
    [InlineData(null)]
    public void Wrong_and_trailing_dates_of_the_original_still_find_it(string? typed)
    {
        var ledger = Fold(Amend(2, "2024-02-01", Trade("2024-01-02", "P", 55, 10.5m, 155)) with { OriginalFiledOn = Date(typed) });
        Assert.Equal(RowState.Superseded, ledger.RowsOf(Id(1)).ElementAt(1).Standing.State);
    }

    [Case("O10", "O12")]
    [Fact]
    public void An_amendment_of_an_amendment_replaces_that_and_the_chain_keeps_the_first_date()
    {
        var first = Amend(2, "2024-02-01", Trade("2024-01-02", "P", 55, 10.5m, 155));
        var second = Amend(3, "2024-03-01", Trade("2024-01-02", "P", 56, 10.5m, 156)) with { OriginalFiledOn = Date("2024-02-01") };
        var ledger = IssuerLedger.Fold([second, first, Original]);
        Assert.Equal(new RowKey(Id(2), 1, 1), ledger.RowsOf(Id(1)).ElementAt(1).Standing.CountedInstead);
        Assert.Equal(new RowKey(Id(3), 1, 1), ledger.RowsOf(Id(2)).Single().Standing.CountedInstead);
        Assert.Equal((RowState.Current, Id(1)), (ledger.RowsOf(Id(3)).Single().Standing.State, ledger.RowsOf(Id(3)).Single().Standing.Reported!.Filing));
    }

    [Case("O10", "O12")]
    [Fact]
    public void Two_amendments_of_one_original_follow_their_dates()
    {
        var first = Amend(2, "2024-02-01", Trade("2024-01-02", "P", 55, 10.5m, 155));
        var second = Amend(3, "2024-03-01", Trade("2024-01-02", "P", 56, 10.5m, 156));
        Assert.Equal(56, IssuerLedger.Fold([second, Original, first]).Rows.Single(row => row.IsCurrent && row.Row.Price!.Value == 10.5m).Row.Shares!.Value);
    }

    [Theory]
    [InlineData("code", "amendment.corrected-code")]
    [InlineData("date", "amendment.corrected-date")]
    [InlineData("ownership", "amendment.corrected-ownership")]
    [InlineData("price", "amendment.corrected-price")]
    [InlineData("title", "amendment.corrected-title")]
    [InlineData("following", "amendment.corrected-following")]
    [InlineData("nothing", "amendment.same-row")]
    public void One_corrected_field_is_recognised(string field, string rule)
    {
        var row = Original.Rows[2];
        var corrected = field switch
        {
            "code" => row with { Code = Text("F") },
            "date" => row with { TransactionDate = Of(Date("2024-01-02")) },
            "ownership" => row.Indirect("By Spouse"),
            "price" => row with { Price = Of((decimal?)12.5m) },
            "title" => row.Titled("Class A Common Stock"),
            "following" => row with { SharesFollowing = Of((decimal?)131) },
            _ => row,
        };
        var amended = Fold(Amend(2, "2024-02-01", corrected with { Ordinal = 1 })).RowsOf(Id(2)).Single();
        Assert.Equal((rule, new RowKey(Id(1), 1, 3)), (amended.Standing.Rule, amended.Standing.Replaces.Single()));
    }

    [Fact]
    public void An_amendment_touches_only_its_own_owners_and_its_own_original()
    {
        var others = (Original with { Filing = Id(5) }).By(2);
        var month = Report(6, "4", "2024-02-05", Trade("2024-02-02", "P", 50, 10.5m, 180));
        var ledger = IssuerLedger.Fold([Original, others, month, Amend(2, "2024-02-20", Trade("2024-01-02", "P", 55, 10.5m, 155))]);
        Assert.All(ledger.RowsOf(Id(5)).Concat(ledger.RowsOf(Id(6))), row => Assert.True(row.IsCurrent));
    }

    [Case("O45")]
    [Fact]
    public void A_submission_made_twice_counts_once()
    {
        var again = Original with { Filing = Id(2), Filed = new FilingDate(Date("2024-01-05"), FilingDateBasis.Filed) };
        var ledger = IssuerLedger.Fold([again, Original]);
        Assert.All(ledger.RowsOf(Id(1)), row => Assert.True(row.IsCurrent));
        Assert.All(ledger.RowsOf(Id(2)), row => Assert.Equal((RowState.Duplicate, new RowKey(Id(1), 1, row.Row.Ordinal)), (row.Standing.State, row.Standing.CountedInstead)));
    }

    [Case("O1")]
    [Fact]
    public void Two_equal_trades_with_running_amounts_are_two()
    {
        var first = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100));
        var second = Report(2, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 200));
        Assert.All(IssuerLedger.Fold([first, second]).Rows, row => Assert.True(row.IsCurrent));
    }

    [Fact]
    public void A_row_that_an_amendment_of_the_whole_form_leaves_out_counts_no_longer()
    {
        var original = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 11, 150), Trade("2024-01-02", "P", 7, 12, 157), Holding(9).Indirect("By Trust"));
        var amendment = Amend(2, "2024-02-01", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 11, 150));
        var ledger = IssuerLedger.Fold([amendment, original]);
        Assert.Equal(
            [(RowState.Superseded, "amendment.same-row", (FilingId?)null), (RowState.Superseded, "amendment.same-row", null), (RowState.Superseded, "amendment.left-out-among-repeated", Id(2)), (RowState.Current, null, null)],
            ledger.RowsOf(Id(1)).Select(row => (row.Standing.State, row.Standing.Rule, row.Standing.LeftOutBy)));
        Assert.Equal([150m, 9m], Holdings.AsOf(ledger, null, null).Select(position => position.Shares!.Value));
    }

    [Theory]
    [InlineData("This amendment amends and restates the original Form 4 in its entirety.", RowState.Superseded)]
    [InlineData("This Form 4/A replaces the original Form 4 filed on January 4, 2024.", RowState.Superseded)]
    [InlineData("This amendment corrects the price of the purchase.", RowState.Current)]
    public void What_an_amendment_says_of_itself_decides_about_rows_that_it_leaves_out(string remarks, RowState expected)
    {
        var original = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 11, 150));
        var ledger = IssuerLedger.Fold([original, Amend(2, "2024-02-01", Trade("2024-01-02", "P", 100, 9, 100)) with { Remarks = remarks }]);
        Assert.Equal(expected, ledger.RowsOf(Id(1)).Last().Standing.State);
    }

    [Fact]
    public void Single_rows_that_are_corrected_leave_the_others_standing()
    {
        var original = Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 11, 150), Trade("2024-01-02", "P", 7, 12, 157));
        var ledger = IssuerLedger.Fold([original, Amend(2, "2024-02-01", Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-02", "P", 50, 11.5m, 150))]);
        Assert.Equal([RowState.Superseded, RowState.Superseded, RowState.Current], ledger.RowsOf(Id(1)).Select(row => row.Standing.State));
    }

    private static OwnershipReport Amend(int number, string filed, params ReportRow[] rows) =>
        Report(number, "4/A", filed, rows) with { OriginalFiledOn = Date("2024-01-04"), PeriodOfReport = Date("2024-01-02") };

    private static IssuerLedger Fold(OwnershipReport amendment) => IssuerLedger.Fold([amendment, Original]);
}
