using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

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

    public async Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation) =>
        writes.Count == 0 ? [] : await database.WriteAsync(Saving(writes), cancellation);

    /// <summary>The work of saving. What does not need the one writer is done at once, so that it does not spend its time on it.</summary>
    public Func<SqliteSession, IReadOnlyList<bool>> Saving(IReadOnlyList<DocumentWrite> writes)
    {
        var ready = writes.Select(w => (Write: w, Body: SqliteBody.Encode(w.Json), Events: w.Events.Select(e => new SqliteLogRow(e)).ToList())).ToList();
        return session => ready.ConvertAll(r => Save(session, r.Write, r.Body, r.Events));
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

    private static StoredDocument Document(SqliteDataReader r) => new(r.GetString(0), r.GetInt64(1), r.GetInt32(2), SqliteBody.Decode((byte[])r[3], r.GetString(0)));

    private bool Save(SqliteSession session, DocumentWrite write, byte[] body, List<SqliteLogRow> events)
    {
        if (!Table(write.Collection).Save(session, write, body))
            return false;
        SqliteEventLog.Append(session, events);
        return true;
    }

    private SqliteTable Table(string collection) => tables.GetOrAdd(collection, name => new SqliteTable(Definition(name)));

    private CollectionDefinition Definition(string collection) => collections.TryGetValue(collection, out var found)
        ? found
        : throw new InvalidOperationException($"The collection '{collection}' was not declared at start.");

    private string TableOf(string collection) => SqliteCollectionSchema.Table(Definition(collection).Name);
}
