using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Hosting.Stores.Sqlite;

internal sealed class SqliteDocuments(SqliteDatabase database, ConcurrentDictionary<string, CollectionDefinition> collections) : IDocumentStore
{
    private readonly ConcurrentDictionary<string, SqliteTable> tables = new(StringComparer.Ordinal);

    public async Task<StoredDocument?> GetAsync(string collection, string id, CancellationToken cancellation)
    {
        var sql = $"SELECT id, version, shape, json FROM {TableOf(collection)} WHERE id = $1";
        return await database.ReadAsync(s => s.Query(sql, Document, id).SingleOrDefault(), cancellation);
    }

    public async Task<IReadOnlyList<StoredDocument>> GetManyAsync(string collection, IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        var sql = $"SELECT id, version, shape, json FROM {TableOf(collection)} WHERE id = $1";
        return await database.ReadAsync(
            s => ids.Distinct(StringComparer.Ordinal).SelectMany(id => s.Query(sql, Document, id)).ToList(), cancellation);
    }

    public async Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        if (writes.Count == 0)
            return [];
        // Here, so that the one writer does not spend its time on it.
        var bodies = writes.Select(w => SqliteBody.Encode(w.Json)).ToList();
        return await database.WriteAsync(s => writes.Select((w, i) => Save(s, w, bodies[i])).ToList(), cancellation);
    }

    public async Task<bool> DeleteAsync(string collection, string id, long expectedVersion, CancellationToken cancellation)
    {
        var table = Table(collection);
        return await database.WriteAsync(s => table.Delete(s, id, expectedVersion), cancellation);
    }

    public async Task<DocumentPage> QueryAsync(string collection, DocumentQuery query, CancellationToken cancellation)
    {
        var (sql, values) = SqliteQuery.Of(Definition(collection), query, PageToken.Of(query));
        var rows = await database.ReadAsync(s => s.Query(sql, r => (Document: Document(r), Sort: r[4]), values), cancellation);
        if (rows.Count <= query.PageSize)
            return new DocumentPage([.. rows.Select(r => r.Document)], "");
        rows.RemoveAt(rows.Count - 1);
        var (last, sort) = rows[^1];
        return new DocumentPage([.. rows.Select(r => r.Document)], new PageToken(sort is DBNull ? null : sort, last.Id).Encode(query));
    }

    public async Task<IReadOnlyList<EventRecord>> ReadPendingAsync(int limit, CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query($"SELECT {SqliteEventLog.Columns} FROM pending ORDER BY position LIMIT $1", r => SqliteEventLog.Event(r, 0), limit), cancellation);

    public Task ClearPendingAsync(IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            foreach (var id in eventIds)
                session.Execute("DELETE FROM pending WHERE event_id = $1", id.ToByteArray());
            return true;
        },
        cancellation);

    public Task<PendingStatus> PendingStatusAsync(CancellationToken cancellation) => database.ReadAsync(
        s => s.Query("SELECT count(*), min(occurred_at) FROM pending",
            r => new PendingStatus(r.GetInt64(0), r.IsDBNull(1) ? null : SqliteStore.Instant(r.GetString(1))))[0],
        cancellation);

    private static StoredDocument Document(SqliteDataReader r) => new(r.GetString(0), r.GetInt64(1), r.GetInt32(2), SqliteBody.Decode((byte[])r[3]));

    private bool Save(SqliteSession session, DocumentWrite write, byte[] body)
    {
        if (!Table(write.Collection).Save(session, write, body))
            return false;
        foreach (var e in write.Events)
            session.Execute($"INSERT OR IGNORE INTO pending ({SqliteEventLog.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", SqliteEventLog.Values(e));
        return true;
    }

    private SqliteTable Table(string collection) => tables.GetOrAdd(collection, name => new SqliteTable(Definition(name)));

    private CollectionDefinition Definition(string collection) => collections.TryGetValue(collection, out var found)
        ? found
        : throw new InvalidOperationException($"The collection '{collection}' was not declared at start.");

    private string TableOf(string collection) => SqliteCollectionSchema.Table(Definition(collection).Name);
}
