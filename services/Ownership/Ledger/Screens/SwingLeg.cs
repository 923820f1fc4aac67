using System.Text.Json.Serialization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>A purchase or a sale as short-swing matching sees it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Date">Of the transaction.</param>
/// <param name="IsPurchase">False for a sale.</param>
/// <param name="Shares">Of the class, more than zero.</param>
/// <param name="Price">US dollars per share.</param>
/// <param name="Class">Normalised.</param>
public sealed record SwingLeg(RowKey Row, DateOnly Date, bool IsPurchase, decimal Shares, decimal Price, string Class)
{
    /// <summary>
    /// The leg that a row is; null for a row that does not count or is none. A derivative dealt in on the market counts as its underlying shares at
    /// exercise price plus premium; without these numbers it cannot be matched.
    /// </summary>
    public static SwingLeg? Of(LedgerRow row)
    {
        if (!row.IsCurrent || !ShortSwing.IsCandidate(row.Row) || row.Row.TransactionDate?.Value is not { } date || row.Row.AcquiredDisposed?.Value is not ("A" or "D"))
            return null;
        var isPurchase = row.Row.AcquiredDisposed.Value == "A";
        if (row.Row.Table == 1)
            return row.Row.Shares?.Value is > 0 and var shares && RowMeaning.PriceOf(row.Report, row.Row) is > 0 and var price
                ? new SwingLeg(row.Key, date, isPurchase, shares, price, row.Class)
                : null;
        return row.Row is { UnderlyingShares.Value: > 0 and var underlying, Shares.Value: > 0 and var units, Price.Value: { } premium, ExercisePrice.Value: { } exercise }
            && !row.Class.Contains("put", StringComparison.Ordinal)
            ? new SwingLeg(row.Key, date, isPurchase, underlying, exercise + (premium * units / underlying), SecurityClass.Of(row.Row.UnderlyingTitle?.Value))
            : null;
    }
}

/// <summary>Two legs that the screen pairs.</summary>
/// <param name="Purchase">The purchase.</param>
/// <param name="Sale">The sale, before or after it.</param>
/// <param name="Shares">Shares matched.</param>
public sealed record SwingPair(SwingLeg Purchase, SwingLeg Sale, decimal Shares)
{
    /// <summary>The later of the two; the sale when both are of one day.</summary>
    [JsonIgnore]
    public SwingLeg Later => Sale.Date >= Purchase.Date ? Sale : Purchase;
}
