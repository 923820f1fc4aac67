using System.Diagnostics.CodeAnalysis;
using Grpc.Core.Interceptors;

namespace Grpc.Core;

/// <summary>The parent of generated clients.</summary>
public abstract class ClientBase<T> : ClientBase where T : ClientBase<T>
{
    protected ClientBase() { }

    protected ClientBase(ClientBaseConfiguration configuration) : base(configuration) { }

    public ClientBase(ChannelBase channel) : base(channel) { }

    public ClientBase(CallInvoker callInvoker) : base(callInvoker) { }

    /// <summary>The same client with another authority.</summary>
    public T WithHost(string host) => NewInstance(new ClientBaseConfiguration(Configuration.Invoker, host));

    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}

/// <summary>The parent of generated clients, without their type.</summary>
[SuppressMessage("Design", "CA1012", Justification = "The official signatures.")]
public abstract class ClientBase
{
    private readonly CallInvoker? _callInvoker;

    /// <summary>For test doubles that override every method.</summary>
    protected ClientBase() => Configuration = new ClientBaseConfiguration(null!, null);

    protected ClientBase(ClientBaseConfiguration configuration)
    {
        Configuration = configuration ?? throw new ArgumentNullException(nameof(configuration));
        _callInvoker = configuration.CreateInvoker();
    }

    public ClientBase(ChannelBase channel) : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker()) { }

    public ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker ?? throw new ArgumentNullException(nameof(callInvoker)), null)) { }

    protected CallInvoker CallInvoker =>
        _callInvoker ?? throw new InvalidOperationException("A client made without a channel can only be used as a test double.");

    internal ClientBaseConfiguration Configuration { get; }

    /// <summary>What a client hands to a copy of itself.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The official place.")]
    protected internal class ClientBaseConfiguration
    {
        internal ClientBaseConfiguration(CallInvoker invoker, string? host)
        {
            Invoker = invoker;
            Host = host;
        }

        internal CallInvoker Invoker { get; }

        internal string? Host { get; }

        internal CallInvoker CreateInvoker() => Host is null ? Invoker : Invoker.Intercept(new HostInterceptor(Host));
    }
}
