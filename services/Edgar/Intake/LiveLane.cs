using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Reads the top of the feed every few seconds. The feed is ordered by acceptance and not by publication, so new entries appear in its
/// middle: "newest seen" and "stop at the first known" lose filings for ever. Each poll reads on to a quarter of an hour below the newest
/// of the poll before; the sweeps find the rest.
/// </summary>
internal sealed class LiveLane(FeedWalk feed, EdgarOptions options) : ILane
{
    /// <summary>Nine in ten filings come out within a minute of their acceptance, 99 in 100 within eight.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        feed.Forget();
        var newest = options.Time.GetUtcNow();
        while (true)
        {
            var began = options.Time.GetUtcNow();
            if (await feed.DownToAsync(newest - Overlap, Lane.Live, cancellation) is { Newest: { } seen })
                newest = seen;
            // By the clock, not by what a poll took: in a busy minute it takes several pages.
            var left = LaneTimes.PollAfter(began, options.PollEvery, options.PollEveryWhenClosed) - (options.Time.GetUtcNow() - began);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, options.Time, cancellation);
        }
    }
}
