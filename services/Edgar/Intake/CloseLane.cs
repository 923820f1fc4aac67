using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Sec.Calendar;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Closes each business day that was followed, from ten past ten of its evening until it succeeds, and reads closed days again for a week.
/// </summary>
internal sealed class CloseLane(DayClose close, DayBook days, FollowerState state, EdgarOptions options) : ILane
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if ((await state.GetAsync(cancellation)).FollowedSince is { } since)
                await days.EnterAsync(since, EasternTime.DateOf(options.Time.GetUtcNow()), cancellation);
            foreach (var day in await days.DueAsync(cancellation))
                await close.CloseAsync(day.Day, Lane.Repair, cancellation);
            EdgarInstruments.SetUnclosed((await days.UnclosedAsync(cancellation)).Count);
            await Task.Delay(LookEvery, options.Time, cancellation);
        }
    }
}
