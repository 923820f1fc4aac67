using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>
/// A service's store in a database of its own on a MongoDB server. Every write is one document and is acknowledged by a majority,
/// reads see only what a majority has; nothing needs a transaction, so a single server will do where losing it is acceptable.
/// </summary>
public sealed class MongoStore : IServiceStore
{
    private static readonly TimeSpan ServerSelection = TimeSpan.FromSeconds(10);
    private readonly MongoClient client;
    private readonly IMongoDatabase database;
    private readonly MongoChunks chunks;
    private readonly MongoBlobs blobs;
    private readonly ConcurrentDictionary<string, CollectionDefinition> collections = new(StringComparer.Ordinal);

    private MongoStore(MongoClient client, IMongoDatabase database)
    {
        this.client = client;
        this.database = database;
        chunks = new MongoChunks(database);
        blobs = new MongoBlobs(database, chunks);
        var pending = new MongoPending(database, collections);
        Documents = new MongoDocuments(database, collections, chunks, pending);
        Blobs = blobs;
        Log = new MongoEventLog(database, pending);
    }

    /// <inheritdoc/>
    public IDocumentStore Documents { get; }

    /// <inheritdoc/>
    public IBlobStore Blobs { get; }

    /// <inheritdoc/>
    public IEventLog Log { get; }

    /// <summary>Opens the database <c>filingwire_{service}</c>, which comes into being with its first document.</summary>
    /// <param name="service">Lower case.</param>
    /// <param name="address">A connection string, <c>mongodb://user:password@host1,host2/?replicaSet=rs0</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreSettingsException">The connection string is not understood.</exception>
    /// <exception cref="StoreUnavailableException">No server answers within ten seconds.</exception>
    public static async Task<MongoStore> OpenAsync(string service, string address, CancellationToken cancellation)
    {
        MongoClientSettings settings;
        try
        {
            settings = MongoClientSettings.FromConnectionString(address);
        }
        catch (Exception e) when (e is MongoConfigurationException or FormatException or ArgumentException)
        {
            // The driver's message may repeat the connection string, which holds a password.
            throw new StoreSettingsException("FILINGWIRE_MONGODB is no MongoDB connection string.");
        }
        settings.ApplicationName = "filingwire-" + service;
        if (settings.ServerSelectionTimeout > ServerSelection)
            settings.ServerSelectionTimeout = ServerSelection;
        settings.RetryReads = true;
        settings.RetryWrites = true;
        settings.ReadConcern = ReadConcern.Majority;
        settings.WriteConcern = WriteConcern.WMajority.With(journal: true);
        var client = new MongoClient(settings);
        var store = new MongoStore(client, client.GetDatabase("filingwire_" + service));
        try
        {
            await store.CheckAsync(cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> SaveAsync(
        IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, IReadOnlyList<DocumentWrite> documents, CancellationToken cancellation)
    {
        await this.blobs.WriteManyAsync(blobs, cancellation);
        return await Documents.SaveAsync(documents, cancellation);
    }

    /// <inheritdoc/>
    public Task PrepareAsync(IReadOnlyList<CollectionDefinition> collections, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        await MongoEventLog.PrepareAsync(database, cancellation);
        await blobs.PrepareAsync(cancellation);
        foreach (var collection in collections)
        {
            await MongoCollectionSchema.PrepareAsync(database, collection, cancellation);
            this.collections[collection.Name] = collection;
        }
    });

    /// <inheritdoc/>
    public Task CheckAsync(CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        await database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: cancellation);
        await database.GetCollection<BsonDocument>("probe").ReplaceOneAsync(
            new BsonDocument("_id", "probe"), new BsonDocument { { "_id", "probe" }, { "at", TimeProvider.System.GetUtcNow().UtcDateTime } }, new ReplaceOptions<BsonDocument> { IsUpsert = true }, cancellation);
    });

    /// <inheritdoc/>
    public Task<long> SweepAsync(DateTimeOffset begunBefore, CancellationToken cancellation) => MongoFailures.GuardAsync(() =>
        chunks.SweepAsync(begunBefore, writing => IsReferredAsync(writing, cancellation), cancellation));

    /// <inheritdoc/>
    public Task BackUpAsync(string path, CancellationToken cancellation) => throw new NotSupportedException(
        $"A MongoDB store is backed up with MongoDB's own tools: mongodump --db {database.DatabaseNamespace.DatabaseName} --excludeCollection logIdentity, or a snapshot of its volumes.");

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> IsReferredAsync(string writing, CancellationToken cancellation)
    {
        if (await blobs.RefersAsync(writing, cancellation))
            return true;
        foreach (var name in collections.Keys)
            if (await MongoCollectionSchema.RefersAsync(MongoCollectionSchema.CollectionOf(database, name), writing, cancellation))
                return true;
        return false;
    }
}
