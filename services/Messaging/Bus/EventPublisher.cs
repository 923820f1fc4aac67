using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Mime;
using System.Runtime.CompilerServices;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.Logging;

namespace Filingwire.Messaging.Bus;

/// <summary>Puts events of the log on the bus and returns when the broker has confirmed them all.</summary>
public sealed partial class EventPublisher(IBusControl bus, IServiceStore store, BusOptions options, LogDamage damage, TimeProvider time, ILogger<EventPublisher> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    /// <summary>Types of events for which no queue was bound, and when the broker said so. A return is dear, so it is asked for anew only now and then.</summary>
    private readonly ConcurrentDictionary<Type, long> unrouted = new();

    /// <summary>The bus routes by a message's type and wants one to look at; what it sends is the JSON of the log.</summary>
    private static readonly ConcurrentDictionary<Type, object> Carriers = new();

    /// <summary>True when the bus is started and its queues are declared.</summary>
    public bool IsReady => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    /// <summary>Publishes the entries; a repeated publication carries the same message id.</summary>
    public async Task PublishAsync(IReadOnlyList<LogEntry> entries, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var log = (await store.Log.IdentityAsync(cancellation)).ToString();
        try
        {
            await Task.WhenAll(entries.Select(e => PublishAsync(e, log, patience.Token)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker did not confirm within {Patience.TotalSeconds} s.");
        }
        Instruments.Published.Add(entries.Count);
    }

    private async Task PublishAsync(LogEntry entry, string log, CancellationToken cancellation)
    {
        if (entry.IsDamaged)
        {
            damage.Tell(entry.Sequence);
            return;
        }
        if (!EventTypes.ByName.TryGetValue(entry.Event.Type, out var type))
        {
            UnknownType(entry.Event.Type, entry.Sequence);
            return;
        }
        using var activity = Instruments.Source.StartActivity("publish " + type.Name, ActivityKind.Producer, entry.Event.TraceParent);
        var trace = activity?.Id ?? entry.Event.TraceParent;
        var isUnrouted = unrouted.TryGetValue(type, out var since);
        var isAsking = !isUnrouted || (time.GetElapsedTime(since) > AskAgainAfter && unrouted.TryUpdate(type, time.GetTimestamp(), since));
        var body = new AsStored(entry.Event.Json);
        var pipe = Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = entry.Event.EventId;
            context.CorrelationId = entry.Event.EventId;
            context.Serializer = body;
            context.Headers.Set(EventHeaders.Log, log);
            context.Headers.Set(EventHeaders.Check, entry.Check);
            context.Mandatory = isAsking;
            if (trace is not null)
                context.Headers.Set(EventHeaders.TraceParent, trace);
        });
        var message = Carriers.GetOrAdd(type, RuntimeHelpers.GetUninitializedObject);
        try
        {
            await (options.Fabric is { } fabric
                ? fabric.PublishAsync(message, type, pipe, cancellation)
                : bus.Publish(message, type, pipe, cancellation));
            if (isUnrouted && isAsking)
                unrouted.TryRemove(type, out _);
        }
        catch (MessageReturnedException)
        {
            // No failure: the log has the event, and a follower whose queue is gone notices the missing sequence.
            Instruments.Unroutable.Add(1, new KeyValuePair<string, object?>("event", type.Name));
            if (unrouted.TryAdd(type, time.GetTimestamp()))
                Unroutable(type.Name, EventTypes.Exchange(type));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "bus.unroutable", Message = "No queue is bound to {Exchange}: {Event} reaches nobody over the bus, only through the log. Said once until one is")]
    private partial void Unroutable(string @event, string exchange);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "bus.unknown_type", Message = "The log holds a {Event} at {Sequence}, which this version does not know; it is not published")]
    private partial void UnknownType(string @event, long sequence);

    /// <summary>Sends an event as it is stored.</summary>
    private sealed class AsStored(string json) : RawMessageSerializer, IMessageSerializer
    {
        public ContentType ContentType => SystemTextJsonRawMessageSerializer.JsonContentType;

        public MessageBody GetMessageBody<T>(SendContext<T> context)
            where T : class
        {
            SetRawMessageHeaders(context);
            return new StringMessageBody(json);
        }
    }
}
