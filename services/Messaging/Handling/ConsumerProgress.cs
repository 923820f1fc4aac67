using Filingwire.Store;

namespace Filingwire.Messaging.Handling;

/// <summary>What the replicas of a service have handled of one producer's log, as kept.</summary>
/// <param name="Handled">Ranges of sequences handled, ascending.</param>
/// <param name="PutAside">Sequences that failed again and again, with the reason; they are not tried again by themselves.</param>
/// <param name="Generation">Raised by a rebuild, which forgets what was handled.</param>
/// <param name="Log">The identity of the log to which the sequences belong; null until the producer has told it.</param>
/// <param name="Mark">The highest event handled when the producer's log was last looked at; null when its check value was not told.</param>
public sealed record Checkpoint(
    IReadOnlyList<SequenceSet.Range> Handled,
    IReadOnlyDictionary<string, string> PutAside,
    int Generation,
    Guid? Log = null,
    LogMark? Mark = null);

/// <summary>A place in a log and the log's running check value there, by which a log is known again that has lost its tail and grown another.</summary>
public sealed record LogMark(long Sequence, string Check);

/// <summary>
/// What this service has handled of one producer's log. It is kept some moments late: after a crash a few events are handled
/// again, which does no harm. Replicas add their parts to one document.
/// </summary>
public sealed class ConsumerProgress(string producer, DocumentCollection<Checkpoint> documents)
{
    private const int MostChecks = 100_000;
    private readonly Lock guard = new();
    private readonly Dictionary<long, int> failures = [];
    private SequenceSet handled = SequenceSet.Empty;
    private Dictionary<long, string> putAside = [];
    private int generation = -1;
    private Guid? log;
    private LogMark? mark;

    /// <summary>The check values that came with events handled since the last look.</summary>
    private readonly Dictionary<long, string> checks = [];

    private bool isContradicted;

    /// <summary>How often anything changed here, and how much of that is kept.</summary>
    private long changes;
    private long kept;

    public static CollectionDefinition<Checkpoint> Collection { get; } = new("checkpoints");

    public string Producer => producer;

    public SequenceSet Done
    {
        get
        {
            lock (guard)
                return SequenceSet.Of(handled.Ranges.Concat(putAside.Keys.Select(s => new SequenceSet.Range(s, s))));
        }
    }

    public IReadOnlyDictionary<long, string> PutAside
    {
        get
        {
            lock (guard)
                return new Dictionary<long, string>(putAside);
        }
    }

    /// <summary>The log that is followed; null until the producer has told it.</summary>
    public Guid? Log
    {
        get
        {
            lock (guard)
                return log;
        }
    }

    /// <summary>The log's running check value where the last look found it; null when it was not told.</summary>
    public LogMark? Mark
    {
        get
        {
            lock (guard)
                return mark;
        }
    }

    /// <summary>True when two events came for one place in the log: it lost its end, with what was handled of it, and has grown again.</summary>
    public bool IsContradicted
    {
        get
        {
            lock (guard)
                return isContradicted;
        }
    }

    /// <summary>True when the event of a place was handled.</summary>
    public bool IsHandled(LogPlace place, long sequence)
    {
        lock (guard)
        {
            if (!IsFollowed(place.Log) || !handled.Contains(sequence))
                return false;
            Compare(place.Log, sequence, place.Check);
            return true;
        }
    }

    public void Handled(LogPlace place, long sequence)
    {
        lock (guard)
        {
            Handled(place.Log, sequence, sequence);
            if (place.Log == log && !string.IsNullOrEmpty(place.Check) && checks.Count < MostChecks)
                checks[sequence] = place.Check;
        }
    }

    /// <param name="of">The log to which the sequences belong; null when the message does not say.</param>
    /// <param name="first">The first sequence.</param>
    /// <param name="last">The last.</param>
    public void Handled(Guid? of, long first, long last)
    {
        lock (guard)
        {
            if (!IsFollowed(of))
                return;
            handled = handled.Add(first, last);
            if (first == last)
            {
                putAside.Remove(first);
                failures.Remove(first);
            }
            changes++;
        }
    }

    /// <summary>Remembers the log's running check value at a place up to which everything is handled or missed, as the log has it now.</summary>
    public void MarkAt(Guid? of, LogMark seen)
    {
        lock (guard)
        {
            if (of is null || of != log || seen.Sequence <= (mark?.Sequence ?? 0) || !Compare(of, seen.Sequence, seen.Check))
                return;
            mark = seen;
            changes++;
            foreach (var sequence in checks.Keys.Where(sequence => sequence <= seen.Sequence).ToList())
                checks.Remove(sequence);
        }
    }

    /// <summary>Counts a failure for a reason of the event's own; returns how many there have been since it last succeeded.</summary>
    public int Failed(long sequence)
    {
        lock (guard)
            return failures[sequence] = failures.GetValueOrDefault(sequence) + 1;
    }

    /// <summary>Puts an event aside, so that it is not tried again by itself.</summary>
    public void PutAsideBecause(long sequence, string reason)
    {
        lock (guard)
        {
            failures.Remove(sequence);
            putAside[sequence] = reason;
            changes++;
        }
    }

    /// <summary>Joins what this process knows with what is kept.</summary>
    public async Task SynchronizeAsync(CancellationToken cancellation)
    {
        var written = 0L;
        await documents.UpdateAsync(
            producer,
            found =>
            {
                lock (guard)
                {
                    Join(Of(found));
                    written = changes;
                    return changes == kept && found is not null ? null : new Update<Checkpoint>(Written(), []);
                }
            },
            cancellation);
        lock (guard)
            kept = Math.Max(kept, written);
    }

    /// <summary>Lets the events that were put aside be tried again; returns how many.</summary>
    public async Task<int> RetryPutAsideAsync(CancellationToken cancellation)
    {
        await SynchronizeAsync(cancellation);
        return await ChangeAsync(c => c with { PutAside = new Dictionary<string, string>(), Generation = c.Generation + 1 }, c => c.PutAside.Count, cancellation);
    }

    /// <summary>Forgets what was handled, so that the whole log is handled again.</summary>
    public async Task ForgetAsync(CancellationToken cancellation) => await ChangeAsync(
        c => new Checkpoint([], new Dictionary<string, string>(), c.Generation + 1, c.Log), _ => 0, cancellation);

    /// <summary>Follows the log that the producer has; true when that is another than before, of which everything is forgotten.</summary>
    public async Task<bool> FollowAsync(Guid current, CancellationToken cancellation)
    {
        await SynchronizeAsync(cancellation);
        return Log != current && await ChangeAsync(
            c => c.Log is null || c.Log == current ? c with { Log = current } : new Checkpoint([], new Dictionary<string, string>(), c.Generation + 1, current),
            c => c.Log is null || c.Log == current ? 0 : 1,
            cancellation) == 1;
    }

    private async Task<int> ChangeAsync(Func<Checkpoint, Checkpoint> change, Func<Checkpoint, int> count, CancellationToken cancellation)
    {
        var counted = 0;
        await documents.UpdateAsync(
            producer,
            found =>
            {
                counted = count(Of(found));
                return new Update<Checkpoint>(change(Of(found)), []);
            },
            cancellation);
        await SynchronizeAsync(cancellation);
        return counted;
    }

    private static Checkpoint Of(Versioned<Checkpoint>? found) => found?.Value ?? new Checkpoint([], new Dictionary<string, string>(), 0);

    private bool IsFollowed(Guid? of) => of is null || log is null || of == log;

    private bool Compare(Guid? of, long sequence, string? check)
    {
        var differs = of == log && !string.IsNullOrEmpty(check) && checks.TryGetValue(sequence, out var known) && known != check;
        isContradicted |= differs;
        return !differs;
    }

    private void Join(Checkpoint found)
    {
        log = found.Log ?? log;
        var stored = found.PutAside.ToDictionary(p => long.Parse(p.Key, System.Globalization.CultureInfo.InvariantCulture), p => p.Value);
        if (found.Generation > generation)
        {
            // Somebody has reset it (or this is the first look): what is kept counts, not what this process remembers.
            var first = generation < 0;
            generation = found.Generation;
            var own = first ? handled : SequenceSet.Empty;
            handled = SequenceSet.Of(found.Handled).Union(own);
            mark = found.Mark;
            (isContradicted, putAside) = (false, stored);
            checks.Clear();
            failures.Clear();
            if (own.Ranges.Count == 0)
                kept = changes;
            return;
        }
        handled = handled.Union(SequenceSet.Of(found.Handled));
        if (found.Mark is { } other && other.Sequence > (mark?.Sequence ?? 0))
            mark = other;
        foreach (var (sequence, reason) in stored.Where(s => !handled.Contains(s.Key)))
            putAside.TryAdd(sequence, reason);
    }

    private Checkpoint Written() => new(
        [.. handled.Ranges],
        putAside.ToDictionary(p => p.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), p => p.Value),
        generation,
        log,
        mark);
}
