using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Walks the whole feed at the start, three times at six in the morning, when the filings of the evening before come in below what is
/// known, and hourly. A walk that ends before it reaches what was known has found a hole: more came than the feed holds while nobody
/// looked.
/// </summary>
internal sealed partial class SweepLane(FeedWalk feed, FollowerState state, DayBook days, EdgarOptions options, ILogger<SweepLane> logger)
    : ILane
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await state.BeginAsync(EasternTime.DateOf(options.Time.GetUtcNow()), cancellation);
        while (true)
        {
            var began = options.Time.GetUtcNow();
            if (await feed.DownToAsync(null, Lane.Repair, cancellation) is { } walked)
            {
                await SettleAsync(walked, cancellation);
                var left = LaneTimes.NextSweep(began) - options.Time.GetUtcNow();
                if (left > TimeSpan.Zero)
                    await Task.Delay(left, options.Time, cancellation);
            }
            else
                await Task.Delay(AfterFailure, options.Time, cancellation);
        }
    }

    private async Task SettleAsync(Walked walked, CancellationToken cancellation)
    {
        if ((await state.GetAsync(cancellation)).ReconciledTo is { } before && walked.Oldest > before)
        {
            Hole(before, walked.Oldest.Value);
            EdgarInstruments.Holes.Add(1);
            await days.MarkHoleAsync(before, walked.Oldest.Value, cancellation);
        }
        if (walked.Newest is { } newest)
            await state.ReconcileAsync(newest - LiveLane.Overlap, cancellation);
    }

    [LoggerMessage(
        Level = LogLevel.Warning, EventName = "edgar.hole",
        Message = "The feed ends before what was known: nothing was seen of what was accepted from {From} to {To}; the daily index closes the hole")]
    private partial void Hole(DateTimeOffset from, DateTimeOffset to);
}
