using Filingwire.Messaging.Bus;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Following;
using Filingwire.Messaging.Handling;
using Filingwire.Messaging.Relaying;
using Filingwire.Store;
using Filingwire.Store.Leases;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Messaging.Registration;

/// <summary>Everything that carries events, registered at once.</summary>
public static class MessagingRegistration
{
    /// <summary>What messaging keeps beside the service's own documents.</summary>
    public static IReadOnlyList<CollectionDefinition> Collections { get; } = [Lease.Collection, Relay.Collection, ConsumerProgress.Collection];

    /// <summary>Registers bus, relay and handlers. Call it before the service's own hosted services, so that these stop first.</summary>
    public static void AddMessaging(this IServiceCollection services, Consumption consumption, BusOptions bus, FollowingOptions following)
    {
        services.AddSingleton(consumption).AddSingleton(bus).AddSingleton(following);
        services.AddSingleton<RelaySignal>().AddSingleton<LogSignal>().AddSingleton<LogDamage>().AddSingleton<EventPublisher>().AddSingleton<Inbox>().AddSingleton<ErrorQueues>();
        services.AddCollection(Lease.Collection).AddCollection(Relay.Collection).AddCollection(ConsumerProgress.Collection);
        services.AddBus(consumption, bus);
        if (bus.Fabric is not null)
            services.AddHostedService<FabricMember>();
        services.AddHostedService<Relay>();
        foreach (var subscription in consumption.Subscriptions)
            subscription.Register(services);
    }

    /// <summary>Follows the log of every producer from which something is consumed. Call it last: what is started last stops first.</summary>
    /// <param name="services">The service's parts.</param>
    /// <param name="consumption">What it consumes.</param>
    /// <param name="peers">The way to a producer.</param>
    public static void AddFollowing(this IServiceCollection services, Consumption consumption, Func<IServiceProvider, string, CallInvoker> peers)
    {
        foreach (var producer in consumption.Subscriptions.GroupBy(s => s.Producer, StringComparer.Ordinal))
            services.AddCatchUp(producer.Key, [.. producer], peers);
    }
}
