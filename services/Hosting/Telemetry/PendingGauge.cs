using Filingwire.Hosting.Stores;

namespace Filingwire.Hosting.Telemetry;

/// <summary>How many events wait for the relay, and for how long the oldest has waited.</summary>
internal static class PendingGauge
{
    private static long count;
    private static double oldestSeconds;

    static PendingGauge()
    {
        Instruments.Meter.CreateObservableGauge("filingwire.relay.pending", () => Volatile.Read(ref count), "{event}", "Events saved but not yet in the log.");
        Instruments.Meter.CreateObservableGauge("filingwire.relay.oldest_pending", () => Volatile.Read(ref oldestSeconds), "s", "Age of the oldest event that is not yet in the log.");
    }

    public static void Set(PendingStatus status, DateTimeOffset now)
    {
        Volatile.Write(ref count, status.Count);
        Volatile.Write(ref oldestSeconds, status.OldestOccurredAt is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0);
    }
}
