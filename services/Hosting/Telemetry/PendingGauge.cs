using System.Diagnostics.Metrics;
using Filingwire.Messaging;
using Filingwire.Store;

namespace Filingwire.Hosting.Telemetry;

/// <summary>How many events wait for the relay, and for how long the oldest has waited.</summary>
internal static class PendingGauge
{
    private static readonly ObservableGauge<long> Pending = Instruments.Meter.CreateObservableGauge(
        "filingwire.relay.pending", () => Volatile.Read(ref count), "{event}", "Events saved but not yet in the log.");

    private static readonly ObservableGauge<double> OldestPending = Instruments.Meter.CreateObservableGauge(
        "filingwire.relay.oldest_pending", () => Volatile.Read(ref oldestSeconds), "s", "Age of the oldest event that is not yet in the log.");

    private static long count;
    private static double oldestSeconds;

    public static void Set(PendingStatus status, DateTimeOffset now)
    {
        Volatile.Write(ref count, status.Count);
        Volatile.Write(ref oldestSeconds, status.OldestOccurredAt is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0);
    }
}
