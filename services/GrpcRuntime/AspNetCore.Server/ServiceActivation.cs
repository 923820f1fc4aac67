using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>The service object of a call: the registered one, or a new one that the call disposes of.</summary>
internal sealed class ServiceActivation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>
    where TService : class
{
    private readonly ObjectFactory<TService> _factory = ActivatorUtilities.CreateFactory<TService>(Type.EmptyTypes);

    /// <summary>The service, and whether the call has to dispose of it.</summary>
    public (TService Service, bool IsOwned) Resolve(ServerCallContext context)
    {
        var services = context.GetHttpContext().RequestServices;
        if (services.GetService<TService>() is { } registered) return (registered, false);
        var made = _factory(services, null);
        return (made, made is IAsyncDisposable or IDisposable);
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
