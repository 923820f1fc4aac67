using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// Counts a block once that several members of a group state: a fund, its general partner and the people behind it each report the same shares.
/// Two rules, each shown in the answer:
/// <list type="bullet">
/// <item><c>control-group.same-filing</c>: rows of one filing by several owners, same class and amount, at least all but one of them indirect.</item>
/// <item><c>control-group.same-block</c>: filings without a common owner, same class, amount and date, at least one of them indirect, and
/// either both by a ten-percent owner or the one naming an owner of the other in nature, footnotes or remarks.</item>
/// </list>
/// </summary>
public static class Blocks
{
    /// <summary>The positions with those of one block joined to the one that counts: direct before indirect, then by filing and place.</summary>
    public static IEnumerable<Position> Pool(IEnumerable<Position> positions)
    {
        foreach (var group in positions.GroupBy(p => p.Lot.Table == 1 && p.Shares > 0 ? (p.Lot.Class, p.Shares) : (p.Row.Key.ToString(), p.Shares)))
        {
            if (group.Take(2).Count() == 1)
            {
                yield return group.First();
                continue;
            }
            var open = group.OrderBy(p => p.Lot.Indirect ?? true).ThenBy(p => p.Row.Report, Comparer<OwnershipReport>.Create(FilingOrder.Compare))
                .ThenBy(p => p.Row.Row.Ordinal).ToList();
            while (open.Count > 0)
            {
                var counted = open[0];
                open.RemoveAt(0);
                string? rule = null;
                var same = open.FindAll(other => Rule(counted, other) is { } found && (rule ??= found) == found);
                open.RemoveAll(same.Contains);
                yield return same.Count == 0 ? counted : counted with
                {
                    Owners = [.. counted.Owners.Concat(same.SelectMany(p => p.Owners)).Distinct()],
                    AlsoStatedBy = [.. same.Select(p => p.Row.Key)],
                    PoolingRule = rule,
                };
            }
        }
    }

    private static string? Rule(Position counted, Position other)
    {
        if (other.Lot.Indirect != true)
            return null;
        var (left, right) = (counted.Row, other.Row);
        if (left.Report.Filing == right.Report.Filing)
            return left.Report.Owners.Count > 1 ? "control-group.same-filing" : null;
        return !left.Owners.Intersect(right.Owners).Any() && left.StateDate == right.StateDate
            && (ControlGroup.AreOfTenPercentOwners(left, right) || ControlGroup.Names(left, right)) ? "control-group.same-block" : null;
    }
}
