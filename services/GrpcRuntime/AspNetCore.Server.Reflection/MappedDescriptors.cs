using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Grpc.Reflection;

/// <summary>What the mapped endpoints say of their services.</summary>
internal static class MappedDescriptors
{
    public static ReflectionAnswers Read(EndpointDataSource endpoints)
    {
        var methods = endpoints.Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()).OfType<GrpcMethodMetadata>().ToList();
        var names = methods.Select(method => method.Method.ServiceName).ToHashSet(StringComparer.Ordinal);
        var descriptors = methods.Select(method => method.ServiceType).Distinct().Select(DescriptorOf).OfType<ServiceDescriptor>();
        return new ReflectionAnswers(names, new SymbolIndex(descriptors.Select(descriptor => descriptor.File)));
    }

    // The generated class around a service's parent has the descriptor.
    private static ServiceDescriptor? DescriptorOf(Type service) =>
        service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
}
