using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Sec.Calendar;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>Amendments that take a report back: a trade that did not take place, a filing for the wrong issuer or person (Form 4, General Instruction 9).</summary>
public sealed class RetractionTests
{
    private static readonly OwnershipReport Original =
        Report(1, "4", "2024-01-04", Trade("2024-01-02", "P", 100, 10, 100), Sale("2024-01-03", 40, 12, 60), Holding(9).Indirect("By Trust"));

    [Theory]
    [InlineData("The transactions reported on the original Form 4 did not take place.", "12", "amendment.not-occurred")]
    [InlineData("This amendment is filed to report that the sale of 40 shares reported on January 3, 2024 did not occur.", "2", "amendment.not-occurred")]
    [InlineData("The purchase of shares on January 2, 2024 was never executed.", "1", "amendment.not-occurred")]
    [InlineData("The sale of 40 shares reported on the Form 4 filed on January 4, 2024 never took place.", "2", "amendment.not-occurred")]
    [InlineData("No such transactions occurred.", "12", "amendment.not-occurred")]
    [InlineData("The original Form 4 was inadvertently filed under the wrong issuer.", "123", "amendment.wrong-party")]
    [InlineData("The original report was filed on behalf of an incorrect reporting person.", "123", "amendment.wrong-party")]
    [InlineData("The Form 4 filed on January 4, 2024 was filed in error.", "123", "amendment.filed-in-error")]
    [InlineData("The Form 4 filed on January 4, 2024 was filed in error and should be disregarded.", "123", "amendment.filed-in-error")]
    [InlineData("The original filing should be disregarded.", "123", "amendment.filed-in-error")]
    [InlineData("The Reporting Person hereby withdraws the Form 4 filed on January 4, 2024.", "123", "amendment.filed-in-error")]
    public void What_an_amendment_without_rows_takes_back_is_gone(string remarks, string gone, string rule)
    {
        var ledger = IssuerLedger.Fold([Amend() with { Remarks = remarks }, Original]);
        Assert.Equal(gone, Gone(ledger));
        Assert.All(ledger.RowsOf(Id(1)).Where(row => !row.IsCurrent), row => Assert.Equal((rule, Id(2)), (row.Standing.Rule, row.Standing.LeftOutBy)));
    }

    [Theory]
    [InlineData("The original Form 4 erroneously reported the number of shares sold.")]
    [InlineData("The sale did not occur on January 3, 2024 as reported but on January 4, 2024.")]
    [InlineData("The sale of 41 shares did not occur.")] // no row is of 41 shares
    [InlineData("The sale on January 9, 2024 did not occur.")] // nor of this day
    [InlineData("The sales were not made pursuant to a Rule 10b5-1 plan.")]
    [InlineData("The original Form 4 was inadvertently filed without a power of attorney.")]
    [InlineData("The original Form 4 was filed with the incorrect issuer name.")]
    [InlineData("The original Form 4 was filed in error with a price of $12.")]
    [InlineData("The exercise price of the grant did not change.")]
    public void What_corrects_something_takes_nothing_back(string remarks) => Assert.Equal("", Gone(IssuerLedger.Fold([Original, Amend() with { Remarks = remarks }])));

    [Fact]
    public void A_repeated_row_whose_footnote_says_that_it_did_not_happen_goes_with_the_original()
    {
        var repeated = Original.Rows[1] with { Ordinal = 1, Shares = Of((decimal?)40, "F1") };
        var ledger = IssuerLedger.Fold([Original, Amend(repeated) with { Footnotes = [Note("F1", "The reported sale did not take place.")] }]);
        Assert.Equal("2", Gone(ledger));
        var own = Assert.Single(ledger.RowsOf(Id(2)));
        Assert.Equal((RowState.Superseded, "amendment.not-occurred", Id(2)), (own.Standing.State, own.Standing.Rule, own.Standing.LeftOutBy));
        Assert.Equal([100m, 9m], Holdings.AsOf(ledger, null, null).Select(position => position.Shares!.Value));
    }

    [Fact]
    public void A_row_brought_down_to_no_shares_goes_as_well()
    {
        var zero = Sale("2024-01-03", 0, 12, 60) with { Ordinal = 1, Code = Text("S", "F1") };
        Assert.Equal("2", Gone(IssuerLedger.Fold([Original, Amend(zero) with { Footnotes = [Note("F1", "This transaction did not occur.")] }])));
    }

    [Fact]
    public void A_corrected_row_stays_when_the_statement_is_about_another()
    {
        var corrected = Trade("2024-01-02", "P", 110, 10, 110) with { Ordinal = 1 };
        var ledger = IssuerLedger.Fold([Original, Amend(corrected) with { Remarks = "The sale of 40 shares reported on the original Form 4 did not occur." }]);
        Assert.Equal("12", Gone(ledger));
        Assert.True(Assert.Single(ledger.RowsOf(Id(2))).IsCurrent);
    }

    [Fact]
    public void Rows_repeated_by_an_amendment_for_the_wrong_person_go_and_new_ones_stay()
    {
        var ledger = IssuerLedger.Fold([
            Original, Amend(Original.Rows[0], Trade("2024-01-02", "P", 7, 77, 7) with { Ordinal = 2 }) with { Remarks = "The original Form 4 was filed for the wrong reporting person." }]);
        Assert.Equal("123", Gone(ledger));
        Assert.Equal([false, true], ledger.RowsOf(Id(2)).Select(row => row.IsCurrent));
    }

    [Fact]
    public void What_did_not_happen_was_not_reported_late()
    {
        var late = Original with { Filed = new FilingDate(Date("2024-03-01"), FilingDateBasis.Filed) };
        var ledger = IssuerLedger.Fold([late, Amend() with { Filed = new FilingDate(Date("2024-03-05"), FilingDateBasis.Filed), Remarks = "The transactions reported did not take place." }]);
        Assert.Empty(LateRow.FirstReportedBy(late, [.. ledger.RowsOf(Id(1))], key => ledger.Rows.FirstOrDefault(row => row.Key == key)));
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        var amendment = Amend(Original.Rows[0]) with { Remarks = "The original Form 4 was filed under the wrong issuer." };
        Assert.Equal(FoldTests.State([Original, amendment]), FoldTests.State([amendment, Original, amendment]));
    }

    private static OwnershipReport Amend(params ReportRow[] rows) =>
        Report(2, "4/A", "2024-02-01", rows) with { OriginalFiledOn = Date("2024-01-04"), PeriodOfReport = Date("2024-01-02") };

    /// <summary>The ordinals of the original's rows that count no longer.</summary>
    private static string Gone(IssuerLedger ledger) => string.Concat(ledger.RowsOf(Id(1)).Where(row => !row.IsCurrent).Select(row => row.Row.Ordinal));
}
