namespace Filingwire.Edgar.Telemetry;

/// <summary>The latest lags of one kind, for an answer that needs no metrics system.</summary>
internal sealed class LagWindow
{
    private const int Kept = 4096;
    private readonly Lock gate = new();
    private readonly double[] seconds = new double[Kept];
    private long count;

    /// <summary>Adds a lag.</summary>
    public void Add(double lag)
    {
        lock (gate)
            seconds[count++ % Kept] = lag;
    }

    /// <summary>How many there were, and of the latest the 50th, 95th and 99th percentile; null when there was none.</summary>
    public (long Count, double Median, double P95, double P99)? Read()
    {
        double[] sorted;
        long all;
        lock (gate)
            (sorted, all) = (seconds[..(int)Math.Min(count, Kept)], count);
        if (sorted.Length == 0)
            return null;
        Array.Sort(sorted);
        return (all, At(sorted, 0.50), At(sorted, 0.95), At(sorted, 0.99));
    }

    private static double At(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}

/// <summary>How far behind EDGAR what was followed live is.</summary>
internal sealed class LiveLags
{
    /// <summary>From acceptance until seen.</summary>
    public LagWindow Seen { get; } = new();

    /// <summary>From seen until published.</summary>
    public LagWindow Published { get; } = new();
}
