using System.Collections.Concurrent;
using Filingwire.Contracts.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Messaging.Handling;

/// <summary>Where an event stands; null where its message does not say.</summary>
/// <param name="Log">In which log.</param>
/// <param name="Check">The log's running check value there.</param>
public readonly record struct LogPlace(Guid? Log, string? Check);

/// <summary>
/// The one way in for consumed events, from the bus and from the log: drops what was handled before, joins what is being
/// handled, handles the rest and remembers its sequence.
/// </summary>
public sealed partial class Inbox(IServiceProvider services, ILogger<Inbox> logger)
{
    private readonly ConcurrentDictionary<(string Producer, Guid? Log, long Sequence), Lazy<Task>> underWay = new();

    /// <summary>
    /// Takes an event from the bus. When the last attempt fails for a reason outside the event, it is left to the catch-up, which
    /// will miss its sequence; the error queue gets only what is wrong in itself.
    /// </summary>
    public async Task TakeAsync(Subscription subscription, IEvent @event, LogPlace place, string? traceParent, int retries)
    {
        try
        {
            await TakeAsync(subscription, @event, place, traceParent);
        }
        catch (Exception e) when (FailurePolicy.OnBus(e, retries) == FailureVerdict.LeaveToCatchUp)
        {
            LeftToCatchUp(subscription.Event.Name, subscription.Producer, @event.Sequence, e.GetType().Name);
        }
    }

    /// <summary>
    /// Completes when the event is handled; fails as its handler does. An event of another log than the one that is followed is handled
    /// too, but its sequence says nothing: the catch-up finds out which log the producer has now.
    /// </summary>
    public Task TakeAsync(Subscription subscription, IEvent @event, LogPlace place, string? traceParent)
    {
        var progress = services.GetRequiredKeyedService<ConsumerProgress>(subscription.Producer);
        if (progress.IsHandled(place, @event.Sequence))
        {
            Instruments.Repeated.Add(1, new KeyValuePair<string, object?>("event", subscription.Event.Name));
            return Task.CompletedTask;
        }
        return underWay.GetOrAdd(
            (subscription.Producer, place.Log, @event.Sequence),
            key => new Lazy<Task>(() => HandleAsync(key, subscription, progress, @event, place, traceParent))).Value;
    }

    private async Task HandleAsync(
        (string Producer, Guid? Log, long Sequence) key, Subscription subscription, ConsumerProgress progress, IEvent @event, LogPlace place, string? traceParent)
    {
        // Otherwise a failure at once would be removed before it is added.
        await Task.Yield();
        try
        {
            await subscription.Lanes(services).HandleAsync(@event, traceParent);
            progress.Handled(place, @event.Sequence);
        }
        finally
        {
            underWay.TryRemove(key, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "inbox.left_to_catch_up", Message = "{Event} {Producer} {Sequence} cannot be handled now ({Reason}); the catch-up takes it later")]
    private partial void LeftToCatchUp(string @event, string producer, long sequence, string reason);
}
