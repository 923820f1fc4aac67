using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Sec.Calendar;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Each Saturday, when EDGAR has rebuilt its full indexes, compares the present and the last four quarters with the ledger.
/// </summary>
internal sealed class ComparisonLane(QuarterComparison comparison, QuarterBook quarters, FollowerState state, EdgarOptions options) : ILane
{
    private const int QuartersBack = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var now = options.Time.GetUtcNow();
            // The last Saturday's comparison, unless the ledger is younger than it.
            var due = LaneTimes.NextComparison(now.AddDays(-7));
            var since = (await state.GetAsync(cancellation)).FollowedSince;
            if (since <= EasternTime.DateOf(due))
                for (var quarter = Quarter.Of(EasternTime.DateOf(due)); quarter >= First(since.Value, due); quarter = quarter.Previous)
                    if (await quarters.FindAsync(quarter, cancellation) is not { } known || known.ComparedAt is null
                        || known.ComparedAt < due)
                        await comparison.CompareAsync(quarter, Lane.Repair, cancellation);
            await Task.Delay(LookEvery, options.Time, cancellation);
        }
    }

    // Quarters before the ledger began are the backfill's; comparing them would fetch the past.
    private static Quarter First(DateOnly since, DateTimeOffset due)
    {
        var first = Quarter.Of(EasternTime.DateOf(due));
        for (var i = 0; i < QuartersBack; i++)
            first = first.Previous;
        return first > Quarter.Of(since) ? first : Quarter.Of(since);
    }
}
