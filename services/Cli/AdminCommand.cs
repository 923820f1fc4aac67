using System.CommandLine;
using Filingwire.Events.V1;
using Filingwire.Store.Sqlite;

namespace Filingwire.Cli;

/// <summary><c>admin</c>: what the people who run the services do.</summary>
internal static class AdminCommand
{
    public static Command Create() => new("admin", "Rebuild a projection, retry what failed, back up and restore a store, read filings anew.")
    {
        Operation("rebuild", "Read all followed logs again and fold them anew.", async (client, _, cancellation) =>
        {
            await client.RebuildAsync(new RebuildRequest(), cancellationToken: cancellation);
            return "begun; ./filingwire status shows the progress";
        }),
        Operation("retry", "Try events again that were put aside, and move messages back from the error queues.", async (client, _, cancellation) =>
        {
            var tried = await client.RetryFailedAsync(new RetryFailedRequest(), cancellationToken: cancellation);
            return $"{tried.Events} events and {tried.Messages} messages are tried again";
        }),
        Operation("backup", "Write a copy of the store while the service goes on.", async (client, service, cancellation) =>
        {
            var name = FormattableString.Invariant($"{service}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.db");
            var copy = await client.BackUpStoreAsync(new BackUpStoreRequest { Name = name }, cancellationToken: cancellation);
            return $"backups/{name}, {copy.SizeBytes} bytes";
        }),
        Restore(),
        Reparse(),
    };

    private static Command Operation(string name, string description, Func<OperationsService.OperationsServiceClient, string, CancellationToken, Task<string>> run)
    {
        var service = Service();
        var addresses = new ServiceAddresses();
        var command = new Command(name, description) { service };
        addresses.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            using var clients = addresses.Connect(result);
            var chosen = result.GetRequiredValue(service);
            Console.Out.WriteLine($"{chosen}: {await run(clients.Operations[chosen], chosen, cancellation)}");
            return 0;
        });
        return command;
    }

    private static Command Restore()
    {
        var service = Service();
        var backup = new Argument<FileInfo>("BACKUP") { Description = "A file that 'admin backup' has written." };
        var data = new Option<string>("--data") { Description = "Folder of the service's store, as of 'up' or FILINGWIRE_DATA.", DefaultValueFactory = _ => "data" };
        var command = new Command("restore", "Put a backup in a store's place while its service is stopped; what was there is kept beside it.") { service, backup, data };
        command.SetAction(result =>
        {
            var store = Path.Combine(result.GetRequiredValue(data), result.GetRequiredValue(service) + ".db");
            var kept = SqliteRestore.Run(store, result.GetRequiredValue(backup).FullName, TimeProvider.System);
            Console.Out.WriteLine($"{store} is restored{(kept is null ? "" : $"; what was there is {kept}")}. Start the service; its followers read its log anew.");
            return 0;
        });
        return command;
    }

    private static Argument<string> Service()
    {
        var service = new Argument<string>("SERVICE") { Description = "extraction, restatement or ownership." };
        service.AcceptOnlyFromAmong("extraction", "restatement", "ownership");
        return service;
    }

    private static Command Reparse()
    {
        var name = new Argument<string>("NAME") { Description = "filings/…" };
        var addresses = new ServiceAddresses();
        var command = new Command("reparse", "Read the stored bytes of a filing with the present revision of the parser.") { name };
        addresses.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            using var clients = addresses.Connect(result);
            var answer = await clients.Extraction.ReparseFilingAsync(new Extraction.V1.ReparseFilingRequest { Name = result.GetRequiredValue(name) }, cancellationToken: cancellation);
            Console.Out.WriteLine($"{answer.Filing.Name}: {(answer.Changed ? "read anew" : "was read already")} by revision {answer.Filing.Revision}");
            return 0;
        });
        return command;
    }
}
