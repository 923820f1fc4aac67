using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Amendments;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Brings what is kept about filings in line with the fold over all filings that bear on each other: standings after amendments and duplicates, owners known by
/// name, short-swing pairs, trades in windows of non-reliance. Every step compares with what is kept and writes only what differs.
/// </summary>
internal sealed class Settlement(
    OwnershipStore store, StateSettlement states, LatenessSettlement lateness, SwingSettlement swings, JointTradeReconciliation joint, RelianceReconciliation windows,
    TimeProvider time)
{
    /// <summary>Settles what the arrival of these filings may have changed.</summary>
    public async Task SettleAsync(IReadOnlyList<Versioned<ReportDocument>> arrived, CancellationToken cancellation)
    {
        if (arrived.Count == 0)
            return;
        // A filing that came in a newer reading is among the arrived twice, the newer one last.
        var filings = new Dictionary<string, Versioned<ReportDocument>>(StringComparer.Ordinal);
        foreach (var document in arrived)
            filings[document.Id] = document;
        List<ReportDocument> documents = [.. arrived.Select(document => document.Value)];
        var met = (await MetAsync(documents, filings, cancellation)).ToLookup(document => document.Report.Issuer);
        var related = new Dictionary<string, ReportDocument>(StringComparer.Ordinal);
        foreach (var issuer in documents.GroupBy(document => document.Report.Issuer))
            foreach (var (document, isChanged) in await SettleStandingsAsync(issuer.Key, issuer, [.. met[issuer.Key]], cancellation))
            {
                related[document.Id] = document.Value;
                if (isChanged)
                    filings[document.Id] = document;
            }
        foreach (var (id, document) in filings)
            related[id] = document.Value;
        await joint.ReconcileAsync(documents.Concat(filings.Values.Select(document => document.Value)), filings, null, cancellation);
        // Each looks at filings and at its own documents only, never at what the others are about to write, so one commit holds what they find.
        await store.SaveAsync(
            await states.SettleAsync([.. filings.Values.Select(document => document.Value)], cancellation),
            await swings.SettleAsync(documents, filings, cancellation),
            await lateness.SettleAsync(related, cancellation),
            cancellation);
        await windows.ReconcileAsync(documents.Concat(related.Values), cancellation);
    }

    /// <summary>Takes back what was concluded from a filing that is known under another name now.</summary>
    public async Task ForgetAsync(FilingId former, CancellationToken cancellation)
    {
        if (await store.GetReportAsync(former, cancellation) is not { } known)
            return;
        var emptied = known with { Value = new ReportDocument { Report = known.Value.Report with { Rows = [] }, Owners = known.Value.Owners } };
        await store.SaveAsync(
            await states.ForgetAsync(known.Id, cancellation),
            await swings.SettleAsync([known.Value], new Dictionary<string, Versioned<ReportDocument>> { [known.Id] = emptied }, cancellation),
            await lateness.ForgetAsync(emptied.Value, cancellation),
            cancellation);
        await joint.ReconcileAsync([known.Value], new Dictionary<string, Versioned<ReportDocument>>(), known.Id, cancellation);
        await windows.ForgetAsync(emptied.Value, cancellation);
        await store.ForgetStatesAsync(known.Id, cancellation);
    }

    /// <summary>Folds what the arrived bear on, anew; gives all filings folded and says which of them the fold has changed.</summary>
    private async Task<IReadOnlyList<(Versioned<ReportDocument> Document, bool IsChanged)>> SettleStandingsAsync(IssuerKey issuer, IEnumerable<ReportDocument> arrived, List<ReportDocument> met, CancellationToken cancellation)
    {
        var settled = new List<(Versioned<ReportDocument>, bool)>();
        foreach (var owners in Connected(arrived.Where(document => document.Report.IsAmendment || met.Exists(other => Meets(document, other)))))
        {
            var related = await RelatedAsync(issuer, owners, cancellation);
            var ledger = IssuerLedger.Fold(related.Values.Select(document => document.Value.Report));
            var changes = Changes(related.Values, ledger);
            await store.SaveReportsAsync(changes, cancellation);
            var changed = changes.ToDictionary(change => change.Id, change => change.Saved());
            settled.AddRange(related.Values.Select(kept => (changed.GetValueOrDefault(kept.Id, kept), changed.ContainsKey(kept.Id))));
        }
        return settled;
    }

    /// <summary>
    /// The filings of some owners, of those who filed with them, and so on: an amendment by two may change a filing by one of them alone, so the fold over a
    /// part of these filings would be another.
    /// </summary>
    private async Task<Dictionary<string, Versioned<ReportDocument>>> RelatedAsync(IssuerKey issuer, IReadOnlyCollection<string> owners, CancellationToken cancellation)
    {
        var related = new Dictionary<string, Versioned<ReportDocument>>(StringComparer.Ordinal);
        var known = owners.ToHashSet(StringComparer.Ordinal);
        var next = new Queue<string>(owners);
        while (next.TryDequeue(out var owner))
            foreach (var document in (await store.AllAsync(ReportQuery.Of(issuer, null).Where("owners", owner), cancellation)).Documents)
                if (related.TryAdd(document.Id, document))
                    foreach (var other in document.Value.OwnerTags.Where(known.Add))
                        next.Enqueue(other);
        return related;
    }

    /// <summary>The filings that some of the arrived might meet: of the same content, later amendments, and those with an owner known by name only.</summary>
    private async Task<List<ReportDocument>> MetAsync(
        IReadOnlyList<ReportDocument> arrived, IReadOnlyDictionary<string, Versioned<ReportDocument>> known, CancellationToken cancellation)
    {
        var asked = arrived.SelectMany(document => document.MarkTags.Where(mark => mark[0] == 'c')
            .Concat(document.OwnerTags.Select(owner => Marks.Nameless(document.Report, owner)))).ToHashSet(StringComparer.Ordinal);
        var amendments = arrived.SelectMany(document => document.OwnerTags.Select(owner => Marks.Amendment(document.Report, owner))).ToHashSet(StringComparer.Ordinal);
        var later = arrived.Min(document => document.Report.Filed.Date) is { } first ? DocumentQuery.All.AtLeast("filed", first) : DocumentQuery.All;
        var met = new List<ReportDocument>();
        met.AddRange(await store.MarkedAsync(asked, DocumentQuery.All, known, cancellation));
        met.AddRange(await store.MarkedAsync(amendments, later, known, cancellation));
        return met;
    }

    /// <summary>True when the two may change each other's standing or owners. Wider than the fold's own rules, never narrower.</summary>
    private static bool Meets(ReportDocument arrived, ReportDocument other)
    {
        if (arrived.Report.Filing == other.Report.Filing || !arrived.OwnerTags.Intersect(other.OwnerTags).Any())
            return false;
        if (Named(arrived) != Named(other) || arrived.MarkTags.Any(mark => mark[0] == 'c' && other.MarkTags.Contains(mark)))
            return true;
        return other.Report.IsAmendment && (Amendment.MayAmend(other.Report, arrived.Report) || other.Standings.Any(kept => kept.Standing.Reported is null));

        static bool Named(ReportDocument document) => document.Report.Owners.All(owner => !owner.Key.IsProvisional);
    }

    /// <summary>Groups of owners that the filings connect, so that each filing is settled once.</summary>
    private static List<HashSet<string>> Connected(IEnumerable<ReportDocument> documents)
    {
        var groups = new List<HashSet<string>>();
        foreach (var document in documents)
        {
            var joined = document.OwnerTags.ToHashSet(StringComparer.Ordinal);
            foreach (var group in groups.FindAll(group => group.Overlaps(joined)))
            {
                joined.UnionWith(group);
                groups.Remove(group);
            }
            groups.Add(joined);
        }
        return groups;
    }

    private List<Change<ReportDocument>> Changes(IEnumerable<Versioned<ReportDocument>> related, IssuerLedger ledger)
    {
        var changed = related.Select(kept => (Kept: kept, Settled: ReportDocument.Of(kept.Value.Report, ledger, kept.Value.JointRows))).Where(x => !Same(x.Settled, x.Kept.Value)).ToList();
        var told = changed.Select(x => x.Kept.Value.Report.Filing).ToHashSet();
        return changed.ConvertAll(x => new Change<ReportDocument>(x.Kept.Id, x.Kept.Version, x.Settled, EventJson.ToRecords(Corrected(x.Kept.Value, x.Settled, told, ledger))));
    }

    /// <summary>What an amendment changed is told with it; what one changed that stays the same itself, as one without rows does, with the first filing that loses a row.</summary>
    private IEnumerable<IEvent> Corrected(ReportDocument before, ReportDocument after, HashSet<FilingId> told, IssuerLedger ledger)
    {
        var amendments = after.Standings.Select(kept => kept.Standing.LeftOutBy).Except(before.Standings.Select(kept => kept.Standing.LeftOutBy))
            .OfType<FilingId>().Where(told.Add).Select(filing => ledger.Reports.First(report => report.Filing == filing));
        return (after.Report.IsAmendment ? [after.Report] : Enumerable.Empty<OwnershipReport>()).Concat(amendments)
            .Select(amendment => OwnershipEvents.Corrected(amendment, ledger, time.GetUtcNow())).OfType<OwnershipCorrected>().ToList();
    }

    private static bool Same(ReportDocument one, ReportDocument other) =>
        one.Owners.SequenceEqual(other.Owners) && one.Standings.Count == other.Standings.Count
        && one.Standings.Zip(other.Standings).All(pair => pair.First.Table == pair.Second.Table && pair.First.Ordinal == pair.Second.Ordinal
            && pair.First.Standing with { Replaces = [] } == pair.Second.Standing with { Replaces = [] }
            && pair.First.Standing.Replaces.SequenceEqual(pair.Second.Standing.Replaces));
}
