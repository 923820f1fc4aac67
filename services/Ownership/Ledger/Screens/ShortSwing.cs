using System.Globalization;
using Filingwire.Contracts.Identifiers;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;

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

    /// <summary>The pairs of one owner, in the order in which they are found: the largest price difference first.</summary>
    public static IReadOnlyList<ShortSwingMatch> Match(OwnerKey owner, IEnumerable<LedgerRow> rows, SixMonths window)
    {
        var legs = rows.Where(row => row.IsCurrent && IsCandidate(row.Row) && row.Owners.Contains(owner)).Select(Leg.Of).OfType<Leg>().ToList();
        var purchases = legs.FindAll(leg => leg.IsPurchase).OrderBy(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row.Key, InOrder).ToList();
        var sales = legs.FindAll(leg => !leg.IsPurchase).OrderByDescending(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row.Key, InOrder).ToList();
        var matches = new List<ShortSwingMatch>();
        foreach (var purchase in purchases)
            foreach (var sale in sales)
            {
                if (sale.Price <= purchase.Price || purchase.Left == 0)
                    break;
                if (sale.Left == 0 || sale.Class != purchase.Class || !IsWithin(purchase.Date, sale.Date, window))
                    continue;
                var shares = Math.Min(purchase.Left, sale.Left);
                purchase.Left -= shares;
                sale.Left -= shares;
                matches.Add(new ShortSwingMatch(
                    owner, purchase.Row, sale.Row, shares, purchase.Price, sale.Price, Explain(purchase, sale, shares), Cautions(owner, purchase.Row, sale.Row)));
            }
        return matches;
    }

    /// <summary>True when two dates lie in one period of less than six months.</summary>
    public static bool IsWithin(DateOnly one, DateOnly other, SixMonths window)
    {
        var (first, last) = one <= other ? (one, other) : (other, one);
        return last <= first.AddMonths(6).AddDays(window == SixMonths.DayBeforeLast ? -2 : -1);
    }

    private static readonly Comparer<RowKey> InOrder = Comparer<RowKey>.Create(RowKey.Compare);

    private static string Explain(Leg purchase, Leg sale, decimal shares) => string.Create(
        CultureInfo.InvariantCulture,
        $"{shares:0.####} bought on {purchase.Date:yyyy-MM-dd} at {purchase.Price:0.######}, the lowest price still unmatched, against the highest sale less than six months away: {sale.Date:yyyy-MM-dd} at {sale.Price:0.######}.");

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

    private sealed class Leg
    {
        public required LedgerRow Row { get; init; }

        public required DateOnly Date { get; init; }

        public required bool IsPurchase { get; init; }

        public required decimal Price { get; init; }

        public required string Class { get; init; }

        public required decimal Left { get; set; }

        /// <summary>
        /// A derivative dealt in on the market counts as its underlying shares at exercise price plus premium; without these numbers it cannot be matched.
        /// </summary>
        public static Leg? Of(LedgerRow row)
        {
            if (row.Row.TransactionDate?.Value is not { } date || row.Row.AcquiredDisposed?.Value is not ("A" or "D"))
                return null;
            if (row.Row.Table == 1)
                return row.Row.Shares?.Value is > 0 and var shares && row.Row.Price?.Value is > 0 and var price
                    ? new Leg { Row = row, Date = date, IsPurchase = row.Row.AcquiredDisposed.Value == "A", Price = price, Class = row.Class, Left = shares }
                    : null;
            return row.Row is { UnderlyingShares.Value: > 0 and var underlying, Shares.Value: > 0 and var units, Price.Value: { } premium, ExercisePrice.Value: { } exercise }
                && !row.Class.Contains("put", StringComparison.Ordinal)
                ? new Leg
                {
                    Row = row, Date = date, IsPurchase = row.Row.AcquiredDisposed.Value == "A",
                    Price = exercise + (premium * units / underlying),
                    Class = SecurityClass.Of(row.Row.UnderlyingTitle?.Value), Left = underlying,
                }
                : null;
        }
    }
}
