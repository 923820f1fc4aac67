using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>Several insiders on one side within a short time.</summary>
/// <param name="IsBuy">The side.</param>
/// <param name="Owners">The insiders; those of one joint filing count as one.</param>
/// <param name="Rows">Their rows, oldest first.</param>
public sealed record Cluster(bool IsBuy, IReadOnlyList<OwnerKey> Owners, IReadOnlyList<LedgerRow> Rows)
{
    /// <summary>The definition, as published with every answer.</summary>
    public const string Definition =
        "Open-market purchases (P) or sales (S) in Table I by at least three insiders who neither file together nor report one trade apart, each within 30 days of the one before; dealings under a Rule 10b5-1 plan and those of the issuer itself are left out.";

    private const int LeastInsiders = 3;
    private const int MostDaysBetween = 30;

    /// <summary>The clusters among some rows, oldest first.</summary>
    public static IReadOnlyList<Cluster> Find(IEnumerable<LedgerRow> rows)
    {
        var dealings = rows.Where(IsDealing).OrderBy(row => row.Row.TransactionDate!.Value).ThenBy(row => row.Key, Comparer<RowKey>.Create(RowKey.Compare)).ToList();
        return [.. Find(dealings, "P").Concat(Find(dealings, "S")).OrderBy(cluster => cluster.Rows[0].Row.TransactionDate!.Value)];
    }

    private static IEnumerable<Cluster> Find(List<LedgerRow> dealings, string code)
    {
        var run = new List<LedgerRow>();
        foreach (var row in dealings.Where(row => row.Row.Code!.Value == code))
        {
            if (run.Count > 0 && row.Row.TransactionDate!.Value!.Value.DayNumber - run[^1].Row.TransactionDate!.Value!.Value.DayNumber > MostDaysBetween)
            {
                if (Of(run, code) is { } cluster)
                    yield return cluster;
                run = [];
            }
            run.Add(row);
        }
        if (Of(run, code) is { } last)
            yield return last;
    }

    private static Cluster? Of(List<LedgerRow> run, string code) => Insiders(run) < LeastInsiders
        ? null
        : new Cluster(code == "P", [.. run.SelectMany(row => row.Owners).Distinct()], run.FindAll(row => row.SameTradeAs is null));

    /// <summary>Owners who ever filed together, or apart on one trade, in the run are one insider, so that a fund and its partners do not make a cluster.</summary>
    private static int Insiders(List<LedgerRow> run)
    {
        var groups = new List<HashSet<OwnerKey>>();
        foreach (var row in run)
        {
            var joined = row.Owners.ToHashSet();
            if (row.SameTradeAs is { } counted && run.Find(other => other.Key == counted) is { } same)
                joined.UnionWith(same.Owners);
            foreach (var group in groups.FindAll(group => group.Overlaps(joined)))
            {
                joined.UnionWith(group);
                groups.Remove(group);
            }
            groups.Add(joined);
        }
        return groups.Count;
    }

    private static bool IsDealing(LedgerRow row) =>
        row is { IsCurrent: true, IsTransaction: true, Row: { Table: 1, TransactionDate.Value: not null, Code.Value: "P" or "S" } }
        && !row.Owners.All(row.Report.IsIssuer) && PlanReading.Of(row.Report, row.Row).Plan != Plan.Yes;
}
