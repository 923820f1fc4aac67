using Filingwire.Contracts.Events;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Hosting.Messaging;

/// <summary>One type of event that a service consumes from another service.</summary>
internal abstract record Subscription(string Producer, Type Event)
{
    public abstract void Register(IServiceCollection services);

    public abstract IEventLanes Lanes(IServiceProvider services);

    public abstract void Receive(IReceiveEndpointConfigurator endpoint, IServiceProvider services);
}

/// <inheritdoc/>
internal sealed record Subscription<TEvent, THandler>(string Producer) : Subscription(Producer, typeof(TEvent))
    where TEvent : class, IEvent
    where THandler : class, IEventHandler<TEvent>
{
    public override void Register(IServiceCollection services)
    {
        services.AddSingleton<THandler>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<ServiceOptions>();
            return new EventLanes<TEvent>(provider.GetRequiredService<THandler>(), options.Lanes, options.BatchSize, provider.GetRequiredService<TimeProvider>());
        });
    }

    public override IEventLanes Lanes(IServiceProvider services) => services.GetRequiredService<EventLanes<TEvent>>();

    private static Guid? LogOf(MessageContext context) => Guid.TryParse(context.Headers.Get<string>(EventHeaders.Log), out var log) ? log : null;

    public override void Receive(IReceiveEndpointConfigurator endpoint, IServiceProvider services)
    {
        var inbox = services.GetRequiredService<Inbox>();
        endpoint.Handler<TEvent>(context => inbox.TakeAsync(
            this, context.Message, LogOf(context), context.Headers.Get<string>(EventHeaders.TraceParent), isLastAttempt: context.GetRetryAttempt() >= BusRegistration.Retries));
    }
}
