using Filingwire.Messaging.Events;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Takes facts in. First every new fact is saved with the events that follow from it alone; then whatever it may change elsewhere is settled. Both steps
/// may be repeated and may run at the same time elsewhere: the second looks at the store after the first has written, so of two replicas that
/// take in filings bearing on each other at least one sees both.
/// </summary>
internal sealed class ReportIntake(OwnershipStore store, Settlement settlement, TimeProvider time)
{
    /// <summary>Takes in some facts; the same ones again change nothing.</summary>
    public async Task TakeInAsync(IReadOnlyList<OwnershipReport> facts, CancellationToken cancellation)
    {
        var latest = facts.GroupBy(fact => fact.Filing).Select(group => group.MaxBy(fact => fact.Generation)!).ToList();
        var ids = latest.ConvertAll(fact => fact.Filing.ToString());
        var known = await store.GetReportsAsync(ids, cancellation);
        var changes = new List<Change<ReportDocument>>();
        var arrived = new List<Versioned<ReportDocument>>();
        foreach (var fact in latest)
        {
            var before = known.GetValueOrDefault(fact.Filing.ToString());
            if (before is not null)
                arrived.Add(before);
            if (before is not null && before.Value.Report.Generation >= fact.Generation)
                continue;
            var change = new Change<ReportDocument>(
                fact.Filing.ToString(), before?.Version ?? 0, ReportDocument.Of(fact), EventJson.ToRecords([OwnershipEvents.Reported(fact, time.GetUtcNow())]));
            changes.Add(change);
            arrived.Add(change.Saved());
        }
        await store.TakeInAsync(changes, cancellation);
        // What was known already is settled again: whoever saved it may have stopped before settling.
        await settlement.SettleAsync(arrived, cancellation);
    }
}
