using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace Filingwire.Integration.Fixtures;

/// <summary>One of the services as a process of its own, as it is deployed: configured by environment variables, asked by gRPC, killed without warning.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string assembly;
    private readonly Dictionary<string, string> environment;
    private readonly System.Text.StringBuilder output = new();
    private Process? process;

    /// <param name="service">"Extraction", "Restatement" or "Ownership".</param>
    /// <param name="settings">FILINGWIRE_ variables without the prefix.</param>
    /// <param name="others">Other environment variables.</param>
    public ServiceProcess(string service, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string>? others = null)
    {
        assembly = Path.Combine(AppContext.BaseDirectory, $"Filingwire.{service}.dll");
        environment = settings.ToDictionary(setting => "FILINGWIRE_" + setting.Key, setting => setting.Value);
        foreach (var (name, value) in others ?? new Dictionary<string, string>())
            environment[name] = value;
        Address = new Uri(settings["LISTEN"]);
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>An address on a port that is free now.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    /// <summary>Starts it; returns at once.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Returns when its health service says that it is ready.</summary>
    public Task IsReady() => Eventually.Holds(ReadyAsync, Patience, () => Output);

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Ends it, and fails the test when it has logged an error of ours: what it tries again by itself is none.</summary>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        var errors = Output.Split('\n').Where(line => line.Contains(" fail: Filingwire", StringComparison.Ordinal)).ToList();
        Assert.True(errors.Count == 0, $"{errors.Count} errors were logged by {assembly}:\n{string.Join('\n', errors.Take(10))}");
    }

    private async Task<bool> ReadyAsync()
    {
        if (process is { HasExited: true })
            throw new InvalidOperationException($"{assembly} has ended with {process.ExitCode}: {Output}");
        using var channel = GrpcChannel.ForAddress(Address);
        try
        {
            var health = await new Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest { Service = "ready" }, deadline: DateTime.UtcNow.AddSeconds(5), cancellationToken: TestContext.Current.CancellationToken);
            return health.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (RpcException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }
}
