using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger;

/// <summary>
/// Finds trades that members of a group report apart: a fund sells, and its general partner and the people behind it each file a Form 4 on the same sale. Each report
/// stands for its owner, and the trade counts once for the issuer. Rule <c>control-group.same-trade</c>: filings without a common owner, same security, day, code,
/// direction, amount and price, at least one of the two rows indirect, and either the one names an owner of the other in nature, footnotes or remarks, or both are by
/// ten-percent owners and leave the same amount.
/// </summary>
public static class JointTrades
{
    /// <summary>The rule.</summary>
    public const string Rule = "control-group.same-trade";

    /// <summary>More filings on one trade than any group makes, so that a flood of them costs nothing.</summary>
    private const int MostFilings = 100;

    // What the issuer grants or withholds is each insider's own.
    private static readonly HashSet<string> OwnDealings = ["A", "D", "F", "I", "M"];

    /// <summary>The rows for which another row counts, with that row: direct before indirect, then the older filing.</summary>
    /// <param name="rows">The rows of one issuer; all of a day, so that the outcome does not depend on which others are known.</param>
    public static IReadOnlyDictionary<RowKey, RowKey> Find(IEnumerable<LedgerRow> rows)
    {
        var counted = new Dictionary<RowKey, RowKey>();
        foreach (var trade in rows.Where(row => row.IsCurrent && DayOf(row.Row) is not null).GroupBy(Trade).Where(trade => trade.Skip(1).Any()))
        {
            var filings = trade.GroupBy(row => row.Report.Filing)
                .Select(filing => filing.OrderBy(row => row.Row.Ordinal).ToList())
                .OrderBy(filing => filing[0].Row.IsIndirect ?? true).ThenBy(filing => filing[0].Report, Comparer<OwnershipReport>.Create(FilingOrder.Compare)).ToList();
            for (var i = 0; i < filings.Count && filings.Count <= MostFilings; i++)
                foreach (var other in filings.Skip(i + 1))
                    for (var n = 0; n < Math.Min(filings[i].Count, other.Count); n++)
                        if (!counted.ContainsKey(filings[i][n].Key) && !counted.ContainsKey(other[n].Key) && IsSame(filings[i][n], other[n]))
                            counted.Add(other[n].Key, filings[i][n].Key);
        }
        return counted;
    }

    /// <summary>What two rows about one trade have in common, coarsely: day, code and direction; null for a row that cannot be a joint trade.</summary>
    public static string? DayOf(ReportRow row) =>
        row is { Kind: RowKind.Transaction, TransactionDate.Value: { } date, Code.Value: { } code } && !OwnDealings.Contains(code)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{date:yyyyMMdd}{code}{row.AcquiredDisposed?.Value}")
            : null;

    private static object Trade(LedgerRow row) => (
        DayOf(row.Row), row.Row.Table, row.Class, row.Row.Shares?.Value, row.Row.TotalValue?.Value, row.Row.Price?.Value,
        (row.Row.ExercisePrice?.Value, row.Row.ExpirationDate?.Value));

    private static bool IsSame(LedgerRow counted, LedgerRow other) =>
        other.Row.IsIndirect == true && !counted.Owners.Intersect(other.Owners).Any()
        && (ControlGroup.Names(counted, other)
            || (ControlGroup.AreOfTenPercentOwners(counted, other) && counted.Row.SharesFollowing?.Value == other.Row.SharesFollowing?.Value));
}
