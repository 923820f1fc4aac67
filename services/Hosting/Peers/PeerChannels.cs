using System.Collections.Concurrent;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Filingwire.Hosting.Peers;

/// <summary>One channel to each other service, with this service's token and a deadline on every unary call.</summary>
public sealed class PeerChannels(PeerOptions peers, AccessOptions access) : IDisposable
{
    private const int MostReceivedBytes = 64 << 20;
    private readonly ConcurrentDictionary<string, GrpcChannel> channels = new(StringComparer.Ordinal);

    /// <summary>To make a client for a peer: <c>new XService.XServiceClient(peers.To("extraction"))</c>.</summary>
    public CallInvoker To(string peer) => channels.GetOrAdd(peer, Open).Intercept(new PeerInterceptor(access.PeerToken));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values)
            channel.Dispose();
    }

    private GrpcChannel Open(string peer)
    {
        if (!peers.Addresses.TryGetValue(peer, out var address))
            throw new OptionsException($"The address of '{peer}' is not known: FILINGWIRE_{peer.ToUpperInvariant()}.");
        var handler = new SocketsHttpHandler
        {
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingDelay = TimeSpan.FromSeconds(30),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
        access.Tls?.Apply(handler.SslOptions);
        return GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MostReceivedBytes,
        });
    }

    private sealed class PeerInterceptor(string? token) : Interceptor
    {
        private static readonly TimeSpan UnaryDeadline = TimeSpan.FromSeconds(15);

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var call = WithToken(context.Options);
            if (call.Deadline is null)
                call = call.WithDeadline(TimeProvider.System.GetUtcNow().UtcDateTime + UnaryDeadline);
            return continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, call));
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, WithToken(context.Options)));

        private CallOptions WithToken(CallOptions call)
        {
            if (token is null)
                return call;
            var headers = new Metadata();
            foreach (var entry in call.Headers ?? [])
                headers.Add(entry);
            headers.Add("authorization", "Bearer " + token);
            return call.WithHeaders(headers);
        }
    }
}
