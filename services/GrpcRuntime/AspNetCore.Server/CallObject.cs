using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>A service or an interceptor of a call: the registered one, or a new one that is disposed of with the request.</summary>
internal sealed class CallObject(Type type, params object[] arguments)
{
    private ObjectFactory? _factory;

    public object Resolve(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (arguments.Length == 0 && http.RequestServices.GetService(type) is { } registered) return registered;
        _factory ??= ActivatorUtilities.CreateFactory(type, Array.ConvertAll(arguments, argument => argument.GetType()));
        var made = _factory(http.RequestServices, arguments);
        if (made is IAsyncDisposable asynchronous) http.Response.RegisterForDisposeAsync(asynchronous);
        else if (made is IDisposable disposable) http.Response.RegisterForDispose(disposable);
        return made;
    }
}
