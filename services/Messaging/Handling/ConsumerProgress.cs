using Filingwire.Store;

namespace Filingwire.Messaging.Handling;

/// <summary>What the replicas of a service have handled of one producer's log, as kept.</summary>
/// <param name="Handled">Ranges of sequences handled, ascending.</param>
/// <param name="PutAside">Sequences that failed again and again, with the reason; they are not tried again by themselves.</param>
/// <param name="Generation">Raised by a rebuild, which forgets what was handled.</param>
/// <param name="Log">The identity of the log to which the sequences belong; null until the producer has told it.</param>
public sealed record Checkpoint(
    IReadOnlyList<SequenceSet.Range> Handled,
    IReadOnlyDictionary<string, string> PutAside,
    int Generation,
    Guid? Log = null);

/// <summary>
/// What this service has handled of one producer's log. It is kept some moments late: after a crash a few events are handled
/// again, which does no harm. Replicas add their parts to one document.
/// </summary>
public sealed class ConsumerProgress(string producer, DocumentCollection<Checkpoint> documents)
{
    private readonly Lock guard = new();
    private readonly Dictionary<long, int> failures = [];
    private SequenceSet handled = SequenceSet.Empty;
    private Dictionary<long, string> putAside = [];
    private int generation = -1;
    private Guid? log;
    private bool changed;

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

    /// <param name="of">The log to which the sequence belongs; null when the message does not say.</param>
    /// <param name="sequence">The sequence.</param>
    public bool IsHandled(Guid? of, long sequence)
    {
        lock (guard)
            return IsFollowed(of) && handled.Contains(sequence);
    }

    public void Handled(Guid? of, long sequence) => Handled(of, sequence, sequence);

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
            changed = true;
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
            changed = true;
        }
    }

    /// <summary>Joins what this process knows with what is kept.</summary>
    public async Task SynchronizeAsync(CancellationToken cancellation)
    {
        for (; ;)
        {
            var found = await documents.GetAsync(producer, cancellation);
            var kept = found?.Value ?? new Checkpoint([], new Dictionary<string, string>(), 0);
            Checkpoint merged;
            lock (guard)
            {
                Join(kept);
                if (!changed && found is not null)
                    return;
                changed = false;
                merged = Written();
            }
            if (await documents.TrySaveAsync(new Change<Checkpoint>(producer, found?.Version ?? 0, merged, []), cancellation))
                return;
            lock (guard)
                changed = true;
        }
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
        for (; ;)
        {
            var found = await documents.GetAsync(producer, cancellation);
            var kept = found?.Value ?? new Checkpoint([], new Dictionary<string, string>(), 0);
            if (!await documents.TrySaveAsync(new Change<Checkpoint>(producer, found?.Version ?? 0, change(kept), []), cancellation))
                continue;
            await SynchronizeAsync(cancellation);
            return count(kept);
        }
    }

    private bool IsFollowed(Guid? of) => of is null || log is null || of == log;

    private void Join(Checkpoint kept)
    {
        log = kept.Log ?? log;
        var stored = kept.PutAside.ToDictionary(p => long.Parse(p.Key, System.Globalization.CultureInfo.InvariantCulture), p => p.Value);
        if (kept.Generation > generation)
        {
            // Somebody has reset it (or this is the first look): what is kept counts, not what this process remembers.
            var first = generation < 0;
            generation = kept.Generation;
            var own = first ? handled : SequenceSet.Empty;
            handled = SequenceSet.Of(kept.Handled).Union(own);
            putAside = stored;
            failures.Clear();
            changed = first && own.Ranges.Count > 0;
            return;
        }
        handled = handled.Union(SequenceSet.Of(kept.Handled));
        foreach (var (sequence, reason) in stored.Where(s => !handled.Contains(s.Key)))
            putAside.TryAdd(sequence, reason);
    }

    private Checkpoint Written() => new(
        [.. handled.Ranges],
        putAside.ToDictionary(p => p.Key.ToString(System.Globalization.CultureInfo.InvariantCulture), p => p.Value),
        generation,
        log);
}
