using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// Positions as of a day: per owner and lot the last state by date, filing and order in the filing. Rows of Forms 3, 4 and 5 are states of the same
/// lots, so a holding that only the Form 3 mentions stands until something newer is said about it.
/// </summary>
public static class Holdings
{
    /// <summary>The positions of all owners, or of one.</summary>
    /// <param name="ledger">The filings.</param>
    /// <param name="owner">Null for all.</param>
    /// <param name="asOf">End of this day; null for the latest state.</param>
    public static IReadOnlyList<Position> AsOf(IssuerLedger ledger, OwnerKey? owner, DateOnly? asOf)
    {
        var last = new Dictionary<(OwnerKey Owner, Lot Lot), LedgerRow>();
        var rows = InOrder(ledger.Rows);
        var grants = new Grants(rows);
        foreach (var row in rows)
            if (asOf is not { } day || row.StateDate <= day)
                foreach (var holder in row.Owners)
                    if (owner is null || holder == owner)
                        last[(holder, grants.LotOf(row, holder))] = row;
        return Of(last.Select(entry => (entry.Key.Owner, entry.Key.Lot, entry.Value)));
    }

    /// <summary>The positions that some rows state, each the last word on the lot for the owner.</summary>
    public static IReadOnlyList<Position> Of(IEnumerable<(OwnerKey Owner, Lot Lot, LedgerRow Row)> last)
    {
        var positions = last
            .GroupBy(entry => (entry.Lot, entry.Row.Key), entry => (entry.Row, entry.Owner))
            .Select(group => new Position(group.Key.Lot, group.First().Row, [.. Ordered(group.First().Row, group.Select(x => x.Owner))], [], null))
            .ToList();
        return Blocks.Pool(SplitLots.Join(positions))
            .OrderBy(position => position.Owners[0].ToString(), StringComparer.Ordinal)
            .ThenBy(position => position.Lot.Table)
            .ThenBy(position => position.Lot.Class, StringComparer.Ordinal)
            .ThenBy(position => position.Lot.Indirect)
            .ThenBy(position => position.Lot.Nature, StringComparer.Ordinal)
            .ThenBy(position => position.Lot.Expiration)
            .ThenBy(position => position.Lot.ExercisePrice)
            .ThenBy(position => position.Lot.Granted)
            .ToList();
    }

    /// <summary>Direct and indirect together, by owner and class; Table I only.</summary>
    public static IReadOnlyList<BeneficialTotal> Totals(IEnumerable<Position> positions) =>
        [.. positions
            .Where(position => position.Lot.Table == 1 && !position.IsClosed && position.Value is null)
            .SelectMany(position => position.Owners, (position, owner) => (owner, position))
            .GroupBy(x => (x.owner, x.position.Lot.Class), x => x.position)
            .Select(group => new BeneficialTotal(
                group.Key.owner, group.Key.Class,
                group.Any(position => position.Shares is null) ? null : group.Sum(position => position.Shares),
                group.Count()))
            .OrderBy(total => total.Owner.ToString(), StringComparer.Ordinal)
            .ThenBy(total => total.Class, StringComparer.Ordinal)];

    /// <summary>The rows that state an amount and count, in the order of what they describe.</summary>
    public static IReadOnlyList<LedgerRow> InOrder(IEnumerable<LedgerRow> rows)
    {
        // The rows come by filing, oldest first, so a stable sort by date keeps filing, table and ordinal as further keys.
        return [.. rows.Where(row => row.IsCurrent && row.StateDate is not null).OrderBy(row => row.StateDate)];
    }

    private static IEnumerable<OwnerKey> Ordered(LedgerRow row, IEnumerable<OwnerKey> holders) => row.Owners.Intersect(holders);
}
