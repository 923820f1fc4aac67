using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Storage;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Keeps which rows report a trade that another member of the owner's group reports as well. Looks at the filings on the issuer that deal on the same days, which is all
/// that the outcome depends on.
/// </summary>
internal sealed class JointTradeReconciliation(OwnershipStore store)
{
    /// <summary>Brings the filings that deal on the days of some others in line with them.</summary>
    /// <param name="touched">Filings that came or changed.</param>
    /// <param name="known">Filings as kept, by id, which need not be read again.</param>
    /// <param name="without">The id of a filing that is about to be forgotten; null for none.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ReconcileAsync(
        IEnumerable<ReportDocument> touched, IReadOnlyDictionary<string, Versioned<ReportDocument>> known, string? without, CancellationToken cancellation)
    {
        var days = touched.SelectMany(document => document.MarkTags.Where(mark => mark[0] == 't')).ToHashSet(StringComparer.Ordinal);
        if (days.Count == 0)
            return;
        var dealing = (await store.MarkedAsync(days, DocumentQuery.All, known, cancellation)).Where(document => document.Id != without);
        var changed = dealing.GroupBy(document => document.Report.Issuer).SelectMany(issuer => Changed([.. issuer], days)).ToDictionary(x => x.Document.Id, x => x.Joint);
        if (changed.Count == 0)
            return;
        var kept = await store.GetReportsAsync(changed.Keys, cancellation);
        await store.SaveReportsAsync(
            [.. kept.Values.Select(document => new Change<ReportDocument>(document.Id, document.Version, document.Value.With(changed[document.Id]), []))], cancellation);
    }

    private static IEnumerable<(ReportDocument Document, IReadOnlyList<KeptJointRow> Joint)> Changed(IReadOnlyList<ReportDocument> dealing, HashSet<string> days)
    {
        var counted = JointTrades.Find(dealing.SelectMany(document => document.Rows).Where(IsAsked));
        foreach (var document in dealing)
        {
            // A filing may deal on further days, about which nothing was asked.
            KeptJointRow[] joint = [.. document.Rows.Where(row => IsAsked(row) ? counted.ContainsKey(row.Key) : row.SameTradeAs is not null)
                .Select(row => new KeptJointRow(row.Row.Table, row.Row.Ordinal, IsAsked(row) ? counted[row.Key] : row.SameTradeAs!.Value))];
            if (!joint.SequenceEqual(document.JointRows))
                yield return (document, joint);
        }

        bool IsAsked(LedgerRow row) => JointTrades.DayOf(row.Row) is { } day && days.Contains(Marks.Trade(row.Report.Issuer.ToString(), day));
    }
}
