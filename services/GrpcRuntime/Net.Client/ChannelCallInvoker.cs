using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Starts calls on a channel.</summary>
internal sealed class ChannelCallInvoker(GrpcChannel channel) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        AsyncUnaryCall(method, host, options, request).GetAwaiter().GetResult();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options);
        call.Start(request);
        return new AsyncUnaryCall<TResponse>(
            call.ReadResponseAsync(), CallView.Headers, CallView.Status, CallView.Trailers, CallView.Dispose, call);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options);
        call.Start(request);
        return new AsyncServerStreamingCall<TResponse>(
            new ClientStreamReader<TRequest, TResponse>(call),
            CallView.Headers, CallView.Status, CallView.Trailers, CallView.Dispose, call);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options);
        var writer = call.Start();
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            writer, call.ReadResponseAsync(), CallView.Headers, CallView.Status, CallView.Trailers, CallView.Dispose, call);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new ClientCall<TRequest, TResponse>(channel, method, host, options);
        var writer = call.Start();
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            writer, new ClientStreamReader<TRequest, TResponse>(call),
            CallView.Headers, CallView.Status, CallView.Trailers, CallView.Dispose, call);
    }

    /// <summary>The delegates a call object takes, made once.</summary>
    private static class CallView
    {
        public static readonly Func<object, Task<Metadata>> Headers = call => ((IClientCall)call).ResponseHeadersAsync();
        public static readonly Func<object, Status> Status = call => ((IClientCall)call).GetStatus();
        public static readonly Func<object, Metadata> Trailers = call => ((IClientCall)call).GetTrailers();
        public static readonly Action<object> Dispose = call => ((IClientCall)call).Dispose();
    }
}
