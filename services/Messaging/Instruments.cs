using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Filingwire.Messaging;

/// <summary>What every service measures. Names follow the OpenTelemetry conventions; see the README for the list.</summary>
public static class Instruments
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "Filingwire";

    /// <summary>Traces.</summary>
    public static readonly ActivitySource Source = new(Name);
    /// <summary>Metrics.</summary>
    public static readonly Meter Meter = new(Name);
    internal static readonly Counter<long> Appended = Meter.CreateCounter<long>("filingwire.log.appended", "{event}", "Events appended to the log.");
    internal static readonly Counter<long> Damaged = Meter.CreateCounter<long>("filingwire.log.damaged", "{event}", "Entries of the log found damaged and passed by.");
    internal static readonly Counter<long> Published = Meter.CreateCounter<long>("filingwire.bus.published", "{event}", "Events confirmed by the broker.");
    internal static readonly Counter<long> Unroutable = Meter.CreateCounter<long>("filingwire.bus.unroutable", "{event}", "Events that the broker has returned because no queue is bound for them; of each type one a minute is asked for.");
    internal static readonly Counter<long> Refused = Meter.CreateCounter<long>("filingwire.bus.refused", "{event}", "Events that the broker does not take; followers read them from the log.");
    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("filingwire.consumer.handled", "{event}", "Events handled.");
    internal static readonly Counter<long> Repeated = Meter.CreateCounter<long>("filingwire.consumer.repeated", "{event}", "Events that had been handled before.");
    internal static readonly Counter<long> Failed = Meter.CreateCounter<long>("filingwire.consumer.failed", "{event}", "Attempts to handle an event that failed.");
    internal static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("filingwire.consumer.lag", "s", "From an event's occurrence until it is handled.");
}
