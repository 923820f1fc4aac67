using System.Text.Json;

namespace Filingwire.Store.Sqlite;

/// <summary>
/// The tables of a collection: one row a document with a column for each declared field, and for each tag field a side table by
/// tag. The column of a tag field tells which tags the row has there, so that a save writes only those that differ.
/// </summary>
internal static class SqliteCollectionSchema
{
    public static string Table(string collection) => "d_" + collection;

    public static string Column(string field) => "f_" + field;

    public static string TagTable(string collection, string field) => $"t_{collection}_{field}";

    public static void Prepare(SqliteSession session, CollectionDefinition collection)
    {
        var wanted = collection.Signature;
        var signature = session.Query("SELECT signature FROM collection WHERE name = $1", r => r.GetString(0), collection.Name).SingleOrDefault();
        if (signature == wanted)
            return;
        var table = Table(collection.Name);
        session.Script($"CREATE TABLE IF NOT EXISTS {table} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, shape INTEGER NOT NULL, json BLOB NOT NULL)");
        var columns = session.Query($"SELECT name FROM pragma_table_info('{table}')", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var field in collection.Fields)
        {
            var column = Column(field.Name);
            if (!columns.Contains(column))
                session.Script($"ALTER TABLE {table} ADD COLUMN {column} {(field.Kind == FieldKind.Number ? "INTEGER" : "TEXT")}");
            if (field.Kind == FieldKind.Tags)
            {
                var tags = TagTable(collection.Name, field.Name);
                session.Script($"CREATE TABLE IF NOT EXISTS {tags} (tag TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID");
            }
        }
        var indexes = collection.Indexes.ToDictionary(index => $"i_{collection.Name}_{string.Join('_', index.Select(f => f.Name))}", StringComparer.Ordinal);
        foreach (var (name, index) in indexes)
            session.Script($"CREATE INDEX IF NOT EXISTS {name} ON {table} ({string.Join(", ", index.Select(f => Column(f.Name)))}, id)");
        const string Declared = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL";
        foreach (var name in session.Query(Declared, r => r.GetString(0), table).Where(name => !indexes.ContainsKey(name)))
            session.Script($"DROP INDEX {name}");
        if (signature is not null)
            IndexAnew(session, collection, table);
        session.Execute("INSERT INTO collection (name, signature) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET signature = excluded.signature", collection.Name, wanted);
    }

    /// <summary>The values of the columns, in order of the fields.</summary>
    public static IEnumerable<object?> ColumnValues(CollectionDefinition collection, IReadOnlyDictionary<string, object?> fields) =>
        collection.Fields.Select(f => f.Kind == FieldKind.Tags ? Written((IReadOnlyList<string>)fields[f.Name]!) : fields[f.Name]);

    /// <summary>Brings the side table of a tag field from what a row's column says to what it is to say.</summary>
    public static void Tag(SqliteSession session, string tagTable, long row, string? before, string? after)
    {
        if (before == after)
            return;
        var (had, has) = (Read(before), Read(after));
        foreach (var tag in had.Except(has, StringComparer.Ordinal))
            session.Execute($"DELETE FROM {tagTable} WHERE tag = $1 AND row = $2", tag, row);
        foreach (var tag in has.Except(had, StringComparer.Ordinal))
            session.Execute($"INSERT INTO {tagTable} (tag, row) VALUES ($1, $2)", tag, row);
    }

    private static string? Written(IReadOnlyList<string> tags) => tags.Count == 0 ? null : JsonSerializer.Serialize(tags);

    private static string[] Read(string? tags) => tags is null ? [] : JsonSerializer.Deserialize<string[]>(tags)!;

    private static void IndexAnew(SqliteSession session, CollectionDefinition collection, string table)
    {
        if (collection.Fields.Count == 0)
            return;
        foreach (var field in collection.Fields.Where(f => f.Kind == FieldKind.Tags))
            session.Execute($"DELETE FROM {TagTable(collection.Name, field.Name)}");
        var update = $"UPDATE {table} SET {string.Join(", ", collection.Fields.Select((f, i) => $"{Column(f.Name)} = ${i + 2}"))} WHERE row = $1";
        for (var last = 0L; ;)
        {
            var rows = session.Query($"SELECT row, id, version, shape, json FROM {table} WHERE row > $1 ORDER BY row LIMIT 500",
                r => (Row: r.GetInt64(0), Document: new StoredDocument(r.GetString(1), r.GetInt64(2), r.GetInt32(3), SqliteBody.Decode((byte[])r[4], r.GetString(1)))), last);
            if (rows.Count == 0)
                return;
            foreach (var (row, document) in rows)
            {
                object?[] values = [.. ColumnValues(collection, collection.FieldsOf(document))];
                session.Execute(update, [row, .. values]);
                foreach (var (field, value) in collection.Fields.Zip(values).Where(f => f.First.Kind == FieldKind.Tags))
                    Tag(session, TagTable(collection.Name, field.Name), row, null, (string?)value);
            }
            last = rows[^1].Row;
        }
    }
}
