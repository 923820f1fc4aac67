namespace Filingwire.Hosting.Stores;

/// <summary>
/// What a service has published: entries numbered from 1 without a gap, each event id at most once. Only the relay appends; a
/// relay that has lost its lease unnoticed cannot do harm, because its idea of the last sequence is out of date.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Which log this is. A store that begins anew or is put back from a backup has another: its sequences may stand for other events.
    /// </summary>
    Task<Guid> IdentityAsync(CancellationToken cancellation);

    /// <summary>How far the log reaches.</summary>
    Task<LogStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>Those of the events that are in the log, with their entry.</summary>
    Task<IReadOnlyDictionary<Guid, LogEntry>> FindAsync(IReadOnlyCollection<Guid> eventIds, CancellationToken cancellation);

    /// <summary>
    /// Appends entries with consecutive sequences. False, and the log is unchanged or holds a prefix of them, when the sequence
    /// or the id of one is already taken: somebody else has appended.
    /// </summary>
    Task<bool> AppendAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellation);

    /// <summary>The entries from a sequence on, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(long fromSequence, int limit, CancellationToken cancellation);

    /// <summary>The lowest sequence whose event occurred at or after the instant; null when there is none.</summary>
    Task<long?> FirstSinceAsync(DateTimeOffset instant, CancellationToken cancellation);

    /// <summary>The lowest sequence whose event names this resource as its cause; null when there is none.</summary>
    Task<long?> FirstAboutAsync(string filing, CancellationToken cancellation);

    /// <summary>Drops the entries below a sequence; the newest entry always stays.</summary>
    Task TrimAsync(long belowSequence, CancellationToken cancellation);
}
