using System.CommandLine;
using System.Diagnostics;
using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Ownership.V1;
using Filingwire.Restatement.V1;
using Filingwire.Standalone;
using Google.Protobuf;
using Grpc.Core;
using Spectre.Console;

namespace Filingwire.Cli;

/// <summary>
/// <c>demo</c>: starts the services in a folder of its own, feeds them the two sample filings and tells what they know then. Everything printed comes
/// from the services' answers.
/// </summary>
internal static class DemoCommand
{
    private const string AsOf = "2024-08-20";
    private const int WidthOfFiles = 170;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var asOf = new Option<string>("--as-of") { Description = "The day of the questions.", DefaultValueFactory = _ => AsOf }.IsDay();
        var command = new Command("demo", "Start everything on embedded parts, feed two filings, tell what is known.") { asOf };
        command.SetAction((result, cancellation) => RunAsync(result.GetRequiredValue(asOf), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string asOf, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        if (Console.IsOutputRedirected)
            console.Profile.Width = WidthOfFiles;
        var data = Directory.CreateTempSubdirectory("filingwire-demo-");
        try
        {
            await using var services = await EmbeddedServices.StartAsync(data.FullName, anyPort: true, cancellation);
            using var clients = new ServiceClients(services.Extraction.ToString(), services.Restatement.ToString(), services.Ownership.ToString());
            console.MarkupLineInterpolated($"Three services are up: extraction {services.Extraction}, restatement {services.Restatement}, ownership {services.Ownership}");
            foreach (var sample in Samples())
                await FeedAsync(console, clients, sample, cancellation);
            await TellAsync(console, clients, asOf, cancellation);
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Samples() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "samples")).Order(StringComparer.Ordinal);

    private static async Task FeedAsync(IAnsiConsole console, ServiceClients clients, string sample, CancellationToken cancellation)
    {
        var request = new SubmitFilingRequest { Content = ByteString.CopyFrom(await File.ReadAllBytesAsync(sample, cancellation)) };
        var watch = Stopwatch.StartNew();
        var filing = (await clients.Extraction.SubmitFilingAsync(request, cancellationToken: cancellation)).Filing;
        console.MarkupLineInterpolated($"[bold]{Path.GetFileName(sample)}[/]: {filing.FormType.Value} of {filing.Issuers[0].Name?.Value}, {filing.Format}, read in {watch.ElapsedMilliseconds} ms as {filing.Name[..24]}…");
        foreach (var diagnostic in filing.Diagnostics)
            console.MarkupLineInterpolated($"  [grey]{diagnostic.Code}: {diagnostic.Message}[/]");
    }

    private static async Task TellAsync(IAnsiConsole console, ServiceClients clients, string asOf, CancellationToken cancellation)
    {
        var issuer = (await clients.Extraction.ListFilingsAsync(new ListFilingsRequest(), cancellationToken: cancellation)).Filings[0].Issuer;
        await UntilAsync("Restatement has taken the notice in", () => StatusAsync(AsOf), answer => answer.Known && answer.Outstanding.Count > 0, cancellation);
        var transactions = await UntilAsync("Ownership has taken the Form 4 in",
            async () => (await clients.Ownership.ListTransactionsAsync(new ListTransactionsRequest { Issuer = issuer }, cancellationToken: cancellation)).Transactions,
            answer => answer.Count > 0, cancellation);
        var positions = (await clients.Ownership.GetPositionsAsync(new GetPositionsRequest { Issuer = issuer, AsOf = asOf }, cancellationToken: cancellation)).Positions;
        var vesting = (await clients.Ownership.GetVestingAsync(
            new GetVestingRequest { Issuer = issuer, Owner = transactions[0].ReportingPersons[0].Owner, AsOf = asOf }, cancellationToken: cancellation)).Schedules;

        var report = new IssuerReport(console);
        console.WriteLine();
        report.Print(await StatusAsync(asOf));
        report.Print(transactions, positions, vesting);
        console.WriteLine();
        foreach (var (service, log) in clients.Logs)
        {
            using var call = log.WatchEvents(new WatchEventsRequest { FromSequence = 1, HistoryOnly = true }, cancellationToken: cancellation);
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellation))
                if (response.Event is { } happened)
                    console.MarkupLineInterpolated($"event {service} #{happened.Sequence} {happened.Type} {happened.Form}");
        }

        async Task<IssuerStatus> StatusAsync(string day) =>
            (await clients.Restatement.GetIssuerStatusAsync(new GetIssuerStatusRequest { Issuer = issuer, AsOf = day }, cancellationToken: cancellation)).Status;
    }

    private static async Task<T> UntilAsync<T>(string what, Func<Task<T>> ask, Func<T, bool> enough, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await timer.WaitForNextTickAsync(cancellation))
            if (await ask() is var answer && enough(answer))
                return answer;
        throw new TimeoutException($"{what}: not within {Patience.TotalSeconds} s.");
    }
}
