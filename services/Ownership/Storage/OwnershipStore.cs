using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Storage;

/// <summary>The filings that an answer rests on.</summary>
/// <param name="Documents">In no particular order.</param>
/// <param name="Truncated">True when there are more than an answer may rest on.</param>
internal sealed record ReportSet(IReadOnlyList<Versioned<ReportDocument>> Documents, bool Truncated)
{
    public IEnumerable<OwnershipReport> Reports => Documents.Select(document => document.Value.Report);
}

/// <summary>Ownership's documents, by the questions that are put to them.</summary>
internal sealed class OwnershipStore(
    IServiceStore store,
    RelaySignal relay,
    DocumentCollection<ReportDocument> reports,
    DocumentCollection<StateDocument> states,
    DocumentCollection<SwingDocument> swings,
    DocumentCollection<LatenessDocument> lateness,
    DocumentCollection<WindowsDocument> windows,
    DocumentCollection<ForgottenDocument> forgotten)
{
    /// <summary>The most filings that one answer rests on.</summary>
    public const int MostFilings = 20_000;

    private const int PageSize = 1000;
    private const int AccountsAtOnce = 16;
    private const int MarksAtOnce = 256;

    public Task<IReadOnlyDictionary<string, Versioned<ReportDocument>>> GetReportsAsync(IReadOnlyCollection<string> filings, CancellationToken cancellation) =>
        reports.GetManyAsync(filings, cancellation);

    public Task<Versioned<ReportDocument>?> GetReportAsync(FilingId filing, CancellationToken cancellation) => reports.GetAsync(filing.ToString(), cancellation);

    /// <summary>One page of filings, newest activity first.</summary>
    public Task<Page<ReportDocument>> PageAsync(DocumentQuery query, CancellationToken cancellation) => reports.QueryAsync(query, cancellation);

    /// <summary>All filings of an issuer, an owner or both; of an issuer known by name also those that give its CIK.</summary>
    public Task<ReportSet> ReportsAsync(IssuerKey? issuer, OwnerKey? owner, CancellationToken cancellation) =>
        AllAsync(ReportQuery.Of(issuer, owner), cancellation);

    /// <summary>All filings on an issuer with activity in a window.</summary>
    public async Task<ReportSet> InWindowAsync(IssuerKey issuer, DateOnly? from, DateOnly? to, CancellationToken cancellation)
    {
        if (issuer.IsProvisional || to is not { } last || last > DateOnly.MaxValue.AddDays(-ReportQuery.LongDays))
            return await AllAsync(ReportQuery.Of(issuer, null, from, to), cancellation);
        var near = await AllAsync(ReportQuery.Near(issuer, from, last), cancellation);
        var far = await AllAsync(ReportQuery.Long(issuer, from, last), cancellation);
        return new ReportSet([.. near.Documents.Concat(far.Documents).DistinctBy(document => document.Id)], near.Truncated || far.Truncated);
    }

    /// <summary>All filings that fit the query.</summary>
    public async Task<ReportSet> AllAsync(DocumentQuery query, CancellationToken cancellation)
    {
        var (found, truncated) = await AllAsync(reports, query, cancellation);
        return new ReportSet(found, truncated);
    }

    /// <summary>The filings that bear one of the marks.</summary>
    /// <param name="marks">The marks; none for no filing.</param>
    /// <param name="within">What else must hold.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Versioned<ReportDocument>>> MarkedAsync(
        IReadOnlyCollection<string> marks, DocumentQuery within, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Versioned<ReportDocument>>(StringComparer.Ordinal);
        foreach (var some in marks.Distinct().Chunk(MarksAtOnce))
            foreach (var document in (await AllAsync(within.WhereAny("marks", Padded(some)), cancellation)).Documents)
                found[document.Id] = document;
        return [.. found.Values];
    }

    /// <summary>The same, sparing those that are known: filings bear their own marks, so nearly all that is found is what has just been saved.</summary>
    /// <param name="marks">The marks; none for no filing.</param>
    /// <param name="within">What else must hold.</param>
    /// <param name="known">Filings by id; one of which the store has another version is read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<ReportDocument>> MarkedAsync(
        IReadOnlyCollection<string> marks, DocumentQuery within, IReadOnlyDictionary<string, Versioned<ReportDocument>> known, CancellationToken cancellation)
    {
        var found = new Dictionary<string, ReportDocument>(StringComparer.Ordinal);
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in marks.Distinct().Chunk(MarksAtOnce))
            foreach (var document in await FoundAsync(within.WhereAny("marks", Padded(some)), cancellation))
                if (known.TryGetValue(document.Id, out var same) && same.Version == document.Version)
                    found[document.Id] = same.Value;
                else
                    others.Add(document.Id);
        if (others.Count > 0)
            foreach (var (id, document) in await reports.GetManyAsync(others, cancellation))
                found[id] = document.Value;
        return [.. found.Values];
    }

    /// <summary>Saves filings at the cost of one commit.</summary>
    /// <exception cref="VersionConflictException">One of them was changed since it was read; the others may be saved.</exception>
    public async Task SaveReportsAsync(IReadOnlyList<Change<ReportDocument>> changes, CancellationToken cancellation) =>
        await SaveAllAsync([.. changes.Select(reports.ToWrite)], cancellation);

    /// <summary>Saves filings and, for the new ones, what they state about positions, at the cost of one commit.</summary>
    /// <exception cref="VersionConflictException">One of them was changed since it was read; the others may be saved.</exception>
    public async Task TakeInAsync(IReadOnlyList<Change<ReportDocument>> changes, CancellationToken cancellation)
    {
        var stated = changes.Where(change => change.ExpectedVersion == 0).Select(change => states.ToWrite(new Change<StateDocument>(change.Id, 0, change.Value.States, [])));
        await SaveAllAsync([.. changes.Select(reports.ToWrite), .. stated], cancellation);
    }

    /// <summary>Saves what filings come to at the cost of one commit.</summary>
    /// <exception cref="VersionConflictException">One of the documents was changed since it was read; the others may be saved.</exception>
    public async Task SaveAsync(
        IReadOnlyList<Change<StateDocument>> stated, IReadOnlyList<Change<SwingDocument>> swung, IReadOnlyList<Change<LatenessDocument>> late, CancellationToken cancellation) =>
        await SaveAllAsync([.. stated.Select(states.ToWrite), .. swung.Select(swings.ToWrite), .. late.Select(lateness.ToWrite)], cancellation);

    public Task<IReadOnlyDictionary<string, Versioned<StateDocument>>> GetStatesAsync(IReadOnlyCollection<string> filings, CancellationToken cancellation) =>
        states.GetManyAsync(filings, cancellation);

    /// <summary>What filings on an issuer, by an owner or both say about the end of a day; null for the latest day of all.</summary>
    public async Task<(IReadOnlyList<Versioned<StateDocument>> Documents, bool Truncated)> HeldAsync(
        IssuerKey? issuer, OwnerKey? owner, DateOnly? asOf, CancellationToken cancellation)
    {
        var after = asOf is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MaxValue;
        var query = DocumentQuery.All.AtLeast("until", after);
        if (owner is { } by)
            query = query.Where("accounts", issuer is { IsProvisional: false } about ? StateDocument.Account(about.ToString(), by.ToString()) : by.ToString());
        if (issuer is { } of && (owner is null || of.IsProvisional))
            query = query.Where(of.IsProvisional ? "issuerName" : "issuer", of.ToString());
        return await AllAsync(states, asOf is { } until ? query.AtMost("from", until) : query, cancellation);
    }

    /// <summary>The states of some accounts that had not ended before a day of each; all states of an account for no day.</summary>
    public async Task<IReadOnlyList<Versioned<StateDocument>>> LinkedAsync(IReadOnlyList<(string Account, DateOnly? Since)> accounts, CancellationToken cancellation)
    {
        var found = new List<Versioned<StateDocument>>();
        // Accounts whose days lie close together are asked for together, so that none of them gives more than it has to.
        foreach (var some in accounts.OrderBy(account => account.Since).Chunk(AccountsAtOnce))
        {
            var query = DocumentQuery.All.WhereAny("accounts", Padded([.. some.Select(account => account.Account)]));
            if (some[0].Since is { } since)
                query = query.AtLeast("until", since);
            found.AddRange((await AllAsync(states, query, cancellation)).Documents);
        }
        return found;
    }

    public async Task ForgetStatesAsync(string filing, CancellationToken cancellation)
    {
        if (await states.GetAsync(filing, cancellation) is { } document && !await states.DeleteAsync(filing, document.Version, cancellation))
            throw new VersionConflictException(Collections.States.Name, filing);
    }

    /// <summary>Forgets filings under their former names.</summary>
    public async Task ForgetAsync(IReadOnlyList<(FilingId Former, ForgottenDocument Now)> renamed, CancellationToken cancellation)
    {
        foreach (var (former, now) in renamed)
        {
            var id = former.ToString();
            if (await forgotten.GetAsync(id, cancellation) is null)
                await forgotten.TrySaveAsync(new Change<ForgottenDocument>(id, 0, now, []), cancellation);
            if (await reports.GetAsync(id, cancellation) is { } document && !await reports.DeleteAsync(id, document.Version, cancellation))
                throw new VersionConflictException(Collections.Reports.Name, id);
        }
    }

    public Task<IReadOnlyDictionary<string, Versioned<ForgottenDocument>>> GetForgottenAsync(IReadOnlyCollection<string> filings, CancellationToken cancellation) =>
        forgotten.GetManyAsync(filings, cancellation);

    public Task<IReadOnlyDictionary<string, Versioned<WindowsDocument>>> GetWindowsAsync(IReadOnlyCollection<string> issuers, CancellationToken cancellation) =>
        windows.GetManyAsync(issuers, cancellation);

    public Task SaveWindowsAsync(string issuer, long version, WindowsDocument document, IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        windows.SaveAsync(issuer, version, document, EventJson.ToRecords(events), cancellation);

    public Task<IReadOnlyDictionary<string, Versioned<SwingDocument>>> GetSwingsAsync(IReadOnlyCollection<string> accounts, CancellationToken cancellation) =>
        swings.GetManyAsync(accounts, cancellation);

    public Task<IReadOnlyDictionary<string, Versioned<LatenessDocument>>> GetLatenessAsync(IReadOnlyCollection<string> filings, CancellationToken cancellation) =>
        lateness.GetManyAsync(filings, cancellation);

    /// <summary>The same values, the last one repeated up to a power of four: a store keeps what it has prepared for each number of values.</summary>
    private static string[] Padded(string[] values)
    {
        var length = 1;
        while (length < values.Length)
            length *= 4;
        return [.. values, .. Enumerable.Repeat(values[^1], length - values.Length)];
    }

    private async Task SaveAllAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        if (writes.Count == 0)
            return;
        var saved = await store.Documents.SaveAsync(writes, cancellation);
        relay.Wake();
        for (var i = 0; i < writes.Count; i++)
            if (!saved[i])
                throw new VersionConflictException(writes[i].Collection, writes[i].Id);
    }

    /// <summary>The filings that fit a query, unread.</summary>
    private async Task<List<StoredDocument>> FoundAsync(DocumentQuery query, CancellationToken cancellation)
    {
        var found = new List<StoredDocument>();
        var token = "";
        do
        {
            var page = await store.Documents.QueryAsync(Collections.Reports.Name, query.Page(PageSize, token), cancellation);
            found.AddRange(page.Documents);
            token = page.NextPageToken;
        }
        while (token.Length > 0 && found.Count < MostFilings);
        return found;
    }

    private static async Task<(IReadOnlyList<Versioned<T>> Documents, bool Truncated)> AllAsync<T>(
        DocumentCollection<T> collection, DocumentQuery query, CancellationToken cancellation)
        where T : class
    {
        var found = new List<Versioned<T>>();
        var token = "";
        do
        {
            var page = await collection.QueryAsync(query.Page(PageSize, token), cancellation);
            found.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0 && found.Count < MostFilings);
        return (found, token.Length > 0);
    }
}
