using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Filingwire.Events.V1;
using Filingwire.Extraction.V1;
using Filingwire.Integration.Fixtures;
using Grpc.Net.Client;

namespace Filingwire.Benchmarks.Hosting;

/// <summary>
/// Forms 4 end to end: submitted by gRPC, parsed, through log and bus, into both projections, by three processes; then again at a
/// steady 200 a second for the time from submission to visibility. "Visible" is when Ownership's own event about the filing, saved
/// together with the projection, arrives at a watcher. The ceiling beside it: the same events published and consumed bare.
/// Usage: load [filings=20000] [broker=rabbitmq|embedded] [seconds=20].
/// </summary>
internal static class LoadRun
{
    private const int Submitters = 48;
    private const int SteadyRate = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var settings = args.Select(a => a.Split('=', 2)).Where(a => a.Length == 2).ToDictionary(a => a[0], a => a[1], StringComparer.Ordinal);
        var filings = int.Parse(settings.GetValueOrDefault("filings", "20000"), CultureInfo.InvariantCulture);
        var seconds = int.Parse(settings.GetValueOrDefault("seconds", "20"), CultureInfo.InvariantCulture);
        var isEmbedded = settings.GetValueOrDefault("broker") == "embedded";
        var forms = new RealForms4();
        RabbitMqNode? node = null;
        if (!isEmbedded)
            await (node = new RabbitMqNode()).StartAsync(CancellationToken.None);
        try
        {
            await using var services = await LoadedServices.StartAsync(node?.Address);
            using var extraction = GrpcChannel.ForAddress(services.Extraction);
            using var ownership = GrpcChannel.ForAddress(services.Ownership);
            var submitted = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
            var latencies = new ConcurrentQueue<(long At, double Milliseconds)>();
            using var watching = new CancellationTokenSource();
            var watcher = WatchAsync(ownership, submitted, latencies, watching.Token);

            // Once through every code path before the clock runs.
            await SubmitAsync(extraction, forms, Enumerable.Range(900_000, 300), Submitters, submitted);
            await AllVisibleAsync(latencies, 300);
            latencies.Clear();
            services.PrintSizes(300);

            var started = Stopwatch.GetTimestamp();
            await SubmitAsync(extraction, forms, Enumerable.Range(0, filings), Submitters, submitted);
            var accepted = Stopwatch.GetElapsedTime(started);
            await AllVisibleAsync(latencies, filings);
            await services.AllFollowedAsync();
            var done = Stopwatch.GetElapsedTime(started, latencies.Max(l => l.At));
            Print($"import        {filings} filings, {(isEmbedded ? "one process, embedded parts" : "three processes, RabbitMQ")}");
            Print($"  accepted    {filings / accepted.TotalSeconds:F0}/s   visible {filings / done.TotalSeconds:F0}/s   in {done.TotalSeconds:F1} s");
            services.PrintSizes(filings);

            latencies.Clear();
            var steady = seconds * SteadyRate;
            await SteadyAsync(extraction, forms, Enumerable.Range(filings, steady), submitted);
            await AllVisibleAsync(latencies, steady);
            var sorted = latencies.Select(l => l.Milliseconds).Order().ToArray();
            Print($"steady        {SteadyRate}/s for {seconds} s: p50 {sorted[steady / 2]:F0} ms   p99 {sorted[steady * 99 / 100]:F0} ms   max {sorted[^1]:F0} ms");
            PrintStalls(latencies);
            services.PrintSizes(steady);
            await watching.CancelAsync();
            await watcher;
            if (node is not null)
                Print($"ceiling       {await BareBroker.RateAsync(node.Address, await EventsAsync(ownership)):F0}/s published with confirms and consumed, the same events, quorum queue");
            return 0;
        }
        finally
        {
            if (node is not null)
                await node.DisposeAsync();
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>Tells whether slow ones came together, as when a disk or a collector stops everything, or apart.</summary>
    private static void PrintStalls(IEnumerable<(long At, double Milliseconds)> latencies)
    {
        var slow = latencies.Where(l => l.Milliseconds > 300).OrderBy(l => l.At).ToList();
        var stalls = slow.Where((l, i) => i == 0 || Stopwatch.GetElapsedTime(slow[i - 1].At, l.At).TotalSeconds > 0.5)
            .Select(l => FormattableString.Invariant($"{Stopwatch.GetElapsedTime(latencies.Min(x => x.At), l.At).TotalSeconds:F1} s"));
        Print($"  above 300 ms {slow.Count} filings, at {string.Join(", ", stalls)}");
    }

    private static Task SubmitAsync(GrpcChannel channel, RealForms4 forms, IEnumerable<int> numbers, int atOnce, ConcurrentDictionary<string, long> submitted) =>
        Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, (number, _) => SubmitOneAsync(channel, forms, number, submitted));

    private static async ValueTask SubmitOneAsync(GrpcChannel channel, RealForms4 forms, int number, ConcurrentDictionary<string, long> submitted)
    {
        submitted["filings/" + RealForms4.Accession(number)] = Stopwatch.GetTimestamp();
        await new ExtractionService.ExtractionServiceClient(channel).SubmitFilingAsync(forms.Request(number));
    }

    private static async Task SteadyAsync(GrpcChannel channel, RealForms4 forms, IEnumerable<int> numbers, ConcurrentDictionary<string, long> submitted)
    {
        var started = Stopwatch.GetTimestamp();
        var (under, count) = (new List<Task>(), 0);
        foreach (var number in numbers)
        {
            var due = TimeSpan.FromSeconds((double)count++ / SteadyRate) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            under.Add(SubmitOneAsync(channel, forms, number, submitted).AsTask());
        }
        await Task.WhenAll(under);
    }

    private static async Task WatchAsync(
        GrpcChannel channel, ConcurrentDictionary<string, long> submitted, ConcurrentQueue<(long, double)> latencies, CancellationToken cancellation)
    {
        using var call = new EventLogService.EventLogServiceClient(channel).WatchEvents(
            new WatchEventsRequest { FromSequence = 1, Filter = new EventFilter { Types_ = { "OwnershipReported" } } }, cancellationToken: cancellation);
        try
        {
            while (await call.ResponseStream.MoveNext(cancellation))
                if (call.ResponseStream.Current.Event is { } e)
                {
                    var now = Stopwatch.GetTimestamp();
                    latencies.Enqueue((now, Stopwatch.GetElapsedTime(submitted[e.Filing], now).TotalMilliseconds));
                }
        }
        catch (Grpc.Core.RpcException) when (cancellation.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private static async Task AllVisibleAsync(ConcurrentQueue<(long, double)> latencies, int count)
    {
        var (seen, since) = (-1, Stopwatch.GetTimestamp());
        while (latencies.Count < count)
        {
            if (latencies.Count != seen)
                (seen, since) = (latencies.Count, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(1))
                throw new TimeoutException($"{seen} of {count} filings are visible and no more come.");
            await Task.Delay(20);
        }
    }

    private static async Task<List<string>> EventsAsync(GrpcChannel channel)
    {
        using var call = new EventLogService.EventLogServiceClient(channel).WatchEvents(new WatchEventsRequest { FromSequence = 1, HistoryOnly = true });
        var events = new List<string>();
        while (events.Count < 10_000 && await call.ResponseStream.MoveNext(CancellationToken.None))
            if (call.ResponseStream.Current.Event is { } e)
                events.Add(e.Json);
        return events;
    }
}
