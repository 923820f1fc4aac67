using System.CommandLine;
using Filingwire.Events.V1;
using Grpc.Core;

namespace Filingwire.Cli;

/// <summary><c>watch [SERVICE]</c>: prints a service's events, past ones first, one JSON per line.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var service = new Argument<string>("SERVICE") { Description = "extraction, restatement or ownership.", DefaultValueFactory = _ => "extraction" };
        service.AcceptOnlyFromAmong("extraction", "restatement", "ownership");
        var from = new Option<long>("--from") { Description = "First sequence to see; 0 for new events only.", DefaultValueFactory = _ => 1 };
        var types = new Option<string[]>("--type") { Description = "Event types to see.", AllowMultipleArgumentsPerToken = true };
        var historyOnly = new Option<bool>("--history") { Description = "End when caught up." };
        var addresses = new ServiceAddresses();
        var command = new Command("watch", "Follow a service's events.") { service, from, types, historyOnly };
        addresses.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            using var clients = addresses.Connect(result);
            var request = new WatchEventsRequest { HistoryOnly = result.GetValue(historyOnly), Filter = new EventFilter { Types_ = { result.GetValue(types) ?? [] } } };
            if (result.GetValue(from) is > 0 and var sequence)
                request.FromSequence = sequence;
            using var call = clients.Logs[result.GetRequiredValue(service)].WatchEvents(request, cancellationToken: cancellation);
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellation))
                if (response.Event is { } happened)
                    Console.Out.WriteLine(Printable.Line($"{happened.Sequence} {happened.Type} {happened.Json}"));
                else if (response.Damaged is { } damaged)
                    Console.Error.WriteLine($"{damaged.Sequence} is damaged in the log and is passed by.");
            return 0;
        });
        return command;
    }
}
