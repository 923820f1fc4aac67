using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Store.Upkeep;

/// <summary>
/// Drops events from the log that are older than the service keeps them, if it was told to keep them for a time only. The newest
/// event always stays, so that sequences never begin anew.
/// </summary>
public sealed partial class LogRetention(IServiceStore store, StoreOptions options, TimeProvider time, ILogger<LogRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Drops what is too old now.</summary>
    internal async Task TrimAsync(CancellationToken cancellation)
    {
        if (options.LogRetention is not { } kept)
            return;
        var status = await store.Log.StatusAsync(cancellation);
        var first = await store.Log.FirstSinceAsync(time.GetUtcNow() - kept, cancellation) ?? status.Last;
        if (first <= status.First)
            return;
        await store.Log.TrimAsync(first, cancellation);
        Trimmed(first);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await TrimAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
                NotNow(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "log.trimmed", Message = "The log now begins with {First}")]
    private partial void Trimmed(long first);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "log.not_trimmed", Message = "The log could not be trimmed: {Reason}")]
    private partial void NotNow(string reason);
}
