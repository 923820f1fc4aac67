using System.Diagnostics.CodeAnalysis;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps gRPC services to endpoints.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps the methods of a service that a call takes from the request's services, or makes.</summary>
    public static GrpcServiceEndpointConventionBuilder MapGrpcService<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TService>(this IEndpointRouteBuilder builder)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        var mapped = builder.ServiceProvider.GetService<MappedServices>()
            ?? throw new InvalidOperationException("gRPC is not registered. Call AddGrpc on the service collection first.");
        var settings = builder.ServiceProvider.GetRequiredService<ServiceSettings<TService>>();
        var mapping = new ServiceMapping(builder, mapped, settings, typeof(TService));
        GeneratedBinding.Bind(typeof(TService), new ServiceTypeBinder<TService>(mapping));
        return mapping.Finish();
    }
}
