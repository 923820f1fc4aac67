using Filingwire.Interop.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Interop;

/// <summary>A tool that knows nothing of the services lists and calls them by reflection: <c>buf curl</c>.</summary>
public sealed class StockToolTests
{
    private const string Buf = "node_modules/@bufbuild/buf/bin/buf";

    [Theory]
    [InlineData("grpc-v1")]
    [InlineData("grpc-v1alpha")]
    public async Task Buf_lists_services_and_methods_and_calls_them(string reflection)
    {
        var peer = ForeignPeer.Node;
        Assert.SkipUnless(peer.Has(Buf), "buf is not installed; tests/Interop/install-peers.sh installs it where it can");
        await using var server = await TestServer.StartAsync(
            services => services.AddGrpcReflection().AddGrpc(),
            application =>
            {
                application.MapGrpcReflectionService();
                application.MapGrpcService<TestService>();
            });

        Assert.Contains("grpc.testing.TestService", await RunAsync("--list-services", server.Address), StringComparison.Ordinal);
        Assert.Contains("grpc.testing.TestService/UnaryCall", await RunAsync("--list-methods", server.Address), StringComparison.Ordinal);
        Assert.Contains(
            "\"body\":\"AAAA\"", await CallAsync("UnaryCall", """{"responseSize": 3}"""), StringComparison.Ordinal);
        var streamed = await CallAsync("StreamingOutputCall", """{"responseParameters": [{"size": 3}, {"size": 3}]}""");
        Assert.Equal(2, streamed.Split("\"body\":\"AAAA\"").Length - 1);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => CallAsync("UnaryCall", """{"responseStatus": {"code": 5, "message": "no such filing"}}"""));
        Assert.Contains("no such filing", refused.Message, StringComparison.Ordinal);

        Task<string> CallAsync(string method, string request) =>
            RunAsync("--data", request, $"{server.Address}/grpc.testing.TestService/{method}");

        async Task<string> RunAsync(params string[] arguments) =>
            (await peer.RunToolAsync(
                [Buf, "curl", "--protocol", "grpc", "--http2-prior-knowledge", "--reflect-protocol", reflection, .. arguments]))
            .Replace(" ", "", StringComparison.Ordinal);
    }
}
