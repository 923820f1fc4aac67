using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Interop.Cases;

/// <summary>The project's server on a free loopback port, without TLS.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TestServer(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    public int Port => new Uri(Address).Port;

    public IServiceProvider Services => _application.Services;

    public static Task<TestServer> StartAsync() =>
        StartAsync(services => services.AddGrpc(), application => application.MapGrpcService<TestService>());

    public static async Task<TestServer> StartAsync(
        Action<IServiceCollection> register, Action<WebApplication> map, Action<KestrelServerOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(listen ?? (kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2)));
        register(builder.Services);
        var application = builder.Build();
        map(application);
        await application.StartAsync();
        return new TestServer(application);
    }

    public Task StopAsync(CancellationToken cancellation) => _application.StopAsync(cancellation);

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
