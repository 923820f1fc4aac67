using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

internal sealed class UnaryHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ServiceSettings settings, UnaryServerMethod<TRequest, TResponse> code)
    : MethodHandler<TRequest, TResponse>(method, settings)
    where TRequest : class where TResponse : class
{
    private readonly UnaryServerMethod<TRequest, TResponse> _code = InterceptorChain.Around(settings.Interceptors, code);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask ServeAsync(ServerCall call)
    {
        var request = await NewReader(call).ReadOnlyOneAsync(call.Cancellation);
        call.WriteLast(await _code(request, call), Method.ResponseMarshaller);
    }
}

internal sealed class ClientStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ServiceSettings settings, ClientStreamingServerMethod<TRequest, TResponse> code)
    : MethodHandler<TRequest, TResponse>(method, settings)
    where TRequest : class where TResponse : class
{
    private readonly ClientStreamingServerMethod<TRequest, TResponse> _code = InterceptorChain.Around(settings.Interceptors, code);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask ServeAsync(ServerCall call)
    {
        AllowLongRequests(call.Http);
        call.WriteLast(await _code(new RequestStream<TRequest>(call, NewReader(call)), call), Method.ResponseMarshaller);
    }
}

internal sealed class ServerStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ServiceSettings settings, ServerStreamingServerMethod<TRequest, TResponse> code)
    : MethodHandler<TRequest, TResponse>(method, settings)
    where TRequest : class where TResponse : class
{
    private readonly ServerStreamingServerMethod<TRequest, TResponse> _code = InterceptorChain.Around(settings.Interceptors, code);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask ServeAsync(ServerCall call)
    {
        var request = await NewReader(call).ReadOnlyOneAsync(call.Cancellation);
        await _code(request, new ResponseStream<TResponse>(call, Method.ResponseMarshaller), call);
    }
}

internal sealed class DuplexStreamingHandler<TRequest, TResponse>(
    Method<TRequest, TResponse> method, ServiceSettings settings, DuplexStreamingServerMethod<TRequest, TResponse> code)
    : MethodHandler<TRequest, TResponse>(method, settings)
    where TRequest : class where TResponse : class
{
    private readonly DuplexStreamingServerMethod<TRequest, TResponse> _code = InterceptorChain.Around(settings.Interceptors, code);

    protected override ValueTask ServeAsync(ServerCall call)
    {
        AllowLongRequests(call.Http);
        var responses = new ResponseStream<TResponse>(call, Method.ResponseMarshaller);
        return new ValueTask(_code(new RequestStream<TRequest>(call, NewReader(call)), responses, call));
    }
}
