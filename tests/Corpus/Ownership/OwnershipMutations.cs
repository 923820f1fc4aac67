using System.Globalization;
using System.Text;
using Filingwire.Corpus.Ownership.Noise;
using Filingwire.Extraction.Readings;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;

namespace Filingwire.Corpus.Ownership;

/// <summary>Real filings with random damage: no exception, no hang, bounded memory, and every span inside the bytes.</summary>
public sealed class OwnershipMutations
{
    private const int SmallCount = 2_000;
    /// <summary>Of processor time, ten times what the slowest input takes; how busy the machine is does not count.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(1);

    private const long MostAllocated = 256L * 1024 * 1024;

    private static readonly string[] Inserts = ["<", ">", "&", "\"", "'", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "&#x", "<value>", "</value>", "\0", "\t", "\n", "<DOCUMENT>", "<TEXT>", "(1)", "X "];

    /// <summary>FILINGWIRE_MUTATIONS sets the number of inputs.</summary>
    [Fact]
    public void Damaged_filings_are_read_or_refused_quickly()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("FILINGWIRE_MUTATIONS") ?? SmallCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var seeds = Seeds();
        var random = new Random(20231212);
        var (slowest, most, parsed) = (TimeSpan.Zero, 0L, 0);
        for (var i = 0; i < count; i++)
        {
            // Renderings are searched with tolerance and take longer; one input in ten is one.
            var seed = i % 10 == 9 ? seeds.Printed[random.Next(seeds.Printed.Count)] : seeds.Xml[random.Next(seeds.Xml.Count)];
            var input = Damage(seed, random);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = ThreadTime.Now;
            var result = FilingParser.Parse(input);
            var worked = ThreadTime.Now - before;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(worked < MostWork, $"input {i} took {worked} of processor time");
            Assert.True(allocated < MostAllocated, $"input {i} allocated {allocated} bytes");
            slowest = worked > slowest ? worked : slowest;
            most = Math.Max(most, allocated);
            if (result.Filing?.Reading.Content is not OwnershipDocument document)
                continue;
            parsed++;
            foreach (var field in OwnershipFields.Of(document))
                Assert.True(field.Source.Span is { } span && span.Start >= 0 && span.Start <= span.End && span.End <= input.Length, $"input {i}: {field.Path} lies at {field.Source.Span}");
            if (i % 50 == 0)
                Assert.True(document.ToProto().CalculateSize() >= 0);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} inputs, {parsed} read as ownership forms; slowest {slowest.TotalMilliseconds:F0} ms, most allocated {most / 1024:N0} KiB."));
    }

    private static (List<byte[]> Xml, List<byte[]> Printed) Seeds()
    {
        var xml = FilingFiles.In("ownership").Select(File.ReadAllBytes).ToList();
        var printed = new List<byte[]> { FilingFiles.Fixture("seeds/form4-ocr.txt") };
        printed.AddRange(FilingFiles.In("oracles/ownership_sec_rendered_html").Select(File.ReadAllBytes));
        foreach (var bytes in xml.Where(bytes => RawOwnershipXml.Find(bytes) is not null && bytes.Length < 12_000).Take(20))
            printed.Add(Encoding.UTF8.GetBytes(new PrintedFormWriter((OwnershipDocument)FilingParser.Parse(bytes).Filing!.Reading.Content!, NoiseLevel.Heavy, new Random(1)).Write()));
        return (xml, printed);
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 8); times > 0 && bytes.Count > 10; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 200), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Inserts[random.Next(Inserts.Length)])); break;
                case 4: bytes.RemoveRange(at, bytes.Count - at); break;
                case 5: bytes.Reverse(at, Math.Min(length, 20)); break;
                default: bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Inserts[random.Next(Inserts.Length)]), random.Next(1, 400)).SelectMany(insert => insert)); break;
            }
        }
        return [.. bytes];
    }
}
