using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>The service object of a call: the registered one, or a new one that the call disposes of.</summary>
internal sealed class ServiceActivation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>
    where TService : class
{
    private readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>(Type.EmptyTypes);

    public (TService Service, bool IsOwned) Resolve(ServerCallContext context)
    {
        var services = ((ServerCall)context.GetHttpContext().Features.Get<IServerCallContextFeature>()!).Http.RequestServices;
        return services.GetService<TService>() is { } registered ? (registered, false) : (_factory(services, null), true);
    }
}

internal static class ServiceActivation
{
    public static ValueTask DisposeAsync(object service)
    {
        if (service is IAsyncDisposable asynchronous) return asynchronous.DisposeAsync();
        (service as IDisposable)?.Dispose();
        return default;
    }
}
