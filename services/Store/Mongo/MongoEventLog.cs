using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>The log, one document an event; its <c>_id</c> is the sequence, so that two relays can never give out the same one.</summary>
internal sealed class MongoEventLog(IMongoDatabase database, MongoPending pending) : IEventLog
{
    private const string Event = "event";
    private const string Sum = "sum";
    private const string Chain = "chain";
    private static readonly BsonDocument Everything = [];
    private readonly IMongoCollection<BsonDocument> log = Collection(database);

    public static Task PrepareAsync(IMongoDatabase database, CancellationToken cancellation)
    {
        var keys = Builders<BsonDocument>.IndexKeys;
        return Collection(database).Indexes.CreateManyAsync(
            [
                new CreateIndexModel<BsonDocument>(keys.Ascending(Path(MongoEvent.Id)), new CreateIndexOptions { Unique = true }),
                new CreateIndexModel<BsonDocument>(keys.Ascending(Path(MongoEvent.OccurredAt))),
                new CreateIndexModel<BsonDocument>(keys.Ascending(Path(MongoEvent.Cause)).Ascending("_id")),
            ],
            cancellation);
    }

    public Task<Guid> IdentityAsync(CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        var named = await database.GetCollection<BsonDocument>("logIdentity").FindOneAndUpdateAsync<BsonDocument>(
            new BsonDocument("_id", "log"),
            new BsonDocument("$setOnInsert", new BsonDocument("identity", Guid.NewGuid().ToString("D"))),
            new FindOneAndUpdateOptions<BsonDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After },
            cancellation);
        return Guid.Parse(named["identity"].AsString);
    });

    public Task<LogStatus> StatusAsync(CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        var last = await EndAsync(-1, cancellation);
        var first = await EndAsync(1, cancellation);
        return last is null || first is null ? new LogStatus(0, 0, null) : new LogStatus(first.Sequence, last.Sequence, last.Event.OccurredAt);
    });

    public Task<int> NumberPendingAsync(int limit, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        var waiting = await pending.ReadAsync(limit, cancellation);
        if (waiting.Count == 0)
            return 0;
        if (await TryAppendAsync(waiting, cancellation))
            await pending.ClearAsync([.. waiting.Select(e => e.EventId)], cancellation);
        return waiting.Count;
    });

    public Task<PendingStatus> PendingStatusAsync(CancellationToken cancellation) => MongoFailures.GuardAsync(() => pending.StatusAsync(cancellation));

    /// <summary>Appends those of the events that the log has not; false when somebody else has appended, and then the log may hold a part of them.</summary>
    internal async Task<bool> TryAppendAsync(IReadOnlyList<EventRecord> events, CancellationToken cancellation)
    {
        var ids = new BsonDocument(Path(MongoEvent.Id), new BsonDocument("$in", MongoEvent.Ids([.. events.Select(e => e.EventId)])));
        var known = (await log.Find(ids).ToListAsync(cancellation)).Select(found => Entry(found).Event.EventId).ToHashSet();
        var last = await log.Find(Everything).Sort(new BsonDocument("_id", -1)).FirstOrDefaultAsync(cancellation);
        var sequence = last is null ? 0 : last["_id"].AsInt64;
        var chain = last is null ? LogChain.Start : last[Chain].AsByteArray;
        var entries = new List<BsonDocument>();
        foreach (var e in events.Where(e => !known.Contains(e.EventId)))
        {
            var entry = new LogEntry(++sequence, e with { Json = EventSequence.Set(e.Json, sequence) });
            var sum = LogChain.SumOf(entry);
            chain = LogChain.Next(chain, e.EventId, sum);
            entries.Add(new BsonDocument { { "_id", sequence }, { Event, MongoEvent.Write(entry.Event) }, { Sum, (long)sum }, { Chain, chain } });
        }
        if (entries.Count == 0)
            return true;
        try
        {
            await log.InsertManyAsync(entries, new InsertManyOptions { IsOrdered = true }, cancellation);
            return true;
        }
        catch (MongoBulkWriteException<BsonDocument> e)
            when (e.WriteErrors.Count > 0 && e.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            return false;
        }
    }

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long fromSequence, int limit, CancellationToken cancellation) =>
        MongoFailures.GuardAsync<IReadOnlyList<LogEntry>>(async () =>
        {
            var found = await log.Find(new BsonDocument("_id", new BsonDocument("$gte", fromSequence)))
                .Sort(new BsonDocument("_id", 1)).Limit(limit).ToListAsync(cancellation);
            return [.. found.Select(Entry)];
        });

    public Task<long?> FirstSinceAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        FirstAsync(new BsonDocument(Path(MongoEvent.OccurredAt), new BsonDocument("$gte", MongoEvent.Instant(instant))), cancellation);

    public Task<long?> FirstAboutAsync(string cause, CancellationToken cancellation) =>
        FirstAsync(new BsonDocument(Path(MongoEvent.Cause), cause), cancellation);

    public Task TrimAsync(long belowSequence, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
    {
        if (await EndAsync(-1, cancellation) is { } newest)
            await log.DeleteManyAsync(new BsonDocument("_id", new BsonDocument("$lt", Math.Min(belowSequence, newest.Sequence))), cancellation);
    });

    private static IMongoCollection<BsonDocument> Collection(IMongoDatabase database) => database.GetCollection<BsonDocument>("log");

    private static string Path(string field) => $"{Event}.{field}";

    private static LogEntry Entry(BsonDocument document)
    {
        var sequence = document["_id"].AsInt64;
        try
        {
            return LogChain.Checked(
                new LogEntry(sequence, MongoEvent.Read(document[Event].AsBsonDocument)), document[Chain].AsByteArray, (uint)document[Sum].AsInt64);
        }
        catch (Exception damage) when (damage is FormatException or InvalidCastException or ArgumentException or KeyNotFoundException)
        {
            return LogEntry.Unreadable(sequence);
        }
    }

    private async Task<LogEntry?> EndAsync(int direction, CancellationToken cancellation) =>
        await log.Find(Everything).Sort(new BsonDocument("_id", direction)).FirstOrDefaultAsync(cancellation) is { } found ? Entry(found) : null;

    private Task<long?> FirstAsync(BsonDocument condition, CancellationToken cancellation) => MongoFailures.GuardAsync(async () =>
        (await log.Find(condition).Sort(new BsonDocument("_id", 1)).Project(new BsonDocument("_id", 1)).FirstOrDefaultAsync(cancellation))?["_id"].AsInt64);
}
