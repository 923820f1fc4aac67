using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Storage;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Restatement.Intake;

/// <summary>
/// Announces deadlines that passed with nothing filed. Every replica may sweep: the announcement is part of the issuer's document, so it is made
/// once whoever is first, and what passed during a downtime is found at the next start.
/// </summary>
internal sealed partial class DeadlineSweep(IssuerStore store, TimeProvider time, ILogger<DeadlineSweep> log) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>An issuer about which something arrived a moment ago is left for the next look: in a back-fill the report may be next.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    private const int PageSize = 500;
    private const int AtOnce = 8;

    /// <summary>One look. Returns the number of issuers for which something was announced.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var now = time.GetUtcNow();
        var today = EasternTime.DateOf(now);
        var announced = 0;
        var token = "";
        do
        {
            var page = await store.DueAsync(today.AddDays(-1), PageSize, token, cancellation);
            await Parallel.ForEachAsync(
                page.Items.Where(issuer => now - issuer.Value.ChangedAt >= Settling),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (issuer, token) =>
                {
                    if (await store.ChangeAsync(issuer.Value.Key(), [new IssuerChange(document => IssuerFold.Pass(document, today), null, null)], token))
                        Interlocked.Increment(ref announced);
                });
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        SweepInstruments.Announced.Add(announced);
        SweepInstruments.Duration.Record(time.GetElapsedTime(started).TotalSeconds);
        if (announced > 0)
            Announced(log, announced, today);
        return announced;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Deadlines of {Issuers} issuers have passed by {Today}.")]
    private static partial void Announced(ILogger logger, int issuers, DateOnly today);

    [LoggerMessage(Level = LogLevel.Error, Message = "The deadline sweep failed and is tried again.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
