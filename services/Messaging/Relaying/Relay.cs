using Filingwire.Messaging.Bus;
using Filingwire.Store;
using Filingwire.Store.Leases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Messaging.Relaying;

/// <summary>
/// Carries events from the documents into the log, where saving has not put them there already, and from the log to the bus; one
/// relay of a service is active, by lease. What is in the log is published in order, and how far that has come is remembered.
/// Every step may be repeated after a crash: the log knows each event once, and the bus at least once. A broker that is away
/// holds up the bus only, never the log.
/// </summary>
public sealed partial class Relay(
    IServiceStore store,
    DocumentCollection<RelayPosition> positions,
    DocumentCollection<LeaseDocument> leases,
    EventPublisher publisher,
    RelaySignal saved,
    LogSignal appended,
    TimeProvider time,
    ILogger<Relay> logger) : BackgroundService
{
    private const int BatchSize = 500;
    private const string PublishedUpTo = "bus";

    /// <summary>How often the broker may fail to take one event alone while it is there.</summary>
    private const int MostRefusals = 3;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>The first event after a silence goes at once; those that follow it share the commits and confirms of the next round.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);

    /// <summary>How far the log reached at the last look; below 0 before the first.</summary>
    private long knownLast = -1;

    /// <summary>How many events are published at once: fewer after a failure, so that what the broker does not take holds up only itself.</summary>
    private int together = BatchSize;

    private (long Sequence, int Times) refused;

    private readonly Lease lease = new("relay", leases, time);

    /// <summary>The kept positions.</summary>
    public static CollectionDefinition<RelayPosition> Collection { get; } = new("relay");

    /// <summary>Lets pending events be numbered and tells of what is new in the log; returns how many were pending.</summary>
    internal async Task<int> NumberAsync(CancellationToken cancellation)
    {
        var pending = await store.Log.NumberPendingAsync(BatchSize, cancellation);
        var last = (await store.Log.StatusAsync(cancellation)).Last;
        if (last == knownLast)
            return pending;
        if (knownLast >= 0)
            Instruments.Appended.Add(last - knownLast);
        knownLast = last;
        appended.Wake();
        return pending;
    }

    /// <summary>Publishes the next events of the log; returns how many.</summary>
    internal async Task<int> PublishAsync(CancellationToken cancellation)
    {
        var position = await positions.GetAsync(PublishedUpTo, cancellation);
        var entries = await store.Log.ReadAsync((position?.Value.Sequence ?? 0) + 1, together, cancellation);
        if (entries.Count == 0)
            return 0;
        try
        {
            await publisher.PublishAsync(entries, cancellation);
            together = Math.Min(BatchSize, together * 2);
        }
        catch (Exception e) when (together == 1 && publisher.IsReady && IsRefusedFor(entries[0].Sequence) && !cancellation.IsCancellationRequested)
        {
            Instruments.Refused.Add(1);
            Refused(entries[0].Sequence, entries[0].Event.Type, entries[0].Event.Json.Length, e);
        }
        catch
        {
            together = 1;
            throw;
        }
        await positions.TrySaveAsync(
            new Change<RelayPosition>(PublishedUpTo, position?.Version ?? 0, new RelayPosition(entries[^1].Sequence), []), cancellation);
        return entries.Count;
    }

    /// <summary>Counts a failure of an event that was published alone; true when it has failed too often to be tried again.</summary>
    private bool IsRefusedFor(long sequence)
    {
        refused = (sequence, refused.Sequence == sequence ? refused.Times + 1 : 1);
        return refused.Times >= MostRefusals;
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            if (lease.IsHeld)
            {
                while (await NumberAsync(cancellationToken) > 0)
                {
                    // Until nothing is pending.
                }
                while (publisher.IsReady && await PublishAsync(cancellationToken) > 0)
                {
                    // Until everything is on the bus.
                }
            }
            await lease.ReleaseAsync(cancellationToken);
        }
        catch (Exception e)
        {
            DrainFailed(e.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(
            RunAsync(NumberAsync, saved, holdsLease: true, stoppingToken),
            RunAsync(PublishAsync, appended, holdsLease: false, stoppingToken));
    }

    private async Task RunAsync(Func<CancellationToken, Task<int>> step, Signal signal, bool holdsLease, CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var wake = signal.Next;
                var active = holdsLease ? await lease.TryHoldAsync(stopping) : lease.IsHeld && publisher.IsReady;
                var done = active ? await step(stopping) : 0;
                if (done == 0)
                    await Task.WhenAny(wake, Task.Delay(active ? Poll : Poll / 4, time, stopping));
                else if (done < BatchSize && together == BatchSize)
                    await Task.Delay(Gather, TimeProvider.System, stopping);
                failures = 0;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                StepFailed(step.Method.Name, ++failures, e);
                var wait = TimeSpan.FromMilliseconds(Random.Shared.Next(100, 200) * Math.Min(50, failures));
                await Task.WhenAny(Task.Delay(wait, time, stopping));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "relay.step_failed", Message = "The relay's {Step} failed ({Failures} in a row); it is repeated")]
    private partial void StepFailed(string step, int failures, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "relay.refused", Message = "The broker does not take event {Sequence}, a {Event} of {Characters} characters: it reaches followers through the log only")]
    private partial void Refused(long sequence, string @event, int characters, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "relay.drain_failed", Message = "The relay stopped before everything was on its way: {Reason}. The rest follows at the next start")]
    private partial void DrainFailed(string reason);
}

/// <summary>How far something has come in this service's log.</summary>
/// <param name="Sequence">The last sequence done.</param>
public sealed record RelayPosition(long Sequence);
