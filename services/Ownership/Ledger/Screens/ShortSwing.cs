using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>How "any period of less than six months" (Section 16(b)) is counted; courts differ.</summary>
public enum SixMonths
{
    /// <summary>Through the second day before the same day six months later: January 2 to June 30.</summary>
    DayBeforeLast,

    /// <summary>Through the day before the same day six months later: January 2 to July 1.</summary>
    LastDay,
}

/// <summary>A purchase and a sale that the screen pairs.</summary>
/// <param name="Owner">The insider.</param>
/// <param name="Purchase">The purchase.</param>
/// <param name="Sale">The sale, before or after it.</param>
/// <param name="Shares">Shares matched.</param>
/// <param name="PurchasePrice">US dollars per share.</param>
/// <param name="SalePrice">US dollars per share.</param>
/// <param name="Explanation">Why these two.</param>
/// <param name="Cautions">What to look at first.</param>
public sealed record ShortSwingMatch(
    OwnerKey Owner, LedgerRow Purchase, LedgerRow Sale, decimal Shares, decimal PurchasePrice, decimal SalePrice, string Explanation, IReadOnlyList<string> Cautions)
{
    /// <summary>US dollars, positive.</summary>
    public decimal Profit => Shares * (SalePrice - PurchasePrice);
}

/// <summary>
/// A screen for short-swing profits: the lowest purchase is matched with the highest sale less than six months from it, then what is left again, losses
/// never set off (Smolowe v. Delendo). Codes that Rules 16b-3, 16b-5, 16b-6 and 16b-8 exempt are left out. Not advice.
/// </summary>
public static class ShortSwing
{
    // Not exempt by rule; J may be anything, so it is matched with a caution.
    private static readonly HashSet<string> Candidates = ["P", "S", "O", "U", "L", "J"];

    /// <summary>The codes that the screen looks at.</summary>
    public static IReadOnlyCollection<string> Codes => Candidates;

    /// <summary>True for a row that the screen looks at.</summary>
    public static bool IsCandidate(ReportRow row) => row.Kind == RowKind.Transaction && row.Code?.Value is { } code && Candidates.Contains(code);

    /// <summary>The pairs of one owner among some rows, in the order in which they are found: the lowest purchase first.</summary>
    public static IReadOnlyList<ShortSwingMatch> Match(OwnerKey owner, IEnumerable<LedgerRow> rows, SixMonths window)
    {
        var legs = rows.Where(row => row.Owners.Contains(owner) && !row.Report.IsIssuer(owner)).Select(row => (Row: row, Leg: SwingLeg.Of(row))).Where(x => x.Leg is not null).ToDictionary(x => x.Row.Key);
        return [.. Pair(legs.Values.Select(x => x.Leg!), window).Select(pair => Explained(owner, pair, legs[pair.Purchase.Row].Row, legs[pair.Sale.Row].Row))];
    }

    /// <summary>The pairs among the legs of one owner, in the order in which they are found.</summary>
    public static IReadOnlyList<SwingPair> Pair(IEnumerable<SwingLeg> legs, SixMonths window)
    {
        var pairs = new List<SwingPair>();
        foreach (var ofClass in legs.GroupBy(leg => leg.Class))
        {
            var purchases = ofClass.Where(leg => leg.IsPurchase).OrderBy(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row, InOrder).ToList();
            var sales = ofClass.Where(leg => !leg.IsPurchase).OrderByDescending(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row, InOrder).ToList();
            var left = sales.ConvertAll(sale => sale.Shares);
            foreach (var purchase in purchases)
            {
                var open = purchase.Shares;
                for (var i = 0; i < sales.Count && open > 0 && sales[i].Price > purchase.Price; i++)
                {
                    if (left[i] == 0 || !IsWithin(purchase.Date, sales[i].Date, window))
                        continue;
                    var shares = Math.Min(open, left[i]);
                    open -= shares;
                    left[i] -= shares;
                    pairs.Add(new SwingPair(purchase, sales[i], shares));
                }
            }
        }
        return pairs;
    }

    /// <summary>A pair with its rows, in words.</summary>
    public static ShortSwingMatch Explained(OwnerKey owner, SwingPair pair, LedgerRow purchase, LedgerRow sale) =>
        new(owner, purchase, sale, pair.Shares, pair.Purchase.Price, pair.Sale.Price, Explain(pair), Cautions(owner, purchase, sale));

    /// <summary>True when two dates lie in one period of less than six months.</summary>
    public static bool IsWithin(DateOnly one, DateOnly other, SixMonths window)
    {
        var (first, last) = one <= other ? (one, other) : (other, one);
        return last <= first.AddMonths(6).AddDays(window == SixMonths.DayBeforeLast ? -2 : -1);
    }

    private static readonly Comparer<RowKey> InOrder = Comparer<RowKey>.Create(RowKey.Compare);

    private static string Explain(SwingPair pair) => string.Create(
        CultureInfo.InvariantCulture,
        $"{pair.Shares:0.####} bought on {pair.Purchase.Date:yyyy-MM-dd} at {pair.Purchase.Price:0.######}, the lowest price still unmatched, against the highest sale less than six months away: {pair.Sale.Date:yyyy-MM-dd} at {pair.Sale.Price:0.######}.");

    private static List<string> Cautions(OwnerKey owner, LedgerRow purchase, LedgerRow sale)
    {
        var cautions = new List<string>();
        if (new[] { purchase, sale }.Any(row => RolesOf(row, owner) is { IsTenPercentOwner: true, IsDirector: not true, IsOfficer: not true }))
            cautions.Add("ten-percent-owner-only");
        if (purchase.Row.Table == 2 || sale.Row.Table == 2)
            cautions.Add("derivative-leg");
        if (new[] { purchase, sale }.Any(row => PriceRange.Of(row.Report, row.Row) is not null))
            cautions.Add("price-is-average");
        if (purchase.Row.Code!.Value == "J" || sale.Row.Code!.Value == "J")
            cautions.Add("review-code-J");
        return cautions;
    }

    private static ReportedOwner? RolesOf(LedgerRow row, OwnerKey owner) =>
        row.Report.Owners.FirstOrDefault(reported => reported.Key == owner || reported.NameKey == owner) ?? (row.Report.Owners is [var only] ? only : null);
}
