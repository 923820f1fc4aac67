using Filingwire.Contracts.Events;
using Filingwire.Messaging.Events;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Messaging.Handling;

/// <summary>One type of event that a service consumes from another service.</summary>
public abstract record Subscription(string Producer, Type Event)
{
    /// <summary>Registers the handler and its lanes.</summary>
    internal abstract void Register(IServiceCollection services);

    internal abstract IEventLanes Lanes(IServiceProvider services);

    internal abstract void Receive(IReceiveEndpointConfigurator endpoint, IServiceProvider services);
}

/// <inheritdoc/>
public sealed record Subscription<TEvent, THandler>(string Producer) : Subscription(Producer, typeof(TEvent))
    where TEvent : class, IEvent
    where THandler : class, IEventHandler<TEvent>
{
    internal override void Register(IServiceCollection services)
    {
        services.AddSingleton<THandler>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<FollowingOptions>();
            return new EventLanes<TEvent>(provider.GetRequiredService<THandler>(), options.Lanes, options.BatchSize, provider.GetRequiredService<TimeProvider>());
        });
    }

    internal override IEventLanes Lanes(IServiceProvider services) => services.GetRequiredService<EventLanes<TEvent>>();

    private static LogPlace PlaceOf(MessageContext context) =>
        new(Guid.TryParse(context.Headers.Get<string>(EventHeaders.Log), out var log) ? log : null, context.Headers.Get<string>(EventHeaders.Check));

    internal override void Receive(IReceiveEndpointConfigurator endpoint, IServiceProvider services)
    {
        var inbox = services.GetRequiredService<Inbox>();
        endpoint.Handler<TEvent>(context => inbox.TakeAsync(
            this, context.Message, PlaceOf(context), context.Headers.Get<string>(EventHeaders.TraceParent), context.GetRetryAttempt()));
    }
}
