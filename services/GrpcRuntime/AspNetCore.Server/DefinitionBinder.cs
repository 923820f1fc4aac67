using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>Binds methods that bring their code along.</summary>
internal sealed class DefinitionBinder(ServiceMapping mapping) : ServiceBinderBase
{
    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        mapping.Add(method, [], new UnaryHandler<TRequest, TResponse>(method, mapping.Settings, Required(handler)).HandleAsync);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
        mapping.Add(method, [], new ClientStreamingHandler<TRequest, TResponse>(method, mapping.Settings, Required(handler)).HandleAsync);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
        mapping.Add(method, [], new ServerStreamingHandler<TRequest, TResponse>(method, mapping.Settings, Required(handler)).HandleAsync);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
        mapping.Add(method, [], new DuplexStreamingHandler<TRequest, TResponse>(method, mapping.Settings, Required(handler)).HandleAsync);

    private static T Required<T>(T? handler) where T : Delegate => handler ?? throw new ArgumentException("A definition needs a handler for every method.");
}
