using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Filingwire.Interop.Cases;

/// <summary>A gRPC implementation of others, as programs under peers/. It is installed by install-peers.sh.</summary>
internal sealed record ForeignPeer(string Name, string Program, string Folder, string Suffix)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static readonly ForeignPeer Node = new("grpc-js", "node", "node", "js");

    public static readonly ForeignPeer Python =
        new("grpcio", Environment.GetEnvironmentVariable("FILINGWIRE_PYTHON") ?? "/usr/bin/python3", "python", "py");

    /// <summary>Why the peer cannot be used here, or null.</summary>
    public string? Lack()
    {
        try
        {
            using var probe = Run(this == Node ? ["-e", "require('@grpc/grpc-js')"] : ["-c", "import grpc, grpc_tools"]);
            probe.StandardInput.Close();
            probe.StandardOutput.ReadToEnd();
            probe.WaitForExit();
            return probe.ExitCode == 0 ? null : $"{Name} is not installed; tests/Interop/install-peers.sh installs it where it can";
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return $"{Program} cannot be started: {absent.Message}";
        }
    }

    /// <summary>Starts its server; the address is known when this returns.</summary>
    public async Task<ForeignServer> StartServerAsync()
    {
        var process = Run([$"server.{Suffix}"]);
        var errors = ReadErrors(process);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return new ForeignServer(process, $"http://127.0.0.1:{port}");
        throw new InvalidOperationException($"The server of {Name} did not start: {errors}");
    }

    /// <summary>Runs its client against a port. Gives an error, or null, per case.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> RunClientAsync(int port, IEnumerable<string> cases)
    {
        using var process = Run([$"client.{Suffix}", port.ToString(CultureInfo.InvariantCulture), .. cases]);
        process.StandardInput.Close();
        var errors = ReadErrors(process);
        var results = new Dictionary<string, string?>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            var result = System.Text.Json.JsonDocument.Parse(line).RootElement;
            results[result.GetProperty("name").GetString()!] = result.GetProperty("error").GetString();
        }

        await process.WaitForExitAsync().WaitAsync(Patience);
        if (errors.Length > 0) results["stderr"] = errors.ToString();
        return results;
    }

    /// <summary>Runs a tool of the peer's and gives what it prints.</summary>
    public async Task<string> RunToolAsync(params string[] arguments)
    {
        using var process = Run(arguments);
        process.StandardInput.Close();
        var errors = ReadErrors(process);
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}: {errors}");
    }

    /// <summary>Whether one of its packages is installed.</summary>
    public bool Has(string file) => File.Exists(Path.Combine(FindPeers(), Folder, file));

    private static StringBuilder ReadErrors(Process process)
    {
        var errors = new StringBuilder();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        return errors;
    }

    private static string FindPeers()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "peers");
            if (File.Exists(Path.Combine(peers, "node", "package.json"))) return peers;
        }

        throw new DirectoryNotFoundException("tests/Interop/peers was not found above the test assembly.");
    }

    private Process Run(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Path.Combine(FindPeers(), Folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1", ["PYTHONIOENCODING"] = "utf-8" },
        };
        return Process.Start(start)!;
    }
}

/// <summary>A server of another implementation. It ends when its input does.</summary>
internal sealed class ForeignServer(Process process, string address) : IAsyncDisposable
{
    public string Address { get; } = address;

    public int ProcessId => process.Id;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
