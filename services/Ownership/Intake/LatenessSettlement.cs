using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>Publishes what filings were the first to report, late, and withdraws what later filings have shown to be otherwise.</summary>
internal sealed class LatenessSettlement(OwnershipStore store, TimeProvider time)
{
    /// <summary>Looks at some filings; what is to be saved.</summary>
    public async Task<IReadOnlyList<Change<LatenessDocument>>> SettleAsync(IReadOnlyDictionary<string, ReportDocument> filings, CancellationToken cancellation)
    {
        var kept = await store.GetLatenessAsync([.. filings.Keys], cancellation);
        var known = await WithCountedAsync(filings, cancellation);
        var changes = new List<Change<LatenessDocument>>();
        foreach (var (id, document) in filings)
        {
            var late = LateRow.FirstReportedBy(document.Report, document.Rows, Find).ToDictionary(OwnershipEvents.LateTextOf);
            if (Change(document.Report, kept.GetValueOrDefault(id), late) is { } change)
                changes.Add(change);
        }
        return changes;

        LedgerRow? Find(RowKey key) => known.TryGetValue(key.Filing.ToString(), out var other) ? other.Rows.FirstOrDefault(row => row.Key == key) : null;
    }

    /// <summary>Withdraws what was published of a filing; what is to be saved.</summary>
    public async Task<IReadOnlyList<Change<LatenessDocument>>> ForgetAsync(ReportDocument document, CancellationToken cancellation)
    {
        var kept = (await store.GetLatenessAsync([document.Id], cancellation)).GetValueOrDefault(document.Id);
        return Change(document.Report, kept, new Dictionary<string, LateRow>()) is { } change ? [change] : [];
    }

    private Change<LatenessDocument>? Change(OwnershipReport report, Versioned<LatenessDocument>? kept, IReadOnlyDictionary<string, LateRow> late)
    {
        if (late.Count == 0 && kept is null)
            return null;
        var (after, found, withdrawn) = PublishedFinding.Compare(kept?.Value.Findings ?? [], [.. late.Keys]);
        if (found.Count == 0 && withdrawn.Count == 0)
            return null;
        var now = time.GetUtcNow();
        return new Change<LatenessDocument>(report.Filing.ToString(), kept?.Version ?? 0, new LatenessDocument(after), EventJson.ToRecords(
        [
            .. withdrawn.Select(finding => (IEvent)OwnershipEvents.LateWithdrawn(report, finding, now)),
            .. found.Select(finding => OwnershipEvents.Late(late[finding.Text], finding.Times, now)),
        ]));
    }

    /// <summary>The filings, and those whose rows count instead of theirs.</summary>
    private async Task<IReadOnlyDictionary<string, ReportDocument>> WithCountedAsync(IReadOnlyDictionary<string, ReportDocument> filings, CancellationToken cancellation)
    {
        var known = filings.ToDictionary(StringComparer.Ordinal);
        for (IReadOnlyCollection<ReportDocument> last = known.Values; ;)
        {
            var missing = last.SelectMany(document => document.Standings).Select(kept => kept.Standing.CountedInstead?.Filing.ToString()).OfType<string>()
                .Where(id => !known.ContainsKey(id)).Distinct().ToList();
            if (missing.Count == 0)
                return known;
            last = [.. (await store.GetReportsAsync(missing, cancellation)).Values.Select(document => document.Value)];
            foreach (var document in last)
                known[document.Id] = document;
            if (last.Count == 0)
                return known;
        }
    }
}
