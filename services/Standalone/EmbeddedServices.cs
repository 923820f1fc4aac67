using Filingwire.Edgar.Settings;
using Filingwire.Edgar;
using Filingwire.Extraction;
using Filingwire.Hosting;
using Filingwire.Messaging.Bus;
using Filingwire.Ownership;
using Filingwire.Restatement;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Standalone;

/// <summary>The services in one process: each with its own port, store and log, their buses joined in memory.</summary>
public sealed class EmbeddedServices : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly EmbeddedFabric fabric = new();
    private readonly List<ServiceHost> hosts = [];

    private EmbeddedServices()
    {
    }

    /// <summary>Address of Extraction.</summary>
    public Uri Extraction => hosts[0].Address;

    /// <summary>Address of Restatement.</summary>
    public Uri Restatement => hosts[1].Address;

    /// <summary>Address of Ownership.</summary>
    public Uri Ownership => hosts[2].Address;

    /// <summary>Address of the EDGAR source; null when nobody asked for it.</summary>
    public Uri? Edgar => hosts.Count > 3 ? hosts[3].Address : null;

    /// <summary>Starts all and returns when they are ready.</summary>
    /// <param name="data">Folder of the stores; created if it is not there.</param>
    /// <param name="anyPort">Take free ports instead of the default ones.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <param name="edgar">How EDGAR is read; null to leave it alone.</param>
    public static async Task<EmbeddedServices> StartAsync(string data, bool anyPort, CancellationToken cancellation, EdgarOptions? edgar = null)
    {
        var services = new EmbeddedServices();
        try
        {
            List<ServiceDefinition> definitions = [ExtractionDefinition.Create(), RestatementDefinition.Create(), OwnershipDefinition.Create()];
            if (edgar is not null)
                definitions.Add(EdgarDefinition.Create(() => edgar));
            var addresses = definitions.ToDictionary(definition => definition.Name, definition => Loopback(anyPort ? FreePort.Take() : definition.DefaultPort));
            foreach (var definition in definitions)
                services.hosts.Add(await ServiceHost.StartAsync(
                    definition,
                    new ServiceOptions
                    {
                        Listen = addresses[definition.Name],
                        Store = new StoreOptions { Data = data },
                        Bus = new BusOptions { Fabric = services.fabric },
                        Peers = addresses,
                    },
                    parts => parts.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MassTransit", LogLevel.Error)),
                    cancellation));
            foreach (var host in services.hosts)
                await host.WaitUntilReadyAsync(Patience, cancellation);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the consumers first, then what they consume from.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.AsEnumerable().Reverse())
            await host.DisposeAsync();
        fabric.Dispose();
    }

    private static Uri Loopback(int port) => new(FormattableString.Invariant($"http://127.0.0.1:{port}"));
}
