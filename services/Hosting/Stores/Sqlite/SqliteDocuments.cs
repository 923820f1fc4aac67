using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Hosting.Stores.Sqlite;

internal sealed class SqliteDocuments(SqliteDatabase database, ConcurrentDictionary<string, CollectionDefinition> collections) : IDocumentStore
{
    private readonly ConcurrentDictionary<string, (string Insert, string Update)> statements = new(StringComparer.Ordinal);

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
        var definition = Definition(collection);
        var table = TableOf(collection);
        return await database.WriteAsync(
            session =>
            {
                var row = session.Number($"SELECT row FROM {table} WHERE id = $1 AND version = $2", id, expectedVersion);
                if (row == 0)
                    return false;
                foreach (var field in definition.Fields.Where(f => f.Kind == FieldKind.Tags))
                    session.Execute($"DELETE FROM {SqliteCollectionSchema.TagTable(collection, field.Name)} WHERE row = $1", row);
                return session.Execute($"DELETE FROM {table} WHERE row = $1", row) == 1;
            },
            cancellation);
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

    private static object?[] PlainValues(CollectionDefinition definition, DocumentWrite write) =>
        [.. definition.Fields.Where(f => f.Kind != FieldKind.Tags).Select(f => write.Fields[f.Name])];

    private static (string Insert, string Update) Statements(CollectionDefinition definition)
    {
        var table = SqliteCollectionSchema.Table(definition.Name);
        var columns = definition.Fields.Where(f => f.Kind != FieldKind.Tags).Select(f => SqliteCollectionSchema.Column(f.Name)).ToArray();
        var insert = $"""
            INSERT INTO {table} (id, version, shape, json{string.Concat(columns.Select(c => ", " + c))})
            VALUES ($1, $2, $3, $4{string.Concat(columns.Select((_, i) => $", ${i + 5}"))}) ON CONFLICT (id) DO NOTHING RETURNING row
            """;
        var update = $"""
            UPDATE {table} SET version = $2, shape = $3, json = $4{string.Concat(columns.Select((c, i) => $", {c} = ${i + 5}"))}
            WHERE id = $1 AND version = $2 - 1 RETURNING row
            """;
        return (insert, update);
    }

    private bool Save(SqliteSession session, DocumentWrite write, byte[] body)
    {
        var definition = Definition(write.Collection);
        var (insert, update) = statements.GetOrAdd(write.Collection, _ => Statements(definition));
        var isNew = write.ExpectedVersion == 0;
        var row = session.Number(isNew ? insert : update,
            [write.Id, write.ExpectedVersion + 1, (long)write.Shape, body, .. PlainValues(definition, write)]);
        if (row == 0)
            return false;
        SqliteCollectionSchema.Index(session, definition, row, write.Fields, isNew);
        foreach (var e in write.Events)
            session.Execute($"INSERT OR IGNORE INTO pending ({SqliteEventLog.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", SqliteEventLog.Values(e));
        return true;
    }

    private CollectionDefinition Definition(string collection) => collections.TryGetValue(collection, out var found)
        ? found
        : throw new InvalidOperationException($"The collection '{collection}' was not declared at start.");

    private string TableOf(string collection) => SqliteCollectionSchema.Table(Definition(collection).Name);
}
