namespace Filingwire.Store;

/// <summary>An event as kept, pending or in the log.</summary>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">Name of the event's record.</param>
/// <param name="OccurredAt">When the change was recorded, UTC.</param>
/// <param name="Subject">Whom it concerns; a service orders its work and readers choose by it.</param>
/// <param name="Cause">The resource that caused it.</param>
/// <param name="CauseKind">Type of that resource.</param>
/// <param name="Json">The event as published. Until it is numbered its sequence is 0.</param>
/// <param name="TraceParent">The W3C trace context of the change, so that a trace runs on through relay and bus.</param>
public sealed record EventRecord(
    Guid EventId,
    string Type,
    DateTimeOffset OccurredAt,
    string? Subject,
    string? Cause,
    string? CauseKind,
    string Json,
    string? TraceParent);

/// <summary>An event in the log.</summary>
/// <param name="Sequence">From 1 without gaps.</param>
/// <param name="Event">The event, with the same sequence in its JSON.</param>
public sealed record LogEntry(long Sequence, EventRecord Event)
{
    /// <summary>The log's running check value here, in hex: two logs that agree in it have the same entries up to here.</summary>
    public string Check { get; init; } = "";

    /// <summary>True when what was read is not what was written, so that the event is not to be believed.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>An entry of which nothing but its place can be read.</summary>
    internal static LogEntry Unreadable(long sequence) =>
        new(sequence, new EventRecord(Guid.Empty, "", DateTimeOffset.UnixEpoch, null, null, null, "{}", null)) { IsDamaged = true };
}

/// <summary>How far a log reaches.</summary>
/// <param name="First">The lowest sequence held; 0 when the log is empty.</param>
/// <param name="Last">The highest sequence; 0 when the log is empty.</param>
/// <param name="LastOccurredAt">When the last event occurred; null when the log is empty.</param>
public sealed record LogStatus(long First, long Last, DateTimeOffset? LastOccurredAt);
