namespace Filingwire.Store.Leases;

/// <summary>Who holds a lease now. Its document's version is the fencing token: it grows with every renewal.</summary>
/// <param name="Holder">The process; null when it was given back.</param>
public sealed record LeaseDocument(string? Holder);

/// <summary>
/// One holder at a time among the replicas of a service. No wall clock is compared: a lease counts as abandoned when its
/// document has not changed for <see cref="Duration"/> by the observer's own monotonic clock, so clocks may jump or differ.
/// A holder that stalls may believe in its lease a little too long; what it guards must therefore be safe by itself, as the
/// log's append is by its sequence.
/// </summary>
public sealed class Lease(string name, DocumentCollection<LeaseDocument> documents, TimeProvider time)
{
    /// <summary>How long an unchanged lease is respected.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <summary>How often a holder renews.</summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(1);

    private readonly string holder = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private long heldVersion;
    private long heldSince;
    private long observedVersion = -1;
    private long observedAt;

    /// <summary>The kept documents.</summary>
    public static CollectionDefinition<LeaseDocument> Collection { get; } = new("leases");

    /// <summary>True while this process may act. It ends well before others may take over.</summary>
    public bool IsHeld => heldVersion != 0 && time.GetElapsedTime(heldSince) < Duration * 0.6;

    /// <summary>True when the last look found another holder alive.</summary>
    public bool IsHeldByAnother => !IsHeld && observedVersion > 0;

    /// <summary>Takes or renews the lease if that is possible now.</summary>
    public async Task<bool> TryHoldAsync(CancellationToken cancellation)
    {
        if (IsHeld && time.GetElapsedTime(heldSince) < RenewEvery)
            return true;
        var now = time.GetTimestamp();
        var found = await documents.GetAsync(name, cancellation);
        var version = found?.Version ?? 0;
        if (found?.Value.Holder is not null && version != heldVersion && !IsAbandoned(version, now))
        {
            heldVersion = 0;
            return false;
        }
        if (!await documents.TrySaveAsync(new Change<LeaseDocument>(name, version, new LeaseDocument(holder), []), cancellation))
        {
            heldVersion = 0;
            return false;
        }
        heldVersion = version + 1;
        heldSince = now;
        return true;
    }

    /// <summary>Gives the lease back so that another takes it at once.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        if (heldVersion == 0)
            return;
        await documents.TrySaveAsync(new Change<LeaseDocument>(name, heldVersion, new LeaseDocument(null), []), cancellation);
        heldVersion = 0;
    }

    private bool IsAbandoned(long version, long now)
    {
        if (version != observedVersion)
        {
            observedVersion = version;
            observedAt = now;
        }
        return time.GetElapsedTime(observedAt, now) >= Duration;
    }
}
