using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Protocol;

/// <summary>Interceptors of both sides, registered clients and call-context propagation.</summary>
public sealed class InterceptorTests
{
    [Fact]
    public async Task Interceptors_run_in_order_on_every_kind_of_call()
    {
        var trace = new Trace();
        await using var server = await TestServer.StartAsync(
            services =>
            {
                services.AddSingleton(trace);
                services.AddGrpc(options =>
                {
                    options.Interceptors.Add<ServerTrace>("outer");
                    options.Interceptors.Add<ServerTrace>("inner");
                });
            },
            new EchoService().Map);
        using var channel = GrpcChannel.ForAddress(server.Address);
        var invoker = channel.Intercept(new ClientTrace(trace, "first"), new ClientTrace(trace, "second"))
            .Intercept(headers => { headers.Add("added", "yes"); return headers; });

        await invoker.UnaryEcho("x");
        Assert.Equal(["first unary", "second unary", "outer unary yes", "inner unary yes"], trace.Take());
        await invoker.StreamEcho("x").ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
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

    [Fact]
    public async Task Registered_client_passes_deadline_and_cancellation_of_its_caller_on()
    {
        DateTime? inner = null;
        var innerCancelled = new TaskCompletionSource();
        await using var backend = await new EchoService
        {
            Unary = async (request, context) =>
            {
                inner = context.Deadline;
                await using var registration = context.CancellationToken.Register(() => innerCancelled.TrySetResult());
                await innerCancelled.Task;
                return request;
            },
        }.StartAsync();
        await using var front = await TestServer.StartAsync(
            services =>
            {
                services.AddGrpc();
                services.AddGrpcClient<EchoClient>(options => options.Address = new Uri(backend.Address)).EnableCallContextPropagation();
            },
            application => new EchoService
            {
                Unary = (request, context) => context.GetHttpContext().RequestServices.GetRequiredService<EchoClient>().UnaryAsync(request),
            }.Map(application));
        using var channel = GrpcChannel.ForAddress(front.Address);
        using var token = new CancellationTokenSource();
        var deadline = DateTime.UtcNow.AddSeconds(30);
        var call = channel.CreateCallInvoker().UnaryEcho("x", new CallOptions(deadline: deadline, cancellationToken: token.Token));
        while (inner is null) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.InRange((inner.Value - deadline).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        await token.CancelAsync();
        await innerCancelled.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(StatusCode.Cancelled, (await EchoCalls.EndOf(() => call.ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Propagation_outside_a_call_fails_unless_allowed()
    {
        await using var backend = await new EchoService().StartAsync();
        foreach (var allowed in new[] { true, false })
        {
            var services = new ServiceCollection();
            services.AddGrpcClient<EchoClient>(options => options.Address = new Uri(backend.Address))
                .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = allowed);
            await using var provider = services.BuildServiceProvider();
            var client = provider.GetRequiredService<EchoClient>();
            if (allowed) Assert.Equal("x", await client.UnaryAsync("x"));
            else await Assert.ThrowsAsync<InvalidOperationException>(() => client.UnaryAsync("x"));
        }
    }

    [Fact]
    public async Task Registered_client_takes_interceptors_channel_options_and_credentials()
    {
        string? authorization = null;
        await using var backend = await new EchoService
        {
            Unary = (request, context) =>
            {
                authorization = context.RequestHeaders.GetValue("authorization");
                return Task.FromResult(request);
            },
        }.StartAsync();
        var trace = new Trace();
        var services = new ServiceCollection().AddSingleton(trace);
        services.AddTransient(provider => new ClientTrace(provider.GetRequiredService<Trace>(), "registered"));
        services.AddGrpcClient<EchoClient>("named", options => options.Address = new Uri(backend.Address))
            .AddInterceptor<ClientTrace>(Grpc.Net.ClientFactory.InterceptorScope.Client)
            .AddInterceptor(() => new ClientTrace(trace, "made"))
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((_, metadata) =>
            {
                metadata.Add("authorization", "Bearer t");
                return Task.CompletedTask;
            });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<Grpc.Net.ClientFactory.GrpcClientFactory>().CreateClient<EchoClient>("named");
        Assert.Equal("x", await client.UnaryAsync("x"));
        Assert.Equal("Bearer t", authorization);
        Assert.Equal(["registered unary", "made unary"], trace.Take());
    }

    internal sealed class EchoClient : ClientBase<EchoClient>
    {
        public EchoClient(CallInvoker invoker) : base(invoker) { }

        private EchoClient(ClientBaseConfiguration configuration) : base(configuration) { }

        public Task<string> UnaryAsync(string request) => CallInvoker.UnaryEcho(request).ResponseAsync;

        protected override EchoClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
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
            IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
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
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
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
