using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Store;

/// <summary>Registers collections, so that <see cref="DocumentCollection{T}"/> can be injected.</summary>
public static class StoreRegistration
{
    /// <summary>A collection of the service's store.</summary>
    public static IServiceCollection AddCollection<T>(this IServiceCollection services, CollectionDefinition<T> collection)
        where T : class => services.AddSingleton(p => new DocumentCollection<T>(
            collection, p.GetRequiredService<IServiceStore>().Documents, p.GetRequiredService<RelaySignal>()));
}
