using Filingwire.Hosting.Errors;
using Filingwire.Hosting.Health;
using Filingwire.Hosting.Peers;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Filingwire.Hosting.Telemetry;
using Filingwire.Messaging.Registration;
using Filingwire.Store;
using Filingwire.Store.Opening;
using Filingwire.Store.Upkeep;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace Filingwire.Hosting;

/// <summary>A running service. Several may run in one process, each with its own port, store and bus.</summary>
public sealed partial class ServiceHost : IAsyncDisposable
{
    /// <summary>A question of up to a hundred names; where whole documents are sent a service says more.</summary>
    private const int MostReceivedBytes = 64 << 10;

    private const int MostBytesOfHealth = 1 << 10;
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DisposePatience = TimeSpan.FromSeconds(5);
    private readonly WebApplication app;
    private readonly IServiceStore store;

    private ServiceHost(WebApplication app, IServiceStore store)
    {
        this.app = app;
        this.store = store;
    }

    /// <summary>Where gRPC is served.</summary>
    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The service's own parts.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Runs a service until the process is asked to stop: all that a Program has to do.</summary>
    /// <returns>0 after a stop or after --version, 3 when it cannot start as configured.</returns>
    public static async Task<int> RunAsync(ServiceDefinition definition, string[] args)
    {
        if (args is ["--version"])
        {
            await Console.Out.WriteLineAsync($"{definition.Name} {ProductVersion.Text}");
            return 0;
        }
        try
        {
            using var telemetry = ProcessTelemetry.Start(definition.Name);
            await using var host = await StartAsync(
                definition, ServiceOptions.Read(definition, args), services => services.AddSingleton<IHostLifetime, ConsoleLifetime>());
            await host.StopRequestedAsync();
            return 0;
        }
        catch (Exception e) when (e is OptionsException or StoreSettingsException or StoreDamagedException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{definition.Name}: {e.Message}");
            return 3;
        }
    }

    /// <summary>Starts a service and returns when it serves; readiness is told by the health service.</summary>
    /// <param name="definition">What it is made of.</param>
    /// <param name="options">Where it listens, keeps and publishes.</param>
    /// <param name="adjust">Changes registrations last, for tests: another logger, another clock.</param>
    /// <param name="cancellation">Gives up starting.</param>
    public static async Task<ServiceHost> StartAsync(
        ServiceDefinition definition, ServiceOptions options, Action<IServiceCollection>? adjust = null, CancellationToken cancellation = default)
    {
        options.Validate();
        ListenAddress.EnsureFree(options.Listen);
        var store = await StoreOpening.OpenAsync(definition.Name, options.Store, cancellation);
        try
        {
            await store.PrepareAsync([.. definition.Collections, .. MessagingRegistration.Collections], cancellation);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = definition.Name });
            builder.WebHost.UseKestrel(kestrel => Listen(kestrel, options));
            Register(builder.Services, definition, options, store);
            adjust?.Invoke(builder.Services);
            var app = builder.Build();
            app.UseMiddleware<AccessCheck>();
            definition.Map(app);
            app.MapGrpcService<OwnHealth>();
            app.MapGrpcReflectionService();
            await app.StartAsync(cancellation);
            return new ServiceHost(app, store);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until the service is ready.</summary>
    /// <exception cref="TimeoutException">It is not within the time; the message says what is missing.</exception>
    public async Task WaitUntilReadyAsync(TimeSpan patience, CancellationToken cancellation = default)
    {
        var readiness = Services.GetRequiredService<Readiness>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = TimeProvider.System.GetTimestamp();
        while (readiness.Missing is { } missing)
        {
            if (TimeProvider.System.GetElapsedTime(started) > patience)
                throw new TimeoutException($"Not ready after {patience.TotalSeconds} s: {missing} is missing.");
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>
    /// Stops taking calls and messages, finishes what is under way, and closes the store. What does not end in time is left behind:
    /// the broker's client has been seen to wait for ever when it is closed while it reconnects.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        var logger = app.Services.GetRequiredService<ILogger<ServiceHost>>();
        try
        {
            await app.StopAsync().WaitAsync(StopPatience + DisposePatience);
            await app.DisposeAsync().AsTask().WaitAsync(DisposePatience);
        }
        catch (TimeoutException)
        {
            StopUnfinished(logger);
        }
        await store.DisposeAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "host.stop_unfinished", Message = "A part of the service does not stop; it is left behind")]
    private static partial void StopUnfinished(ILogger logger);

    private Task StopRequestedAsync()
    {
        var requested = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Lifetime.ApplicationStopping.Register(requested.SetResult);
        return requested.Task;
    }

    private static void Listen(KestrelServerOptions kestrel, ServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxConcurrentConnections = options.Access.Limits.Connections;
        void Endpoint(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http2;
            if (options.Access.Tls is { } tls)
                listen.UseHttps(tls.Apply);
        }
        if (ListenAddress.Of(options.Listen) is { } address)
            kestrel.Listen(address, options.Listen.Port, Endpoint);
        else
            kestrel.ListenAnyIP(options.Listen.Port, Endpoint);
    }

    private static void Register(IServiceCollection services, ServiceDefinition definition, ServiceOptions options, IServiceStore store)
    {
        services.AddLogging(LogOutput.Configure);
        services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = StopPatience);
        services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options).AddSingleton(options.Store).AddSingleton(options.Access).AddSingleton(options.Watch).AddSingleton(store);
        services.AddSingleton(definition.Roles).AddSingleton(new PeerOptions(options.Peers));
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = MostReceivedBytes;
            grpc.Interceptors.Add<ErrorInterceptor>();
        }).AddServiceOptions<OwnHealth>(health => health.MaxReceiveMessageSize = MostBytesOfHealth);
        services.AddGrpcReflection();
        services.AddSingleton(new CallerQuota(options.Access.Limits)).AddSingleton<AddressRight>();
        services.AddSingleton<ErrorInterceptor>().AddSingleton<OwnHealth>().AddSingleton<PeerChannels>();
        // Stopped in the reverse order: first the log is no longer read, then the relay drains, at last the bus stops.
        services.AddMessaging(definition.Consumption, options.Bus, options.Following);
        services.AddHostedService<LogRetention>().AddHostedService<StoreSweep>();
        definition.Register(services);
        services.AddFollowing(definition.Consumption, (parts, producer) => parts.GetRequiredService<PeerChannels>().To(producer));
        services.AddSingleton<Readiness>().AddHostedService(p => p.GetRequiredService<Readiness>());
    }
}
