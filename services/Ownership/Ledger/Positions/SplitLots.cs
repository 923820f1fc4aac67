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
    private const decimal Largest = 1e13m;
    private const int LargestRatio = 100;
    private const int LargestPart = 4;

    /// <summary>The positions, those at adjusted terms with the row that stated the same before the split.</summary>
    public static IEnumerable<Position> Join(IReadOnlyList<Position> positions)
    {
        var after = new Dictionary<Position, Position>(ReferenceEqualityComparer.Instance);
        var before = new Dictionary<Position, Position>(ReferenceEqualityComparer.Instance);
        foreach (var family in positions.Where(HasTerms).GroupBy(p => (p.Lot with { ExercisePrice = null }, string.Join('|', p.Owners))).Where(family => family.Skip(1).Any()))
        {
            var byPrice = family.ToLookup(p => InCents(p.Lot.ExercisePrice!.Value));
            foreach (var earlier in family.OrderBy(p => p.Row.StateDate))
                if (!earlier.IsClosed && Adjusted(earlier, byPrice).FirstOrDefault(later => !before.ContainsKey(later)) is { } later)
                    (after[earlier], before[later]) = (later, earlier);
        }
        foreach (var position in positions)
            if (!after.ContainsKey(position))
                yield return before.ContainsKey(position) ? position with { AlsoStatedBy = [.. position.AlsoStatedBy, .. Before(position)], PoolingRule = Rule } : position;

        IEnumerable<Facts.RowKey> Before(Position position)
        {
            var keys = new List<Facts.RowKey>();
            while (before.TryGetValue(position, out var earlier))
            {
                keys.Insert(0, earlier.Row.Key);
                position = earlier;
            }
            return keys;
        }
    }

    private static bool HasTerms(Position position) =>
        position is { Lot: { Table: 2, ExercisePrice: > 0 and < Largest, Expiration: not null }, Shares: >= 0 and < Largest } && (!position.IsClosed || position.Row.IsTransaction);

    /// <summary>The later states that are at the terms of the earlier one after a split, whichever ratio it had.</summary>
    private static IEnumerable<Position> Adjusted(Position earlier, ILookup<decimal, Position> byPrice)
    {
        foreach (var (after, before) in Ratios())
        {
            var (units, price) = (earlier.Shares!.Value * after / before, earlier.Lot.ExercisePrice!.Value * before / after);
            for (var cents = InCents(price) - 1; cents <= InCents(price) + 1; cents++)
                foreach (var later in byPrice[cents])
                    if (later.Row.StateDate > earlier.Row.StateDate && Math.Abs(price - later.Lot.ExercisePrice!.Value) <= Cent && StartOf(later) is { } start
                        && (Math.Abs(units - start) < 1 || (start < units && SpeaksOfSplit(later.Row))))
                        yield return later;
        }
    }

    private static decimal InCents(decimal price) => decimal.Round(price / Cent);

    /// <summary>The units before the row's own change.</summary>
    private static decimal? StartOf(Position later) =>
        !later.Row.IsTransaction ? later.Shares : later.Row.Row.SignedShares is > -Largest and < Largest and var change ? later.Shares - change : null;

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
