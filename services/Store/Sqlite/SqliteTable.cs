namespace Filingwire.Store.Sqlite;

/// <summary>Saves and deletes the rows of one collection, with its statements written out once.</summary>
internal sealed class SqliteTable
{
    /// <summary>Columns before those of the declared fields.</summary>
    private const int FixedColumns = 4;

    private readonly CollectionDefinition collection;
    private readonly (int Field, string Table)[] tagged;
    private readonly string insert;
    private readonly string update;
    private readonly string find;
    private readonly string delete;

    public SqliteTable(CollectionDefinition collection)
    {
        this.collection = collection;
        var table = SqliteCollectionSchema.Table(collection.Name);
        var columns = collection.Fields.Select(f => SqliteCollectionSchema.Column(f.Name)).ToArray();
        tagged = [.. collection.Fields.Select((f, i) => (Field: f, Index: i)).Where(f => f.Field.Kind == FieldKind.Tags)
            .Select(f => (f.Index, SqliteCollectionSchema.TagTable(collection.Name, f.Field.Name)))];
        insert = $"""
            INSERT INTO {table} (id, version, shape, json{string.Concat(columns.Select(c => ", " + c))})
            VALUES ($1, $2, $3, $4{string.Concat(columns.Select((_, i) => $", ${i + FixedColumns + 1}"))}) ON CONFLICT (id) DO NOTHING RETURNING row
            """;
        update = $"""
            UPDATE {table} SET version = $2, shape = $3, json = $4{string.Concat(columns.Select((c, i) => $", {c} = ${i + FixedColumns + 1}"))}
            WHERE id = $1 AND version = $2 - 1 RETURNING row
            """;
        find = $"SELECT row{string.Concat(tagged.Select(t => ", " + columns[t.Field]))} FROM {table} WHERE id = $1 AND version = $2";
        delete = $"DELETE FROM {table} WHERE row = $1";
    }

    /// <summary>False when the stored version is not the expected one.</summary>
    public bool Save(SqliteSession session, DocumentWrite write, byte[] body)
    {
        object?[] columns = [.. SqliteCollectionSchema.ColumnValues(collection, write.Fields)];
        object?[] values = [write.Id, write.ExpectedVersion + 1, (long)write.Shape, body, .. columns];
        var isNew = write.ExpectedVersion == 0;
        var before = isNew || tagged.Length == 0 ? null : Tags(session, write.Id, write.ExpectedVersion);
        var row = session.Number(isNew ? insert : update, values);
        if (row == 0)
            return false;
        for (var i = 0; i < tagged.Length; i++)
            SqliteCollectionSchema.Tag(session, tagged[i].Table, row, before?.Tags[i], (string?)columns[tagged[i].Field]);
        return true;
    }

    /// <summary>False when the stored version is another or there is no such document.</summary>
    public bool Delete(SqliteSession session, string id, long expectedVersion)
    {
        if (Tags(session, id, expectedVersion) is not { } found)
            return false;
        for (var i = 0; i < tagged.Length; i++)
            SqliteCollectionSchema.Tag(session, tagged[i].Table, found.Row, found.Tags[i], null);
        return session.Execute(delete, found.Row) == 1;
    }

    private (long Row, string?[] Tags)? Tags(SqliteSession session, string id, long version) => session.Query(
        find,
        r => ((long, string?[])?)(r.GetInt64(0), [.. tagged.Select((_, i) => r.IsDBNull(i + 1) ? null : r.GetString(i + 1))]),
        id,
        version).SingleOrDefault();
}
