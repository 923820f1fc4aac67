using System.CommandLine;
using System.Runtime.InteropServices;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar;
using Filingwire.Standalone;

namespace Filingwire.Cli;

/// <summary><c>up</c>: serves on embedded parts until it is stopped.</summary>
internal static class UpCommand
{
    private const string UserAgent = "FILINGWIRE_EDGAR_USER_AGENT";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the stores.", DefaultValueFactory = _ => "data" };
        var anyPort = new Option<bool>("--any-port") { Description = "Take free ports instead of 5201 to 5204." };
        var command = new Command("up", "Start the services on embedded parts and keep serving; with FILINGWIRE_EDGAR_USER_AGENT set, EDGAR is followed.") { data, anyPort };
        command.SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(data), result.GetValue(anyPort), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string data, bool anyPort, CancellationToken cancellation)
    {
        // Before anything is said, because whoever reads that it serves may ask it to stop at once. The embedded hosts leave the signals to the process.
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var cancelled = cancellation.Register(() => asked.TrySetResult());

        var edgar = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(UserAgent)) ? null : EdgarOptions.Read([]);
        await using var services = await EmbeddedServices.StartAsync(data, anyPort, cancellation, edgar);
        Console.Out.WriteLine($"extraction   {services.Extraction}");
        Console.Out.WriteLine($"restatement  {services.Restatement}");
        Console.Out.WriteLine($"ownership    {services.Ownership}");
        Console.Out.WriteLine(services.Edgar is { } source ? $"edgar        {source}  follows {edgar!.BaseAddress}" : $"edgar        off; {UserAgent}=\"Company contact@company.tld\" follows EDGAR");
        Console.Out.WriteLine($"Stores in {Path.GetFullPath(data)}. Stop with Ctrl+C.");
        await asked.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            asked.TrySetResult();
        }
    }
}
