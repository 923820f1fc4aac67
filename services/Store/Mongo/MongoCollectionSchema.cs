using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>
/// How a collection is laid out: <c>{_id, version, shape, json, sum, f: {declared fields}, pending: [events], pendingSince}</c>, the declared
/// indexes, one for each field of tags, and one over the documents that have pending events. JSON that is large stands in chunks instead.
/// </summary>
internal static class MongoCollectionSchema
{
    public const string Version = "version";
    public const string Shape = "shape";
    public const string Json = "json";
    public const string Sum = "sum";
    public const string Chunks = "chunks";
    public const string Fields = "f";

    private const string Signatures = "signatures";
    private const int ReindexBatch = 500;

    public static IMongoCollection<BsonDocument> CollectionOf(IMongoDatabase database, string name) => database.GetCollection<BsonDocument>("d_" + name);

    public static string FieldPath(string field) => $"{Fields}.{field}";

    public static BsonDocument FieldValues(CollectionDefinition collection, IReadOnlyDictionary<string, object?> fields) =>
        new(collection.Fields.Select(field => new BsonElement(field.Name, Value(fields[field.Name]))));

    public static BsonValue Value(object? value) => value switch
    {
        null => BsonNull.Value,
        string text => text,
        long number => number,
        IEnumerable<string> tags => new BsonArray(tags),
        _ => throw new ArgumentException($"A declared field holds text, a number or tags, not {value.GetType().Name}."),
    };

    public static async Task PrepareAsync(IMongoDatabase database, CollectionDefinition collection, CancellationToken cancellation)
    {
        var documents = CollectionOf(database, collection.Name);
        var keys = Builders<BsonDocument>.IndexKeys;
        var indexes = collection.Indexes.Concat(collection.Fields.Where(field => field.Kind == FieldKind.Tags).Select(field => (IReadOnlyList<FieldDefinition>)[field]))
            .Select(index => new CreateIndexModel<BsonDocument>(
                new BsonDocument(index.Select(field => new BsonElement(FieldPath(field.Name), 1)).Append(new BsonElement("_id", 1)))))
            .Append(new CreateIndexModel<BsonDocument>(keys.Ascending(MongoPending.Since), new CreateIndexOptions { Sparse = true }))
            .Append(WritingIndex());
        await documents.Indexes.CreateManyAsync(indexes, cancellation);

        var signatures = database.GetCollection<BsonDocument>(Signatures);
        var byName = new BsonDocument("_id", collection.Name);
        var known = await signatures.Find(byName).FirstOrDefaultAsync(cancellation);
        if (known is not null && known["signature"].AsString == collection.Signature)
            return;
        await IndexAnewAsync(database, documents, collection, cancellation);
        await signatures.ReplaceOneAsync(byName, new BsonDocument(byName).Add("signature", collection.Signature), new ReplaceOptions<BsonDocument> { IsUpsert = true }, cancellation);
    }

    /// <summary>For finding who refers to a writing of chunks; few documents do.</summary>
    public static CreateIndexModel<BsonDocument> WritingIndex() =>
        new(Builders<BsonDocument>.IndexKeys.Ascending(Chunks + ".writing"), new CreateIndexOptions { Sparse = true });

    /// <summary>Whether a document or header of the collection refers to a writing of chunks.</summary>
    public static Task<bool> RefersAsync(IMongoCollection<BsonDocument> collection, string writing, CancellationToken cancellation) =>
        collection.Find(new BsonDocument(Chunks + ".writing", writing)).Limit(1).AnyAsync(cancellation);

    /// <summary>The document as kept; null when it was deleted while it was being read.</summary>
    /// <exception cref="StoreDamagedException">Its chunks are not all there.</exception>
    public static async Task<StoredDocument?> ReadAsync(
        BsonDocument document, IMongoCollection<BsonDocument> collection, MongoChunks chunks, CancellationToken cancellation)
    {
        while (true)
        {
            if (!document.TryGetValue(Chunks, out var reference))
                return Stored(document, Encoding.UTF8.GetBytes(document[Json].AsString));
            if (await chunks.ReadAsync(reference.AsBsonDocument, cancellation) is { } json)
                return Stored(document, json);
            // The chunks may have gone because it was saved again or deleted since.
            var now = await collection.Find(new BsonDocument("_id", document["_id"])).FirstOrDefaultAsync(cancellation);
            if (now is null)
                return null;
            if (reference.Equals(now.GetValue(Chunks, BsonNull.Value)))
                throw new StoreDamagedException($"The document {document["_id"]} is not whole. Restore it from a backup, or have it built anew.");
            document = now;
        }
    }

    private static StoredDocument Stored(BsonDocument document, byte[] json) => Checksum.Of(json) == (uint)document[Sum].AsInt64
        ? new StoredDocument(document["_id"].AsString, document[Version].AsInt64, document[Shape].AsInt32, json)
        : throw new StoreDamagedException($"The document {document["_id"]} is damaged. Restore the store from a backup, or have it built anew.");

    /// <summary>Writes the declared fields of documents that were saved under another declaration; one saved meanwhile has its own.</summary>
    private static async Task IndexAnewAsync(
        IMongoDatabase database, IMongoCollection<BsonDocument> documents, CollectionDefinition collection, CancellationToken cancellation)
    {
        var chunks = new MongoChunks(database);
        for (var last = BsonDocument.Parse("{}"); ;)
        {
            var batch = await documents.Find(last).Sort(new BsonDocument("_id", 1)).Limit(ReindexBatch).ToListAsync(cancellation);
            if (batch.Count == 0)
                return;
            foreach (var document in batch)
            {
                if (await ReadAsync(document, documents, chunks, cancellation) is not { } stored)
                    continue;
                await documents.UpdateOneAsync(
                    new BsonDocument { { "_id", document["_id"] }, { Version, stored.Version } },
                    new BsonDocument("$set", new BsonDocument(Fields, FieldValues(collection, collection.FieldsOf(stored)))),
                    cancellationToken: cancellation);
            }
            last = new BsonDocument("_id", new BsonDocument("$gt", batch[^1]["_id"]));
        }
    }
}
