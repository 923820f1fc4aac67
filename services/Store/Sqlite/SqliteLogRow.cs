using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>An event made ready for the log outside the one writer, which then has only its place in the log to put in.</summary>
internal sealed class SqliteLogRow(EventRecord e)
{
    /// <summary>In the order of the values of <see cref="At"/>.</summary>
    public const string Columns = "sequence, event_id, type, occurred_at, subject, cause, cause_kind, json, trace_parent, sum, chain";

    private readonly byte[] id = e.EventId.ToByteArray();
    private readonly string occurredAt = SqliteStore.Instant(e.OccurredAt);
    private readonly (string Before, string After) json = EventSequence.Around(e.Json);

    /// <summary>The values of the row's columns, and the log's check value at it.</summary>
    public (object?[] Values, byte[] Chain) At(long sequence, byte[] chainBefore)
    {
        var placed = string.Create(CultureInfo.InvariantCulture, $"{json.Before}{sequence}{json.After}");
        var sum = LogChain.SumOf(new LogEntry(sequence, e with { Json = placed }));
        var chain = LogChain.Next(chainBefore, e.EventId, sum);
        return ([sequence, id, e.Type, occurredAt, e.Subject, e.Cause, e.CauseKind, placed, e.TraceParent, (long)sum, chain], chain);
    }

    /// <summary>The entry that a row holds; marked as damaged when it is not what was written.</summary>
    public static LogEntry Read(SqliteDataReader r)
    {
        var sequence = r.GetInt64(0);
        try
        {
            var e = new EventRecord(
                new Guid((byte[])r[1]), r.GetString(2), SqliteStore.Instant(r.GetString(3)), Text(r, 4), Text(r, 5), Text(r, 6), r.GetString(7), Text(r, 8));
            return LogChain.Checked(new LogEntry(sequence, e), (byte[])r[10], (uint)r.GetInt64(9));
        }
        catch (Exception damage) when (damage is FormatException or InvalidCastException or ArgumentException or InvalidOperationException)
        {
            return LogEntry.Unreadable(sequence);
        }
    }

    private static string? Text(SqliteDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);
}
