using Filingwire.Contracts.Events;
using Filingwire.Events.V1;
using Filingwire.Hosting.EventLogs;
using Filingwire.Hosting.Operations;
using Filingwire.Hosting.Peers;
using Filingwire.Hosting.Security;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Filingwire.Hosting;

/// <summary>What a service is made of: what it keeps, serves, consumes and calls. Each service says it once; Program and Standalone start it.</summary>
public sealed class ServiceDefinition
{
    private readonly List<CollectionDefinition> collections = [];
    private readonly List<Action<IServiceCollection>> services = [];
    private readonly List<Action<IEndpointRouteBuilder>> endpoints = [];
    private readonly List<Subscription> subscriptions = [];
    private readonly Dictionary<string, Peer> peers = new(StringComparer.Ordinal);

    /// <summary>A service that serves its log and the operators' methods, and nothing more yet.</summary>
    /// <param name="name">Lower case: "notes". Names the database, prefixes the queues.</param>
    /// <param name="defaultPort">Where it listens on loopback when nothing is said.</param>
    public ServiceDefinition(string name, int defaultPort)
    {
        Name = name;
        DefaultPort = defaultPort;
        Serve<EventLogGrpcService>(EventLogService.Descriptor, (Role.Reader, ["GetLogStatus", "WatchEvents"]));
        Serve<OperationsGrpcService>(
            OperationsService.Descriptor, (Role.Reader, ["GetFollowing"]), (Role.Operator, ["Rebuild", "RetryFailed", "BackUpStore"]));
    }

    /// <summary>Another service.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="DefaultAddress">Where it is when nothing is said.</param>
    public sealed record Peer(string Name, Uri DefaultAddress);

    /// <summary>Lower case.</summary>
    public string Name { get; }

    /// <summary>Where it listens on loopback when nothing is said.</summary>
    public int DefaultPort { get; }

    internal IReadOnlyList<CollectionDefinition> Collections => collections;

    internal Consumption Consumption => new(Name, subscriptions);

    internal IReadOnlyCollection<Peer> Peers => peers.Values;

    internal MethodRoles Roles { get; } = new();

    /// <summary>Keeps documents of a type; <see cref="DocumentCollection{T}"/> can then be injected.</summary>
    public ServiceDefinition Keep<T>(CollectionDefinition<T> collection)
        where T : class
    {
        collections.Add(collection);
        services.Add(s => s.AddCollection(collection));
        return this;
    }

    /// <summary>Serves a gRPC service, an implementation of a generated base class, to callers whose role reaches.</summary>
    /// <param name="service">The service's descriptor.</param>
    /// <param name="methods">Each role with the methods that need it.</param>
    /// <exception cref="ArgumentException">A method has no role or two, or the service has no such method.</exception>
    public ServiceDefinition Serve<TService>(ServiceDescriptor service, params IReadOnlyList<(Role Role, string[] Methods)> methods)
        where TService : class
    {
        Roles.State(service, methods);
        services.Add(s => s.AddSingleton<TService>());
        endpoints.Add(e => e.MapGrpcService<TService>());
        return this;
    }

    /// <summary>Lets a service that it serves receive larger messages than a question needs.</summary>
    public ServiceDefinition Receive<TService>(int mostBytes)
        where TService : class
    {
        services.Add(s => s.Configure<GrpcServiceOptions<TService>>(options => options.MaxReceiveMessageSize = mostBytes));
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

    /// <summary>Registers what else the service needs: stores, domain services, hosted services.</summary>
    public ServiceDefinition With(Action<IServiceCollection> register)
    {
        services.Add(register);
        return this;
    }

    internal void Register(IServiceCollection collection)
    {
        foreach (var register in services)
            register(collection);
    }

    internal void Map(IEndpointRouteBuilder routes)
    {
        foreach (var map in endpoints)
            map(routes);
    }
}
