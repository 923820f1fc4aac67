using System.Globalization;

namespace Filingwire.Store.Sqlite;

/// <summary>An event made ready for the log outside the one writer, which then has only its sequence to put in.</summary>
internal sealed class SqliteLogRow(EventRecord e)
{
    private readonly byte[] id = e.EventId.ToByteArray();
    private readonly string occurredAt = SqliteStore.Instant(e.OccurredAt);
    private readonly (string Before, string After) json = EventSequence.Around(e.Json);

    /// <summary>The values of the row's columns, the sequence first.</summary>
    public object?[] Values(long sequence) =>
    [
        sequence, id, e.Type, occurredAt, e.Subject, e.Cause, e.CauseKind,
        string.Create(CultureInfo.InvariantCulture, $"{json.Before}{sequence}{json.After}"), e.TraceParent,
    ];
}
