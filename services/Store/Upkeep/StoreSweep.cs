using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Store.Upkeep;

/// <summary>Frees, at start and once a day, the space of writings that a crash has cut off.</summary>
public sealed partial class StoreSweep(IServiceStore store, TimeProvider time, ILogger<StoreSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>No writing takes as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                if (await store.SweepAsync(time.GetUtcNow() - Patience, stoppingToken) is > 0 and var chunks)
                    Swept(chunks);
            }
            catch (StoreUnavailableException e)
            {
                NotNow(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "store.swept", Message = "{Chunks} chunks of writings that were cut off are removed")]
    private partial void Swept(long chunks);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "store.not_swept", Message = "The store could not be swept: {Reason}")]
    private partial void NotNow(string reason);
}
