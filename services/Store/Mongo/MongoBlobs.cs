using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>Blobs: short ones inside their header, long ones in chunks written before it.</summary>
internal sealed class MongoBlobs(IMongoDatabase database, MongoChunks chunks) : IBlobStore
{
    private const string Bytes = "bytes";
    private const string Length = "length";
    private const string Sum = "sum";
    private const int MostInline = 1 << 20;
    private readonly IMongoCollection<BsonDocument> headers = database.GetCollection<BsonDocument>("blobs");

    public Task PrepareAsync(CancellationToken cancellation) =>
        headers.Indexes.CreateOneAsync(MongoCollectionSchema.WritingIndex(), cancellationToken: cancellation);

    public Task<bool> RefersAsync(string writing, CancellationToken cancellation) => MongoCollectionSchema.RefersAsync(headers, writing, cancellation);

    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        var header = new BsonDocument { { "_id", name }, { Length, (long)content.Length }, { Sum, (long)Checksum.Of(content.Span) } };
        if (content.Length <= MostInline)
            header.Add(Bytes, content.ToArray());
        else
            header.Add(MongoCollectionSchema.Chunks, await chunks.WriteAsync(content, cancellation));
        var before = await headers.FindOneAndReplaceAsync(
            Named(name),
            header,
            new FindOneAndReplaceOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.Before, Projection = WithoutBytes() },
            cancellation);
        await DeleteChunksAsync(before, cancellation);
    });

    public async Task WriteManyAsync(IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, CancellationToken cancellation)
    {
        // Two of one name would race; the last one given wins.
        var last = blobs.GroupBy(blob => blob.Key, StringComparer.Ordinal).Select(group => group.Last());
        await Parallel.ForEachAsync(
            last,
            new ParallelOptions { MaxDegreeOfParallelism = MongoDocuments.ParallelWrites, CancellationToken = cancellation },
            async (blob, stop) => await WriteAsync(blob.Key, blob.Value, stop));
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        for (BsonDocument? tried = null; ;)
        {
            var header = await headers.Find(Named(name)).FirstOrDefaultAsync(cancellation);
            if (header is null)
                return null;
            if (header.TryGetValue(Bytes, out var bytes))
                return Whole(name, bytes.AsByteArray, header);
            var reference = header[MongoCollectionSchema.Chunks].AsBsonDocument;
            if (await chunks.ReadAsync(reference, cancellation) is { } content)
                return Whole(name, content, header);
            // Its chunks may have gone because it was replaced; then the header is another now.
            if (reference.Equals(tried))
                throw new StoreDamagedException($"The blob {name} is not whole. Restore it from a backup.");
            tried = reference;
        }
    });

    public Task<long?> LengthAsync(string name, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
        (await headers.Find(Named(name)).Project(WithoutBytes()).FirstOrDefaultAsync(cancellation))?[Length].AsInt64);

    public Task DeleteAsync(string name, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
        await DeleteChunksAsync(
            await headers.FindOneAndDeleteAsync(Named(name), new FindOneAndDeleteOptions<BsonDocument> { Projection = WithoutBytes() }, cancellation),
            cancellation));

    private static byte[] Whole(string name, byte[] content, BsonDocument header) => Checksum.Of(content) == (uint)header[Sum].AsInt64
        ? content
        : throw new StoreDamagedException($"The blob {name} is damaged. Restore the store from a backup.");

    private static BsonDocument Named(string name) => new("_id", name);

    private static ProjectionDefinition<BsonDocument, BsonDocument> WithoutBytes() => new BsonDocument(Bytes, 0);

    private async Task DeleteChunksAsync(BsonDocument? header, CancellationToken cancellation)
    {
        if (header is not null && header.TryGetValue(MongoCollectionSchema.Chunks, out var reference))
            await chunks.DeleteAsync(reference.AsBsonDocument, cancellation);
    }
}
