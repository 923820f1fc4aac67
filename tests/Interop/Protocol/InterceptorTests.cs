using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Protocol;

/// <summary>Interceptors of both sides.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task Interceptors_run_in_order_on_every_kind_of_call()
    {
        var trace = new Trace();
        await using var server = await TestServer.StartAsync(
            services =>
            {
                new EchoService().Register(services).AddSingleton(trace);
                services.AddGrpc(options =>
                {
                    options.Interceptors.Add<ServerTrace>("outer");
                    options.Interceptors.Add<ServerTrace>("inner");
                });
            },
            EchoService.Map);
        using var channel = GrpcChannel.ForAddress(server.Address);
        // The one put on last sees a call first.
        var invoker = channel.Intercept(headers => { headers.Add("added", "yes"); return headers; })
            .Intercept(new ClientTrace(trace, "second"))
            .Intercept(new ClientTrace(trace, "first"));

        await invoker.UnaryEcho("x");
        Assert.Equal(["first unary", "second unary", "outer unary yes", "inner unary yes"], trace.Take());
        var responses = invoker.StreamEcho("x").ResponseStream;
        Assert.True(await responses.MoveNext());
        Assert.False(await responses.MoveNext());
        Assert.Equal(["first server", "second server", "outer server yes", "inner server yes"], trace.Take());
        using var collect = invoker.CollectEcho();
        await collect.RequestStream.CompleteAsync();
        await collect;
        Assert.Equal(["first client", "second client", "outer client yes", "inner client yes"], trace.Take());
        using var duplex = invoker.DuplexEcho();
        await duplex.RequestStream.CompleteAsync();
        Assert.False(await duplex.ResponseStream.MoveNext());
        Assert.Equal(["first duplex", "second duplex", "outer duplex yes", "inner duplex yes"], trace.Take());
    }

    internal sealed class Trace
    {
        private readonly List<string> _lines = [];

        public void Add(string line)
        {
            lock (_lines) _lines.Add(line);
        }

        public IReadOnlyList<string> Take()
        {
            lock (_lines)
            {
                var taken = _lines.ToList();
                _lines.Clear();
                return taken;
            }
        }
    }

    internal sealed class ServerTrace(Trace trace, string name) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Note("unary", context);
            return continuation(request, context);
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("client", context);
            return continuation(requestStream, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("server", context);
            return continuation(request, responseStream, context);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note("duplex", context);
            return continuation(requestStream, responseStream, context);
        }

        private void Note(string kind, ServerCallContext context) => trace.Add($"{name} {kind} {context.RequestHeaders.GetValue("added")}");
    }

    internal sealed class ClientTrace(Trace trace, string name) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} unary");
            return continuation(request, context);
        }

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} server");
            return continuation(request, context);
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} client");
            return continuation(context);
        }

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        {
            trace.Add($"{name} duplex");
            return continuation(context);
        }
    }
}
