using Filingwire.Hosting.Settings;
using Filingwire.Store;
using Grpc.Core;

namespace Filingwire.Cli;

/// <summary>The command line was used wrongly; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Turns whatever ends a command into one sentence for people and an exit code, never a stack trace.</summary>
internal static class Failures
{
    /// <summary>The command did not do all that was asked.</summary>
    public const int Failed = 1;

    /// <summary>What was given is no filing.</summary>
    public const int NoFiling = 2;

    private const int CannotStart = 3;
    private const int Usage = 64;
    private const int Unavailable = 69;

    /// <summary>Runs a command.</summary>
    /// <returns>Its exit code; 64 for wrong usage, 69 when a service cannot be reached, 3 when the services cannot start, 1 for other failures.</returns>
    public static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure)
        {
            var (exit, message) = Of(failure);
            if (message.Length > 0)
                Console.Error.WriteLine(Printable.Lines(message));
            return exit;
        }
    }

    private static (int Exit, string Message) Of(Exception failure) => failure switch
    {
        UsageException => (Usage, failure.Message),
        OptionsException or StoreSettingsException or StoreDamagedException or StoreUnavailableException => (CannotStart, failure.Message),
        OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } => (0, ""),
        RpcException { StatusCode: StatusCode.Unavailable } away => (Unavailable,
            $"A service cannot be reached: {away.Status.Detail} Start the services with ./filingwire up, or name them with --extraction, --restatement, --ownership."),
        RpcException refused => (Failed, $"{refused.StatusCode}: {refused.Status.Detail}"),
        IOException or UnauthorizedAccessException or TimeoutException or InvalidDataException => (Failed, failure.Message),
        AggregateException { InnerException: { } first } => Of(first),
        _ => (Failed, $"{failure.GetType().Name}: {failure.Message}"),
    };
}
