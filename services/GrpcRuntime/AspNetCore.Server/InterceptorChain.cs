using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Puts a service's interceptors around the code of a method, once, when it is mapped.</summary>
internal static class InterceptorChain
{
    public static UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, UnaryServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, registration) => (request, context) =>
            RunAsync(registration, context, interceptor => interceptor.UnaryServerHandler(request, context, next)));

    public static ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, ClientStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, registration) => (requests, context) =>
            RunAsync(registration, context, interceptor => interceptor.ClientStreamingServerHandler(requests, context, next)));

    public static ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, ServerStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, registration) => (request, responses, context) =>
            RunAsync(registration, context, interceptor => interceptor.ServerStreamingServerHandler(request, responses, context, next)));

    public static DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, DuplexStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, registration) => (requests, responses, context) =>
            RunAsync(registration, context, interceptor => interceptor.DuplexStreamingServerHandler(requests, responses, context, next)));

    private static async Task<TResponse> RunAsync<TResponse>(
        InterceptorRegistration registration, ServerCallContext context, Func<Interceptor, Task<TResponse>> run)
    {
        var (interceptor, owned) = registration.Resolve(context.GetHttpContext().RequestServices);
        try { return await run(interceptor); }
        finally { if (owned) await ServiceActivation.DisposeAsync(interceptor); }
    }

    private static async Task RunAsync(InterceptorRegistration registration, ServerCallContext context, Func<Interceptor, Task> run)
    {
        var (interceptor, owned) = registration.Resolve(context.GetHttpContext().RequestServices);
        try { await run(interceptor); }
        finally { if (owned) await ServiceActivation.DisposeAsync(interceptor); }
    }
}
