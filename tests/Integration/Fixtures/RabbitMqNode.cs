using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace Filingwire.Integration.Fixtures;

/// <summary>A broker of the tests' own: Debian's rabbitmq-server with its own ports, data, cookie and name daemon.</summary>
internal sealed class RabbitMqNode : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    /// <summary>The largest message that it takes.</summary>
    public const int MostBytes = 256 << 10;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-rabbitmq-").FullName;
    private readonly int port = FreePort();
    private readonly int distributionPort = FreePort();
    private readonly int namesPort = FreePort();
    private Process? process;

    public static bool IsInstalled => File.Exists(Server);

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{port}/");

    public bool IsRunning => process is not null;

    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Server) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        await File.WriteAllTextAsync(Path.Combine(folder, "plugins"), "[].", cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), $"vm_memory_high_watermark.absolute = 1GB\ndisk_free_limit.absolute = 50MB\nmax_message_size = {MostBytes}\n", cancellation);
        process = Process.Start(start) ?? throw new InvalidOperationException("rabbitmq-server did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var started = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(cancellation))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(started) > StartPatience)
                throw new InvalidOperationException($"rabbitmq-server does not answer on port {port}; its log is in {folder}.");
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>Ends the broker at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Removes everything the killed broker has kept: queues, exchanges, messages.</summary>
    public void Wipe() => Directory.Delete(Path.Combine(folder, "data"), recursive: true);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        using var names = Process.Start(new ProcessStartInfo("epmd", ["-port", $"{namesPort}", "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        if (names is not null)
            await names.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = folder,
        ["RABBITMQ_NODENAME"] = $"filingwire{port}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{port}",
        ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
        ["ERL_EPMD_PORT"] = $"{namesPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
    };

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = Address, RequestedConnectionTimeout = TimeSpan.FromSeconds(3) }.CreateConnectionAsync(cancellation);
            return true;
        }
        catch (RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            return false;
        }
    }
}
