using System.Diagnostics.Metrics;
using Filingwire.Messaging;

namespace Filingwire.Restatement.Intake;

/// <summary>What the sweep measures, beside what every service does.</summary>
internal static class SweepInstruments
{
    private static readonly Meter Meter = new(Instruments.Name);

    public static readonly Counter<long> Announced = Meter.CreateCounter<long>("filingwire.sweep.announced", "{issuer}", "Issuers for which a passed deadline was announced.");

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("filingwire.sweep.duration", "s", "Time of one look at the deadlines.");
}
