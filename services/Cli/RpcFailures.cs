using Grpc.Core;

namespace Filingwire.Cli;

/// <summary>The command line was used wrongly; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Turns failures of calls into a line for people and an exit code.</summary>
internal static class RpcFailures
{
    private const int Failed = 1;
    private const int Usage = 64;
    private const int Unavailable = 69;

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code; 69 when a service cannot be reached, 64 for wrong usage, 1 for other failures.</returns>
    public static async Task<int> Report(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UsageException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return Usage;
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unavailable)
        {
            Console.Error.WriteLine($"A service cannot be reached: {failure.Status.Detail} Start the services with ./filingwire up, or name them with --extraction, --restatement, --ownership.");
            return Unavailable;
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Cancelled)
        {
            return 0;
        }
        catch (RpcException failure)
        {
            Console.Error.WriteLine($"{failure.StatusCode}: {failure.Status.Detail}");
            return Failed;
        }
    }
}
