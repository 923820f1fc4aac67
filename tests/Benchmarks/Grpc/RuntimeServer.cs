using System.Net;
using Grpc.Core;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>The gRPC server under test with the measured methods: the project's own or, in the package set full, the official one.</summary>
internal sealed class RuntimeServer(WebApplication application) : IAsyncDisposable
{
    public string Address { get; } = application.Urls.Single();

    public static async Task<RuntimeServer> StartAsync()
    {
        var application = NewApplication(services => services.AddGrpc());
        application.MapGrpcService<Service>();
        await application.StartAsync();
        return new RuntimeServer(application);
    }

    public static WebApplication NewApplication(Action<IServiceCollection> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        register(builder.Services);
        return builder.Build();
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private sealed class Service : TestService.TestServiceBase
    {
        // What is measured is the runtime, so the messages are made beforehand, as the plain server's bytes are.
        private static readonly Payload Payload = Frames.NewPayload();
        private static readonly SimpleResponse Response = new() { Payload = Payload };
        private static readonly StreamingOutputCallResponse StreamResponse = new() { Payload = Payload };

        public override Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context) => Task.FromResult(Response);

        public override async Task StreamingOutputCall(
            StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
        {
            foreach (var _ in request.ResponseParameters) await responseStream.WriteAsync(StreamResponse);
        }
    }
}
