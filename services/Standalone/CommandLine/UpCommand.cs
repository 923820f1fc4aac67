using System.CommandLine;

namespace Filingwire.Standalone.CommandLine;

/// <summary><c>up</c>: serves on embedded parts until it is stopped.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Folder of the stores.", DefaultValueFactory = _ => "data" };
        var command = new Command("up", "Start the three services on embedded parts and keep serving.") { data };
        command.SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellation)
    {
        await using var services = await EmbeddedServices.StartAsync(data, anyPort: false, cancellation);
        Console.Out.WriteLine($"extraction   {services.Extraction}");
        Console.Out.WriteLine($"restatement  {services.Restatement}");
        Console.Out.WriteLine($"ownership    {services.Ownership}");
        Console.Out.WriteLine($"Stores in {Path.GetFullPath(data)}. Stop with Ctrl+C.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The wish to stop.
        }
        return 0;
    }
}
