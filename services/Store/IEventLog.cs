namespace Filingwire.Store;

/// <summary>
/// What a service has published: entries numbered from 1 without a gap, each event id at most once, the events of one document in
/// the order of its saves. An event comes in by being saved with a document. Where a commit has the whole store to itself it gives
/// the sequence too; elsewhere the event is pending until the relay numbers it. Each entry carries a check value that follows from all
/// entries up to it, by which a log is told from one that lost its tail and has grown again.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Which log this is. A store that begins anew or is put back from a backup has another: its sequences may stand for other events.
    /// </summary>
    Task<Guid> IdentityAsync(CancellationToken cancellation);

    /// <summary>How far the log reaches.</summary>
    Task<LogStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>
    /// Gives pending events the next sequences, those saved first first, and returns how many were looked at: 0 when none is pending.
    /// It is for the active relay; one that has lost its lease unnoticed does no harm, because its idea of the last sequence is out of date.
    /// </summary>
    Task<int> NumberPendingAsync(int limit, CancellationToken cancellation);

    /// <summary>How many events are pending and since when the oldest waits.</summary>
    Task<PendingStatus> PendingStatusAsync(CancellationToken cancellation);

    /// <summary>The entries from a sequence on, in order, at most <paramref name="limit"/>. One that was damaged is among them and says so.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(long fromSequence, int limit, CancellationToken cancellation);

    /// <summary>The lowest sequence whose event occurred at or after the instant; null when there is none.</summary>
    Task<long?> FirstSinceAsync(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>The lowest sequence whose event names this resource as its cause; null when there is none.</summary>
    Task<long?> FirstAboutAsync(string cause, CancellationToken cancellation);

    /// <summary>Drops the entries below a sequence; the newest entry always stays.</summary>
    Task TrimAsync(long belowSequence, CancellationToken cancellation);
}
