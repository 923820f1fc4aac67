using System.Diagnostics;
using System.Globalization;

namespace Filingwire.Integration.EndToEnd;

public sealed class When_the_standalone_is_asked_to_stop
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task It_stops_its_services_and_ends_with_0()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var folder = Directory.CreateTempSubdirectory("filingwire-up-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Filingwire.Cli.dll"), "up", "--any-port", "--data", folder.FullName])
        {
            RedirectStandardOutput = true,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var standalone = Process.Start(start)!;
        try
        {
            while (await standalone.StandardOutput.ReadLineAsync(patience.Token) is { } line && !line.Contains("Stop with", StringComparison.Ordinal))
            {
                // Until it says that it serves.
            }
            using (var terminate = Process.Start("kill", ["-TERM", standalone.Id.ToString(CultureInfo.InvariantCulture)]))
                await terminate.WaitForExitAsync(patience.Token);
            await standalone.WaitForExitAsync(patience.Token);
            Assert.Equal(0, standalone.ExitCode);
        }
        finally
        {
            if (!standalone.HasExited)
                standalone.Kill(entireProcessTree: true);
            await standalone.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }
}
