using System.Diagnostics;
using System.Globalization;

namespace Filingwire.Benchmarks.GrpcRuntime;

/// <param name="Server">The server's name.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Call">What is measured.</param>
/// <param name="UnitsPerCall">Messages of a stream; 1 for a unary call.</param>
/// <param name="OwnProcess">Whether the server runs in this process, so that processor time and memory are those of both sides.</param>
internal sealed record Contender(string Server, string Client, Func<Task> Call, int UnitsPerCall, bool OwnProcess = true);

/// <summary>
/// Measures contenders against the first of them. Many short rounds take turns, and a ratio is the median of the ratios within
/// a round, so that what else the machine does falls on all alike. The processor time per call tells the same with less noise.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 30;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan RoundTime = TimeSpan.FromMilliseconds(120);

    public static void PrintTitles() => Print("case", "server", "client", "per second", "ratio", "cpu µs", "cpu ratio", "bytes allocated");

    public static async Task RunAsync(string title, IReadOnlyList<Contender> contenders, int callers)
    {
        foreach (var contender in contenders) await RoundAsync(contender, callers, WarmUp);
        var rounds = new List<IReadOnlyList<Round>>();
        while (rounds.Count < Rounds)
        {
            var round = new List<Round>();
            foreach (var contender in contenders) round.Add(await RoundAsync(contender, callers, RoundTime));
            rounds.Add(round);
        }

        PrintFigures(title, contenders, rounds);
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
            units / watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / units,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / units);
    }

    private static void PrintFigures(string title, IReadOnlyList<Contender> contenders, IReadOnlyList<IReadOnlyList<Round>> rounds)
    {
        for (var i = 0; i < contenders.Count; i++)
        {
            var isOwn = contenders[i].OwnProcess;
            Print(
                title, contenders[i].Server, contenders[i].Client,
                Text("N0", round => round[i].PerSecond),
                Text("0.00", round => round[i].PerSecond / round[0].PerSecond),
                isOwn ? Text("0.00", round => round[i].Processor) : "-",
                isOwn ? Text("0.00", round => round[0].Processor / round[i].Processor) : "-",
                isOwn ? Text("N0", round => round[i].Bytes) : "-");
        }

        string Text(string format, Func<IReadOnlyList<Round>, double> value) =>
            Median(rounds.Select(value)).ToString(format, CultureInfo.InvariantCulture);
    }

    private static void Print(params string[] cells) =>
        Console.WriteLine(string.Concat(cells.Select((cell, i) => i < 3 ? cell.PadRight(i == 0 ? 25 : 16) : cell.PadLeft(i == 7 ? 17 : 11))));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <param name="PerSecond">Calls or messages.</param>
    /// <param name="Processor">Microseconds of this process per call or message, client and server together.</param>
    /// <param name="Bytes">Allocated in this process per call or message, client and server together.</param>
    private sealed record Round(double PerSecond, double Processor, double Bytes);
}
