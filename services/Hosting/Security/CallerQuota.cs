using System.Threading.RateLimiting;

namespace Filingwire.Hosting.Security;

/// <summary>Counts each caller's calls against <see cref="CallLimits"/>. Nothing waits here: what is over a limit is refused.</summary>
internal sealed class CallerQuota(CallLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> rate = PartitionedRateLimiter.Create<string, string>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => Bucket(limits.PerSecond)));

    private readonly PartitionedRateLimiter<string> refusals = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(limits.RefusedPerSecond)));

    private readonly PartitionedRateLimiter<string> atOnce = PartitionedRateLimiter.Create<string, string>(
        caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = limits.AtOnce }));

    /// <summary>A place for one call, to be disposed at its end; null when the caller has none left.</summary>
    public RateLimitLease? TryBegin(string caller)
    {
        using var counted = rate.AttemptAcquire(caller);
        if (!counted.IsAcquired)
            return null;
        var place = atOnce.AttemptAcquire(caller);
        if (place.IsAcquired)
            return place;
        place.Dispose();
        return null;
    }

    /// <summary>False when an address has shown too many unknown tokens lately.</summary>
    public bool MayTry(string address) => refusals.GetStatistics(address) is not { CurrentAvailablePermits: 0 };

    /// <summary>Counts an unknown token.</summary>
    public void Refused(string address) => refusals.AttemptAcquire(address).Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        rate.Dispose();
        refusals.Dispose();
        atOnce.Dispose();
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = true,
    };
}
