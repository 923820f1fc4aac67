using System.Diagnostics;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>The servers of grpc-js and grpcio, from the interoperability tests, where they are installed.</summary>
internal sealed class ForeignServers : IDisposable
{
    private readonly Process _process;

    private ForeignServers(string name, Process process, string port)
    {
        Name = name;
        _process = process;
        Client = new EchoClient($"http://127.0.0.1:{port}");
    }

    public string Name { get; }

    public EchoClient Client { get; }

    public static IReadOnlyList<ForeignServers> Start()
    {
        var peers = FindPeers();
        return peers is null ? [] : [.. new[]
        {
            Start("grpc-js", "node", Path.Combine(peers, "node", "server.js")),
            Start("grpcio", Environment.GetEnvironmentVariable("FILINGWIRE_PYTHON") ?? "/usr/bin/python3", Path.Combine(peers, "python", "server.py")),
        }.OfType<ForeignServers>()];
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
    }

    private static ForeignServers? Start(string name, string program, string script)
    {
        try
        {
            var process = Process.Start(new ProcessStartInfo(program, [script])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
            })!;
            if (process.StandardOutput.ReadLine() is { } port) return new ForeignServers(name, process, port);
            Console.Error.WriteLine($"{name} is left out: {process.StandardError.ReadToEnd()}");
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            Console.Error.WriteLine($"{name} is left out: {absent.Message}");
        }

        return null;
    }

    private static string? FindPeers()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "tests", "Interop", "peers");
            if (Directory.Exists(peers)) return peers;
        }

        return null;
    }
}
