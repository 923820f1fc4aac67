using System.Globalization;
using Filingwire.Hosting.Messaging;
using Filingwire.Hosting.Security;
using Microsoft.Extensions.Configuration;

namespace Filingwire.Hosting;

/// <summary>Where a service listens, keeps and publishes. Read from environment variables and the command line; see the README.</summary>
public sealed record ServiceOptions
{
    /// <summary>Where gRPC is served. Port 0 takes a free one.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:0");

    /// <summary>The folder of the SQLite file.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Connection string of the MongoDB servers (it may name several, so it is no URI); null for SQLite.</summary>
    public string? MongoDb { get; init; }

    /// <summary>The broker, <c>amqp://user:password@host:5672/vhost</c>; null for the in-memory transport.</summary>
    public Uri? RabbitMq { get; init; }

    /// <summary>Joins the in-memory buses of one process; null when the service is alone or has a broker.</summary>
    public EmbeddedFabric? Fabric { get; init; }

    /// <summary>Addresses of other services by name.</summary>
    public IReadOnlyDictionary<string, Uri> Peers { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Who may call; null lets everybody, which is allowed on loopback only.</summary>
    public AccessTokens? Tokens { get; init; }

    /// <summary>The token this service shows to its peers.</summary>
    public string? PeerToken { get; init; }

    /// <summary>Certificates; null for plain HTTP/2.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>Unacknowledged messages per queue.</summary>
    public ushort Prefetch { get; init; } = 256;

    /// <summary>Lanes for each type of event: how many issuers are worked on at once.</summary>
    public int Lanes { get; init; } = 8;

    /// <summary>The most events handed to a handler at once.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>How often producers' logs are compared with what was handled.</summary>
    public TimeSpan CatchUpEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A watcher hears something at least this often.</summary>
    public TimeSpan HeartbeatEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a watcher may refuse to take an event.</summary>
    public TimeSpan SubscriberPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the log keeps events; null for ever.</summary>
    public TimeSpan? LogRetention { get; init; }

    /// <summary>Reads <c>FILINGWIRE_*</c> and <c>--key value</c>; the command line wins.</summary>
    /// <exception cref="OptionsException">A value is not understood.</exception>
    public static ServiceOptions Read(ServiceDefinition service, string[] args)
    {
        var values = new ConfigurationBuilder().AddEnvironmentVariables("FILINGWIRE_").AddCommandLine(args).Build();
        var defaults = new ServiceOptions();
        var data = values["DATA"] ?? defaults.Data;
        return new ServiceOptions
        {
            Listen = Address(values, "LISTEN") ?? new Uri($"http://127.0.0.1:{service.DefaultPort}"),
            Data = data,
            MongoDb = values["MONGODB"] is { Length: > 0 } mongoDb ? mongoDb : null,
            RabbitMq = Address(values, "RABBITMQ"),
            Peers = service.Peers.ToDictionary(p => p.Name, p => Address(values, p.Name.ToUpperInvariant()) ?? p.DefaultAddress, StringComparer.Ordinal),
            Tokens = values["TOKENS"] is { } file ? AccessTokens.ReadFile(file) : null,
            PeerToken = values["PEER_TOKEN_FILE"] is { } token ? File.ReadAllText(token).Trim() : null,
            Tls = TlsOptions.Of(values["TLS_CERTIFICATE"], values["TLS_KEY"], values["TLS_AUTHORITY"]),
            Prefetch = (ushort)Number(values, "PREFETCH", 1, 10_000, defaults.Prefetch),
            Lanes = Number(values, "LANES", 1, 256, defaults.Lanes),
            BatchSize = Number(values, "BATCH_SIZE", 1, 10_000, defaults.BatchSize),
            CatchUpEvery = TimeSpan.FromSeconds(Number(values, "CATCH_UP_SECONDS", 1, 3600, (int)defaults.CatchUpEvery.TotalSeconds)),
            HeartbeatEvery = TimeSpan.FromSeconds(Number(values, "HEARTBEAT_SECONDS", 1, 3600, (int)defaults.HeartbeatEvery.TotalSeconds)),
            LogRetention = Number(values, "LOG_RETENTION_DAYS", 0, 36_500, 0) is > 0 and var days ? TimeSpan.FromDays(days) : null,
        };
    }

    /// <exception cref="OptionsException">The options do not go together.</exception>
    internal void Validate()
    {
        if (Tokens is null && !Listen.IsLoopback)
            throw new OptionsException($"{Listen} is no loopback address, so FILINGWIRE_TOKENS must name the file of access tokens.");
        if ((Listen.Scheme == Uri.UriSchemeHttps) != (Tls is not null))
            throw new OptionsException("https needs FILINGWIRE_TLS_CERTIFICATE and FILINGWIRE_TLS_KEY, and these need https in FILINGWIRE_LISTEN.");
    }

    private static Uri? Address(IConfiguration values, string key) => values[key] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) ? address
        : throw new OptionsException($"FILINGWIRE_{key} is no address.");

    private static int Number(IConfiguration values, string key, int least, int most, int otherwise) => values[key] is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new OptionsException($"FILINGWIRE_{key} is a number from {least} to {most}.");
}
