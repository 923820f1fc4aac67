using System.Globalization;
using Filingwire.Hosting.EventLogs;
using Filingwire.Hosting.Security;
using Filingwire.Hosting.Settings;
using Filingwire.Messaging;
using Filingwire.Messaging.Bus;
using Filingwire.Store;
using Microsoft.Extensions.Configuration;

namespace Filingwire.Hosting;

/// <summary>Where a service listens, keeps and publishes. Read from environment variables and the command line; see the README.</summary>
public sealed record ServiceOptions
{
    /// <summary>Where gRPC is served. Port 0 takes a free one.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Where it keeps what it keeps.</summary>
    public StoreOptions Store { get; init; } = new();

    /// <summary>Where its events go.</summary>
    public BusOptions Bus { get; init; } = new();

    /// <summary>How it takes in the events of others.</summary>
    public FollowingOptions Following { get; init; } = new();

    /// <summary>How watchers of its log are served.</summary>
    public WatchOptions Watch { get; init; } = new();

    /// <summary>Who may call, and what it shows to others.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>Addresses of other services by name.</summary>
    public IReadOnlyDictionary<string, Uri> Peers { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Reads <c>FILINGWIRE_*</c> and <c>--key value</c>; the command line wins.</summary>
    /// <exception cref="OptionsException">A value is not understood.</exception>
    public static ServiceOptions Read(ServiceDefinition service, string[] args)
    {
        var values = new ConfigurationBuilder().AddEnvironmentVariables("FILINGWIRE_").AddCommandLine(args).Build();
        var (following, watch, bus, limits) = (new FollowingOptions(), new WatchOptions(), new BusOptions(), new CallLimits());
        return new ServiceOptions
        {
            Listen = Address(values, "LISTEN") ?? new Uri($"http://127.0.0.1:{service.DefaultPort}"),
            Store = new StoreOptions
            {
                Data = values["DATA"] ?? new StoreOptions().Data,
                MongoDb = values["MONGODB"] is { Length: > 0 } mongoDb ? mongoDb : null,
                LogRetention = Number(values, "LOG_RETENTION_DAYS", 0, 36_500, 0) is > 0 and var days ? TimeSpan.FromDays(days) : null,
            },
            Bus = new BusOptions
            {
                RabbitMq = Address(values, "RABBITMQ"),
                Prefetch = (ushort)Number(values, "PREFETCH", 1, 10_000, bus.Prefetch),
            },
            Following = new FollowingOptions
            {
                Lanes = Number(values, "LANES", 1, 256, following.Lanes),
                BatchSize = Number(values, "BATCH_SIZE", 1, 10_000, following.BatchSize),
                CatchUpEvery = TimeSpan.FromSeconds(Number(values, "CATCH_UP_SECONDS", 1, 3600, (int)following.CatchUpEvery.TotalSeconds)),
            },
            Watch = new WatchOptions
            {
                HeartbeatEvery = TimeSpan.FromSeconds(Number(values, "HEARTBEAT_SECONDS", 1, 3600, (int)watch.HeartbeatEvery.TotalSeconds)),
            },
            Access = new AccessOptions
            {
                Tokens = values["TOKENS"] is { } file ? AccessTokens.ReadFile(file) : null,
                PeerToken = values["PEER_TOKEN_FILE"] is { } token ? File.ReadAllText(token).Trim() : null,
                Limits = new CallLimits
                {
                    PerSecond = Number(values, "CALLS_PER_SECOND", 1, 1_000_000, limits.PerSecond),
                    AtOnce = Number(values, "CALLS_AT_ONCE", 1, 1_000_000, limits.AtOnce),
                    Connections = Number(values, "CONNECTIONS", 1, 1_000_000, limits.Connections),
                },
                Tls = TlsOptions.Of(values["TLS_CERTIFICATE"], values["TLS_KEY"], values["TLS_AUTHORITY"]),
            },
            Peers = service.Peers.ToDictionary(
                p => p.Name, p => Address(values, p.Name.ToUpperInvariant()) ?? p.DefaultAddress, StringComparer.Ordinal),
        };
    }

    /// <exception cref="OptionsException">The options do not go together.</exception>
    internal void Validate()
    {
        if (Access.Tokens is null && !Listen.IsLoopback)
            throw new OptionsException($"{Listen} is no loopback address, so FILINGWIRE_TOKENS must name the file of access tokens.");
        if ((Listen.Scheme == Uri.UriSchemeHttps) != (Access.Tls is not null))
            throw new OptionsException("https needs FILINGWIRE_TLS_CERTIFICATE and FILINGWIRE_TLS_KEY, and these need https in FILINGWIRE_LISTEN.");
    }

    private static Uri? Address(IConfiguration values, string key) => values[key] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new OptionsException($"FILINGWIRE_{key} is no address.");

    private static int Number(IConfiguration values, string key, int least, int most, int otherwise) => values[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new OptionsException($"FILINGWIRE_{key} is a number from {least} to {most}.");
}
