using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>The log, one row an event. Only one commit is under way in a file, so the one that saves an event also gives its sequence.</summary>
internal sealed class SqliteEventLog(SqliteDatabase database) : IEventLog
{
    private const string Columns = "event_id, type, occurred_at, subject, cause, cause_kind, json, trace_parent";

    public async Task<Guid> IdentityAsync(CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query("SELECT identity FROM log_identity", r => new Guid((byte[])r[0]))[0], cancellation);

    public Task<LogStatus> StatusAsync(CancellationToken cancellation) => database.ReadAsync(
        session => session.Query(
            "SELECT sequence, occurred_at, (SELECT min(sequence) FROM log) FROM log ORDER BY sequence DESC LIMIT 1",
            r => new LogStatus(r.GetInt64(2), r.GetInt64(0), SqliteStore.Instant(r.GetString(1)))).SingleOrDefault() ?? new LogStatus(0, 0, null),
        cancellation);

    /// <summary>Saving has numbered them.</summary>
    public Task<int> NumberPendingAsync(int limit, CancellationToken cancellation) => Task.FromResult(0);

    public Task<PendingStatus> PendingStatusAsync(CancellationToken cancellation) => Task.FromResult(new PendingStatus(0, null));

    public async Task<IReadOnlyList<LogEntry>> ReadAsync(long fromSequence, int limit, CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query($"SELECT sequence, {Columns} FROM log WHERE sequence >= $1 ORDER BY sequence LIMIT $2", Entry, fromSequence, limit), cancellation);

    public Task<long?> FirstSinceAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        FirstAsync("SELECT min(sequence) FROM log WHERE occurred_at >= $1", SqliteStore.Instant(instant), cancellation);

    public Task<long?> FirstAboutAsync(string cause, CancellationToken cancellation) =>
        FirstAsync("SELECT min(sequence) FROM log WHERE cause = $1", cause, cancellation);

    public Task TrimAsync(long belowSequence, CancellationToken cancellation) => database.WriteAsync(
        s => s.Execute("DELETE FROM log WHERE sequence < $1 AND sequence < (SELECT max(sequence) FROM log)", belowSequence), cancellation);

    /// <summary>Gives the log its identity if it has none yet.</summary>
    internal static int Name(SqliteSession session) =>
        session.Execute("INSERT OR IGNORE INTO log_identity (one, identity) VALUES (1, $1)", Guid.NewGuid().ToByteArray());

    /// <summary>Gives the events the next sequences, but for those that the log has already.</summary>
    internal static void Append(SqliteSession session, IReadOnlyList<SqliteLogRow> events)
    {
        if (events.Count == 0)
            return;
        var next = session.Number("SELECT max(sequence) FROM log") + 1;
        foreach (var e in events)
            next += session.Execute($"INSERT OR IGNORE INTO log (sequence, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", e.Values(next));
    }

    /// <summary>Numbers what stores of before have kept pending.</summary>
    internal static void AppendPending(SqliteSession session)
    {
        if (session.Number("SELECT count(*) FROM sqlite_master WHERE name = 'pending'") == 0)
            return;
        Append(session, session.Query($"SELECT {Columns} FROM pending ORDER BY position", r => new SqliteLogRow(Event(r, 0))));
        session.Script("DROP TABLE pending");
    }

    private static EventRecord Event(SqliteDataReader r, int at) => new(
        new Guid((byte[])r[at]),
        r.GetString(at + 1),
        SqliteStore.Instant(r.GetString(at + 2)),
        Text(r, at + 3),
        Text(r, at + 4),
        Text(r, at + 5),
        r.GetString(at + 6),
        Text(r, at + 7));

    private static LogEntry Entry(SqliteDataReader r) => new(r.GetInt64(0), Event(r, 1));

    private static string? Text(SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private async Task<long?> FirstAsync(string sql, string value, CancellationToken cancellation) =>
        await database.ReadAsync(s => s.Number(sql, value), cancellation) is > 0 and var sequence ? sequence : null;
}
