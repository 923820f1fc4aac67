using Filingwire.Events.V1;
using Filingwire.Hosting.Messaging;
using Filingwire.Hosting.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Hosting.CatchUp;

internal static class CatchUpRegistration
{
    /// <summary>Follows one producer's log for all event types consumed from it.</summary>
    public static void AddCatchUp(this IServiceCollection services, string producer, IReadOnlyList<Subscription> subscriptions)
    {
        services.AddKeyedSingleton(producer, (p, _) => new ConsumerProgress(producer, p.GetRequiredService<DocumentCollection<Checkpoint>>()));
        services.AddKeyedSingleton(producer, (p, _) => ActivatorUtilities.CreateInstance<CatchUpService>(
            p,
            producer,
            subscriptions,
            new EventLogService.EventLogServiceClient(p.GetRequiredService<PeerChannels>().To(producer)),
            p.GetRequiredKeyedService<ConsumerProgress>(producer)));
        services.AddSingleton(p => p.GetRequiredKeyedService<CatchUpService>(producer));
        services.AddSingleton<IHostedService>(p => p.GetRequiredKeyedService<CatchUpService>(producer));
    }
}
