using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>The kind of dealing, by the transaction code alone.</summary>
public enum Category
{
    /// <summary>P, S: open-market or private purchase or sale.</summary>
    Market,

    /// <summary>A, D, I: dealings with the issuer under Rule 16b-3.</summary>
    Compensation,

    /// <summary>F: delivered or withheld for an exercise price or tax.</summary>
    Tax,

    /// <summary>G: bona fide gift.</summary>
    Gift,

    /// <summary>M, C, O, X: exercise or conversion of a derivative.</summary>
    Conversion,

    /// <summary>E, H: expiry or cancellation of a derivative.</summary>
    Expiry,

    /// <summary>W, Z, L, U, J and codes that are not known.</summary>
    Other,

    /// <summary>A holding: nothing was dealt.</summary>
    None,
}

/// <summary>What a row means.</summary>
/// <param name="Category">The kind of dealing.</param>
/// <param name="Plan">Whether it was made under a plan of Rule 10b5-1(c), and what says so.</param>
/// <param name="Value">US dollars: units times price, or the filed total; null when either is unknown.</param>
/// <param name="Range">The range of prices that a footnote gives; null when there is none.</param>
/// <param name="UnderlyingShares">Table II: shares of the underlying security; null when unknown.</param>
/// <param name="Remarks">What a reader should know about the values, as stable codes.</param>
public sealed record RowMeaning(
    Category Category,
    PlanReading Plan,
    decimal? Value,
    PriceRange? Range,
    decimal? UnderlyingShares,
    IReadOnlyList<string> Remarks)
{
    /// <summary>A price above this, in US dollars, is nearly always a total typed in the wrong place. The one known exception trades in single digits of shares.</summary>
    private const decimal ImplausiblePrice = 100_000m;

    private const decimal ImplausibleValue = 100_000_000_000m;

    /// <summary>Reads a row in its filing.</summary>
    public static RowMeaning Of(OwnershipReport report, ReportRow row) => new(
        CategoryOf(row),
        PlanReading.Of(report, row),
        ValueOf(report, row),
        PriceRange.Of(report, row),
        row.Table == 2 ? row.UnderlyingShares?.Value : null,
        [.. RemarksOn(report, row)]);

    /// <summary>The kind of dealing. The direction never decides it, and it never decides the direction.</summary>
    public static Category CategoryOf(ReportRow row) => row.Kind == RowKind.Holding
        ? Category.None
        : row.Code?.Value switch
        {
            "P" or "S" => Category.Market,
            "A" or "D" or "I" => Category.Compensation,
            "F" => Category.Tax,
            "G" => Category.Gift,
            "M" or "C" or "O" or "X" => Category.Conversion,
            "E" or "H" => Category.Expiry,
            _ => Category.Other,
        };

    /// <summary>US dollars; null when it cannot be told. A price of zero is a value of zero.</summary>
    public static decimal? ValueOf(LedgerRow row) => ValueOf(row.Report, row.Row);

    /// <inheritdoc cref="ValueOf(LedgerRow)"/>
    public static decimal? ValueOf(OwnershipReport report, ReportRow row)
    {
        if (row.Kind == RowKind.Holding)
            return null;
        if (row.TotalValue?.Value is { } total)
            return total;
        return row.Shares?.Value is { } shares && PriceOf(report, row) is { } price && shares < 1e13m && price < 1e13m ? shares * price : null;
    }

    /// <summary>US dollars for one unit of the row; null when unknown, or when the price is one of depositary shares and nobody says how many units these are.</summary>
    public static decimal? PriceOf(OwnershipReport report, ReportRow row) => row.Price?.Value is not { } price ? null
        : DepositaryPrice.Of(report, row) is { } depositary ? price / depositary.SharesEach
        : price;

    private static IEnumerable<string> RemarksOn(OwnershipReport report, ReportRow row)
    {
        if (row.Kind == RowKind.Transaction)
        {
            if (row.TransactionDate?.Value is null)
                yield return "date-missing";
            else if (report.Filed.Date is { } filed && row.TransactionDate.Value > filed && row.TimelinessCode?.Value != "E")
                yield return "date-after-filing";
            if (row.Price?.Value is null && row.TotalValue?.Value is null)
                yield return row.Price?.FootnoteIds.Count > 0 ? "price-in-footnote" : "price-missing";
            if (DepositaryPrice.Of(report, row) is not null)
                yield return "price-per-depositary-share";
            if (row.Price?.Value > ImplausiblePrice || ValueOf(report, row) > ImplausibleValue)
                yield return "price-implausible";
            if (row.Code?.Value is null)
                yield return "code-missing";
            if (row.AcquiredDisposed?.Value is null)
                yield return "direction-missing";
        }
        if (row.SharesFollowing?.Value is null && row.ValueFollowing?.Value is null && !(report.Form == ReportForm.Form3 && row.Table == 2))
            yield return "post-amount-missing";
    }
}
