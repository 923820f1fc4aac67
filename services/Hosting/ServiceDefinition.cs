using Filingwire.Contracts.Events;
using Filingwire.Hosting.Messaging;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Stores;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Hosting;

/// <summary>What a service is made of: what it keeps, serves, consumes and calls. Each service says it once; Program and Standalone start it.</summary>
/// <param name="name">Lower case: "ownership". Names the database, prefixes the queues.</param>
/// <param name="defaultPort">Where it listens on loopback when nothing is said.</param>
public sealed class ServiceDefinition(string name, int defaultPort)
{
    private readonly List<CollectionDefinition> collections = [];
    private readonly List<Action<IServiceCollection>> services = [];
    private readonly List<Action<IEndpointRouteBuilder>> endpoints = [];
    private readonly List<Subscription> subscriptions = [];
    private readonly Dictionary<string, Peer> peers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Role> roles = new(StringComparer.Ordinal)
    {
        ["Rebuild"] = Role.Operator,
        ["RetryFailed"] = Role.Operator,
        ["BackUpStore"] = Role.Operator,
    };

    /// <summary>Another service.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="DefaultAddress">Where it is when nothing is said.</param>
    public sealed record Peer(string Name, Uri DefaultAddress);

    /// <summary>Lower case.</summary>
    public string Name => name;

    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public int DefaultPort => defaultPort;

    internal IReadOnlyList<CollectionDefinition> Collections => collections;

    internal IReadOnlyList<Subscription> Subscriptions => subscriptions;

    internal IReadOnlyCollection<Peer> Peers => peers.Values;

    /// <summary>Keeps documents of a type; <see cref="DocumentCollection{T}"/> can then be injected.</summary>
    public ServiceDefinition Keep<T>(CollectionDefinition<T> collection)
        where T : class
    {
        collections.Add(collection);
        services.Add(s => s.AddSingleton(p => new DocumentCollection<T>(collection, p.GetRequiredService<IServiceStore>().Documents, p.GetRequiredService<Events.RelaySignal>())));
        return this;
    }

    /// <summary>Serves a gRPC service, an implementation of a generated base class.</summary>
    public ServiceDefinition Serve<TService>()
        where TService : class
    {
        services.Add(s => s.AddSingleton<TService>());
        endpoints.Add(e => e.MapGrpcService<TService>());
        return this;
    }

    /// <summary>Knows another service; its address is FILINGWIRE_{NAME}.</summary>
    public ServiceDefinition Know(string peer, int peersDefaultPort)
    {
        peers[peer] = new Peer(peer, new Uri($"http://127.0.0.1:{peersDefaultPort}"));
        return this;
    }

    /// <summary>Calls a known service; the client can then be injected.</summary>
    public ServiceDefinition Call<TClient>(string peer, Func<CallInvoker, TClient> client)
        where TClient : class
    {
        services.Add(s => s.AddSingleton(p => client(p.GetRequiredService<PeerChannels>().To(peer))));
        return this;
    }

    /// <summary>Consumes events of a known service, from the bus and from its log.</summary>
    public ServiceDefinition Consume<TEvent, THandler>(string producer)
        where TEvent : class, IEvent
        where THandler : class, IEventHandler<TEvent>
    {
        subscriptions.Add(new Subscription<TEvent, THandler>(producer));
        return this;
    }

    /// <summary>Demands a role for gRPC methods by name; without a word a reader may call them.</summary>
    public ServiceDefinition Demand(Role role, params ReadOnlySpan<string> methods)
    {
        foreach (var method in methods)
            roles[method] = role;
        return this;
    }

    /// <summary>Registers what else the service needs: stores, domain services, hosted services.</summary>
    public ServiceDefinition With(Action<IServiceCollection> register)
    {
        services.Add(register);
        return this;
    }

    internal Role RoleFor(string method) => roles.GetValueOrDefault(method, Role.Reader);

    internal void Register(IServiceCollection collection)
    {
        foreach (var subscription in subscriptions)
            subscription.Register(collection);
        foreach (var register in services)
            register(collection);
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var map in endpoints)
            map(routes);
    }
}
