using Filingwire.Edgar.Intake;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Edgar.V1;

namespace Filingwire.Edgar.Api;

/// <summary>How following goes, for people and for alarms.</summary>
internal sealed class StatusAnswer(LedgerStore ledger, DayBook days, QuarterBook quarters, FollowerState state, Follower follower,
    LiveLags lags, EdgarOptions options)
{
    private const int LatestDays = 30;
    private const int MostCounted = 1000;

    /// <summary>The answer.</summary>
    public async Task<GetLedgerStatusResponse> AskAsync(CancellationToken cancellation)
    {
        var remembered = await state.GetAsync(cancellation);
        var latest = await days.LatestAsync(LatestDays, cancellation);
        var response = new GetLedgerStatusResponse
        {
            Active = follower.IsActive,
            Days = { latest.Select(day => day.ToProto()) },
            UnclosedDays = { (await days.UnclosedAsync(cancellation)).Select(LedgerProtos.Iso) },
            Quarters = { (await quarters.ListAsync(cancellation)).Select(quarter => quarter.ToProto()) },
            Seen = Lag(lags.Seen),
            Published = Lag(lags.Published),
        };
        if (remembered.FollowedSince is { } since)
            response.FollowedSince = LedgerProtos.Iso(since);
        if (remembered.ReconciledTo is { } to)
            response.ReconciledTo = LedgerProtos.Iso(to);
        if (remembered.PausedUntil is { } until && until > options.Time.GetUtcNow())
            response.PausedUntil = LedgerProtos.Iso(until);
        if (latest.FirstOrDefault(day => day.ClosedAt is not null) is { } closed)
            response.LastClosedDay = LedgerProtos.Iso(closed.Day);
        foreach (var lane in Enum.GetValues<Lane>())
            response.Waiting.Add(
                new Waiting { Lane = lane.ToString(), Count = await ledger.CountWaitingAsync(lane, MostCounted, cancellation) });
        return response;
    }

    private static Lag? Lag(LagWindow window) => window.Read() is not { } lag ? null
        : new Lag { Count = lag.Count, MedianSeconds = lag.Median, P95Seconds = lag.P95, P99Seconds = lag.P99 };
}
