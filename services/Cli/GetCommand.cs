using System.CommandLine;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Google.Protobuf;

namespace Filingwire.Cli;

/// <summary><c>get NAME</c>: fetches a resource by its name and prints its proto3 JSON.</summary>
internal static class GetCommand
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "filings/…, issuers/… (status), lateFilings/…, restatementCases/…, owners/…" };
        var asOf = new Option<string?>("--as-of") { Description = "A day, 2024-08-20; today without it." }.IsDay();
        var addresses = new ServiceAddresses();
        var command = new Command("get", "Fetch a resource and print its JSON.") { name, asOf };
        addresses.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            using var clients = addresses.Connect(result);
            Console.Out.WriteLine(Json.Format(await FetchAsync(clients, result.GetRequiredValue(name), result.GetValue(asOf), cancellation)));
            return 0;
        });
        return command;
    }

    private static async Task<IMessage> FetchAsync(ServiceClients clients, string name, string? asOf, CancellationToken cancellation)
    {
        var collection = name.Split('/')[0];
        switch (collection)
        {
            case "filings":
                return (await clients.Extraction.GetFilingAsync(new GetFilingRequest { Name = name }, cancellationToken: cancellation)).Filing;
            case "issuers":
                var status = new GetIssuerStatusRequest { Issuer = name };
                if (asOf is not null)
                    status.AsOf = asOf;
                return (await clients.Restatement.GetIssuerStatusAsync(status, cancellationToken: cancellation)).Status;
            case "lateFilings":
                var late = new GetLateFilingRequest { Name = name };
                if (asOf is not null)
                    late.AsOf = asOf;
                return (await clients.Restatement.GetLateFilingAsync(late, cancellationToken: cancellation)).LateFiling;
            case "restatementCases":
                var restatement = new GetRestatementCaseRequest { Name = name };
                if (asOf is not null)
                    restatement.AsOf = asOf;
                return (await clients.Restatement.GetRestatementCaseAsync(restatement, cancellationToken: cancellation)).RestatementCase;
            case "owners":
                return await clients.Ownership.GetOwnerAsync(new GetOwnerRequest { Name = name }, cancellationToken: cancellation);
            default:
                throw new UsageException($"'{name}' names no resource: filings/…, issuers/…, lateFilings/…, restatementCases/… or owners/….");
        }
    }
}
