using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Filingwire.Events.V1;
using Filingwire.Extraction;
using Filingwire.Hosting;
using Filingwire.Messaging.Bus;
using Filingwire.Ownership;
using Filingwire.Restatement;
using Filingwire.Store;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Filingwire.Benchmarks.Hosting;

/// <summary>The three services under load: as processes with a broker, or in this process on embedded parts.</summary>
internal sealed class LoadedServices : IAsyncDisposable
{
    private static readonly string[] Names = ["Extraction", "Restatement", "Ownership"];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-load-");
    private readonly Dictionary<string, Uri> addresses = Names.ToDictionary(n => n.ToLowerInvariant(), _ => FreeAddress());
    private readonly List<(string Name, Process Process)> processes = [];
    private readonly List<ServiceHost> hosts = [];
    private readonly Dictionary<string, TimeSpan> usedBefore = new(StringComparer.Ordinal);
    private readonly EmbeddedFabric fabric = new();

    public Uri Extraction => addresses["extraction"];

    public Uri Ownership => addresses["ownership"];

    public static async Task<LoadedServices> StartAsync(Uri? broker)
    {
        var services = new LoadedServices();
        if (broker is null)
            await services.EmbedAsync();
        else
            services.Spawn(broker);
        foreach (var address in services.addresses.Values)
            await ReadyAsync(address);
        return services;
    }

    /// <summary>Waits until Restatement, which publishes nothing about most Forms 4, has handled them too.</summary>
    public async Task AllFollowedAsync()
    {
        using var channel = GrpcChannel.ForAddress(addresses["restatement"]);
        using var extraction = GrpcChannel.ForAddress(Extraction);
        var last = (await new EventLogService.EventLogServiceClient(extraction).GetLogStatusAsync(new GetLogStatusRequest())).LastSequence;
        var operations = new OperationsService.OperationsServiceClient(channel);
        while ((await operations.GetFollowingAsync(new GetFollowingRequest())).Followings.Single(f => f.Producer == "extraction").HandledUpTo < last)
            await Task.Delay(100);
    }

    /// <summary>Prints memory, store and the processor time for each filing since the last call, which a busy machine does not distort much.</summary>
    public void PrintSizes(int filings)
    {
        var total = 0.0;
        foreach (var (name, process) in processes.Append(("submitters", Process.GetCurrentProcess())))
        {
            process.Refresh();
            var used = process.TotalProcessorTime;
            var each = (used - usedBefore.GetValueOrDefault(name)).TotalMilliseconds / filings;
            usedBefore[name] = used;
            total += each;
            var store = name == "submitters" ? (hosts.Count > 0 ? Names.Sum(StoreBytes) : 0) : StoreBytes(name);
            Print($"  {name,-12}{each:F2} ms of processor a filing, {Status(process.Id, "VmHWM"):F0} MB peak, {Status(process.Id, "VmRSS"):F0} MB now, store {store / 1e6:F0} MB");
        }
        Print($"  together    {total:F2} ms of processor a filing, without the broker");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, process) in processes)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        foreach (var host in Enumerable.Reverse(hosts))
            await host.DisposeAsync();
        fabric.Dispose();
        folder.Delete(recursive: true);
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    private static double Status(int process, string field) => File.ReadLines($"/proc/{process}/status")
        .Where(l => l.StartsWith(field, StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    private static async Task ReadyAsync(Uri address)
    {
        using var channel = GrpcChannel.ForAddress(address);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if ((await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest { Service = "ready" })).Status == HealthCheckResponse.Types.ServingStatus.Serving)
                    return;
            }
            catch (RpcException) when (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2))
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
    }

    private long StoreBytes(string name) => new DirectoryInfo(Path.Combine(folder.FullName, name)).EnumerateFiles().Sum(f => f.Length);

    private void Spawn(Uri broker)
    {
        foreach (var name in Names)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"Filingwire.{name}.dll")]) { RedirectStandardError = true };
            foreach (var (peer, address) in addresses)
                start.Environment["FILINGWIRE_" + peer.ToUpperInvariant()] = address.ToString();
            start.Environment["FILINGWIRE_LISTEN"] = addresses[name.ToLowerInvariant()].ToString();
            start.Environment["FILINGWIRE_DATA"] = Path.Combine(folder.FullName, name);
            start.Environment["FILINGWIRE_RABBITMQ"] = broker.ToString();
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, line) =>
            {
                if (line.Data?.Contains(" fail: ", StringComparison.Ordinal) == true)
                    Console.Error.WriteLine($"{name}: {line.Data}");
            };
            process.BeginErrorReadLine();
            processes.Add((name, process));
        }
    }

    private async Task EmbedAsync()
    {
        ServiceDefinition[] definitions = [ExtractionDefinition.Create(), RestatementDefinition.Create(), OwnershipDefinition.Create()];
        foreach (var (definition, name) in definitions.Zip(Names))
            hosts.Add(await ServiceHost.StartAsync(
                definition,
                new ServiceOptions
                {
                    Listen = addresses[definition.Name],
                    Store = new StoreOptions { Data = Path.Combine(folder.FullName, name) },
                    Bus = new BusOptions { Fabric = fabric },
                    Peers = addresses,
                },
                s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Warning))));
    }
}
