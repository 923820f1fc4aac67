using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Gives a call the deadline and the cancellation of the server call it is made for.</summary>
internal sealed class ContextPropagationInterceptor(GrpcContextPropagationOptions options, IHttpContextAccessor accessor) : OptionsInterceptor
{
    protected override ClientInterceptorContext<TRequest, TResponse> Change<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context)
    {
        if (accessor.HttpContext?.Features.Get<IServerCallContextFeature>()?.ServerCallContext is not { } parent)
        {
            return options.SuppressContextNotFoundErrors ? context
                : throw new InvalidOperationException("Unable to propagate the call context: this call is not made inside a gRPC server call.");
        }

        return context.Options.PropagationToken is not null ? context
            : new ClientInterceptorContext<TRequest, TResponse>(
                context.Method, context.Host, context.Options.WithPropagationToken(parent.CreatePropagationToken()));
    }
}
