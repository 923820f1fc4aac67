using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Binds the methods of a service's type.</summary>
internal sealed class ServiceTypeBinder<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TService>(ServiceMapping mapping)
    : ServiceBinderBase
    where TService : class
{
    private readonly CallObject _service = new(typeof(TService));

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var open = code.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Map(code, method, new UnaryHandler<TRequest, TResponse>(
            method, mapping.Settings, (request, context) => open(ServiceOf(context), request, context)));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var open = code.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Map(code, method, new ClientStreamingHandler<TRequest, TResponse>(
            method, mapping.Settings, (requests, context) => open(ServiceOf(context), requests, context)));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var open = code.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(code, method, new ServerStreamingHandler<TRequest, TResponse>(
            method, mapping.Settings, (request, responses, context) => open(ServiceOf(context), request, responses, context)));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var code = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var open = code
            .CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(code, method, new DuplexStreamingHandler<TRequest, TResponse>(
            method, mapping.Settings, (requests, responses, context) => open(ServiceOf(context), requests, responses, context)));
    }

    private TService ServiceOf(ServerCallContext context) => (TService)_service.Resolve(context);

    private void Map<TRequest, TResponse>(MethodInfo code, Method<TRequest, TResponse> method, MethodHandler<TRequest, TResponse> handler)
        where TRequest : class where TResponse : class =>
        mapping.Add(
            method,
            [.. typeof(TService).GetCustomAttributes(inherit: true), .. code.GetCustomAttributes(inherit: true)],
            handler.HandleAsync);

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"{typeof(TService)} has no method {method.Name} as its generated parent declares it.");
}
