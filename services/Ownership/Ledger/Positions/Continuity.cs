using System.Globalization;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>What one step of a lot's chain shows.</summary>
public enum ContinuityVerdict
{
    /// <summary>Previous amount and change give the next amount.</summary>
    Consistent,

    /// <summary>The first state known.</summary>
    First,

    /// <summary>They do not.</summary>
    Break,

    /// <summary>An amount or a direction is missing, or one state counts units and the other value.</summary>
    NotComparable,
}

/// <summary>One step.</summary>
/// <param name="Verdict">What it shows.</param>
/// <param name="Row">The row of this state.</param>
/// <param name="Before">The row of the previous state; null for the first.</param>
/// <param name="Previous">The previous amount.</param>
/// <param name="Change">Signed; null when unknown.</param>
/// <param name="Next">The amount of this state.</param>
/// <param name="Difference">Next − (previous + change); null unless a break.</param>
/// <param name="Split">"2:1" when a break looks like a split; null otherwise.</param>
public sealed record ContinuityStep(
    ContinuityVerdict Verdict, LedgerRow Row, LedgerRow? Before, decimal? Previous, decimal? Change, decimal? Next, decimal? Difference, string? Split);

/// <summary>The chain of one lot of one owner.</summary>
public sealed record ContinuityChain(OwnerKey Owner, Lot Lot, IReadOnlyList<ContinuityStep> Steps);

/// <summary>
/// Whether the states of each lot follow from each other. Column 5 is the amount "following the reported transaction(s)": most filers give a running
/// amount per row, some the final amount on every row of the filing. A run of rows of one filing with one amount is therefore taken as one step.
/// </summary>
public static class Continuity
{
    /// <summary>The chains of an owner.</summary>
    public static IReadOnlyList<ContinuityChain> Of(IssuerLedger ledger, OwnerKey owner)
    {
        var rows = Holdings.InOrder(ledger.CurrentRowsOf(owner));
        var grants = new Grants(rows);
        return [.. rows
            .GroupBy(row => grants.LotOf(row, owner))
            .OrderBy(lot => lot.Key.Table).ThenBy(lot => lot.Key.Class, StringComparer.Ordinal).ThenBy(lot => lot.Key.Indirect)
            .ThenBy(lot => lot.Key.Nature, StringComparer.Ordinal).ThenBy(lot => lot.Key.Expiration).ThenBy(lot => lot.Key.ExercisePrice).ThenBy(lot => lot.Key.Granted)
            .Select(lot => new ContinuityChain(owner, lot.Key, [.. Steps(Runs([.. lot]))]))];
    }

    private static IEnumerable<ContinuityStep> Steps(IEnumerable<List<LedgerRow>> runs)
    {
        LedgerRow? before = null;
        foreach (var run in runs)
        {
            yield return Step(before, run);
            before = run[^1];
        }
    }

    private static ContinuityStep Step(LedgerRow? before, List<LedgerRow> run)
    {
        var row = run[^1];
        var next = row.Row.SharesFollowing?.Value;
        var previous = before?.Row.SharesFollowing?.Value;
        var change = run.Aggregate((decimal?)0, (sum, r) => sum + (r.IsTransaction ? r.Row.SignedShares : 0));
        if (before is null)
            return new ContinuityStep(ContinuityVerdict.First, row, null, null, change, next, null, null);
        if (previous is null || next is null || change is null)
            return new ContinuityStep(ContinuityVerdict.NotComparable, row, before, previous, change, next, null, null);
        var expected = previous.Value + change.Value;
        return expected == next
            ? new ContinuityStep(ContinuityVerdict.Consistent, row, before, previous, change, next, null, null)
            : new ContinuityStep(ContinuityVerdict.Break, row, before, previous, change, next, next - expected, Split(expected, next.Value) ?? Split(previous.Value, next.Value - change.Value));
    }

    private static IEnumerable<List<LedgerRow>> Runs(IReadOnlyList<LedgerRow> rows)
    {
        var run = new List<LedgerRow>();
        foreach (var row in rows)
        {
            if (run.Count > 0 && !(run[^1].Report.Filing == row.Report.Filing && run[^1].Row.SharesFollowing?.Value is { } amount
                && amount == row.Row.SharesFollowing?.Value))
            {
                yield return run;
                run = [];
            }
            run.Add(row);
        }
        if (run.Count > 0)
            yield return run;
    }

    /// <summary>Ratios from 2 to 100, forward or reverse, within the rounding of fractional shares.</summary>
    private static string? Split(decimal before, decimal after)
    {
        if (before <= 0 || after <= 0)
            return null;
        var (large, small) = after > before ? (after, before) : (before, after);
        var ratio = decimal.Round(large / small);
        if (ratio is < 2 or > 100 || Math.Abs(large - (small * ratio)) >= ratio)
            return null;
        return after > before
            ? string.Create(CultureInfo.InvariantCulture, $"{ratio:0}:1")
            : string.Create(CultureInfo.InvariantCulture, $"1:{ratio:0}");
    }
}
