using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Binds the methods of a service's type, which is made for every call.</summary>
internal sealed class ServiceTypeBinder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TService>(ServiceMapping mapping)
    : ServiceBinderBase
    where TService : class
{
    private readonly ServiceActivation<TService> _activation = new();

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var open = code.CreateDelegate<OpenUnaryMethod<TService, TRequest, TResponse>>();
        Map(code, method, new UnaryHandler<TRequest, TResponse>(method, mapping.Settings, (request, context) =>
        {
            var (service, owned) = _activation.Resolve(context);
            return owned ? OwnedAsync(service, request, context) : open(service, request, context);
        }));

        async Task<TResponse> OwnedAsync(TService service, TRequest request, ServerCallContext context)
        {
            try { return await open(service, request, context); }
            finally { await ServiceActivation.DisposeAsync(service); }
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var open = code.CreateDelegate<OpenClientStreamingMethod<TService, TRequest, TResponse>>();
        Map(code, method, new ClientStreamingHandler<TRequest, TResponse>(method, mapping.Settings, (requests, context) =>
        {
            var (service, owned) = _activation.Resolve(context);
            return owned ? OwnedAsync(service, requests, context) : open(service, requests, context);
        }));

        async Task<TResponse> OwnedAsync(TService service, IAsyncStreamReader<TRequest> requests, ServerCallContext context)
        {
            try { return await open(service, requests, context); }
            finally { await ServiceActivation.DisposeAsync(service); }
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var open = code.CreateDelegate<OpenServerStreamingMethod<TService, TRequest, TResponse>>();
        Map(code, method, new ServerStreamingHandler<TRequest, TResponse>(method, mapping.Settings, (request, responses, context) =>
        {
            var (service, owned) = _activation.Resolve(context);
            return owned ? OwnedAsync(service, request, responses, context) : open(service, request, responses, context);
        }));

        async Task OwnedAsync(TService service, TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            try { await open(service, request, responses, context); }
            finally { await ServiceActivation.DisposeAsync(service); }
        }
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var open = code.CreateDelegate<OpenDuplexStreamingMethod<TService, TRequest, TResponse>>();
        Map(code, method, new DuplexStreamingHandler<TRequest, TResponse>(method, mapping.Settings, (requests, responses, context) =>
        {
            var (service, owned) = _activation.Resolve(context);
            return owned ? OwnedAsync(service, requests, responses, context) : open(service, requests, responses, context);
        }));

        async Task OwnedAsync(TService service, IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context)
        {
            try { await open(service, requests, responses, context); }
            finally { await ServiceActivation.DisposeAsync(service); }
        }
    }

    private void Map<TRequest, TResponse>(MethodInfo code, Method<TRequest, TResponse> method, MethodHandler<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        mapping.Add(method, [.. typeof(TService).GetCustomAttributes(inherit: true), .. code.GetCustomAttributes(inherit: true)], handler.HandleAsync);

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name} as its generated parent declares it.");
}
