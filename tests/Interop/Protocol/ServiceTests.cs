using System.Net;
using Filingwire.Interop.Cases;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop.Protocol;

/// <summary>How the server keeps services: their objects, their limits.</summary>
public sealed class ServiceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_that_is_not_registered_is_made_for_a_call_and_disposed_of_with_it()
    {
        var disposed = new TaskCompletionSource<string>();
        await using var server = await TestServer.StartAsync(
            services => services.AddSingleton(disposed).AddGrpc(), application => application.MapGrpcService<OneCall>());
        using var channel = GrpcChannel.ForAddress(server.Address);
        await new Grpc.Testing.TestService.TestServiceClient(channel).EmptyCallAsync(new Empty(), cancellationToken: Stop);
        Assert.Equal("served", await disposed.Task.WaitAsync(Patience, Stop));
    }

    [Fact]
    public async Task One_service_may_take_larger_messages_than_the_others()
    {
        await using var server = await TestServer.StartAsync(
            services => new EchoService().Register(services)
                .AddGrpc(options => options.MaxReceiveMessageSize = 100)
                .AddServiceOptions<Cases.TestService>(options => options.MaxReceiveMessageSize = 1000),
            application =>
            {
                EchoService.Map(application);
                application.MapGrpcService<Cases.TestService>();
            });
        using var channel = GrpcChannel.ForAddress(server.Address);
        var large = new SimpleRequest { Payload = new Payload { Body = Google.Protobuf.ByteString.CopyFrom(new byte[500]) } };
        await new Grpc.Testing.TestService.TestServiceClient(channel).UnaryCallAsync(large, cancellationToken: Stop);
        var refused = await EchoCalls.EndOf(() => channel.CreateCallInvoker().UnaryEcho(new string('x', 101)).ResponseAsync);
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Fact]
    public async Task Stream_of_requests_may_be_longer_than_a_request()
    {
        await using var server = await new EchoService().StartAsync(listen: kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 1000;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        using var channel = GrpcChannel.ForAddress(server.Address);
        Assert.Equal("x", await channel.CreateCallInvoker().UnaryEcho("x"));
        using var stream = channel.CreateCallInvoker().CollectEcho();
        foreach (var _ in Enumerable.Range(0, 5)) await stream.RequestStream.WriteAsync(new string('x', 500), Stop);
        await stream.RequestStream.CompleteAsync();
        Assert.Equal(new string('x', 2500), await stream);
    }

    private sealed class OneCall(TaskCompletionSource<string> disposed) : Grpc.Testing.TestService.TestServiceBase, IDisposable
    {
        private string _state = "not called";

        public override Task<Empty> EmptyCall(Empty request, ServerCallContext context)
        {
            _state = "served";
            return Task.FromResult(new Empty());
        }

        public void Dispose() => disposed.SetResult(_state);
    }
}
