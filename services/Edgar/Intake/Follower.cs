using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Store.Leases;
using Filingwire.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Runs the lanes in one process of the installation at a time, so that all of them together stay within one budget of requests.
/// </summary>
internal sealed partial class Follower(
    IEnumerable<ILane> lanes, RequestBudget budget, FollowerState state, DocumentCollection<LeaseDocument> leases, TimeProvider time,
        EdgarOptions options, ILogger<Follower> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);
    private readonly Lease lease = new("follower", leases, time);

    /// <summary>True while this process follows.</summary>
    public bool IsActive => lease.IsHeld;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await lease.ReleaseAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await HoldAsync(stoppingToken))
                await ServeTermAsync(stoppingToken);
            await Task.WhenAny(Task.Delay(Lease.RenewEvery, time, stoppingToken));
        }
    }

    private async Task ServeTermAsync(CancellationToken stopping)
    {
        using var term = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var works = lanes.Select(lane => RunAsync(lane, term.Token)).ToList();
        Began();
        while (!stopping.IsCancellationRequested && await HoldAsync(stopping))
            await Task.WhenAny(Task.Delay(Lease.RenewEvery, time, stopping));
        await term.CancelAsync();
        await Task.WhenAll(works);
        Ended();
    }

    /// <summary>A store that is away for a moment does not end the term before the lease does.</summary>
    private async Task<bool> HoldAsync(CancellationToken stopping)
    {
        try
        {
            return await lease.TryHoldAsync(stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LeaseFailed(e.Message);
            return lease.IsHeld;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task RunAsync(ILane lane, CancellationToken term)
    {
        while (!term.IsCancellationRequested)
            try
            {
                if ((await state.GetAsync(term)).PausedUntil is { } until)
                    budget.PauseUntil(until);
                await lane.RunAsync(term);
            }
            catch (OperationCanceledException) when (term.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LaneFailed(lane.GetType().Name, e);
                await Task.WhenAny(Task.Delay(AfterFailure, options.Time, term));
            }
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.term_began", Message = "This process follows EDGAR now")]
    private partial void Began();

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.term_ended", Message = "This process no longer follows EDGAR")]
    private partial void Ended();

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.lease_failed", Message = "The lease could not be looked at: {Reason}")]
    private partial void LeaseFailed(string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.lane_failed", Message = "{Lane} failed and begins again")]
    private partial void LaneFailed(string lane, Exception exception);
}
