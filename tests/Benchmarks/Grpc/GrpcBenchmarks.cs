using System.Globalization;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>
/// Unary echo of 1 kB and a stream of 10,000 messages of 1 kB: the project's runtime against plain HTTP/2 posts of the same
/// bytes on the same Kestrel and HttpClient (the ceiling), and its client against the servers of grpc-js and grpcio. Rounds
/// take turns, so that what else the machine does falls on all alike; the median round counts.
/// </summary>
internal static class GrpcBenchmarks
{
    private const int Rounds = 5;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(1.5);

    public static async Task<int> RunAsync(string[] args)
    {
        await using var ceiling = await CeilingServer.StartAsync();
        await using var runtime = await RuntimeServer.StartAsync();
        var foreign = ForeignServers.Start();
        try
        {
            Print("case", "server", "client", "per second", "ratio", "bytes allocated (client and server)");
            foreach (var callers in new[] { 1, 16 })
            {
                var unary = await MeasureAsync(
                    [
                        new Contender("plain HTTP/2", "HttpClient", () => ceiling.PostUnaryAsync(), 1, OwnProcess: true),
                        new Contender("Filingwire", "Filingwire", runtime.Client.UnaryAsync, 1, OwnProcess: true),
                        .. foreign.Select(server => new Contender(server.Name, "Filingwire", server.Client.UnaryAsync, 1, OwnProcess: false)),
                    ],
                    callers);
                PrintFigures(string.Create(CultureInfo.InvariantCulture, $"unary 1 kB, {callers} callers"), unary);
            }

            var stream = await MeasureAsync(
                [
                    new Contender("plain HTTP/2", "HttpClient", () => ceiling.ReadStreamAsync(), EchoClient.StreamLength, OwnProcess: true),
                    new Contender("Filingwire", "Filingwire", runtime.Client.StreamAsync, EchoClient.StreamLength, OwnProcess: true),
                    .. foreign.Select(server => new Contender(server.Name, "Filingwire", server.Client.StreamAsync, EchoClient.StreamLength, OwnProcess: false)),
                ],
                callers: 1);
            PrintFigures("stream of 10,000 x 1 kB", stream);
        }
        finally
        {
            foreach (var server in foreign) server.Dispose();
        }

        return 0;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(IReadOnlyList<Contender> contenders, int callers)
    {
        var rounds = contenders.ToDictionary(contender => contender, _ => new List<(double PerSecond, double Bytes)>());
        foreach (var contender in contenders) await RoundAsync(contender, callers);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var contender in contenders) rounds[contender].Add(await RoundAsync(contender, callers));
        }

        return [.. contenders.Select(contender => new Figure(
            contender, Median(rounds[contender].Select(round => round.PerSecond)), Median(rounds[contender].Select(round => round.Bytes))))];
    }

    private static async Task<(double PerSecond, double Bytes)> RoundAsync(Contender contender, int callers)
    {
        var calls = 0L;
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < RoundTime)
            {
                await contender.Call();
                Interlocked.Increment(ref calls);
            }
        })));
        var units = calls * (double)contender.UnitsPerCall;
        return (units / watch.Elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / units);
    }

    private static void PrintFigures(string title, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Print(
                title, figure.Contender.Server, figure.Contender.Client,
                figure.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                (figure.PerSecond / figures[0].PerSecond).ToString("0.00", CultureInfo.InvariantCulture),
                figure.Contender.OwnProcess ? figure.Bytes.ToString("N0", CultureInfo.InvariantCulture) : "-");
        }
    }

    private static void Print(string title, string server, string client, string perSecond, string ratio, string bytes) =>
        Console.WriteLine($"{title,-24}{server,-14}{client,-12}{perSecond,12}{ratio,8}   {bytes}");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Contender(string Server, string Client, Func<Task> Call, int UnitsPerCall, bool OwnProcess);

    private sealed record Figure(Contender Contender, double PerSecond, double Bytes);
}
