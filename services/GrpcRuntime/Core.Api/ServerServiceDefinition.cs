using System.Diagnostics.CodeAnalysis;

namespace Grpc.Core;

/// <summary>A name in generated code, which can make one; services are mapped by their type alone.</summary>
public class ServerServiceDefinition
{
    private ServerServiceDefinition() { }

    public static Builder CreateBuilder() => new();

    /// <summary>Takes the methods of a generated service and forgets them.</summary>
    [SuppressMessage("Design", "CA1034", Justification = "The official place.")]
    public class Builder
    {
        public Builder AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        public Builder AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse> handler)
            where TRequest : class where TResponse : class => this;

        [SuppressMessage("Performance", "CA1822", Justification = "The official signature.")]
        public ServerServiceDefinition Build() => new();
    }
}
