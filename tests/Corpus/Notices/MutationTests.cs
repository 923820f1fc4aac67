using System.Globalization;
using Filingwire.Extraction.Readings;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Forms.PeriodicReports;

namespace Filingwire.Corpus.Notices;

/// <summary>
/// Broken notices, current and amended reports: whatever is cut, doubled, flipped or put in, the reader answers without an exception, with little
/// processor time, in bounded memory, and every span stays inside the bytes. FILINGWIRE_MUTATIONS sets the number of inputs.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Largest = 48 * 1024;
    private const long MostMemory = 256L * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);
    private static readonly string[] Pieces =
        ["<", "&#", "<!--", "-->", "<table><tr><td>", "</table>", "<div style=\"display:none\">", "Item 4.02 ", "PART III", "(1) Name and telephone", "$1,234,567.89 million", "[X]", "Yes No", "\0", "\u00ff",
         "quarters ended March 31, ", " 2023, 2022", "and and and and ", "((((((((", "________", "\t\t\t\t", "\n\n\n\n", "restatement of the ", "no longer be relied upon "];

    [Fact]
    public void Broken_inputs_are_answered()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FILINGWIRE_MUTATIONS") ?? "1200", CultureInfo.InvariantCulture);
        var originals = Originals();
        var random = new Random(20240814);
        var (slowest, largest, read) = (TimeSpan.Zero, 0L, 0);
        for (var i = 0; i < count; i++)
        {
            var bytes = Mutate(originals[i % originals.Count], random);
            var (time, memory, parsed) = Measure(bytes);
            Assert.True(time <= MostTime && memory <= MostMemory, $"input {i}: {time.TotalSeconds:0.00} s, {memory} bytes");
            (slowest, largest, read) = (time > slowest ? time : slowest, Math.Max(largest, memory), read + (parsed ? 1 : 0));
        }
        output.WriteLine($"{count} inputs of {originals.Count} originals, {read} read, slowest {slowest.TotalMilliseconds:0} ms, most memory {largest / 1024 / 1024} MB");
    }

    private static (TimeSpan Time, long Memory, bool Parsed) Measure(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = ThreadTime.Now;
        var result = FilingParser.Parse(bytes);
        var time = ThreadTime.Now - started;
        var memory = GC.GetAllocatedBytesForCurrentThread() - before;
        if (result.Filing is not { } filing)
            return (time, memory, false);
        foreach (var (path, source) in EvidenceWalk.Sources(filing.Reading))
        {
            if (source.Span is not { } span || (0 <= span.Start && span.Start <= span.End && span.End <= bytes.Length))
                continue;
            Assert.Fail($"{path}: {span}");
        }
        _ = filing.Reading.Content switch
        {
            LateFilingNotice notice => (object)notice.ToProto(),
            CurrentReport report => report.ToProto(),
            PeriodicReport report => report.ToProto(),
            _ => filing,
        };
        return (time, memory, true);
    }

    private static List<byte[]> Originals()
    {
        var originals = new List<byte[]> { FilingFiles.Fixture("seeds/nt10q-ocr.txt") };
        foreach (var path in new[] { "nt", "nonreliance", "restated" }.SelectMany(folder => FilingFiles.In(folder)))
            originals.Add(File.ReadAllBytes(path) is var bytes && bytes.Length > Largest ? bytes[..Largest] : bytes);
        return originals;
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var change = 1 + random.Next(6); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(random.Next(2) == 0 ? 8 : 2000), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    for (var i = 0; i < Math.Min(length, 16); i++)
                        bytes[at + i] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes.InsertRange(at, System.Text.Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], 1 + random.Next(200)))));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.Reverse(at, Math.Min(length, 64));
                    break;
            }
        }
        return [.. bytes];
    }
}
