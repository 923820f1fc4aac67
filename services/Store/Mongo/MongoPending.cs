using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Filingwire.Store.Mongo;

/// <summary>
/// The events inside the documents that they belong to. Each carries the instant at which its writer saved it, by which the events of
/// different documents are put in order; those of one document keep the order in which it holds them, whatever writers' clocks say.
/// </summary>
internal sealed class MongoPending(IMongoDatabase database, ConcurrentDictionary<string, CollectionDefinition> collections)
{
    /// <summary>When the first pending event was saved; absent when there is none.</summary>
    public const string Since = "pendingSince";

    private const string Pending = "pending";
    private const string At = "at";

    /// <summary>Keeps the pending events of documents that were deleted.</summary>
    private const string Deleted = "deleted";

    private static readonly BsonDocument Any = new(Since, new BsonDocument("$exists", true));

    /// <summary>Where events that were read stand, so that forgetting them needs no search.</summary>
    private readonly ConcurrentDictionary<Guid, (string Collection, string Document)> places = new();

    private long lastAt;

    /// <summary>Adds the events to a document that is about to be inserted.</summary>
    public void AddTo(BsonDocument document, IReadOnlyList<EventRecord> events)
    {
        if (events.Count == 0)
            return;
        var written = Write(events);
        document.Add(Pending, written).Add(Since, written[0][At]);
    }

    /// <summary>Adds the events to an update of a document.</summary>
    public void AddToUpdate(BsonDocument update, IReadOnlyList<EventRecord> events)
    {
        if (events.Count == 0)
            return;
        var written = Write(events);
        update.Add("$push", new BsonDocument(Pending, new BsonDocument("$each", written))).Add("$min", new BsonDocument(Since, written[0][At]));
    }

    public async Task<IReadOnlyList<EventRecord>> ReadAsync(int limit, CancellationToken cancellation)
    {
        var found = new List<(long At, EventRecord Event)>();
        foreach (var name in Names())
        {
            var holders = await In(name).Find(Any).Sort(new BsonDocument(Since, 1)).Limit(limit).Project(new BsonDocument(Pending, 1)).ToListAsync(cancellation);
            foreach (var holder in holders)
            {
                var at = 0L;
                foreach (var pending in holder[Pending].AsBsonArray.Select(value => value.AsBsonDocument))
                {
                    at = Math.Max(at, pending[At].AsInt64);
                    var record = MongoEvent.Read(pending);
                    places[record.EventId] = (name, holder["_id"].AsString);
                    found.Add((at, record));
                }
            }
        }
        return [.. found.OrderBy(pending => pending.At).Select(pending => pending.Event).DistinctBy(record => record.EventId).Take(limit)];
    }

    public async Task ClearAsync(IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation)
    {
        var placed = eventIds.Select(id => places.TryRemove(id, out var place) ? place : default).ToList();
        if (placed.Contains(default))
        {
            foreach (var name in Names())
                await ClearAsync(name, new BsonDocument(Any), eventIds, cancellation);
            return;
        }
        foreach (var group in placed.Distinct().GroupBy(place => place.Collection, place => place.Document, StringComparer.Ordinal))
            await ClearAsync(group.Key, new BsonDocument("_id", new BsonDocument("$in", new BsonArray(group))), eventIds, cancellation);
    }

    public async Task<PendingStatus> StatusAsync(CancellationToken cancellation)
    {
        var count = 0L;
        string? oldest = null;
        foreach (var name in Names())
        {
            var total = await In(name).Aggregate()
                .Match(Any)
                .Unwind(Pending)
                .Group(new BsonDocument { { "_id", $"${Pending}.{MongoEvent.Id}" }, { "at", new BsonDocument("$min", $"${Pending}.{MongoEvent.OccurredAt}") } })
                .Group(new BsonDocument { { "_id", BsonNull.Value }, { "count", new BsonDocument("$sum", 1) }, { "oldest", new BsonDocument("$min", "$at") } })
                .FirstOrDefaultAsync(cancellation);
            if (total is null)
                continue;
            count += total["count"].ToInt64();
            oldest = oldest is null || string.CompareOrdinal(total["oldest"].AsString, oldest) < 0 ? total["oldest"].AsString : oldest;
        }
        return new PendingStatus(count, oldest is null ? null : MongoEvent.Instant(oldest));
    }

    /// <summary>
    /// Keeps a document's pending events beside it, before it is deleted. Returns what to call when it was not deleted after all; an
    /// event that is pending twice for a moment is published once, because the log takes each event id once.
    /// </summary>
    public async Task<Func<Task>> KeepAsync(BsonDocument document, CancellationToken cancellation)
    {
        if (!document.TryGetValue(Pending, out var events) || events.AsBsonArray.Count == 0)
            return () => Task.CompletedTask;
        var id = Guid.CreateVersion7().ToString("N");
        await In(Deleted).InsertOneAsync(new BsonDocument { { "_id", id }, { Pending, events }, { Since, document[Since] } }, cancellationToken: cancellation);
        return () => In(Deleted).DeleteOneAsync(new BsonDocument("_id", id), CancellationToken.None);
    }

    private IEnumerable<string> Names() => collections.Keys.Append(Deleted);

    private IMongoCollection<BsonDocument> In(string name) =>
        name == Deleted ? database.GetCollection<BsonDocument>(Deleted) : MongoCollectionSchema.CollectionOf(database, name);

    private async Task ClearAsync(string name, BsonDocument holders, IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation)
    {
        var collection = In(name);
        var published = new BsonDocument(MongoEvent.Id, new BsonDocument("$in", MongoEvent.Ids(eventIds)));
        await collection.UpdateManyAsync(holders, new BsonDocument("$pull", new BsonDocument(Pending, published)), cancellationToken: cancellation);
        var emptied = new BsonDocument(holders).Add(Pending, new BsonDocument("$size", 0));
        if (name == Deleted)
            await collection.DeleteManyAsync(emptied, cancellation);
        else
            await collection.UpdateManyAsync(emptied, new BsonDocument("$unset", new BsonDocument { { Pending, "" }, { Since, "" } }), cancellationToken: cancellation);
    }

    private BsonArray Write(IReadOnlyList<EventRecord> events) => new(events.Select(e => MongoEvent.Write(e).Add(At, NextAt())));

    /// <summary>The clock's ticks, made to grow with every call.</summary>
    private long NextAt()
    {
        while (true)
        {
            var last = Volatile.Read(ref lastAt);
            var next = Math.Max(last + 1, TimeProvider.System.GetUtcNow().UtcTicks);
            if (Interlocked.CompareExchange(ref lastAt, next, last) == last)
                return next;
        }
    }
}
