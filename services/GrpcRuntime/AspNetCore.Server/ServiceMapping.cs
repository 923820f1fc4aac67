using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Grpc.AspNetCore.Server;

/// <summary>Collects the endpoints of one service while it is mapped.</summary>
internal sealed class ServiceMapping(IEndpointRouteBuilder routes, MappedServices mapped, ServiceSettings settings, Type serviceType)
{
    private static readonly HttpMethodMetadata PostOnly = new([HttpMethods.Post]);
    private readonly List<IEndpointConventionBuilder> _endpoints = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public ServiceSettings Settings => settings;

    public void Add(IMethod method, IEnumerable<object> metadata, RequestDelegate handler)
    {
        _names.Add(method.ServiceName);
        var endpoint = routes.Map(RoutePatternFactory.Parse(method.FullName), handler);
        endpoint.Add(builder =>
        {
            builder.DisplayName = $"gRPC - {method.FullName}";
            builder.Metadata.Add(new GrpcMethodMetadata(serviceType, method));
            foreach (var item in metadata) builder.Metadata.Add(item);
            builder.Metadata.Add(PostOnly);
        });
        _endpoints.Add(endpoint);
    }

    public GrpcServiceEndpointConventionBuilder Finish()
    {
        foreach (var name in _names)
        {
            if (mapped.Claim(name))
                MapUnimplemented($"{name}/{{unimplementedMethod}}", "Service is unimplemented.", "Method is unimplemented.");
        }

        if (mapped.Claim(""))
            MapUnimplemented("{unimplementedService}/{unimplementedMethod}", "Service is unimplemented.", "Service is unimplemented.");
        return new GrpcServiceEndpointConventionBuilder(_endpoints);
    }

    private void MapUnimplemented(string pattern, string displayName, string detail)
    {
        var policies = new RouteValueDictionary { ["unimplementedMethod"] = GrpcRequestConstraint.Instance };
        var route = RoutePatternFactory.Parse(pattern, defaults: null, parameterPolicies: policies);
        routes.Map(route, http => ProtocolErrors.EndAsync(http, StatusCode.Unimplemented, detail))
            .Add(builder =>
            {
                builder.DisplayName = $"gRPC - {displayName}";
                builder.Metadata.Add(PostOnly);
            });
    }

    /// <summary>Lets requests that are not gRPC go on to other endpoints.</summary>
    private sealed class GrpcRequestConstraint : IRouteConstraint
    {
        public static readonly GrpcRequestConstraint Instance = new();

        public bool Match(
            HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            httpContext is null || Filingwire.GrpcRuntime.Wire.HeaderNames.IsGrpc(httpContext.Request.ContentType);
    }
}
