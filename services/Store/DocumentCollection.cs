namespace Filingwire.Store;

/// <summary>A document and the version that was read.</summary>
/// <typeparam name="T">The document's type.</typeparam>
public sealed record Versioned<T>(string Id, long Version, T Value);

/// <summary>A page of documents.</summary>
/// <typeparam name="T">The document's type.</typeparam>
public sealed record Page<T>(IReadOnlyList<Versioned<T>> Items, string NextPageToken);

/// <summary>A document to save, with what to publish when it is saved.</summary>
/// <typeparam name="T">The document's type.</typeparam>
/// <param name="Id">Unique in the collection.</param>
/// <param name="ExpectedVersion">The version that was read; 0 for a new document.</param>
/// <param name="Value">The document.</param>
/// <param name="Events">Published if, and only if, the document is saved.</param>
public sealed record Change<T>(string Id, long ExpectedVersion, T Value, IReadOnlyList<EventRecord> Events);

/// <summary>What an update makes of a document.</summary>
/// <typeparam name="T">The document's type.</typeparam>
/// <param name="Value">The document.</param>
/// <param name="Events">Published if, and only if, the document is saved.</param>
public sealed record Update<T>(T Value, IReadOnlyList<EventRecord> Events);

/// <summary>The documents of one collection, by their type. A service's store is a small class around one or two of these.</summary>
/// <typeparam name="T">The document's type.</typeparam>
public sealed class DocumentCollection<T>(CollectionDefinition<T> definition, IDocumentStore store, RelaySignal relay)
    where T : class
{
    /// <summary>The document; null when there is none.</summary>
    public async Task<Versioned<T>?> GetAsync(string id, CancellationToken cancellation) =>
        await store.GetAsync(definition.Name, id, cancellation) is { } found ? Read(found) : null;

    /// <summary>Those of the documents that exist, by id.</summary>
    public async Task<IReadOnlyDictionary<string, Versioned<T>>> GetManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await store.GetManyAsync(definition.Name, ids, cancellation)).ToDictionary(d => d.Id, Read, StringComparer.Ordinal);

    /// <summary>One page.</summary>
    public async Task<Page<T>> QueryAsync(DocumentQuery query, CancellationToken cancellation)
    {
        var page = await store.QueryAsync(definition.Name, query, cancellation);
        return new Page<T>([.. page.Documents.Select(Read)], page.NextPageToken);
    }

    /// <summary>Saves the document and its events in one write; false when the stored version is not the expected one.</summary>
    public async Task<bool> TrySaveAsync(Change<T> change, CancellationToken cancellation) =>
        (await SaveAllAsync([change], cancellation))[0];

    /// <summary>Saves the document and its events in one write.</summary>
    /// <exception cref="VersionConflictException">The stored version is not the expected one.</exception>
    public async Task SaveAsync(string id, long expectedVersion, T value, IReadOnlyList<EventRecord> events, CancellationToken cancellation)
    {
        if (!await TrySaveAsync(new Change<T>(id, expectedVersion, value, events), cancellation))
            throw new VersionConflictException(definition.Name, id);
    }

    /// <summary>Changes a document as it is when it is saved: looks again whenever somebody else was faster.</summary>
    /// <param name="id">Of the document.</param>
    /// <param name="change">From the document, null when there is none, to what becomes of it; null to leave it. It may be called several times.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The document as saved; null when it was left.</returns>
    /// <exception cref="VersionConflictException">Somebody else was faster each of many times.</exception>
    public Task<Versioned<T>?> UpdateAsync(string id, Func<Versioned<T>?, Task<Update<T>?>> change, CancellationToken cancellation) =>
        OptimisticWriting.RepeatAsync<Versioned<T>?>(
            definition.Name,
            id,
            async () =>
            {
                var found = await GetAsync(id, cancellation);
                if (await change(found) is not { } update)
                    return (true, null);
                var version = found?.Version ?? 0;
                return await TrySaveAsync(new Change<T>(id, version, update.Value, update.Events), cancellation)
                    ? (true, new Versioned<T>(id, version + 1, update.Value))
                    : (false, null);
            },
            cancellation);

    /// <inheritdoc cref="UpdateAsync(string, Func{Versioned{T}, Task{Update{T}}}, CancellationToken)"/>
    public Task<Versioned<T>?> UpdateAsync(string id, Func<Versioned<T>?, Update<T>?> change, CancellationToken cancellation) =>
        UpdateAsync(id, found => Task.FromResult(change(found)), cancellation);

    /// <summary>Saves each change by itself, at the cost of one commit, and says for each whether it was saved.</summary>
    public async Task<IReadOnlyList<bool>> SaveAllAsync(IReadOnlyList<Change<T>> changes, CancellationToken cancellation)
    {
        var saved = await store.SaveAsync([.. changes.Select(ToWrite)], cancellation);
        relay.Wake();
        return saved;
    }

    /// <summary>Deletes the document; false when its version is another or there is none.</summary>
    public Task<bool> DeleteAsync(string id, long expectedVersion, CancellationToken cancellation) =>
        store.DeleteAsync(definition.Name, id, expectedVersion, cancellation);

    /// <summary>The write that a change is, for saving documents of several collections at the cost of one commit.</summary>
    public DocumentWrite ToWrite(Change<T> change) => new(
        definition.Name,
        change.Id,
        change.ExpectedVersion,
        definition.Shape,
        StoredJson.Write(change.Value),
        definition.FieldsOf(change.Value),
        change.Events);

    private Versioned<T> Read(StoredDocument document) => new(document.Id, document.Version, definition.Read(document));
}
