using System.Diagnostics;
using System.Globalization;
using Filingwire.Parsing;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Html;

namespace Filingwire.Benchmarks.Extraction;

/// <summary>Notices per second and megabytes of HTML per second on one core, over the folder that is given (filings, *.htm and *.txt).</summary>
internal static class NoticeBenchmarks
{
    private static readonly TimeSpan Run = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan MostWarming = TimeSpan.FromSeconds(40);

    public static Task<int> RunAsync(string[] args)
    {
        if (args is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Usage: … -- notices FOLDER (a folder of Forms 12b-25)");
            return Task.FromResult(2);
        }
        var filings = Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var bytes = filings.Sum(filing => (long)filing.Length);
        var (rounds, seconds) = Measure(() => filings.ForEach(filing => FilingParser.Parse(filing)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"notices: {rounds * filings.Count / seconds:0} a CPU second, {bytes / filings.Count / 1024} kB each, {rounds * bytes / seconds / 1e6:0.0} MB/s, {seconds * 1000 / rounds / filings.Count:0.00} ms each"));

        var markup = filings.Select(filing => EnvelopeReader.Read(filing, []) is var submission
            ? submission.Documents.Where(document => document.Format == DocumentFormat.Html).Select(document => filing[document.Body.Start..document.Body.End]).ToList() : [])
            .SelectMany(documents => documents).ToList();
        var size = markup.Sum(document => (long)document.Length);
        (rounds, seconds) = Measure(() => markup.ForEach(document => HtmlText.Read(document, 0)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"HTML to text with bytes: {rounds * size / seconds / 1e6:0.0} MB a CPU second over {markup.Count} documents"));
        return Task.FromResult(0);
    }

    // CPU time, so that neighbours on the machine do not count.
    private static (int Rounds, double Seconds) Measure(Action action)
    {
        Warm(action);
        var before = Environment.CpuUsage.TotalTime;
        var rounds = 0;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Run; rounds++)
            action();
        return (rounds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    // The rules are large generated methods that are optimised late: warm until rounds get no cheaper.
    private static void Warm(Action action)
    {
        var best = TimeSpan.MaxValue;
        for (var (same, watch) = (0, Stopwatch.StartNew()); same < 8 && watch.Elapsed < MostWarming;)
        {
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < 25; i++)
                action();
            var time = Environment.CpuUsage.TotalTime - before;
            same = time < best * 0.95 ? 0 : same + 1;
            best = time < best ? time : best;
        }
    }
}
