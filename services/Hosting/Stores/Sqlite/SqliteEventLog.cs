using Microsoft.Data.Sqlite;

namespace Filingwire.Hosting.Stores.Sqlite;

internal sealed class SqliteEventLog(SqliteDatabase database) : IEventLog
{
    public const string Columns = "event_id, type, occurred_at, issuer, filing, form_type, json, trace_parent";

    public async Task<Guid> IdentityAsync(CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query("SELECT identity FROM log_identity", r => new Guid((byte[])r[0]))[0], cancellation);

    public Task<LogStatus> StatusAsync(CancellationToken cancellation) => database.ReadAsync(
        session => session.Query(
            "SELECT sequence, occurred_at, (SELECT min(sequence) FROM log) FROM log ORDER BY sequence DESC LIMIT 1",
            r => new LogStatus(r.GetInt64(2), r.GetInt64(0), SqliteStore.Instant(r.GetString(1)))).SingleOrDefault() ?? new LogStatus(0, 0, null),
        cancellation);

    public async Task<IReadOnlyDictionary<Guid, LogEntry>> FindAsync(IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation) =>
        await database.ReadAsync(
            session => eventIds.Distinct()
                .SelectMany(id => session.Query($"SELECT sequence, {Columns} FROM log WHERE event_id = $1", Entry, id.ToByteArray()))
                .ToDictionary(e => e.Event.EventId),
            cancellation);

    public Task<bool> AppendAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            var last = session.Number("SELECT max(sequence) FROM log");
            if (entries.Where((e, i) => e.Sequence != last + 1 + i).Any())
                return false;
            if (entries.Any(e => session.Number("SELECT sequence FROM log WHERE event_id = $1", e.Event.EventId.ToByteArray()) != 0))
                return false;
            foreach (var entry in entries)
                session.Execute($"INSERT INTO log (sequence, {Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [entry.Sequence, .. Values(entry.Event)]);
            return true;
        },
        cancellation);

    public async Task<IReadOnlyList<LogEntry>> ReadAsync(long fromSequence, int limit, CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query($"SELECT sequence, {Columns} FROM log WHERE sequence >= $1 ORDER BY sequence LIMIT $2", Entry, fromSequence, limit), cancellation);

    public Task<long?> FirstSinceAsync(DateTimeOffset instant, CancellationToken cancellation) =>
        FirstAsync("SELECT min(sequence) FROM log WHERE occurred_at >= $1", SqliteStore.Instant(instant), cancellation);

    public Task<long?> FirstAboutAsync(string filing, CancellationToken cancellation) =>
        FirstAsync("SELECT min(sequence) FROM log WHERE filing = $1", filing, cancellation);

    public Task TrimAsync(long belowSequence, CancellationToken cancellation) => database.WriteAsync(
        s => s.Execute("DELETE FROM log WHERE sequence < $1 AND sequence < (SELECT max(sequence) FROM log)", belowSequence), cancellation);

    /// <summary>Gives the log its identity if it has none yet.</summary>
    internal static int Name(SqliteSession session) =>
        session.Execute("INSERT OR IGNORE INTO log_identity (one, identity) VALUES (1, $1)", Guid.NewGuid().ToByteArray());

    internal static object?[] Values(EventRecord e) =>
        [e.EventId.ToByteArray(), e.Type, SqliteStore.Instant(e.OccurredAt), e.Issuer, e.Filing, e.FormType, e.Json, e.TraceParent];

    internal static EventRecord Event(SqliteDataReader r, int at) => new(
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
