using System.Globalization;
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
/// <param name="Code">The transaction code where it makes a difference: "O", "I", "E"; null for others.</param>
/// <param name="Terms">Of a derivative: what is the same option; null in Table I.</param>
public sealed record SwingLeg(RowKey Row, DateOnly Date, bool IsPurchase, decimal Shares, decimal Price, string Class, string? Code = null, string? Terms = null)
{
    /// <summary>
    /// The leg that a row is; null for a row that does not count or is none. A derivative dealt in on the market counts as its underlying shares at
    /// exercise price plus premium; without these numbers it cannot be matched. The expiry of an option that the insider had written counts as a purchase at the exercise price, so
    /// that the premium is what remains (Rule 16b-6(d)). Nobody is liable for dealings in securities of a foreign private issuer (Rule 3a12-3(b)).
    /// </summary>
    public static SwingLeg? Of(LedgerRow row)
    {
        if (!row.IsCurrent || ShortSwing.IsPurchase(row.Row) is not { } isPurchase || row.Row.TransactionDate?.Value is not { } date
            || ForeignIssuer.BasisOf(row.Report) == ForeignIssuerBasis.Stated)
            return null;
        var code = row.Row.Code!.Value is "O" or "I" or "E" ? row.Row.Code.Value : null;
        if (row.Row.Table == 1)
            return row.Row.Shares?.Value is > 0 and var shares && RowMeaning.PriceOf(row.Report, row.Row) is > 0 and var price
                ? new SwingLeg(row.Key, date, isPurchase, shares, price, row.Class, code)
                : null;
        if (row.Row is not { UnderlyingShares.Value: > 0 and var underlying, Shares.Value: > 0 and var units, ExercisePrice.Value: { } exercise }
            || row.Class.Contains("put", StringComparison.Ordinal))
            return null;
        var terms = string.Create(CultureInfo.InvariantCulture, $"{row.Class}|{exercise:G29}|{row.Row.ExpirationDate?.Value:yyyyMMdd}");
        var title = SecurityClass.Of(row.Row.UnderlyingTitle?.Value);
        if (code == "E")
            return new SwingLeg(row.Key, date, isPurchase, underlying, exercise, title, code, terms);
        return row.Row.Price?.Value is { } premium ? new SwingLeg(row.Key, date, isPurchase, underlying, exercise + (premium * units / underlying), title, code, terms) : null;
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

    /// <summary>What of an insider's tenure bears on the pair, as text; empty when nothing does.</summary>
    public string Beside(Tenure tenure)
    {
        var (first, last) = Sale.Date < Purchase.Date ? (Sale.Date, Purchase.Date) : (Purchase.Date, Sale.Date);
        return (first < tenure.Entered ? "b" : first == tenure.Entered ? "e" : "") + (last > tenure.Left ? "l" : "");
    }
}
