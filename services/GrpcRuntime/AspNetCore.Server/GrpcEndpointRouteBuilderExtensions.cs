using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps the methods of a service made for every call from the request's services.</summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        var mapping = NewMapping<TService>(builder);
        GeneratedBinding.Bind(typeof(TService), new ServiceTypeBinder<TService>(mapping));
        return mapping.Finish();
    }

    /// <summary>Maps the methods of a definition.</summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService(this IEndpointRouteBuilder builder, ServerServiceDefinition serviceDefinition)
    {
        ArgumentNullException.ThrowIfNull(serviceDefinition);
        var mapping = NewMapping<ServerServiceDefinition>(builder);
        serviceDefinition.BindService(new DefinitionBinder(mapping));
        return mapping.Finish();
    }

    private static ServiceMapping NewMapping<TService>(IEndpointRouteBuilder builder) where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.ServiceProvider;
        var mapped = services.GetService<MappedServices>()
            ?? throw new InvalidOperationException("gRPC is not registered. Call AddGrpc on the service collection first.");
        var all = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value;
        return new ServiceMapping(
            builder, mapped, services.GetRequiredService<ServiceSettings<TService>>(), typeof(TService), all.IgnoreUnknownServices ?? false);
    }
}
