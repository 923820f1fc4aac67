using Filingwire.Hosting.Errors;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Filingwire.Hosting.Security;

/// <summary>Lets a call through when its bearer token has the role that the method needs. Health is open to all.</summary>
internal sealed class AccessInterceptor(ServiceOptions options, ServiceDefinition service) : Interceptor
{
    private const string Scheme = "Bearer ";

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(request, responseStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(context);
        return continuation(requestStream, responseStream, context);
    }

    private void Check(ServerCallContext context)
    {
        if (options.Tokens is null || context.Method.StartsWith("/grpc.health.", StringComparison.Ordinal))
            return;
        var header = context.RequestHeaders.GetValue("authorization");
        var role = header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? options.Tokens.RoleOf(header[Scheme.Length..]) : null;
        if (role is null)
            throw new DomainError(ErrorKind.Unknown, "TOKEN_UNKNOWN", "A known bearer token is needed.").ToException();
        var needed = service.RoleFor(context.Method[(context.Method.LastIndexOf('/') + 1)..]);
        if (role < needed)
            throw new DomainError(ErrorKind.Forbidden, "ROLE_MISSING", $"The method needs the role {needed}.")
            {
                Metadata = new Dictionary<string, string> { ["role"] = needed.ToString() },
            }.ToException();
    }
}
