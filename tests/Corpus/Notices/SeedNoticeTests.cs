using System.Text;
using Filingwire.Extraction.Readings;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.LateFilingNotices;

namespace Filingwire.Corpus.Notices;

/// <summary>The first seed: a Form 12b-25 as text recognised from its picture, against truth written by hand.</summary>
public sealed class SeedNoticeTests
{
    private static readonly byte[] Bytes = FilingFiles.Fixture("seeds/nt10q-ocr.txt");

    [Fact]
    public void Every_field_is_as_a_person_reads_it()
    {
        var score = new FieldScore();
        score.Add("seed", NoticeFacts.Of(Read()), NoticeFacts.Truth(NoticeTruth.Text("nt10q-ocr")));
        Assert.True(score.Differences.Count == 0, string.Join('\n', score.Differences));
    }

    [Fact]
    public void Every_span_cut_from_the_bytes_decodes_to_what_is_written()
    {
        var sources = EvidenceWalk.Sources(Read().Reading).ToList();
        Assert.True(sources.Count > 60);
        foreach (var (path, source) in sources)
        {
            var span = Assert.NotNull(source.Span);
            Assert.True(Encoding.UTF8.GetString(Bytes.AsSpan(span.Start, span.Length)) == source.AsWritten, path);
        }
    }

    [Fact]
    public void The_wire_message_carries_the_same_facts()
    {
        var wire = Assert.IsType<LateFilingNotice>(Read().Reading.Content).ToProto();
        Assert.Equal("10-Q", wire.ReportType.Value);
        Assert.Equal(80, wire.ReportType.Evidence.Confidence);
        Assert.Null(wire.ReliefClaimed);
        Assert.Equal(["25900000", "14100000", "8200000"], wire.Figures.Select(figure => figure.Value.Value));
        Assert.Equal("9600000", wire.Figures[0].ComparativeValue.Value);
        Assert.Equal(6, wire.Admission.Periods.Count);
        Assert.Equal(Extraction.V1.AreaFinding.Types.Area.WarrantsAndEmbeddedDerivatives, Assert.Single(wire.Admission.Areas).Area);
        Assert.False(wire.ExpectsToFileWithinExtension.Value);
        Assert.Equal("2024-08-09", Assert.Single(wire.References).Date.Value);
    }

    private static ParsedFiling Read() => Assert.IsType<ParsedFiling>(FilingParser.Parse(Bytes).Filing);
}
