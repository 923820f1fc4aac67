using Microsoft.Data.Sqlite;

namespace Filingwire.Hosting.Stores.Sqlite;

/// <summary>One connection and its prepared statements. Not for two threads at once.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>
    /// Pages (of 4 KiB) in the write-ahead log before they are carried into the file. A page that many commits change is carried
    /// once, so a longer log means less to write, but also a longer stop of the writer when its time comes.
    /// </summary>
    private const int CheckpointPages = 4000;

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    /// <param name="path">The file.</param>
    /// <param name="cacheKibibytes">Pages kept by this connection alone; the operating system keeps them too.</param>
    public SqliteSession(string path, int cacheKibibytes)
    {
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        Connection.Open();
        // FULL: an acknowledged write survives a power cut; otherwise a sequence already published could be given out again.
        Script($"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{cacheKibibytes}; PRAGMA wal_autocheckpoint = {CheckpointPages};");
    }

    public SqliteConnection Connection { get; }

    /// <summary>Runs statements without values, unprepared.</summary>
    public void Script(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement with values for $1, $2, … and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query with values for $1, $2, …</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Runs a query of one number; 0 for no row or null.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is long number ? number : 0;

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
            commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
