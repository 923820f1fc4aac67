using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Storage;

/// <summary>Extraction's own store: filings, their readings and their bytes.</summary>
internal sealed class FilingStore
{
    private readonly IServiceStore store;
    private readonly RelaySignal relay;
    private readonly DocumentCollection<FilingRecord> filings;
    private readonly DocumentCollection<RejectionRecord> rejections;
    private readonly DocumentCollection<NameLink> nameLinks;

    public FilingStore(IServiceStore store, RelaySignal relay)
    {
        this.store = store;
        this.relay = relay;
        filings = new DocumentCollection<FilingRecord>(Collections.Filings, store.Documents, relay);
        rejections = new DocumentCollection<RejectionRecord>(Collections.Rejections, store.Documents, relay);
        nameLinks = new DocumentCollection<NameLink>(Collections.NameLinks, store.Documents, relay);
    }

    public Task<Versioned<FilingRecord>?> FindAsync(FilingId id, CancellationToken cancellation) => filings.GetAsync(id.ToString(), cancellation);

    public async Task<IReadOnlyDictionary<FilingId, Versioned<FilingRecord>>> FindManyAsync(IReadOnlyCollection<FilingId> ids, CancellationToken cancellation)
    {
        var found = await filings.GetManyAsync([.. ids.Select(id => id.ToString())], cancellation);
        return ids.Distinct().Where(id => found.ContainsKey(id.ToString())).ToDictionary(id => id, id => found[id.ToString()]);
    }

    public async Task<IReadOnlyList<Versioned<FilingRecord>>> FindByBodyAsync(string bodySha256, CancellationToken cancellation) =>
        (await filings.QueryAsync(DocumentQuery.All.Where("bodySha256", bodySha256), cancellation)).Items;

    public Task<Page<FilingRecord>> ListAsync(string? issuer, IReadOnlyCollection<string> formTypes, int pageSize, string pageToken, CancellationToken cancellation)
    {
        var query = DocumentQuery.All.WhereAny("formType", formTypes).OrderByDescending("receivedAt").Page(pageSize, pageToken);
        return filings.QueryAsync(issuer is null ? query : query.Where("issuer", issuer), cancellation);
    }

    /// <summary>Saves a record whose present reading is given, with the bytes that it was made of, and what is to be published about it.</summary>
    /// <returns>False when somebody else saved the filing meanwhile.</returns>
    public async Task<bool> SaveAsync(
        long expectedVersion, FilingRecord record, Wire.Filing reading, ReadOnlyMemory<byte>? bytes, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var saved = await store.SaveAsync(
            [new(ReadingName(record, record.Present), PackedReading.Pack(reading, bytes.GetValueOrDefault().Span))],
            [filings.ToWrite(new Change<FilingRecord>(record.Id, expectedVersion, record, EventJson.ToRecords(events)))],
            cancellation);
        relay.Wake();
        return saved[0];
    }

    /// <summary>Notes that a filing without accession number is known under one now.</summary>
    /// <returns>False when somebody else changed it meanwhile.</returns>
    public Task<bool> ReplaceAsync(Versioned<FilingRecord> provisional, FilingId by, CancellationToken cancellation) =>
        filings.TrySaveAsync(new Change<FilingRecord>(provisional.Id, provisional.Version, provisional.Value with { ReplacedBy = by.ToString() }, []), cancellation);

    public async Task<Wire.Filing> ReadingAsync(FilingRecord record, FilingRecord.Reading reading, CancellationToken cancellation) =>
        PackedReading.Reading(await BlobAsync(ReadingName(record, reading), cancellation));

    /// <summary>The bytes that were read last.</summary>
    public async Task<byte[]> BytesAsync(FilingRecord record, CancellationToken cancellation) =>
        PackedReading.Bytes(await BlobAsync(ReadingName(record, record.Readings.Last(one => one.BytesSha256 == record.ContentSha256)), cancellation));

    /// <summary>Records a rejection once.</summary>
    public async Task SaveRejectionAsync(RejectionRecord rejection, FilingRejected announced, CancellationToken cancellation)
    {
        if (await rejections.GetAsync(rejection.Id, cancellation) is null)
            await rejections.TrySaveAsync(new Change<RejectionRecord>(rejection.Id, 0, rejection, EventJson.ToRecords([announced])), cancellation);
    }

    public Task<Versioned<NameLink>?> FindLinkAsync(string provisional, CancellationToken cancellation) => nameLinks.GetAsync(provisional, cancellation);

    /// <summary>Links of which something is left to be done.</summary>
    public async Task<IReadOnlyList<Versioned<NameLink>>> OpenLinksAsync(CancellationToken cancellation) =>
        (await nameLinks.QueryAsync(DocumentQuery.All.Where("open", 1).Page(1000, ""), cancellation)).Items;

    public Task<Versioned<NameLink>?> UpdateLinkAsync(string provisional, Func<NameLink, Task<Update<NameLink>?>> change, CancellationToken cancellation) =>
        nameLinks.UpdateAsync(provisional, found => change(found?.Value ?? new NameLink { Id = provisional, Ciks = [] }), cancellation);

    /// <summary>The provisional issuers that filings are kept under.</summary>
    public async Task<IReadOnlyCollection<string>> ProvisionalIssuersAsync(CancellationToken cancellation)
    {
        // '.' is the character after '-'.
        var query = DocumentQuery.All.AtLeast("issuer", "issuers/n-").AtMost("issuer", "issuers/n.");
        var issuers = new HashSet<string>(StringComparer.Ordinal);
        for (var token = ""; ;)
        {
            var page = await filings.QueryAsync(query.Page(1000, token), cancellation);
            issuers.UnionWith(page.Items.Select(filing => filing.Value.Issuer!));
            token = page.NextPageToken;
            if (token.Length == 0)
                return issuers;
        }
    }

    private async Task<byte[]> BlobAsync(string name, CancellationToken cancellation) =>
        await store.Blobs.ReadAsync(name, cancellation) ?? throw new StoreDamagedException($"The blob {name} is missing.");

    // The bytes' hash tells the readings of two submitters apart who both make the next generation: only one of them gets its record saved.
    private static string ReadingName(FilingRecord record, FilingRecord.Reading reading) => reading.BytesSha256 is { } bytes
        ? string.Create(CultureInfo.InvariantCulture, $"reading/{record.Id}/{reading.Generation}/{bytes}")
        : string.Create(CultureInfo.InvariantCulture, $"reading/{record.Id}/{reading.Generation}");
}
