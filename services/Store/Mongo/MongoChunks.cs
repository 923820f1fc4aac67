using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>
/// Bytes that are too long for one document, in chunks under the name of their writing. They are written before anything refers
/// to them and deleted after nothing does, so a crash leaves at worst chunks that only take space.
/// </summary>
internal sealed class MongoChunks(IMongoDatabase database)
{
    /// <summary>Well below MongoDB's 16 MiB for a document.</summary>
    public const int ChunkBytes = 4 << 20;

    private readonly IMongoCollection<BsonDocument> chunks = database.GetCollection<BsonDocument>("chunks");

    /// <summary>Writes the bytes and returns what refers to them: <c>{writing, length}</c>.</summary>
    public async Task<BsonDocument> WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var writing = WritingId.New();
        for (var at = 0; at < content.Length; at += ChunkBytes)
        {
            var bytes = content.Slice(at, Math.Min(ChunkBytes, content.Length - at)).ToArray();
            await chunks.InsertOneAsync(new BsonDocument { { "_id", Id(writing, at / ChunkBytes) }, { "bytes", bytes } }, cancellationToken: cancellation);
        }
        return new BsonDocument { { "writing", writing }, { "length", (long)content.Length } };
    }

    /// <summary>The bytes; null when they are not all there.</summary>
    public async Task<byte[]?> ReadAsync(BsonDocument reference, CancellationToken cancellation)
    {
        var content = new byte[reference["length"].AsInt64];
        var at = 0;
        using var cursor = await chunks.Find(Of(reference)).Sort(new BsonDocument("_id", 1)).ToCursorAsync(cancellation);
        while (await cursor.MoveNextAsync(cancellation))
        {
            foreach (var chunk in cursor.Current)
            {
                var bytes = chunk["bytes"].AsByteArray;
                if (bytes.Length > content.Length - at)
                    return null;
                bytes.CopyTo(content, at);
                at += bytes.Length;
            }
        }
        return at == content.Length ? content : null;
    }

    /// <summary>Deletes the bytes.</summary>
    public Task DeleteAsync(BsonDocument reference, CancellationToken cancellation) => chunks.DeleteManyAsync(Of(reference), cancellation);

    /// <summary>Deletes the chunks of writings begun before an instant to which nothing refers.</summary>
    /// <param name="begunBefore">So long ago that no writing of that time is still under way.</param>
    /// <param name="isReferred">Says whether a document or header refers to a writing.</param>
    /// <param name="cancellation">Gives up; what was deleted stays deleted.</param>
    public async Task<long> SweepAsync(DateTimeOffset begunBefore, Func<string, Task<bool>> isReferred, CancellationToken cancellation)
    {
        var first = new BsonDocument("$and", new BsonArray
        {
            new BsonDocument("_id", new BsonDocument("$lt", WritingId.Before(begunBefore))),
            new BsonDocument("_id", new BsonDocument("$regex", "/000000$")),
        });
        var swept = 0L;
        using var cursor = await chunks.Find(first).Project(new BsonDocument("_id", 1)).ToCursorAsync(cancellation);
        while (await cursor.MoveNextAsync(cancellation))
            foreach (var chunk in cursor.Current)
            {
                var writing = chunk["_id"].AsString.Split('/')[0];
                if (!await isReferred(writing))
                    swept += (await chunks.DeleteManyAsync(Of(new BsonDocument("writing", writing)), cancellation)).DeletedCount;
            }
        return swept;
    }

    private static string Id(string writing, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{writing}/{number:D6}");

    private static BsonDocument Of(BsonDocument reference)
    {
        var writing = reference["writing"].AsString;
        // '0' is the character after '/'.
        return new BsonDocument("_id", new BsonDocument { { "$gte", writing + "/" }, { "$lt", writing + "0" } });
    }
}
