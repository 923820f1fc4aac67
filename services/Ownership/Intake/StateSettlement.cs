using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Storage;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Keeps what filings state about positions linked: from when to when each state is the last word. Looks only at the accounts that a filing touches, and
/// in them only at what had not ended before the filing's first day.
/// </summary>
internal sealed class StateSettlement(OwnershipStore store)
{
    /// <summary>Links the states of some filings, as the filings are kept now, with those of others; what is to be saved.</summary>
    public async Task<IReadOnlyList<Change<StateDocument>>> SettleAsync(IReadOnlyCollection<ReportDocument> touched, CancellationToken cancellation)
    {
        var stated = touched.ToDictionary(document => document.Id, document => document.States);
        var accounts = Accounts(stated.Values);
        var found = (await LinkedAsync(accounts, cancellation)).DistinctBy(known => known.Id).ToDictionary(known => known.Id, StringComparer.Ordinal);
        // Nearly all of the filings are among what their accounts have given.
        foreach (var (id, known) in await store.GetStatesAsync([.. stated.Keys.Where(id => !found.ContainsKey(id))], cancellation))
            found.Add(id, known);
        // Where something else is kept than the filing was saved with, somebody may have changed the filing meanwhile.
        var doubtful = stated.Where(entry => !(found.TryGetValue(entry.Key, out var known) && known.Value.Says(entry.Value))).Select(entry => entry.Key).ToList();
        if (doubtful.Count == 0)
            return Link(accounts, found, stated);
        foreach (var (id, document) in await store.GetReportsAsync(doubtful, cancellation))
            stated[id] = document.Value.States;
        return await LinkAsync(found.Where(entry => stated.ContainsKey(entry.Key)).ToDictionary(StringComparer.Ordinal), stated, cancellation);
    }

    /// <summary>Takes the states of a filing out of their chains; what is to be saved.</summary>
    public async Task<IReadOnlyList<Change<StateDocument>>> ForgetAsync(string filing, CancellationToken cancellation)
    {
        var kept = await store.GetStatesAsync([filing], cancellation);
        return kept.TryGetValue(filing, out var known)
            ? await LinkAsync(kept, new Dictionary<string, StateDocument> { [filing] = known.Value with { Accounts = [] } }, cancellation)
            : [];
    }

    private async Task<IReadOnlyList<Change<StateDocument>>> LinkAsync(
        IReadOnlyDictionary<string, Versioned<StateDocument>> kept, IReadOnlyDictionary<string, StateDocument> stated, CancellationToken cancellation)
    {
        var accounts = Accounts(stated.Values.Concat(kept.Values.Select(known => known.Value)));
        var before = kept.ToDictionary(StringComparer.Ordinal);
        foreach (var known in await LinkedAsync(accounts, cancellation))
            before.TryAdd(known.Id, known);
        return Link(accounts, before, stated);
    }

    private Task<IReadOnlyList<Versioned<StateDocument>>> LinkedAsync(IEnumerable<Touched> accounts, CancellationToken cancellation) =>
        store.LinkedAsync([.. accounts.Select(account => (StateDocument.Account(account.Issuer, account.Owner), account.Since))], cancellation);

    private static List<Touched> Accounts(IEnumerable<StateDocument> documents) =>
        [.. documents.SelectMany(document => document.Accounts, (document, account) => (document.Issuer, account.Owner, account.States))
            .GroupBy(account => (account.Issuer, account.Owner), account => account.States)
            .Select(account => new Touched(account.Key.Issuer, account.Key.Owner, Since([.. account.SelectMany(states => states)])))];

    private static IReadOnlyList<Change<StateDocument>> Link(
        IReadOnlyList<Touched> accounts, Dictionary<string, Versioned<StateDocument>> before, IReadOnlyDictionary<string, StateDocument> stated)
    {
        var after = before.ToDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal);
        foreach (var (id, document) in stated)
            after[id] = document;
        var byAccount = after.SelectMany(entry => entry.Value.Accounts, (entry, account) => (Key: (entry.Value.Issuer, account.Owner), entry.Key))
            .ToLookup(x => x.Key, x => x.Item2);
        foreach (var account in accounts)
            Link(account, [.. byAccount[(account.Issuer, account.Owner)]], after);
        return [.. after.Where(entry => before.TryGetValue(entry.Key, out var known) ? !known.Value.Says(entry.Value) : entry.Value.Accounts.Count > 0)
            .Select(entry => new Change<StateDocument>(entry.Key, before.GetValueOrDefault(entry.Key)?.Version ?? 0, entry.Value, []))];
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
