using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Keeps the short-swing pairs of accounts in which purchases and sales meet, and publishes what is found and what no longer holds. Most insiders only
/// sell; nothing is kept of them.
/// </summary>
internal sealed class SwingSettlement(OwnershipStore store, TimeProvider time)
{
    /// <summary>Settles the accounts of some filings; what is to be saved.</summary>
    /// <param name="arrived">As they arrived, and as known before where they are newer readings.</param>
    /// <param name="filings">As kept now, with those whose standing the arrival has changed.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Change<SwingDocument>>> SettleAsync(
        IReadOnlyList<ReportDocument> arrived, IReadOnlyDictionary<string, Versioned<ReportDocument>> filings, CancellationToken cancellation)
    {
        var dealing = arrived.Concat(filings.Values.Select(document => document.Value)).Distinct().Where(document => document.Report.IsAmendment || document.Deals("A") || document.Deals("D") || Tenure.Tells(document.Report)).ToList();
        var accounts = dealing.SelectMany(document => document.OwnerTags.Concat(document.Owners), (document, owner) => (document.Report.Issuer, Owner: owner))
            .Distinct().ToDictionary(account => StateDocument.Account(account.Issuer.ToString(), account.Owner));
        if (accounts.Count == 0)
            return [];
        var told = dealing.Where(document => Tenure.Tells(document.Report)).SelectMany(document => document.OwnerTags, (document, owner) => StateDocument.Account(document.Report.Issuer.ToString(), owner)).ToHashSet(StringComparer.Ordinal);
        var kept = await store.GetSwingsAsync(accounts.Keys, cancellation);
        var changes = new List<Change<SwingDocument>>();
        foreach (var (id, known) in kept)
        {
            var legs = WithLegs(known.Value, filings);
            if ((told.Contains(id) || !legs.SequenceEqual(known.Value.Legs))
                && await SettleAsync(id, accounts[id].Issuer, accounts[id].Owner, known, legs, cancellation) is { } change)
                changes.Add(change);
        }
        foreach (var id in await MeetingAsync(dealing, [.. accounts.Keys.Where(id => !kept.ContainsKey(id))], filings, cancellation))
        {
            var (issuer, owner) = accounts[id];
            var marked = await store.MarkedAsync([Marks.Purchase(issuer.ToString(), owner), Marks.Sale(issuer.ToString(), owner)], DocumentQuery.All, filings, cancellation);
            var legs = marked.SelectMany(document => LegsOf(document, issuer.ToString(), owner)).OrderBy(leg => leg.Row, InOrder).ToList();
            if (Meet(legs) && await SettleAsync(id, issuer, owner, null, legs, cancellation) is { } change)
                changes.Add(change);
        }
        return changes;
    }

    private async Task<Change<SwingDocument>?> SettleAsync(
        string id, IssuerKey issuer, string owner, Versioned<SwingDocument>? known, IReadOnlyList<SwingLeg> legs, CancellationToken cancellation)
    {
        var tenure = Tenure.Of((await store.MarkedAsync([Marks.Tenure(issuer.ToString(), owner)], DocumentQuery.All, cancellation)).Select(document => document.Value.Report));
        if (known is not null && legs.SequenceEqual(known.Value.Legs) && (known.Value.Tenure ?? Tenure.Unknown) == tenure)
            return null;
        var pairs = ShortSwing.Pair(legs, SixMonths.DayBeforeLast).ToDictionary(pair => OwnershipEvents.PairOf(pair, tenure));
        var (after, found, withdrawn) = PublishedFinding.Compare(known?.Value.Findings ?? [], pairs.Keys);
        var now = time.GetUtcNow();
        var events = withdrawn.Select(finding => (IEvent)OwnershipEvents.PairWithdrawn(issuer.ToString(), owner, finding, now)).ToList();
        if (found.Count > 0)
        {
            var legsFound = found.SelectMany(finding => new[] { pairs[finding.Text].Purchase.Row, pairs[finding.Text].Sale.Row }).ToList();
            var reports = await store.GetReportsAsync([.. legsFound.Select(row => row.Filing.ToString()).Distinct()], cancellation);
            var rows = reports.Values.SelectMany(document => document.Value.Rows).ToDictionary(row => row.Key);
            foreach (var finding in found)
                if (OwnerKey.TryParse(owner, out var key) && rows.TryGetValue(pairs[finding.Text].Purchase.Row, out var purchase) && rows.TryGetValue(pairs[finding.Text].Sale.Row, out var sale))
                    events.Add(OwnershipEvents.Found(ShortSwing.Explained(key, pairs[finding.Text], purchase, sale, tenure), finding.Times, now));
        }
        return new Change<SwingDocument>(id, known?.Version ?? 0, new SwingDocument(issuer.ToString(), owner, legs, after, tenure), EventJson.ToRecords(events));
    }

    /// <summary>The legs that are kept, with those of some filings as they are now.</summary>
    private static List<SwingLeg> WithLegs(SwingDocument known, IReadOnlyDictionary<string, Versioned<ReportDocument>> filings) =>
        [.. known.Legs.Where(leg => !filings.ContainsKey(leg.Row.Filing.ToString()))
            .Concat(filings.Values.SelectMany(document => LegsOf(document.Value, known.Issuer, known.Owner))).OrderBy(leg => leg.Row, InOrder)];

    private static IEnumerable<SwingLeg> LegsOf(ReportDocument document, string issuer, string owner) =>
        document.Report.Issuer.ToString() == issuer && owner != issuer && document.Owners.Contains(owner) ? document.Rows.Select(SwingLeg.Of).OfType<SwingLeg>() : [];

    private static bool Meet(IReadOnlyList<SwingLeg> legs)
    {
        var sales = legs.Where(leg => !leg.IsPurchase).ToList();
        return legs.Any(leg => leg.IsPurchase && sales.Exists(sale => ShortSwing.IsWithin(leg.Date, sale.Date, SixMonths.LastDay)));
    }

    /// <summary>Those of the accounts in which a purchase that has arrived may meet a sale, or a sale a purchase.</summary>
    private async Task<IReadOnlyList<string>> MeetingAsync(
        IReadOnlyList<ReportDocument> dealing, HashSet<string> accounts, IReadOnlyDictionary<string, Versioned<ReportDocument>> known, CancellationToken cancellation)
    {
        var opposite = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (document, owner) in dealing.SelectMany(document => document.Owners, (document, owner) => (document, owner)))
        {
            var issuer = document.Report.Issuer.ToString();
            var account = StateDocument.Account(issuer, owner);
            if (document.Deals("A") && accounts.Contains(account))
                opposite[Marks.Sale(issuer, owner)] = account;
            if (document.Deals("D") && accounts.Contains(account))
                opposite[Marks.Purchase(issuer, owner)] = account;
        }
        if (opposite.Count == 0)
            return [];
        var near = DocumentQuery.All;
        if (dealing.Min(document => document.Report.EarliestActivity) is { } first && dealing.Max(document => document.Report.LatestActivity) is { } last)
            near = near.AtLeast("latest", first.AddMonths(-6)).AtMost("earliest", last.AddMonths(6));
        return [.. (await store.MarkedAsync(opposite.Keys, near, known, cancellation)).SelectMany(document => document.MarkTags)
            .Select(mark => opposite.GetValueOrDefault(mark)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static readonly Comparer<RowKey> InOrder = Comparer<RowKey>.Create(RowKey.Compare);
}
