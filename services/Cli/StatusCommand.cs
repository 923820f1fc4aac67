using System.CommandLine;
using Filingwire.Events.V1;
using Grpc.Core;

namespace Filingwire.Cli;

/// <summary><c>status</c>: how far each service's log reaches, and how far it has followed the others.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var addresses = new ServiceAddresses();
        var command = new Command("status", "See whether the services answer and how far they are.");
        addresses.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(addresses, result, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ServiceAddresses addresses, ParseResult result, CancellationToken cancellation)
    {
        using var clients = addresses.Connect(result);
        var exit = 0;
        foreach (var (service, events) in clients.Logs)
            try
            {
                var status = await events.GetLogStatusAsync(new GetLogStatusRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5), cancellationToken: cancellation);
                Console.Out.WriteLine($"{service,-12} up   events {status.FirstSequence} to {status.LastSequence}{(status.LastOccurredAt is { } at ? $", last {at.ToDateTimeOffset():u}" : "")}");
                var following = await clients.Operations[service].GetFollowingAsync(new GetFollowingRequest(), deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5), cancellationToken: cancellation);
                foreach (var log in following.Followings)
                {
                    Console.Out.WriteLine($"  follows {log.Producer,-12} up to {log.HandledUpTo} of {log.ProducerLast}");
                    foreach (var aside in log.PutAside)
                        Console.Out.WriteLine(Printable.Line($"    put aside #{aside.Sequence}: {aside.Reason}"));
                }
            }
            catch (RpcException failure)
            {
                Console.Out.WriteLine($"{service,-12} DOWN {failure.StatusCode}: {failure.Status.Detail}");
                exit = 1;
            }
        return exit;
    }
}
