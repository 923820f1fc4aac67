namespace Filingwire.Hosting.Stores.Sqlite;

/// <summary>The tables of a collection: one row a document, a column for each declared field, a side table for each tag field.</summary>
internal static class SqliteCollectionSchema
{
    public static string Table(string collection) => "d_" + collection;

    public static string Column(string field) => "f_" + field;

    public static string TagTable(string collection, string field) => $"t_{collection}_{field}";

    public static void Prepare(SqliteSession session, CollectionDefinition collection)
    {
        var signature = session.Query("SELECT signature FROM collection WHERE name = $1", r => r.GetString(0), collection.Name).SingleOrDefault();
        if (signature == collection.Signature)
            return;
        var table = Table(collection.Name);
        session.Script($"CREATE TABLE IF NOT EXISTS {table} (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, shape INTEGER NOT NULL, json BLOB NOT NULL)");
        var columns = session.Query($"SELECT name FROM pragma_table_info('{table}')", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var field in collection.Fields)
        {
            if (field.Kind == FieldKind.Tags)
            {
                var tags = TagTable(collection.Name, field.Name);
                session.Script($"CREATE TABLE IF NOT EXISTS {tags} (tag TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID; CREATE INDEX IF NOT EXISTS {tags}_row ON {tags} (row)");
                continue;
            }
            var column = Column(field.Name);
            if (!columns.Contains(column))
                session.Script($"ALTER TABLE {table} ADD COLUMN {column} {(field.Kind == FieldKind.Text ? "TEXT" : "INTEGER")}");
            session.Script($"CREATE INDEX IF NOT EXISTS {table}_{column} ON {table} ({column}, id)");
        }
        if (signature is not null)
            IndexAnew(session, collection, table);
        session.Execute("INSERT INTO collection (name, signature) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET signature = excluded.signature", collection.Name, collection.Signature);
    }

    /// <summary>Writes the field values of the document in a row.</summary>
    public static void Index(SqliteSession session, CollectionDefinition collection, long row, IReadOnlyDictionary<string, object?> fields, bool isNew)
    {
        foreach (var field in collection.Fields)
        {
            if (field.Kind != FieldKind.Tags)
                continue;
            var tags = TagTable(collection.Name, field.Name);
            if (!isNew)
                session.Execute($"DELETE FROM {tags} WHERE row = $1", row);
            foreach (var tag in (IReadOnlyList<string>)fields[field.Name]!)
                session.Execute($"INSERT OR IGNORE INTO {tags} (tag, row) VALUES ($1, $2)", tag, row);
        }
    }

    private static void IndexAnew(SqliteSession session, CollectionDefinition collection, string table)
    {
        var plain = collection.Fields.Where(f => f.Kind != FieldKind.Tags).ToArray();
        var update = plain.Length == 0 ? null
            : $"UPDATE {table} SET {string.Join(", ", plain.Select((f, i) => $"{Column(f.Name)} = ${i + 2}"))} WHERE row = $1";
        for (var last = 0L; ;)
        {
            var rows = session.Query($"SELECT row, id, version, shape, json FROM {table} WHERE row > $1 ORDER BY row LIMIT 500",
                r => (Row: r.GetInt64(0), Document: new StoredDocument(r.GetString(1), r.GetInt64(2), r.GetInt32(3), SqliteBody.Decode((byte[])r[4]))), last);
            if (rows.Count == 0)
                return;
            foreach (var (row, document) in rows)
            {
                var fields = collection.FieldsOf(document);
                if (update is not null)
                    session.Execute(update, [row, .. plain.Select(f => fields[f.Name])]);
                Index(session, collection, row, fields, isNew: false);
            }
            last = rows[^1].Row;
        }
    }
}
