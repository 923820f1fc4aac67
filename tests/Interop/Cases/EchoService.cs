using System.Text;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Cases;

/// <summary>A service of strings whose methods a test writes where it needs them.</summary>
internal sealed class EchoService
{
    public const string Name = "test.Echo";

    private static readonly Marshaller<string> Text = Marshallers.Create<string>(
        (text, context) => context.Complete(Encoding.UTF8.GetBytes(text)),
        context => Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence()));

    public static readonly Method<string, string> UnaryMethod = Define(MethodType.Unary, "Unary");
    public static readonly Method<string, string> ServerStreamMethod = Define(MethodType.ServerStreaming, "ServerStream");
    public static readonly Method<string, string> ClientStreamMethod = Define(MethodType.ClientStreaming, "ClientStream");
    public static readonly Method<string, string> DuplexMethod = Define(MethodType.DuplexStreaming, "Duplex");

    public UnaryServerMethod<string, string> Unary { get; init; } = (request, _) => Task.FromResult(request);

    public ServerStreamingServerMethod<string, string> ServerStream { get; init; } =
        (request, responses, _) => responses.WriteAsync(request);

    public ClientStreamingServerMethod<string, string> ClientStream { get; init; } = async (requests, _) =>
        string.Concat(await requests.ReadAllAsync().ToListAsync());

    public DuplexStreamingServerMethod<string, string> Duplex { get; init; } = async (requests, responses, _) =>
    {
        await foreach (var request in requests.ReadAllAsync()) await responses.WriteAsync(request);
    };

    public Task<TestServer> StartAsync(Action<GrpcServiceOptions>? options = null, Action<KestrelServerOptions>? listen = null) =>
        TestServer.StartAsync(services => Register(services).AddGrpc(options ?? (_ => { })), Map, listen);

    public IServiceCollection Register(IServiceCollection services) => services.AddSingleton(new Served(this));

    public static void Map(WebApplication application) => application.MapGrpcService<Served>();

    private static Method<string, string> Define(MethodType type, string name) => new(type, Name, name, Text, Text);

    /// <summary>The methods as a generated service has them.</summary>
    [BindServiceMethod(typeof(Served), nameof(BindService))]
    private sealed class Served(EchoService echo)
    {
        public static void BindService(ServiceBinderBase binder, Served? service)
        {
            Assert.Null(service);
            binder.AddMethod(UnaryMethod, (UnaryServerMethod<string, string>?)null);
            binder.AddMethod(ServerStreamMethod, (ServerStreamingServerMethod<string, string>?)null);
            binder.AddMethod(ClientStreamMethod, (ClientStreamingServerMethod<string, string>?)null);
            binder.AddMethod(DuplexMethod, (DuplexStreamingServerMethod<string, string>?)null);
        }

        public Task<string> Unary(string request, ServerCallContext context) => echo.Unary(request, context);

        public Task ServerStream(string request, IServerStreamWriter<string> responses, ServerCallContext context) =>
            echo.ServerStream(request, responses, context);

        public Task<string> ClientStream(IAsyncStreamReader<string> requests, ServerCallContext context) =>
            echo.ClientStream(requests, context);

        public Task Duplex(IAsyncStreamReader<string> requests, IServerStreamWriter<string> responses, ServerCallContext context) =>
            echo.Duplex(requests, responses, context);
    }
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
