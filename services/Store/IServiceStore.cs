namespace Filingwire.Store;

/// <summary>
/// Everything one service keeps: its documents, its raw bytes and its event log. A service has its own store and never opens
/// another's. The adapters (SQLite, MongoDB) keep the same promises, proven by one compliance suite.
/// </summary>
public interface IServiceStore : IAsyncDisposable
{
    /// <summary>Versioned documents, saved with their events.</summary>
    IDocumentStore Documents { get; }

    /// <summary>Bytes of any length.</summary>
    IBlobStore Blobs { get; }

    /// <summary>What this service has published, in order.</summary>
    IEventLog Log { get; }

    /// <summary>
    /// Stores blobs and then saves documents that refer to them, at the cost of one commit where that can be: no document without its blob.
    /// For the rest as <see cref="IDocumentStore.SaveAsync"/>; the blob of a document that was not saved stays.
    /// </summary>
    Task<IReadOnlyList<bool>> SaveAsync(
        IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, IReadOnlyList<DocumentWrite> documents, CancellationToken cancellation);

    /// <summary>Creates what the collections need (tables, indexes) and brings changed index fields up to date.</summary>
    Task PrepareAsync(IReadOnlyList<CollectionDefinition> collections, CancellationToken cancellation);

    /// <summary>Returns when the store can be read and written.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    Task CheckAsync(CancellationToken cancellation);

    /// <summary>Removes bytes whose writing began before an instant and was never finished, because the process died; returns how many chunks.</summary>
    Task<long> SweepAsync(DateTimeOffset begunBefore, CancellationToken cancellation);

    /// <summary>Writes a consistent copy of the store while it is in use. The copy's log is another (<see cref="IEventLog.IdentityAsync"/>).</summary>
    /// <exception cref="NotSupportedException">The database has its own tool for this; the message names it.</exception>
    Task BackUpAsync(string path, CancellationToken cancellation);
}
