using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Interceptors by type, taken from the request's services or made for every call.</summary>
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    public void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(new InterceptorRegistration(typeof(TInterceptor), args));
}

/// <summary>An interceptor's type and the arguments its constructor takes beside services.</summary>
public class InterceptorRegistration
{
    private readonly CallObject _interceptor;

    internal InterceptorRegistration(Type type, object[] arguments) => _interceptor = new CallObject(type, arguments);

    internal Interceptor Resolve(ServerCallContext context) => (Interceptor)_interceptor.Resolve(context);
}
