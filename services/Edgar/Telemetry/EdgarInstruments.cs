using System.Diagnostics.Metrics;
using Filingwire.Messaging;

namespace Filingwire.Edgar.Telemetry;

/// <summary>What the EDGAR source measures, beside what every service does.</summary>
internal static class EdgarInstruments
{
    private static readonly Meter Meter = new(Instruments.Name);

    public static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "filingwire.edgar.requests", "{request}", "Requests to EDGAR by lane and by what the answer meant (Content, Absent, Blocked …).");

    public static readonly Counter<long> Announced = Meter.CreateCounter<long>(
        "filingwire.edgar.announced", "{filing}", "Submissions heard of for the first time, by witness.");

    public static readonly Counter<long> Misses = Meter.CreateCounter<long>(
        "filingwire.edgar.misses", "{filing}", "Submissions of followed days that only the day's index told.");

    public static readonly Counter<long> Holes = Meter.CreateCounter<long>(
        "filingwire.edgar.holes", "{hole}", "Walks of the feed that ended before the last reconciled instant.");

    public static readonly Counter<long> Changes = Meter.CreateCounter<long>(
        "filingwire.edgar.changes", "{filing}", "Submissions that EDGAR has withdrawn or corrected, by kind.");

    public static readonly Histogram<double> SeenLag = Meter.CreateHistogram<double>(
        "filingwire.edgar.seen_lag", "s", "From a live submission's acceptance until it was seen.");

    public static readonly Histogram<double> PublishedLag = Meter.CreateHistogram<double>(
        "filingwire.edgar.published_lag", "s", "From a live submission's being seen until its event was published.");

    private static long unclosedDays;

    private static readonly ObservableGauge<long> Unclosed = Meter.CreateObservableGauge(
        "filingwire.edgar.unclosed_days", () => Interlocked.Read(ref unclosedDays), "{day}",
            "Business days that should be closed by ten of the next and are not.");

    public static void SetUnclosed(long days)
    {
        Interlocked.Exchange(ref unclosedDays, days);
        _ = Unclosed;
    }
}
