using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <summary>
/// What a store promises, whatever keeps it. Each adapter runs the whole suite by deriving from it and saying how a store is
/// opened anew and opened again.
/// </summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    internal sealed record Doc(string Name, string? Issuer, long? Days, DateOnly? DueOn, string[] Owners);

    /// <summary>What a store keeps.</summary>
    public enum Kept
    {
        /// <summary>A document.</summary>
        Document,

        /// <summary>A blob.</summary>
        Blob,

        /// <summary>An entry of the log.</summary>
        Entry,
    }

    private IServiceStore? store;

    internal static CollectionDefinition<Doc> Docs { get; } = new CollectionDefinition<Doc>("docs")
        .Text("issuer", d => d.Issuer).Number("days", d => d.Days).Date("dueOn", d => d.DueOn).Tags("owners", d => d.Owners)
        .Index("issuer", "dueOn").Index("days");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IServiceStore Store => store ?? throw new InvalidOperationException();

    private DocumentCollection<Doc> Collection => new(Docs, Store.Documents, new RelaySignal());

    /// <summary>Opens the test's own store: empty at first, the same one again later.</summary>
    protected abstract Task<IServiceStore> OpenAsync();

    /// <summary>Changes what is kept behind the store's back, as a failing disk does.</summary>
    /// <param name="kept">What is changed.</param>
    /// <param name="id">The document's id, the blob's name or the entry's sequence.</param>
    protected abstract Task DamageAsync(Kept kept, string id);

    /// <summary>Removes what the test has left.</summary>
    protected abstract Task RemoveAsync();

    public async ValueTask InitializeAsync() => await ReopenAsync(Docs);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (store is not null)
            await store.DisposeAsync();
        await RemoveAsync();
    }
    private static Doc Any(string name) => new(name, "issuers/9", 1, null, []);

    private async Task ReopenAsync(CollectionDefinition definition)
    {
        if (store is not null)
            await store.DisposeAsync();
        store = await OpenAsync();
        await store.PrepareAsync([definition], Cancellation);
    }

    /// <summary>Documents with equal and absent sort values.</summary>
    private Task FillAsync(int count) => Collection.SaveAllAsync(
        [
            .. Enumerable.Range(0, count).Select(i => new Change<Doc>(
                $"d{i:000}", 0,
                new Doc($"name {i}", $"issuers/{i % 3}", i % 5 == 0 ? null : i % 4, i % 7 == 0 ? null : new DateOnly(2024, 1, 1 + (i % 6)), ["owners/all", i % 2 == 0 ? "owners/even" : "owners/odd"]),
                [])),
        ],
        Cancellation);

    private async Task<IReadOnlyList<string>> IdsAsync(DocumentQuery query) =>
        [.. (await Collection.QueryAsync(query, Cancellation)).Items.Select(d => d.Id)];

    private async Task<IReadOnlyList<string>> WalkAsync(DocumentQuery query, int size)
    {
        var ids = new List<string>();
        for (var token = ""; ;)
        {
            var page = await Collection.QueryAsync(query.Page(size, token), Cancellation);
            Assert.InRange(page.Items.Count, 0, size);
            ids.AddRange(page.Items.Select(d => d.Id));
            if (page.NextPageToken.Length == 0)
                return ids;
            token = page.NextPageToken;
        }
    }
}
