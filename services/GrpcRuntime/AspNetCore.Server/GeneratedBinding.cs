using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Calls the generated BindService of a service's type.</summary>
internal static class GeneratedBinding
{
    public static void Bind(Type serviceType, ServiceBinderBase binder)
    {
        var attribute = serviceType.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)
            ?? throw new InvalidOperationException($"{serviceType} does not derive from a generated service.");
        var bind = attribute.BindType
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .SingleOrDefault(method => method.Name == attribute.BindMethodName
                && method.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }]
                && first == typeof(ServiceBinderBase)
                && second.IsAssignableFrom(serviceType))
            ?? throw new InvalidOperationException($"{attribute.BindType} has no {attribute.BindMethodName} for {serviceType}.");
        // A null service asks for the methods alone.
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
    }
}
