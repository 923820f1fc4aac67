using Filingwire.Hosting.Stores;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Storage;

namespace Filingwire.Ownership.Consumers;

/// <summary>
/// Keeps what filings state about positions linked: from when to when each state is the last word. Looks only at the accounts that a filing touches, and
/// in them only at what had not ended before the filing's first day.
/// </summary>
internal sealed class StateSettlement(OwnershipStore store)
{
    /// <summary>Links the states of some filings, as the filings are kept now, with those of others.</summary>
    public async Task SettleAsync(IReadOnlyCollection<ReportDocument> touched, CancellationToken cancellation)
    {
        var stated = touched.ToDictionary(document => document.Id, StateDocument.Of);
        var kept = await store.GetStatesAsync(stated.Keys, cancellation);
        // Where something else is kept than the filing was saved with, somebody may have changed the filing meanwhile.
        var doubtful = stated.Where(entry => !(kept.TryGetValue(entry.Key, out var known) && known.Value.Says(entry.Value))).Select(entry => entry.Key).ToList();
        foreach (var (id, document) in await store.GetReportsAsync(doubtful, cancellation))
            stated[id] = StateDocument.Of(document.Value);
        await LinkAsync(kept, stated, cancellation);
    }

    /// <summary>Takes the states of a filing out of their chains and forgets them.</summary>
    public async Task ForgetAsync(string filing, CancellationToken cancellation)
    {
        var kept = await store.GetStatesAsync([filing], cancellation);
        if (!kept.TryGetValue(filing, out var known))
            return;
        await LinkAsync(kept, new Dictionary<string, StateDocument> { [filing] = known.Value with { Accounts = [] } }, cancellation);
        await store.ForgetStatesAsync(filing, cancellation);
    }

    private async Task LinkAsync(
        IReadOnlyDictionary<string, Versioned<StateDocument>> kept, IReadOnlyDictionary<string, StateDocument> stated, CancellationToken cancellation)
    {
        var touched = stated.Values.Concat(kept.Values.Select(known => known.Value))
            .SelectMany(document => document.Accounts, (document, account) => (document.Issuer, account.Owner, account.States))
            .GroupBy(account => (account.Issuer, account.Owner), account => account.States)
            .Select(account => new Touched(account.Key.Issuer, account.Key.Owner, Since([.. account.SelectMany(states => states)]))).ToList();
        var before = kept.ToDictionary(StringComparer.Ordinal);
        foreach (var known in await store.LinkedAsync([.. touched.Select(account => (StateDocument.Account(account.Issuer, account.Owner), account.Since))], cancellation))
            before.TryAdd(known.Id, known);
        var after = before.ToDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal);
        foreach (var (id, document) in stated)
            after[id] = document;
        var byAccount = after.SelectMany(entry => entry.Value.Accounts, (entry, account) => (Key: (entry.Value.Issuer, account.Owner), entry.Key))
            .ToLookup(x => x.Key, x => x.Item2);
        foreach (var account in touched)
            Link(account, [.. byAccount[(account.Issuer, account.Owner)]], after);
        await store.SaveStatesAsync(
            [.. after.Where(entry => before.TryGetValue(entry.Key, out var known) ? !known.Value.Says(entry.Value) : entry.Value.Accounts.Count > 0)
                .Select(entry => new Change<StateDocument>(entry.Key, before.GetValueOrDefault(entry.Key)?.Version ?? 0, entry.Value, []))],
            cancellation);
    }

    private static void Link(Touched account, IReadOnlyList<string> filings, Dictionary<string, StateDocument> documents)
    {
        var states = filings.SelectMany(filing => documents[filing].Accounts.Single(own => own.Owner == account.Owner).States
            .Select(state => new PlacedState(filing, documents[filing].Order, state)));
        foreach (var filing in StateChains.Link(states, account.Since).GroupBy(placed => placed.Filing))
            documents[filing.Key] = documents[filing.Key].With(
                account.Owner, [.. filing.Select(placed => placed.State).OrderBy(state => state.Table).ThenBy(state => state.Ordinal)]);
    }

    /// <summary>The first day that anything is said about; null where grants may have to be told apart anew, which concerns the whole account.</summary>
    private static DateOnly? Since(IReadOnlyList<HeldState> states) => states.Any(state => state.Grant is not null) ? null : states.Min(state => state.From);

    private sealed record Touched(string Issuer, string Owner, DateOnly? Since);
}
