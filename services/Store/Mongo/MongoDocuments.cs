using System.Collections.Concurrent;
using System.Text;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

internal sealed class MongoDocuments(
    IMongoDatabase database, ConcurrentDictionary<string, CollectionDefinition> collections, MongoChunks chunks, MongoPending pending) : IDocumentStore
{
    /// <summary>Writes under way at once; the server lets them share its journal's syncs.</summary>
    public const int ParallelWrites = 32;

    private const int MostInline = MongoChunks.ChunkBytes;
    private static readonly BsonDocument WithoutPending = new() { { "pending", 0 }, { MongoCollectionSchema.Fields, 0 } };

    public Task<StoredDocument?> GetAsync(string collection, string id, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
        (await ReadAsync(collection, new BsonDocument("_id", id), cancellation)).SingleOrDefault());

    public Task<IReadOnlyList<StoredDocument>> GetManyAsync(string collection, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        MongoFailures.GuardAsync<IReadOnlyList<StoredDocument>>(async () =>
            await ReadAsync(collection, new BsonDocument("_id", new BsonDocument("$in", new BsonArray(ids))), cancellation));

    public async Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var saved = new bool[writes.Count];
        // The first writes of all documents, then the second ones, and so on: side by side, yet in order for each document.
        var rounds = Enumerable.Range(0, writes.Count)
            .GroupBy(i => (writes[i].Collection, writes[i].Id))
            .SelectMany(same => same.Select((i, round) => (Index: i, Round: round)))
            .GroupBy(write => write.Round, write => write.Index)
            .OrderBy(round => round.Key);
        foreach (var round in rounds)
        {
            var ofOne = round.Where(i => writes[i].ExpectedVersion == 0).GroupBy(i => writes[i].Collection, StringComparer.Ordinal);
            foreach (var inserts in ofOne)
                await MongoFailures.GuardAsync(() => InsertAsync(inserts.Key, [.. inserts], writes, saved, cancellation));
            await Parallel.ForEachAsync(
                round.Where(i => writes[i].ExpectedVersion != 0),
                new ParallelOptions { MaxDegreeOfParallelism = ParallelWrites, CancellationToken = cancellation },
                async (i, stop) => saved[i] = await MongoFailures.GuardAsync(() => UpdateAsync(writes[i], stop)));
        }
        return saved;
    }

    public Task<bool> DeleteAsync(string collection, string id, long expectedVersion, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        var expected = Expected(id, expectedVersion);
        var found = await In(collection).Find(expected).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return false;
        var undo = await pending.KeepAsync(found, cancellation);
        var deleted = await In(collection).FindOneAndDeleteAsync(expected, cancellationToken: cancellation);
        if (deleted is null)
            await undo();
        else
            await DeleteChunksAsync(deleted, cancellation);
        return deleted is not null;
    });

    public Task<DocumentPage> QueryAsync(string collection, DocumentQuery query, CancellationToken cancellation)
    {
        var (filter, sort) = MongoQuery.Of(collections[collection], query, PageToken.Of(query));
        return MongoFailures.GuardAsync(async () =>
        {
            var found = await In(collection).Find(filter).Sort(sort).Limit(query.PageSize + 1).Project(new BsonDocument("pending", 0)).ToListAsync(cancellation);
            var page = await WholeAsync(collection, found.Take(query.PageSize), cancellation);
            if (found.Count <= query.PageSize)
                return new DocumentPage(page, "");
            var last = found[^2];
            var value = query.SortField is { } field ? SortValue(last[MongoCollectionSchema.Fields][field]) : null;
            return new DocumentPage(page, new PageToken(value, last["_id"].AsString).Encode(query));
        });
    }

    private static BsonDocument Expected(string id, long version) => new() { { "_id", id }, { MongoCollectionSchema.Version, version } };

    private static object? SortValue(BsonValue value) => value.IsBsonNull ? null : value.IsString ? value.AsString : value.AsInt64;

    private IMongoCollection<BsonDocument> In(string collection) => collections.ContainsKey(collection)
        ? MongoCollectionSchema.CollectionOf(database, collection)
        : throw new ArgumentException($"The collection '{collection}' was not declared.");

    private async Task<List<StoredDocument>> ReadAsync(string collection, BsonDocument condition, CancellationToken cancellation) =>
        await WholeAsync(collection, await In(collection).Find(condition).Project(WithoutPending).ToListAsync(cancellation), cancellation);

    private async Task<List<StoredDocument>> WholeAsync(string collection, IEnumerable<BsonDocument> documents, CancellationToken cancellation)
    {
        var whole = new List<StoredDocument>();
        foreach (var document in documents)
        {
            if (await MongoCollectionSchema.ReadAsync(document, In(collection), chunks, cancellation) is { } stored)
                whole.Add(stored);
        }
        return whole;
    }

    private async Task InsertAsync(string collection, int[] indexes, IReadOnlyList<DocumentWrite> writes, bool[] saved, CancellationToken cancellation)
    {
        var documents = new List<BsonDocument>(indexes.Length);
        foreach (var i in indexes)
        {
            var document = (await ContentAsync(writes[i], cancellation)).Merge(new BsonDocument("_id", writes[i].Id));
            pending.AddTo(document, writes[i].Events);
            documents.Add(document);
            saved[i] = true;
        }
        try
        {
            await In(collection).InsertManyAsync(documents, new InsertManyOptions { IsOrdered = false }, cancellation);
        }
        catch (MongoBulkWriteException<BsonDocument> e)
            when (e.WriteConcernError is null && e.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            foreach (var error in e.WriteErrors)
            {
                saved[indexes[error.Index]] = false;
                await DeleteChunksAsync(documents[error.Index], cancellation);
            }
        }
    }

    private async Task<bool> UpdateAsync(DocumentWrite write, CancellationToken cancellation)
    {
        var content = await ContentAsync(write, cancellation);
        var isChunked = content.Contains(MongoCollectionSchema.Chunks);
        var update = new BsonDocument
        {
            { "$set", content },
            { "$unset", new BsonDocument(isChunked ? MongoCollectionSchema.Json : MongoCollectionSchema.Chunks, "") },
        };
        pending.AddToUpdate(update, write.Events);
        var before = await In(write.Collection).FindOneAndUpdateAsync<BsonDocument>(
            Expected(write.Id, write.ExpectedVersion),
            update,
            new FindOneAndUpdateOptions<BsonDocument> { ReturnDocument = ReturnDocument.Before, Projection = new BsonDocument(MongoCollectionSchema.Chunks, 1) },
            cancellation);
        await DeleteChunksAsync(before ?? content, cancellation);
        return before is not null;
    }

    /// <summary>What a write sets. JSON that would not fit into a document is in chunks when this returns.</summary>
    private async Task<BsonDocument> ContentAsync(DocumentWrite write, CancellationToken cancellation)
    {
        var content = new BsonDocument
        {
            { MongoCollectionSchema.Version, write.ExpectedVersion + 1 },
            { MongoCollectionSchema.Shape, write.Shape },
            { MongoCollectionSchema.Sum, (long)Checksum.Of(write.Json.Span) },
            { MongoCollectionSchema.Fields, MongoCollectionSchema.FieldValues(collections[write.Collection], write.Fields) },
        };
        return write.Json.Length > MostInline
            ? content.Add(MongoCollectionSchema.Chunks, await chunks.WriteAsync(write.Json, cancellation))
            : content.Add(MongoCollectionSchema.Json, Encoding.UTF8.GetString(write.Json.Span));
    }

    private async Task DeleteChunksAsync(BsonDocument document, CancellationToken cancellation)
    {
        if (document.TryGetValue(MongoCollectionSchema.Chunks, out var reference))
            await chunks.DeleteAsync(reference.AsBsonDocument, cancellation);
    }
}
