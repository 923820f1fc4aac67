using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor's type and the arguments its constructor takes beside services.</summary>
public class InterceptorRegistration
{
    private readonly object[] _arguments;
    private ObjectFactory? _factory;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        Type = type;
        _arguments = arguments;
    }

    public Type Type { get; }

    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>The registered instance, or a new one that the call must dispose of.</summary>
    internal (Interceptor Interceptor, bool IsOwned) Resolve(IServiceProvider services)
    {
        if (_arguments.Length == 0 && services.GetService(Type) is Interceptor registered) return (registered, false);
        _factory ??= ActivatorUtilities.CreateFactory(Type, Array.ConvertAll(_arguments, argument => argument.GetType()));
        return ((Interceptor)_factory(services, _arguments), true);
    }
}
