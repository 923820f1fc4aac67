using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Puts a service's interceptors around the code of a method, once, when it is mapped.</summary>
internal static class InterceptorChain
{
    public static UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, UnaryServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, interceptor) => (request, context) =>
            interceptor.Resolve(context).UnaryServerHandler(request, context, next));

    public static ClientStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, ClientStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, interceptor) => (requests, context) =>
            interceptor.Resolve(context).ClientStreamingServerHandler(requests, context, next));

    public static ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, ServerStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, interceptor) => (request, responses, context) =>
            interceptor.Resolve(context).ServerStreamingServerHandler(request, responses, context, next));

    public static DuplexStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        IReadOnlyList<InterceptorRegistration> interceptors, DuplexStreamingServerMethod<TRequest, TResponse> code)
        where TRequest : class where TResponse : class =>
        interceptors.Reverse().Aggregate(code, (next, interceptor) => (requests, responses, context) =>
            interceptor.Resolve(context).DuplexStreamingServerHandler(requests, responses, context, next));
}
