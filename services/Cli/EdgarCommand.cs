using System.CommandLine;
using System.Globalization;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.V1;
using Filingwire.Edgar;
using Filingwire.Hosting;
using Grpc.Core.Interceptors;
using Grpc.Core;
using Grpc.Net.Client;

namespace Filingwire.Cli;

/// <summary><c>edgar</c>: follow EDGAR, see how that goes, fill the past, close days, repair.</summary>
internal static class EdgarCommand
{
    public static Command Create() => new("edgar", "Follow EDGAR: status, follow, backfill, close, compare, repair, timeliness.")
    {
        Status(), Follow(), Backfill(), Close(), Compare(), Repair(), Timeliness(),
    };

    private static Command Status() => Verb(
        "status", "See how following goes: lag, closed days, holes, backfill.", [], async (client, _, cancellation) =>
    {
        EdgarPrinter.Print(Console.Out, await client.GetLedgerStatusAsync(new GetLedgerStatusRequest(), cancellationToken: cancellation));
        return 0;
    });

    private static Command Follow()
    {
        var command = new Command("follow",
            "Follow EDGAR and hand filings to a running Extraction until stopped; needs FILINGWIRE_EDGAR_USER_AGENT.");
        command.SetAction((_, _) => ServiceHost.RunAsync(EdgarDefinition.Create(() => EdgarOptions.Read([])), []));
        return command;
    }

    private static Command Backfill()
    {
        var from = new Argument<string>("FROM") { Description = "The first quarter, 2006Q1." };
        var to = new Argument<string>("TO") { Description = "The last quarter, 2025Q4." };
        var ledgerOnly = new Option<bool>("--ledger-only") { Description = "Only note what was filed; fetch nothing." };
        return Verb("backfill", "Fill the ledger from full indexes, and fetch what is wanted after everything else.",
            [from, to, ledgerOnly], async (client, result, cancellation) =>
        {
            var request = new BackfillRequest { FromQuarter = result.GetRequiredValue(from), ToQuarter = result.GetRequiredValue(to),
                LedgerOnly = result.GetValue(ledgerOnly) };
            var asked = await client.BackfillAsync(request, cancellationToken: cancellation);
            Console.Out.WriteLine($"{asked.Quarters.Count} quarters are asked for; ./filingwire edgar status shows the progress");
            return 0;
        });
    }

    private static Command Close()
    {
        var day = new Argument<string>("DAY") { Description = "A business day, 2025-12-12." };
        return Verb("close", "Close a day against its index now.", [day], async (client, result, cancellation) =>
        {
            var closed = await client.CloseDayAsync(new CloseDayRequest { Day = result.GetRequiredValue(day) },
                cancellationToken: cancellation);
            EdgarPrinter.Print(Console.Out, closed.Day);
            return 0;
        });
    }

    private static Command Compare()
    {
        var quarter = new Argument<string>("QUARTER") { Description = "A quarter, 2025Q4." };
        return Verb("compare", "Compare a quarter with EDGAR's full index now: missing, gone, changed.", [quarter],
            async (client, result, cancellation) =>
        {
            var compared = await client.CompareQuarterAsync(new CompareQuarterRequest { Quarter = result.GetRequiredValue(quarter) },
                cancellationToken: cancellation);
            EdgarPrinter.Print(Console.Out, compared.Quarter);
            return 0;
        });
    }

    private static Command Repair()
    {
        var target = new Argument<string>("ACCESSION|CIK") { Description = "A submission, or everything of a company that is wanted." };
        return Verb("repair", "Fetch again, whatever the state.", [target], async (client, result, cancellation) =>
        {
            var text = result.GetRequiredValue(target);
            var request = text.Length > 10 ? new RepairRequest { Accession = text } : new RepairRequest { Cik = text };
            var repaired = await client.RepairAsync(request, cancellationToken: cancellation);
            Console.Out.WriteLine($"{repaired.Submissions} submissions are fetched again");
            return 0;
        });
    }

    private static Command Timeliness()
    {
        var cik = new Argument<string>("CIK") { Description = "The issuer." };
        return Verb("timeliness", "How an issuer's periodic reports have come, by indexes alone.", [cik],
            async (client, result, cancellation) =>
        {
            EdgarPrinter.Print(Console.Out, await client.ListTimelinessAsync(
                new ListTimelinessRequest { Cik = result.GetRequiredValue(cik) }, cancellationToken: cancellation));
            return 0;
        });
    }

    private static Command Verb(
        string name, string description, Symbol[] symbols, Func<EdgarService.EdgarServiceClient, ParseResult, CancellationToken,
            Task<int>> run)
    {
        var address = new Option<string>("--edgar")
        {
            Description = "Address of the EDGAR source; FILINGWIRE_EDGAR, else the standalone's port.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FILINGWIRE_EDGAR") ?? string.Create(
                CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.Edgar}"),
        };
        var command = new Command(name, description) { address };
        foreach (var symbol in symbols)
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else if (symbol is Option option)
                command.Options.Add(option);
        command.SetAction(async (result, cancellation) =>
        {
            using var channel = GrpcChannel.ForAddress(result.GetRequiredValue(address));
            return await run(new EdgarService.EdgarServiceClient(Invoker(channel)), result, cancellation);
        });
        return command;
    }

    private static CallInvoker Invoker(GrpcChannel channel) => Environment.GetEnvironmentVariable(
        "FILINGWIRE_TOKEN") is not { Length: > 0 } token
        ? channel.CreateCallInvoker()
        : channel.Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
}
