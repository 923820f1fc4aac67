using Filingwire.Contracts.Events;
using Filingwire.Contracts.Identifiers;
using Filingwire.Hosting.Stores;
using Filingwire.Ownership.Ledger.Facts;

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
    DocumentCollection<ReportDocument> reports,
    DocumentCollection<SwingDocument> swings,
    DocumentCollection<WindowsDocument> windows,
    DocumentCollection<ForgottenDocument> forgotten)
{
    /// <summary>The most filings that one answer rests on.</summary>
    public const int MostFilings = 20_000;

    private const int PageSize = 1000;

    public Task<IReadOnlyDictionary<string, Versioned<ReportDocument>>> GetReportsAsync(IReadOnlyCollection<string> filings, CancellationToken cancellation) =>
        reports.GetManyAsync(filings, cancellation);

    public Task<Versioned<ReportDocument>?> GetReportAsync(FilingId filing, CancellationToken cancellation) => reports.GetAsync(filing.ToString(), cancellation);

    /// <summary>One page of filings, newest activity first.</summary>
    public Task<Page<ReportDocument>> PageAsync(DocumentQuery query, CancellationToken cancellation) => reports.QueryAsync(query, cancellation);

    /// <summary>All filings of an issuer, an owner or both; of an issuer known by name also those that give its CIK.</summary>
    public Task<ReportSet> ReportsAsync(IssuerKey? issuer, OwnerKey? owner, CancellationToken cancellation) =>
        AllAsync(Of(issuer, owner), cancellation);

    /// <summary>All filings that fit the query.</summary>
    public async Task<ReportSet> AllAsync(DocumentQuery query, CancellationToken cancellation)
    {
        var found = new List<Versioned<ReportDocument>>();
        var token = "";
        do
        {
            var page = await reports.QueryAsync(query.Page(PageSize, token), cancellation);
            found.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token.Length > 0 && found.Count < MostFilings);
        return new ReportSet(found, token.Length > 0);
    }

    /// <summary>The query for an issuer, an owner or both.</summary>
    public static DocumentQuery Of(IssuerKey? issuer, OwnerKey? owner)
    {
        var query = DocumentQuery.All;
        if (issuer is { } about)
            query = query.Where(about.IsProvisional ? "issuerName" : "issuer", about.ToString());
        if (owner is { } by)
            query = query.Where("owners", by.ToString());
        return query;
    }

    /// <summary>The filings that bear one of the marks.</summary>
    /// <param name="marks">The marks; none for no filing.</param>
    /// <param name="within">What else must hold.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<Versioned<ReportDocument>>> MarkedAsync(
        IReadOnlyCollection<string> marks, DocumentQuery within, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Versioned<ReportDocument>>(StringComparer.Ordinal);
        foreach (var some in marks.Distinct().Chunk(200))
            foreach (var document in (await AllAsync(within.WhereAny("marks", some), cancellation)).Documents)
                found[document.Id] = document;
        return [.. found.Values];
    }

    /// <summary>Saves filings at the cost of one commit.</summary>
    /// <exception cref="VersionConflictException">One of them was changed since it was read; the others may be saved.</exception>
    public async Task SaveReportsAsync(IReadOnlyList<Change<ReportDocument>> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
            return;
        var saved = await reports.SaveAllAsync(changes, cancellation);
        for (var i = 0; i < changes.Count; i++)
            if (!saved[i])
                throw new VersionConflictException(Collections.Reports.Name, changes[i].Id);
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
        windows.SaveAsync(issuer, version, document, events, cancellation);

    public Task<IReadOnlyDictionary<string, Versioned<SwingDocument>>> GetSwingsAsync(IReadOnlyCollection<string> accounts, CancellationToken cancellation) =>
        swings.GetManyAsync(accounts, cancellation);

    public Task SaveSwingsAsync(string account, long version, SwingDocument document, IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        swings.SaveAsync(account, version, document, events, cancellation);
}
