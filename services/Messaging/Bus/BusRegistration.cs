using System.Text.Json;
using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Handling;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Messaging.Bus;

/// <summary>
/// MassTransit as this system uses it: plain JSON, an exchange for each event type, a quorum queue for each service and event
/// type, a few retries and then the error queue.
/// </summary>
public static class BusRegistration
{
    /// <summary>Registers the bus of a service with a queue for each type of event that it consumes.</summary>
    public static IServiceCollection AddBus(this IServiceCollection services, Consumption consumption, BusOptions options)
    {
        services.AddOptions<MassTransitHostOptions>().Configure(o =>
        {
            // The relay publishes nothing before the bus is healthy, so the service may answer reads while the broker is away.
            o.WaitUntilStarted = options.RabbitMq is null;
            o.StopTimeout = TimeSpan.FromSeconds(20);
        });
        return services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            if (options.RabbitMq is { } address)
                x.UsingRabbitMq((context, bus) =>
                {
                    bus.Host(address);
                    Configure(bus);
                    foreach (var subscription in consumption.Subscriptions)
                        bus.ReceiveEndpoint(Queue(consumption.Service, subscription.Event), endpoint =>
                        {
                            endpoint.SetQuorumQueue();
                            endpoint.PrefetchCount = options.Prefetch;
                            Receive(endpoint, subscription, context, options);
                        });
                });
            else
                x.UsingInMemory((context, bus) =>
                {
                    Configure(bus);
                    foreach (var subscription in consumption.Subscriptions)
                        bus.ReceiveEndpoint(Queue(consumption.Service, subscription.Event), endpoint => Receive(endpoint, subscription, context, options));
                });
        });
    }

    /// <summary>The queue of a service for a type of event: <c>reader-note-taken</c>.</summary>
    public static string Queue(string service, Type @event) => $"{service}-{EventTypes.Kebab(@event)}";

    private static void Configure(IBusFactoryConfigurator bus)
    {
        bus.MessageTopology.SetEntityNameFormatter(new ExchangeNames());
        bus.Publish<IEvent>(p => p.Exclude = true);
        bus.ClearSerialization();
        bus.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType | RawSerializerOptions.AddTransportHeaders, isDefault: true);
        bus.ConfigureJsonSerializerOptions(LikeEvents);
    }

    private static void Receive(IReceiveEndpointConfigurator endpoint, Subscription subscription, IServiceProvider services, BusOptions options)
    {
        endpoint.PublishFaults = false;
        endpoint.ConcurrentMessageLimit = options.Prefetch;
        if (options.Fabric is { } fabric)
            endpoint.UseExecute(_ => fabric.Arrived());
        // Drawn anew in every process, so that replicas which collide do not collide again.
        endpoint.UseMessageRetry(retry => retry.Intervals(
            [.. FailurePolicy.BusPauses.Select(pause => pause * (0.5 + Random.Shared.NextDouble()))]));
        subscription.Receive(endpoint, services);
    }

    /// <summary>The bus reads an event as the log has it; what it sends is what the log has (<see cref="EventPublisher"/>).</summary>
    private static JsonSerializerOptions LikeEvents(JsonSerializerOptions bus)
    {
        for (var i = 0; i < EventJson.Options.Converters.Count; i++)
            bus.Converters.Insert(i, EventJson.Options.Converters[i]);
        return bus;
    }

    private sealed class ExchangeNames : IEntityNameFormatter
    {
        public string FormatEntityName<T>() => EventTypes.Exchange(typeof(T));
    }
}
