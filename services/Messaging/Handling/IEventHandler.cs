using Filingwire.Contracts.Events;

namespace Filingwire.Messaging.Handling;

/// <summary>
/// What a service does with events of another one. The same handler is fed by the bus and by the catch-up from the publisher's
/// log, so events may come twice, late and in any order. Events about one subject are never handled at the same time in one process.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : class, IEvent
{
    /// <summary>
    /// Handles some events: those that have piled up, often one. When it throws, the events are offered again one by one, then
    /// with pauses, and at last put aside with the reason; so throw, and never swallow.
    /// </summary>
    Task HandleAsync(IReadOnlyList<TEvent> events, CancellationToken cancellation);
}
