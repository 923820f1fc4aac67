using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;

namespace Filingwire.Benchmarks.Extraction;

/// <summary>
/// Reads the ownership filings of the corpus in full and, in turn with it, tokenizes the same bytes with the framework's bare XmlReader. Prints the
/// ratio of the rates; a ratio of 1 means that typed values with spans and checks cost no more than tokens alone. The passes alternate, and the
/// fastest tenth of them shows the rates that a busy machine did not spoil.
/// </summary>
internal static class OwnershipBenchmarks
{
    private const int Passes = 300;

    private static readonly TimeSpan WarmUpPause = TimeSpan.FromMilliseconds(150);

    public static Task<int> RunAsync(string[] arguments)
    {
        var filings = Load();
        if (filings.Count == 0)
        {
            Console.Error.WriteLine("The corpus of filings is not here; set FILINGWIRE_FILINGS to its folder.");
            return Task.FromResult(2);
        }
        if (arguments is ["memory", ..])
            return Task.FromResult(Memory(filings, arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1_000_000));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{filings.Count} filings, {filings.Sum(filing => (long)filing.Length) / filings.Count} bytes on average"));
        for (var i = 0; i < 30; i++)
        {
            Tokenize(filings);
            Parse(filings);
            // The compiler behind the scenes needs a turn to replace the instrumented code, also on a machine with one core to spare.
#pragma warning disable RS0030 // The measuring thread itself has to rest; there is nothing to wait for.
            Thread.Sleep(WarmUpPause);
#pragma warning restore RS0030
        }
        var (ours, bare) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var pass = 0; pass < Passes; pass++)
        {
            bare.Add(Time(filings, Tokenize));
            ours.Add(Time(filings, Parse));
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Parse(filings);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        foreach (var (name, part) in new[] { ("fastest tenth", Passes / 20), ("median", Passes / 2) })
        {
            var (token, parse) = (bare.Order().ElementAt(part), ours.Order().ElementAt(part));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,13}: XmlReader tokens {filings.Count / token.TotalSeconds,7:N0}/s   full parse {filings.Count / parse.TotalSeconds,7:N0}/s   ratio {token / parse:N2}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated {allocated / filings.Count:N0} bytes per filing"));
        return Task.FromResult(0);
    }

    private static int Memory(List<byte[]> filings, int count)
    {
        var process = Process.GetCurrentProcess();
        var step = Math.Max(1, count / 10);
        for (var done = 0; done < count; done++)
        {
            if (FilingParser.Parse(filings[done % filings.Count]).Filing is null)
                return 1;
            if (done % step != step - 1)
                continue;
            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{done + 1,10:N0} filings: managed heap after collection {GC.GetTotalMemory(forceFullCollection: true) / 1024:N0} KiB, working set {process.WorkingSet64 / 1048576:N0} MiB"));
        }
        return 0;
    }

    private static TimeSpan Time(List<byte[]> filings, Action<List<byte[]>> pass)
    {
        var watch = Stopwatch.StartNew();
        pass(filings);
        return watch.Elapsed;
    }

    private static void Tokenize(List<byte[]> filings)
    {
        foreach (var filing in filings)
        {
            using var reader = XmlReader.Create(new MemoryStream(filing));
            while (reader.Read())
            {
            }
        }
    }

    private static void Parse(List<byte[]> filings)
    {
        foreach (var filing in filings)
            if (FilingParser.Parse(filing).Filing?.Reading.Content is not OwnershipDocument)
                throw new InvalidOperationException("A filing was not read.");
    }

    /// <summary>The XML alone, so that both readers see the same bytes.</summary>
    private static List<byte[]> Load()
    {
        var root = Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "filings")))
                root = Path.Combine(folder.FullName, "shared", "filings");
        if (root is null)
            return [];
        var filings = new List<byte[]>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "ownership")).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            var start = bytes.AsSpan().IndexOf("<ownershipDocument"u8);
            var end = bytes.AsSpan().LastIndexOf("</ownershipDocument>"u8);
            if (start >= 0 && end >= 0)
                filings.Add(bytes[start..(end + "</ownershipDocument>".Length)]);
        }
        return filings;
    }
}
