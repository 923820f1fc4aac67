using Filingwire.Hosting.Telemetry;
using Filingwire.Messaging.Bus;
using Filingwire.Messaging.Following;
using Filingwire.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Filingwire.Hosting.Health;

/// <summary>
/// Keeps the health service's statuses true: "live" while the process runs; "ready", and "" for those who ask for nothing in
/// particular, while the store answers, the bus is started with its queues declared, and every producer's log has been read once
/// (or cannot be read now: a service answers without the others).
/// </summary>
internal sealed partial class Readiness(
    IServiceStore store,
    EventPublisher publisher,
    IEnumerable<CatchUpService> catchUps,
    OwnHealth health,
    TimeProvider time,
    ILogger<Readiness> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private string? said;

    /// <summary>What is missing for "ready", in words; null when nothing is.</summary>
    public string? Missing { get; private set; } = "not looked yet";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        health.SetStatus("live", ServingStatus.Serving);
        Show(ServingStatus.NotServing);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Show(ServingStatus.NotServing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Missing = await FindMissingAsync(stoppingToken);
            Show(Missing is null ? ServingStatus.Serving : ServingStatus.NotServing);
            var state = Missing is { } missing ? $"Not ready: {missing} is missing" : "Ready";
            if (state != said)
                Changed(said = state);
            await Task.WhenAny(Task.Delay(Missing is null ? LookEvery : LookEvery / 10, time, stoppingToken));
        }
    }

    private async Task<string?> FindMissingAsync(CancellationToken cancellation)
    {
        try
        {
            await store.CheckAsync(cancellation).WaitAsync(TimeSpan.FromSeconds(5), time, cancellation);
            var pending = await store.Log.PendingStatusAsync(cancellation);
            PendingGauge.Set(pending, time.GetUtcNow());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return "store";
        }
        if (!publisher.IsReady)
            return "bus";
        return catchUps.FirstOrDefault(c => !c.IsSettled) is { } unsettled ? $"log of {unsettled.Producer}" : null;
    }

    private void Show(ServingStatus status)
    {
        health.SetStatus("ready", status);
        health.SetStatus("", status);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "health.changed", Message = "{State}")]
    private partial void Changed(string state);
}
