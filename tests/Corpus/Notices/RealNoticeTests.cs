using Filingwire.Parsing;

namespace Filingwire.Corpus.Notices;

/// <summary>Every real notice of the corpus against truth written by hand.</summary>
public sealed class RealNoticeTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_field_of_every_notice_is_as_a_person_reads_it()
    {
        var score = new FieldScore();
        foreach (var path in FilingFiles.In("nt"))
        {
            var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(File.ReadAllBytes(path)).Filing);
            var facts = NoticeFacts.Of(filing);
            // Diagnostics are asserted for the seed; here they only explain what is missing.
            facts.Remove("diagnostics");
            score.Add(Path.GetFileName(path), facts, NoticeFacts.Truth(NoticeTruth.Text(Path.GetFileNameWithoutExtension(path))));
        }
        output.WriteLine(score.Table());
        Assert.True(score.Differences.Count == 0, string.Join('\n', score.Differences));
    }

    [Fact]
    public void Every_span_of_every_notice_decodes_to_what_is_written()
    {
        foreach (var path in FilingFiles.In("nt"))
        {
            var bytes = File.ReadAllBytes(path);
            var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(bytes).Filing);
            foreach (var (place, source) in EvidenceWalk.Sources(filing.Reading))
            {
                var span = Assert.NotNull(source.Span);
                Assert.Equal((place, VisibleText.Squeezed(source.AsWritten)), (place, VisibleText.Of(bytes.AsSpan(span.Start, span.Length))));
            }
        }
    }
}
