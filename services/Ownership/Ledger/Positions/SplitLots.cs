using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// Joins the lot of a derivative at the terms before a stock split to the lot at those after it. A split is not reported (Rule 16a-9), so the old lot gets no row
/// that closes it. Rule <c>split.adjusted-terms</c>: same owners, class, form of ownership and expiration; the later state has the exercise price of the earlier one over the
/// ratio, to the cent, and started from its units times the ratio, to the unit. Where a footnote or the remarks speak of a split, fewer units than that will do, because
/// further exercises may lie between. Ratios are those of splits that occur: a small number to one, or two small numbers up to four.
/// </summary>
public static class SplitLots
{
    private const string Rule = "split.adjusted-terms";
    private const decimal Cent = 0.01m;
    private const int LargestRatio = 100;
    private const int LargestPart = 4;

    /// <summary>The positions, those at adjusted terms with the row that stated the same before the split.</summary>
    public static IEnumerable<Position> Join(IReadOnlyList<Position> positions)
    {
        var joined = new Dictionary<Position, Position>();
        foreach (var family in positions.Where(HasTerms).GroupBy(p => (p.Lot with { ExercisePrice = null }, string.Join('|', p.Owners))))
        {
            var inOrder = family.OrderBy(p => p.Row.StateDate).ToList();
            foreach (var earlier in inOrder)
                if (inOrder.Find(later => later.Row.StateDate > earlier.Row.StateDate && !joined.ContainsValue(later) && IsAdjusted(earlier, later)) is { } later)
                    joined.Add(earlier, later);
        }
        foreach (var position in positions)
            if (!joined.ContainsKey(position))
            {
                var before = Before(position).ToList();
                yield return before.Count == 0 ? position : position with { AlsoStatedBy = [.. position.AlsoStatedBy, .. before], PoolingRule = Rule };
            }

        IEnumerable<Facts.RowKey> Before(Position position) => joined.Where(pair => pair.Value == position).SelectMany(pair => Before(pair.Key).Append(pair.Key.Row.Key));
    }

    private static bool HasTerms(Position position) =>
        position is { Lot: { Table: 2, ExercisePrice: > 0, Expiration: not null }, Shares: >= 0 } && (!position.IsClosed || position.Row.IsTransaction);

    private static bool IsAdjusted(Position earlier, Position later)
    {
        if (earlier.IsClosed || StartOf(later) is not { } start)
            return false;
        var (units, price) = (earlier.Shares!.Value, earlier.Lot.ExercisePrice!.Value);
        foreach (var (after, before) in Ratios())
        {
            if (Math.Abs((price * before / after) - later.Lot.ExercisePrice!.Value) > Cent)
                continue;
            var adjusted = units * after / before;
            if (Math.Abs(adjusted - start) < 1 || (start < adjusted && SpeaksOfSplit(later.Row)))
                return true;
        }
        return false;
    }

    /// <summary>The units before the row's own change.</summary>
    private static decimal? StartOf(Position later) =>
        later.Row.IsTransaction ? later.Shares - later.Row.Row.SignedShares : later.Shares;

    private static IEnumerable<(int After, int Before)> Ratios()
    {
        for (var before = 1; before <= LargestPart; before++)
            for (var after = before + 1; after <= (before == 1 ? LargestRatio : LargestPart + 1); after++)
            {
                yield return (after, before);
                yield return (before, after);
            }
    }

    private static bool SpeaksOfSplit(LedgerRow row) =>
        row.Report.FootnotesOf(row.Row.FootnoteIds).Select(note => note.Text.Value).Append(row.Report.Remarks)
            .Any(text => text is not null && (text.Contains("split", StringComparison.OrdinalIgnoreCase) || text.Contains("stock dividend", StringComparison.OrdinalIgnoreCase)));
}
