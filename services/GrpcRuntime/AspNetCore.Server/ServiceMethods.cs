using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>A method of a service made for every call.</summary>
internal delegate Task<TResponse> OpenUnaryMethod<in TService, in TRequest, TResponse>(TService service, TRequest request, ServerCallContext context);

internal delegate Task<TResponse> OpenClientStreamingMethod<in TService, in TRequest, TResponse>(
    TService service, IAsyncStreamReader<TRequest> requests, ServerCallContext context);

internal delegate Task OpenServerStreamingMethod<in TService, in TRequest, out TResponse>(
    TService service, TRequest request, IServerStreamWriter<TResponse> responses, ServerCallContext context);

internal delegate Task OpenDuplexStreamingMethod<in TService, in TRequest, out TResponse>(
    TService service, IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> responses, ServerCallContext context);
