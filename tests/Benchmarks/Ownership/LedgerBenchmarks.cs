using System.Diagnostics;
using System.Globalization;
using Filingwire.Hosting;
using Filingwire.Messaging;
using Filingwire.Messaging.Relaying;
using Filingwire.Ownership;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Benchmarks.Ownership;

/// <summary>
/// Loads made reports through the service's own intake, then asks over gRPC, with the caller in the same process. Every read is reported beside a bare
/// read of the same documents from the store.
/// Usage: ownership [transactions=100000] [issuers=N] [store=FOLDER] [load]. A store that is named is kept, and one that is there already is not
/// loaded again; "load" asks nothing.
/// </summary>
internal static class LedgerBenchmarks
{
    private const int Asks = 2000;
    private static readonly Random Random = new(7);

    public static async Task<int> RunAsync(string[] args)
    {
        var settings = args.Select(a => a.Split('=', 2)).Where(a => a.Length == 2).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        var transactions = int.Parse(settings.GetValueOrDefault("transactions", "100000"), CultureInfo.InvariantCulture);
        var issuers = settings.TryGetValue("issuers", out var given) ? int.Parse(given, CultureInfo.InvariantCulture) : Math.Clamp(transactions / 200, 50, 5000);
        var folder = settings.TryGetValue("store", out var kept) ? Directory.CreateDirectory(kept) : Directory.CreateTempSubdirectory("filingwire-ownership-bench-");
        var isLoaded = folder.EnumerateFiles().Any();
        try
        {
            await using var host = await ServiceHost.StartAsync(
                OwnershipDefinition.Create(),
                new ServiceOptions
                {
                    Store = new StoreOptions { Data = folder.FullName },
                    Following = new FollowingOptions { CatchUpEvery = TimeSpan.FromHours(1) },
                    Peers = new Dictionary<string, Uri> { ["extraction"] = new("http://127.0.0.1:9"), ["restatement"] = new("http://127.0.0.1:9") },
                },
                services => services.AddLogging(logging => logging.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance)));
            if (!isLoaded)
                await LoadAsync(host, transactions, issuers, folder);
            if (!args.Contains("load"))
                await AskAsync(host, issuers);
            return 0;
        }
        finally
        {
            if (kept is null)
                folder.Delete(recursive: true);
        }
    }

    private static async Task LoadAsync(ServiceHost host, int transactions, int issuers, DirectoryInfo folder)
    {
        var intake = host.Services.GetRequiredService<ReportIntake>();
        var lanes = new FollowingOptions().Lanes;
        var batch = new FollowingOptions().BatchSize;
        var made = new ReportStream(issuers, seed: 1) { Most = Math.Max(1, transactions * 10 / 27) };
        var (rows, filings, printed) = (0, 0, 0);
        var (making, took) = (TimeSpan.Zero, TimeSpan.Zero);
        var cpu = TimeSpan.Zero;
        while (rows < transactions)
        {
            // As the service does it: filings on one issuer take one lane, in which one batch is taken in at a time.
            var started = (At: Stopwatch.GetTimestamp(), Cpu: Environment.CpuUsage.TotalTime);
            var reports = Enumerable.Range(0, lanes * batch * 4).Select(_ => made.Next()).ToList();
            making += Stopwatch.GetElapsedTime(started.At);
            started = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await Task.WhenAll(reports.GroupBy(report => unchecked((uint)report.Issuer.GetHashCode()) % lanes).Select(lane => Task.Run(async () =>
            {
                foreach (var some in lane.Chunk(batch))
                    await intake.TakeInAsync(some, CancellationToken.None);
            })));
            took += Stopwatch.GetElapsedTime(started.At);
            cpu += Environment.CpuUsage.TotalTime - started.Cpu;
            rows += reports.Sum(report => report.Rows.Count);
            filings += reports.Count;
            if (rows / 100_000 > printed)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {printed = rows / 100_000}00,000 transactions after {took.TotalSeconds:F0} s, {Environment.WorkingSet / 1e6:N0} MB of memory, {GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes / 1e6:N0} MB of it managed"));
        }
        var relayed = Stopwatch.GetTimestamp();
        var last = (await host.Services.GetRequiredService<IServiceStore>().Log.StatusAsync(CancellationToken.None)).Last;
        var positions = host.Services.GetRequiredService<DocumentCollection<RelayPosition>>();
        while (((await positions.GetAsync("bus", CancellationToken.None))?.Value.Sequence ?? 0) < last)
            await Task.Delay(100);
        var size = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"load: {rows:N0} transactions in {filings:N0} filings, {took.TotalSeconds:F1} s, {filings / took.TotalSeconds:N0} filings/s with the relay beside it, {cpu.TotalMilliseconds / filings:F3} ms of processor time a filing; {Stopwatch.GetElapsedTime(relayed).TotalSeconds:F1} s more until every event was published; {size / 1e6:N0} MB on disk, {size / rows:N0} bytes per transaction"));
    }

    private static async Task AskAsync(ServiceHost host, int issuers)
    {
        using var channel = GrpcChannel.ForAddress(host.Address);
        var client = new OwnershipService.OwnershipServiceClient(channel);
        var store = host.Services.GetRequiredService<OwnershipStore>();
        string Issuer(int i) => ReportStream.IssuerOf(i).ResourceName;
        Console.WriteLine("question                                p50 ms   p99 ms   bare p50  bare p99   p50 ratio");
        await MeasureAsync("GetPositions(issuer, owner)",
            (i, o) => client.GetPositionsAsync(new GetPositionsRequest { Issuer = Issuer(i), Owner = ReportStream.OwnerOf(i, o).ResourceName }).ResponseAsync,
            (i, o) => HeldAsync(ReportStream.IssuerOf(i), ReportStream.OwnerOf(i, o)));
        await MeasureAsync("GetPositions(issuer, all insiders)",
            (i, _) => client.GetPositionsAsync(new GetPositionsRequest { Issuer = Issuer(i) }).ResponseAsync,
            (i, _) => HeldAsync(ReportStream.IssuerOf(i), null));
        await MeasureAsync("GetPositions(issuer, all, some day)",
            (i, o) => client.GetPositionsAsync(new GetPositionsRequest { Issuer = Issuer(i), AsOf = Day(Start(o)) }).ResponseAsync,
            (i, o) => HeldAsync(ReportStream.IssuerOf(i), null, Start(o)));
        await MeasureAsync("ListTransactions(issuer), 100 rows",
            (i, _) => client.ListTransactionsAsync(new ListTransactionsRequest { Issuer = Issuer(i) }).ResponseAsync,
            (i, _) => store.PageAsync(ReportQuery.Of(ReportStream.IssuerOf(i), null).Page(100, ""), default));
        await MeasureAsync("ListTransactions(owner), 100 rows",
            (i, o) => client.ListTransactionsAsync(new ListTransactionsRequest { Owner = ReportStream.OwnerOf(i, o).ResourceName }).ResponseAsync,
            (i, o) => store.PageAsync(ReportQuery.Of(null, ReportStream.OwnerOf(i, o)).Page(100, ""), default));
        await MeasureAsync("GetIssuerActivity(issuer, 90 days)",
            (i, o) => client.GetIssuerActivityAsync(new GetIssuerActivityRequest { Issuer = Issuer(i), From = Day(Start(o)), To = Day(Start(o).AddDays(90)) }).ResponseAsync,
            (i, o) => store.InWindowAsync(ReportStream.IssuerOf(i), Start(o), Start(o).AddDays(90), default));
        await MeasureAsync("ListLateReports(issuer)",
            (i, _) => client.ListLateReportsAsync(new ListLateReportsRequest { Issuer = Issuer(i) }).ResponseAsync,
            (i, _) => store.AllAsync(ReportQuery.Of(ReportStream.IssuerOf(i), null).Missed(null), default));

        async Task<int> HeldAsync(IssuerKey? issuer, OwnerKey? owner, DateOnly? asOf = null)
        {
            var held = await store.HeldAsync(issuer, owner, asOf, default);
            return (await store.GetReportsAsync([.. held.Documents.Where(document => document.Value.Accounts.Any(account => account.States.Any(state => state.HoldsAt(asOf)))).Select(document => document.Id)], default)).Count;
        }

        async Task MeasureAsync<TAnswer, TBare>(string name, Func<int, int, Task<TAnswer>> ask, Func<int, int, Task<TBare>> bare)
        {
            // Asked as filed: busy issuers and owners are asked for more often.
            var asked = Enumerable.Range(0, Asks).Select(_ => ((int)(issuers * Math.Pow(Random.NextDouble(), 2)), (int)(20 * Math.Pow(Random.NextDouble(), 2)))).ToList();
            foreach (var (i, o) in asked.Take(200))
                await ask(i, o);
            var (answers, reads) = (new List<double>(), new List<double>());
            foreach (var (i, o) in asked)
            {
                var at = Stopwatch.GetTimestamp();
                await ask(i, o);
                answers.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                at = Stopwatch.GetTimestamp();
                await bare(i, o);
                reads.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-38} {At(answers, 0.5),8:F2} {At(answers, 0.99),8:F2} {At(reads, 0.5),9:F2} {At(reads, 0.99),9:F2} {At(answers, 0.5) / At(reads, 0.5),9:F1}"));
        }
    }

    private static DateOnly Start(int owner) => new DateOnly(2019, 1, 1).AddDays(owner * 80);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double At(List<double> values, double quantile) => values.Order().ElementAt((int)((values.Count - 1) * quantile));
}
