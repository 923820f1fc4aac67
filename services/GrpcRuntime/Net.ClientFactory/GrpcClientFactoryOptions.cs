using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>How clients of one registered name are made.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Required, unless the HTTP client's base address says it.</summary>
    public Uri? Address { get; set; }

    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Instead of the client's constructor that takes a <see cref="CallInvoker"/>.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }

    internal IList<Action<IServiceProvider, GrpcChannelOptions>> ServiceChannelOptionsActions { get; } = [];

    internal Func<IServiceProvider, CallInvoker, object>? ServiceCreator { get; set; }
}
