namespace Filingwire.Messaging.Events;

/// <summary>Names of message headers.</summary>
internal static class EventHeaders
{
    /// <summary>W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>The identity of the log to which the event's sequence belongs.</summary>
    public const string Log = "filingwire-log";

    /// <summary>The running check value of the log at the event.</summary>
    public const string Check = "filingwire-check";
}
