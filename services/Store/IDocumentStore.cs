namespace Filingwire.Store;

/// <summary>
/// Documents by collection and id. A write is one document, its index fields and its events, all or nothing; nothing spans two
/// documents, so a database without transactions is enough. The events are on their way into the log (<see cref="IEventLog"/>).
/// </summary>
public interface IDocumentStore
{
    /// <summary>The document; null when there is none.</summary>
    Task<StoredDocument?> GetAsync(string collection, string id, CancellationToken cancellation);

    /// <summary>Those of the documents that exist, in any order.</summary>
    Task<IReadOnlyList<StoredDocument>> GetManyAsync(string collection, IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>
    /// Saves each write by itself and says for each, in order, whether it was saved; false means that the stored version is not
    /// the expected one. The writes share the cost of a commit but not their fate: after a crash any of them may be missing.
    /// Two writes of one document in one call are applied in order.
    /// </summary>
    Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation);

    /// <summary>Deletes the document; false when its version is another or there is none. Its events stay.</summary>
    Task<bool> DeleteAsync(string collection, string id, long expectedVersion, CancellationToken cancellation);

    /// <summary>One page of documents in a stable order: by the sort field, then by id, both in the same direction, null lowest.</summary>
    Task<DocumentPage> QueryAsync(string collection, DocumentQuery query, CancellationToken cancellation);
}
