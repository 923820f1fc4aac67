using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory;

/// <summary>Makes clients on one channel per name, which lives as long as the container.</summary>
internal sealed class RegisteredClientFactory(
    RegisteredChannels channels, IOptionsMonitor<GrpcClientFactoryOptions> options, IServiceProvider services) : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        var settings = options.Get(name);
        var invoker = channels.InvokerOf(name);
        var own = settings.InterceptorRegistrations
            .Where(registration => registration.Scope == InterceptorScope.Client)
            .Select(registration => registration.Creator(services))
            .ToArray();
        if (own.Length > 0) invoker = invoker.Intercept(own);
        if (settings.CallOptionsActions.Count > 0) invoker = invoker.Intercept(new CallOptionsInterceptor(settings.CallOptionsActions, services));
        if (settings.ServiceCreator is { } creator) return (TClient)creator(services, invoker);
        return (TClient)(settings.Creator?.Invoke(invoker) ?? Constructor<TClient>.Factory(services, [invoker]));
    }

    private static class Constructor<TClient>
    {
        public static readonly ObjectFactory Factory = ActivatorUtilities.CreateFactory(typeof(TClient), [typeof(CallInvoker)]);
    }

    private sealed class CallOptionsInterceptor(IEnumerable<Action<CallOptionsContext>> actions, IServiceProvider services) : OptionsInterceptor
    {
        protected override ClientInterceptorContext<TRequest, TResponse> Change<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
        {
            var changed = new CallOptionsContext(context.Options, services);
            foreach (var action in actions) action(changed);
            return new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, changed.CallOptions);
        }
    }
}

/// <summary>The channels of the registered names.</summary>
internal sealed class RegisteredChannels(
    IOptionsMonitor<GrpcClientFactoryOptions> options, IHttpMessageHandlerFactory handlers, IServiceProvider services) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<(GrpcChannel Channel, CallInvoker Invoker)>> _channels = new(StringComparer.Ordinal);

    public CallInvoker InvokerOf(string name) =>
        _channels.GetOrAdd(name, static (name, self) => new(() => self.Create(name)), this).Value.Invoker;

    public void Dispose()
    {
        foreach (var made in _channels.Values)
        {
            if (made.IsValueCreated) made.Value.Channel.Dispose();
        }
    }

    private (GrpcChannel Channel, CallInvoker Invoker) Create(string name)
    {
        var settings = options.Get(name);
        var address = settings.Address ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address.");
        var channelOptions = new GrpcChannelOptions
        {
            HttpHandler = handlers.CreateHandler(name),
            LoggerFactory = services.GetService<ILoggerFactory>(),
            ServiceProvider = services,
        };
        foreach (var action in settings.ChannelOptionsActions) action(channelOptions);
        foreach (var action in settings.ServiceChannelOptionsActions) action(services, channelOptions);
        if (channelOptions.HttpClient is not null) channelOptions.HttpHandler = null;
        var channel = GrpcChannel.ForAddress(address, channelOptions);
        var shared = settings.InterceptorRegistrations
            .Where(registration => registration.Scope == InterceptorScope.Channel)
            .Select(registration => registration.Creator(services))
            .ToArray();
        return (channel, shared.Length == 0 ? channel.CreateCallInvoker() : channel.CreateCallInvoker().Intercept(shared));
    }
}
