using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
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
/// <param name="BesideTenure">See <see cref="SwingPair.Beside"/>.</param>
public sealed record ShortSwingMatch(
    OwnerKey Owner, LedgerRow Purchase, LedgerRow Sale, decimal Shares, decimal PurchasePrice, decimal SalePrice, string Explanation, IReadOnlyList<string> Cautions,
    string BesideTenure)
{
    /// <summary>US dollars, positive.</summary>
    public decimal Profit => Shares * (SalePrice - PurchasePrice);

    /// <summary>The same pair with the cautions that a tenure gives.</summary>
    public ShortSwingMatch With(Tenure tenure) => this with { Cautions = SwingCautions.Of(Owner, Purchase, Sale, tenure) };
}

/// <summary>
/// A screen for short-swing profits: the lowest purchase is matched with the highest sale less than six months from it, then what is left again, losses
/// never set off (Smolowe v. Delendo). What Rules 16b-3, 16b-5, 16b-6 and 16b-8 exempt is left out. Not advice.
/// <list type="bullet">
/// <item>The exercise of an option is no sale of it. Code O, an exercise out of the money, is a purchase of the shares at the exercise price; when the
/// insider's own dealing of the day shows that the option was in or at the money, Rule 16b-6(b) exempts it.</item>
/// <item>Discretionary transactions (code I) are exempt unless one of opposite direction lies less than six months away (Rule 16b-3(f)).</item>
/// <item>An option that expires less than six months after it was written leaves its premium (Rule 16b-6(d)).</item>
/// </list>
/// </summary>
public static class ShortSwing
{
    // Not exempt by rule; J may be anything, I and E are exempt in most cases, so they are matched with a caution.
    private static readonly HashSet<string> Candidates = ["P", "S", "O", "U", "L", "J", "I", "E"];

    /// <summary>The codes that the screen looks at.</summary>
    public static IReadOnlyCollection<string> Codes => Candidates;

    /// <summary>Whether a row is a purchase (true) or a sale (false) to the screen; null for one that it does not look at.</summary>
    public static bool? IsPurchase(ReportRow row)
    {
        if (row.Kind != RowKind.Transaction || row.Code?.Value is not { } code || !Candidates.Contains(code))
            return null;
        return (code, row.Table) switch
        {
            ("E", 2) => true,
            ("E", _) or ("O", 2) or ("I", 2) => null,
            _ => row.AcquiredDisposed?.Value switch { "A" => true, "D" => false, _ => null },
        };
    }

    /// <summary>The pairs of one owner among some rows, in the order in which they are found: the lowest purchase first.</summary>
    /// <param name="owner">The insider.</param>
    /// <param name="rows">The rows; others than the owner's are left out.</param>
    /// <param name="window">How six months are counted.</param>
    /// <param name="tenure">When the owner was an insider; null to take it from the filings of the rows.</param>
    public static IReadOnlyList<ShortSwingMatch> Match(OwnerKey owner, IEnumerable<LedgerRow> rows, SixMonths window, Tenure? tenure = null)
    {
        var own = rows.Where(row => row.Owners.Contains(owner) && !row.Report.IsIssuer(owner)).ToList();
        var known = tenure ?? Tenure.Of(own.Select(row => row.Report).Distinct());
        var legs = own.Select(row => (Row: row, Leg: SwingLeg.Of(row))).Where(x => x.Leg is not null).ToDictionary(x => x.Row.Key);
        return [.. Pair(legs.Values.Select(x => x.Leg!), window).Select(pair => Explained(owner, pair, legs[pair.Purchase.Row].Row, legs[pair.Sale.Row].Row, known))];
    }

    /// <summary>
    /// The profit of some pairs of one issuer, US dollars, in which every share counts once: owners who file together, or apart on the same trade, each have the
    /// pair, and it is one profit.
    /// </summary>
    public static decimal TotalProfit(IEnumerable<ShortSwingMatch> matches)
    {
        var left = new Dictionary<RowKey, decimal>();
        var total = 0m;
        foreach (var matched in matches.GroupBy(match => (Purchase: Counted(match.Purchase), Sale: Counted(match.Sale)))
            .OrderBy(pair => pair.First().PurchasePrice).ThenByDescending(pair => pair.First().SalePrice).ThenBy(pair => pair.Key.Purchase, InOrder).ThenBy(pair => pair.Key.Sale, InOrder))
        {
            var most = matched.MaxBy(match => match.Shares)!;
            var (bought, sold) = (left.GetValueOrDefault(matched.Key.Purchase, SharesOf(most.Purchase)), left.GetValueOrDefault(matched.Key.Sale, SharesOf(most.Sale)));
            var shares = Math.Min(most.Shares, Math.Min(bought, sold));
            (left[matched.Key.Purchase], left[matched.Key.Sale]) = (bought - shares, sold - shares);
            total += shares * (most.SalePrice - most.PurchasePrice);
        }
        return total;

        static RowKey Counted(LedgerRow row) => row.SameTradeAs ?? row.Key;
        static decimal SharesOf(LedgerRow row) => SwingLeg.Of(row)?.Shares ?? 0;
    }

    /// <summary>The pairs among the legs of one owner, in the order in which they are found.</summary>
    public static IReadOnlyList<SwingPair> Pair(IEnumerable<SwingLeg> legs, SixMonths window)
    {
        var pairs = new List<SwingPair>();
        foreach (var ofClass in Matchable([.. legs], window).GroupBy(leg => leg.Class))
        {
            var purchases = ofClass.Where(leg => leg.IsPurchase).OrderBy(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row, InOrder).ToList();
            var sales = ofClass.Where(leg => !leg.IsPurchase).OrderByDescending(leg => leg.Price).ThenBy(leg => leg.Date).ThenBy(leg => leg.Row, InOrder).ToList();
            var left = sales.ConvertAll(sale => sale.Shares);
            foreach (var purchase in purchases.Where(leg => leg.Code == "E").Concat(purchases.Where(leg => leg.Code != "E")))
            {
                var open = purchase.Shares;
                for (var i = 0; i < sales.Count && open > 0 && sales[i].Price > purchase.Price; i++)
                {
                    if (left[i] == 0 || !IsWithin(purchase.Date, sales[i].Date, window) || (purchase.Code == "E" && !IsExpiryOf(purchase, sales[i])))
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
    public static ShortSwingMatch Explained(OwnerKey owner, SwingPair pair, LedgerRow purchase, LedgerRow sale, Tenure tenure) =>
        new(owner, purchase, sale, pair.Shares, pair.Purchase.Price, pair.Sale.Price, Explain(pair), SwingCautions.Of(owner, purchase, sale, tenure), pair.Beside(tenure));

    /// <summary>True when two dates lie in one period of less than six months.</summary>
    public static bool IsWithin(DateOnly one, DateOnly other, SixMonths window)
    {
        var (first, last) = one <= other ? (one, other) : (other, one);
        return last <= first.AddMonths(6).AddDays(window == SixMonths.DayBeforeLast ? -2 : -1);
    }

    /// <summary>The legs without those that the dealings beside them show to be exempt.</summary>
    private static IEnumerable<SwingLeg> Matchable(IReadOnlyList<SwingLeg> legs, SixMonths window) => legs.Where(leg => leg.Code switch
    {
        "O" => !legs.Any(other => other.Code is null && other.Terms is null && other.Class == leg.Class && other.Date == leg.Date
            && (leg.IsPurchase ? other.Price >= leg.Price : other.Price <= leg.Price)),
        "I" => legs.Any(other => other.Code == "I" && other.IsPurchase != leg.IsPurchase && IsWithin(leg.Date, other.Date, window)),
        _ => true,
    });

    private static bool IsExpiryOf(SwingLeg expiry, SwingLeg written) => written.Terms == expiry.Terms && written.Date <= expiry.Date;

    private static readonly Comparer<RowKey> InOrder = Comparer<RowKey>.Create(RowKey.Compare);

    private static string Explain(SwingPair pair) => pair.Purchase.Code == "E"
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"The option on {pair.Shares:0.####} shares written on {pair.Sale.Date:yyyy-MM-dd} expired on {pair.Purchase.Date:yyyy-MM-dd}, less than six months later; what remains is its premium of {pair.Sale.Price - pair.Purchase.Price:0.######} per share.")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.Shares:0.####} bought on {pair.Purchase.Date:yyyy-MM-dd} at {pair.Purchase.Price:0.######}, the lowest price still unmatched, against the highest sale less than six months away: {pair.Sale.Date:yyyy-MM-dd} at {pair.Sale.Price:0.######}.");
}
