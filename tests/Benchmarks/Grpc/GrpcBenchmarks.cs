using System.Diagnostics;
using System.Globalization;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <summary>
/// Unary echo of 1 kB and a stream of 10,000 messages of 1 kB: the project's runtime against plain HTTP/2 posts of the same
/// bytes on the same Kestrel and HttpClient (the ceiling), and its client against the servers of grpc-js and grpcio. Many short
/// rounds take turns, and a ratio is the median of the ratios within a round, so that what else the machine does falls on all
/// alike. The processor time per call tells the same with less noise, but only of what runs in this process.
/// </summary>
internal static class GrpcBenchmarks
{
    private const int Rounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(150);

    public static async Task<int> RunAsync(string[] args)
    {
        await using var ceiling = await CeilingServer.StartAsync();
        await using var runtime = await RuntimeServer.StartAsync();
        var foreign = ForeignServers.Start();
        try
        {
            Print("case", "server", "client", "per second", "ratio", "cpu µs", "cpu ratio", "bytes allocated");
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

    private static async Task<IReadOnlyList<IReadOnlyList<Round>>> MeasureAsync(IReadOnlyList<Contender> contenders, int callers)
    {
        foreach (var contender in contenders) await RoundAsync(contender, callers, WarmUp);
        var rounds = new List<IReadOnlyList<Round>>();
        while (rounds.Count < Rounds)
        {
            var round = new List<Round>();
            foreach (var contender in contenders) round.Add(await RoundAsync(contender, callers, RoundTime));
            rounds.Add(round);
        }

        return rounds;
    }

    private static async Task<Round> RoundAsync(Contender contender, int callers, TimeSpan time)
    {
        var calls = 0L;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < time)
            {
                await contender.Call();
                Interlocked.Increment(ref calls);
            }
        })));
        var units = calls * (double)contender.UnitsPerCall;
        return new Round(
            contender, units / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / units,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / units);
    }

    private static void PrintFigures(string title, IReadOnlyList<IReadOnlyList<Round>> rounds)
    {
        for (var i = 0; i < rounds[0].Count; i++)
        {
            var contender = rounds[0][i].Contender;
            Print(
                title, contender.Server, contender.Client,
                Text("N0", round => round[i].PerSecond),
                Text("0.00", round => round[i].PerSecond / round[0].PerSecond),
                contender.OwnProcess ? Text("0.0", round => round[i].Processor) : "-",
                contender.OwnProcess ? Text("0.00", round => round[0].Processor / round[i].Processor) : "-",
                contender.OwnProcess ? Text("N0", round => round[i].Bytes) : "-");
        }

        string Text(string format, Func<IReadOnlyList<Round>, double> value) =>
            Median(rounds.Select(value)).ToString(format, CultureInfo.InvariantCulture);
    }

    private static void Print(params string[] cells) =>
        Console.WriteLine(string.Concat(cells.Select((cell, i) => i < 3 ? cell.PadRight(i == 0 ? 25 : 14) : cell.PadLeft(i == 7 ? 17 : 11))));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private sealed record Contender(string Server, string Client, Func<Task> Call, int UnitsPerCall, bool OwnProcess);

    /// <param name="Contender">Who was measured.</param>
    /// <param name="PerSecond">Calls or messages.</param>
    /// <param name="Processor">Microseconds of this process per call or message, client and server together.</param>
    /// <param name="Bytes">Allocated in this process per call or message, client and server together.</param>
    private sealed record Round(Contender Contender, double PerSecond, double Processor, double Bytes);
}
