using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Unit.Ownership;

/// <summary>What rows mean: category, plan, value, price ranges.</summary>
public sealed class MeaningTests
{
    [Case("O26", "O27")]
    [Theory]
    [InlineData("P", Category.Market)]
    [InlineData("S", Category.Market)]
    [InlineData("A", Category.Compensation)]
    [InlineData("D", Category.Compensation)]
    [InlineData("I", Category.Compensation)]
    [InlineData("F", Category.Tax)]
    [InlineData("G", Category.Gift)]
    [InlineData("M", Category.Conversion)]
    [InlineData("C", Category.Conversion)]
    [InlineData("O", Category.Conversion)]
    [InlineData("X", Category.Conversion)]
    [InlineData("E", Category.Expiry)]
    [InlineData("H", Category.Expiry)]
    [InlineData("J", Category.Other)]
    [InlineData("W", Category.Other)]
    [InlineData("Q", Category.Other)] // unknown codes pass through
    public void The_code_alone_decides_the_category(string code, Category category)
    {
        Assert.Equal(category, RowMeaning.CategoryOf(Trade("2024-01-02", code, 1, 1, 1)));
        Assert.Equal(category, RowMeaning.CategoryOf(Trade("2024-01-02", code, 1, 1, 1, "D")));
    }

    [Case("O24")]
    [Theory]
    [InlineData(true, null, Plan.Yes, "box")]
    [InlineData(false, null, Plan.No, "box")]
    [InlineData(null, null, Plan.Unknown, "")]
    [InlineData(null, "Sold pursuant to a Rule 10b5-1 trading plan adopted on March 1, 2022.", Plan.Yes, "footnote F1")]
    [InlineData(false, "Effected under a 10b5-1 plan.", Plan.Yes, "footnote F1")]
    [InlineData(true, "This sale was not made pursuant to a Rule 10b5-1 plan.", Plan.No, "footnote F1")]
    [InlineData(null, "No violation of Rule 10b-5 is alleged.", Plan.Unknown, "")]
    [InlineData(true, "Held by a trust.", Plan.Yes, "box")]
    [InlineData(null, "Sold under Rule 10b5–1(c).", Plan.Yes, "footnote F1")]
    public void A_plan_is_read_from_the_footnote_before_the_box(bool? box, string? note, Plan plan, string source)
    {
        var row = Sale("2024-01-02", 10, 5, 0) with { Shares = Of((decimal?)10, "F1") };
        var report = Report(1, "4", "2024-01-03", row) with { PlanBox = box, Footnotes = note is null ? [] : [Note("F1", note)] };
        Assert.Equal(new PlanReading(plan, source), PlanReading.Of(report, report.Rows[0]));
    }

    [Fact]
    public void A_footnote_of_one_row_says_nothing_about_another()
    {
        var report = Report(1, "4", "2024-01-03", Sale("2024-01-02", 10, 5, 10) with { Price = Of((decimal?)5, "F1") }, Sale("2024-01-02", 10, 5, 0))
            with { PlanBox = false, Footnotes = [Note("F1", "Sold under a Rule 10b5-1 plan.")] };
        Assert.Equal([Plan.Yes, Plan.No], report.Rows.Select(row => PlanReading.Of(report, row).Plan));
    }

    [Case("O19")]
    [Theory]
    [InlineData("The price is a weighted average. Shares were sold at prices ranging from $186.50 to $187.49, inclusive.", "186.50", "187.49")]
    [InlineData("These shares were sold in multiple transactions at prices between $1,020.10 and $1,021.00.", "1020.10", "1021.00")]
    [InlineData("Weighted average; the range of prices was $5.1234 through $5.99 per share.", "5.1234", "5.99")]
    [InlineData("Prices ranged from a low of $10.00 to a high of $11.00.", "10.00", "11.00")]
    [InlineData("Sold in multiple transactions at prices ranging from 12.3 to 12.9.", "12.3", "12.9")]
    public void A_range_of_prices_is_read_from_the_footnote_of_the_price(string text, string low, string high)
    {
        var row = Sale("2024-01-02", 10, null, 0) with { Price = Of((decimal?)null, "F2") };
        var report = Report(1, "4", "2024-01-03", row) with { Footnotes = [Note("F2", text)] };
        var range = RowMeaning.Of(report, report.Rows[0]).Range!;
        Assert.Equal((low, high, "F2"), (range.Low.ToString(System.Globalization.CultureInfo.InvariantCulture), range.High.ToString(System.Globalization.CultureInfo.InvariantCulture), range.FootnoteId));
    }

    [Fact]
    public void A_range_that_does_not_hold_the_price_is_none()
    {
        var row = Sale("2024-01-02", 10, 50, 0) with { Price = Of((decimal?)50, "F2") };
        var report = Report(1, "4", "2024-01-03", row) with { Footnotes = [Note("F2", "Prices ranging from $10.00 to $11.00.")] };
        Assert.Null(RowMeaning.Of(report, report.Rows[0]).Range);
    }

    [Case("O18", "O19")]
    [Fact]
    public void Value_is_shares_times_price_and_missing_when_one_is()
    {
        Assert.Equal(123.45m, ValueOf(Sale("2024-01-02", 10, 12.345m, 0)));
        Assert.Equal(0, ValueOf(Trade("2024-01-02", "A", 10, 0, 10)));
        Assert.Null(ValueOf(Sale("2024-01-02", 10, null, 0)));
        Assert.Equal(77, ValueOf(Sale("2024-01-02", null, null, 0) with { Shares = null, TotalValue = Of((decimal?)77) }));
        Assert.Null(ValueOf(Holding(5)));
    }

    [Case("O19", "O20", "O23", "O30")]
    [Theory]
    [InlineData("price-missing")]
    [InlineData("price-in-footnote")]
    [InlineData("price-implausible")]
    [InlineData("date-after-filing")]
    [InlineData("post-amount-missing")]
    [InlineData("direction-missing")]
    [InlineData("code-missing")]
    [InlineData("date-missing")]
    public void What_is_odd_about_a_row_is_said_and_never_repaired(string remark)
    {
        var fine = Sale("2024-01-02", 10, 5, 0);
        var odd = remark switch
        {
            "price-missing" => fine with { Price = null },
            "price-in-footnote" => fine with { Price = Of((decimal?)null, "F1") },
            "price-implausible" => fine with { Price = Of((decimal?)2_500_000) },
            "date-after-filing" => fine with { TransactionDate = Of(Date("2035-01-02")) },
            "post-amount-missing" => fine with { SharesFollowing = null },
            "direction-missing" => fine with { AcquiredDisposed = null },
            "code-missing" => fine with { Code = null },
            _ => fine with { TransactionDate = null },
        };
        var report = Report(1, "4", "2024-01-03", odd);
        Assert.Equal([remark], RowMeaning.Of(report, odd).Remarks);
        Assert.Empty(RowMeaning.Of(report, fine).Remarks);
    }
    [Case("O22")]
    [Theory]
    [InlineData("Ordinary Shares", "The price is per ADS. Each ADS represents 43,200 ordinary shares.", "200000")]
    [InlineData("Class A Ordinary Shares", "Weighted average price of the ADSs. One American Depositary Share (\"ADS\") representing 10 Class A ordinary shares was sold.", "864000000")]
    [InlineData("Ordinary Shares", "Represents the price per American Depositary Share.", null)]
    [InlineData("American Depositary Shares", "The price is per ADS. Each ADS represents 43,200 ordinary shares.", "8640000000")]
    [InlineData("Ordinary Shares", "The shares were converted from ADSs before the sale.", "8640000000")]
    public void A_price_of_depositary_shares_is_none_of_ordinary_ones(string title, string note, string? value)
    {
        var report = Report(1, "4", "2024-01-04", Sale("2024-01-02", 4_320_000_000, 2, 0).Titled(title) with { Price = Of((decimal?)2, "F1") }) with { Footnotes = [Note("F1", note)] };
        var meaning = RowMeaning.Of(report, report.Rows[0]);
        Assert.Equal(value, meaning.Value?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(value == "8640000000", !meaning.Remarks.Contains("price-per-depositary-share"));
    }


    private static decimal? ValueOf(ReportRow row) => RowMeaning.ValueOf(Report(1, "4", "2024-01-04", row), row);
}
