namespace Filingwire.Contracts.Events;

/// <summary>What an event says to those who carry and order events without knowing what they are about.</summary>
public static class EventSubject
{
    /// <summary>Whom the event concerns: events about one subject are handled one after another.</summary>
    public static string? Subject(this IEvent @event) => @event.Issuer;

    /// <summary>The resource that caused it.</summary>
    public static string? Cause(this IEvent @event) => @event.Filing;

    /// <summary>Type of that resource.</summary>
    public static string? CauseKind(this IEvent @event) => @event.FormType;
}
