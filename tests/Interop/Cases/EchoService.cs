using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Cases;

/// <summary>A service of strings whose methods a test writes where it needs them.</summary>
internal sealed class EchoService
{
    public const string Name = "test.Echo";

    public static readonly Method<string, string> UnaryMethod = Define(MethodType.Unary, "Unary");
    public static readonly Method<string, string> ServerStreamMethod = Define(MethodType.ServerStreaming, "ServerStream");
    public static readonly Method<string, string> ClientStreamMethod = Define(MethodType.ClientStreaming, "ClientStream");
    public static readonly Method<string, string> DuplexMethod = Define(MethodType.DuplexStreaming, "Duplex");

    public UnaryServerMethod<string, string> Unary { get; init; } = (request, _) => Task.FromResult(request);

    public ServerStreamingServerMethod<string, string> ServerStream { get; init; } = (request, responses, _) => responses.WriteAsync(request);

    public ClientStreamingServerMethod<string, string> ClientStream { get; init; } = async (requests, _) =>
        string.Concat(await requests.ReadAllAsync().ToListAsync());

    public DuplexStreamingServerMethod<string, string> Duplex { get; init; } = async (requests, responses, _) =>
    {
        await foreach (var request in requests.ReadAllAsync()) await responses.WriteAsync(request);
    };

    public Task<TestServer> StartAsync(
        Action<Grpc.AspNetCore.Server.GrpcServiceOptions>? options = null,
        Action<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>? listen = null) =>
        TestServer.StartAsync(services => services.AddGrpc(options ?? (_ => { })), Map, listen);

    public void Map(WebApplication application) =>
        application.MapGrpcService(ServerServiceDefinition.CreateBuilder()
            .AddMethod(UnaryMethod, Unary)
            .AddMethod(ServerStreamMethod, ServerStream)
            .AddMethod(ClientStreamMethod, ClientStream)
            .AddMethod(DuplexMethod, Duplex)
            .Build());

    private static Method<string, string> Define(MethodType type, string name) =>
        new(type, Name, name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);
}

internal static class EchoCalls
{
    public static AsyncUnaryCall<string> UnaryEcho(this CallInvoker invoker, string request, CallOptions options = default) =>
        invoker.AsyncUnaryCall(EchoService.UnaryMethod, null, options, request);

    public static AsyncServerStreamingCall<string> StreamEcho(this CallInvoker invoker, string request, CallOptions options = default) =>
        invoker.AsyncServerStreamingCall(EchoService.ServerStreamMethod, null, options, request);

    public static AsyncClientStreamingCall<string, string> CollectEcho(this CallInvoker invoker, CallOptions options = default) =>
        invoker.AsyncClientStreamingCall(EchoService.ClientStreamMethod, null, options);

    public static AsyncDuplexStreamingCall<string, string> DuplexEcho(this CallInvoker invoker, CallOptions options = default) =>
        invoker.AsyncDuplexStreamingCall(EchoService.DuplexMethod, null, options);

    public static async Task<Status> EndOf(Func<Task> call) => (await Assert.ThrowsAnyAsync<RpcException>(call)).Status;
}
