using Filingwire.Events.V1;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Messaging.Following;

internal static class CatchUpRegistration
{
    /// <summary>Follows one producer's log for all event types consumed from it.</summary>
    public static void AddCatchUp(this IServiceCollection services, string producer, IReadOnlyList<Subscription> subscriptions, Func<IServiceProvider, string, CallInvoker> peers)
    {
        services.AddKeyedSingleton(producer, (p, _) => new ConsumerProgress(producer, p.GetRequiredService<DocumentCollection<Checkpoint>>()));
        services.AddKeyedSingleton(producer, (p, _) => ActivatorUtilities.CreateInstance<CatchUpService>(
            p,
            producer,
            subscriptions,
            new EventLogService.EventLogServiceClient(peers(p, producer)),
            p.GetRequiredKeyedService<ConsumerProgress>(producer)));
        services.AddSingleton(p => p.GetRequiredKeyedService<CatchUpService>(producer));
        services.AddSingleton<IHostedService>(p => p.GetRequiredKeyedService<CatchUpService>(producer));
    }
}
