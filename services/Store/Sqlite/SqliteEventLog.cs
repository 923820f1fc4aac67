namespace Filingwire.Store.Sqlite;

/// <summary>The log, one row an event. Only one commit is under way in a file, so the one that saves an event also gives its sequence.</summary>
internal sealed class SqliteEventLog(SqliteDatabase database) : IEventLog
{
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
        s => s.Query($"SELECT {SqliteLogRow.Columns} FROM log WHERE sequence >= $1 ORDER BY sequence LIMIT $2", SqliteLogRow.Read, fromSequence, limit), cancellation);

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
        const string Insert = $"INSERT OR IGNORE INTO log ({SqliteLogRow.Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        const string End = "SELECT sequence, chain FROM log ORDER BY sequence DESC LIMIT 1";
        var (last, chain) = session.Query(End, r => (r.GetInt64(0), (byte[])r[1])).DefaultIfEmpty((0, LogChain.Start)).Single();
        foreach (var e in events)
        {
            var (values, next) = e.At(last + 1, chain);
            if (session.Execute(Insert, values) == 1)
                (last, chain) = (last + 1, next);
        }
    }

    private async Task<long?> FirstAsync(string sql, string value, CancellationToken cancellation) =>
        await database.ReadAsync(s => s.Number(sql, value), cancellation) is > 0 and var sequence ? sequence : null;
}
