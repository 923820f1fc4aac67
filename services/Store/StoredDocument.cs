namespace Filingwire.Store;

/// <summary>A document as kept.</summary>
/// <param name="Id">Unique in its collection.</param>
/// <param name="Version">From 1, one more with every save.</param>
/// <param name="Shape">Version of the JSON's shape when it was written.</param>
/// <param name="Json">UTF-8.</param>
public sealed record StoredDocument(string Id, long Version, int Shape, ReadOnlyMemory<byte> Json);

/// <summary>A document to save.</summary>
/// <param name="Collection">Name of the collection.</param>
/// <param name="Id">Unique in its collection.</param>
/// <param name="ExpectedVersion">The version that was read; 0 when there must be none yet.</param>
/// <param name="Shape">Version of the JSON's shape.</param>
/// <param name="Json">UTF-8.</param>
/// <param name="Fields">Value of each declared field: a string, a long, null, or for tags a list of strings.</param>
/// <param name="Events">What is to be published if, and only if, the document is saved.</param>
public sealed record DocumentWrite(
    string Collection,
    string Id,
    long ExpectedVersion,
    int Shape,
    ReadOnlyMemory<byte> Json,
    IReadOnlyDictionary<string, object?> Fields,
    IReadOnlyList<EventRecord> Events);

/// <summary>A page of documents.</summary>
/// <param name="Documents">In the order asked for.</param>
/// <param name="NextPageToken">Empty on the last page.</param>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Documents, string NextPageToken);

/// <summary>How much waits for its sequence.</summary>
/// <param name="Count">Number of pending events.</param>
/// <param name="OldestOccurredAt">When the oldest occurred; null when none is pending.</param>
public sealed record PendingStatus(long Count, DateTimeOffset? OldestOccurredAt);
