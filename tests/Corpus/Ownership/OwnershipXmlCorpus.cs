using Filingwire.Parsing;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;

namespace Filingwire.Corpus.Ownership;

public sealed class OwnershipXmlCorpus
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "rptOwnerCcc" };

    /// <summary>
    /// Walks the raw XML with the framework's own reader and asks of each text whether the parsed document holds it as many times as it stands
    /// there. Walking with another reader than ours is the point: what our tokenizer drops, this one still sees.
    /// </summary>
    [Fact]
    public void Every_text_and_footnote_reference_of_every_filing_is_represented()
    {
        var files = FilingFiles.In("ownership");
        long texts = 0, fields = 0;
        var lost = new List<string>();
        var read = 0;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            if (RawOwnershipXml.Find(bytes) is not { } raw)
                continue;
            var document = Parse(bytes, out _);
            var have = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var field in OwnershipFields.Of(document))
            {
                fields++;
                if (field.Source.Rule.StartsWith("ownership.xml.", StringComparison.Ordinal))
                {
                    Count(have, $"{field.Source.Rule["ownership.xml.".Length..]}={field.Source.AsWritten}", 1);
                    foreach (var id in field.FootnoteIds)
                        Count(have, $"{field.Source.Rule["ownership.xml.".Length..]}#{id}", 1);
                }
            }
            foreach (var row in document.NonDerivativeRows.Concat(document.DerivativeRows))
                foreach (var id in row.TransactionCodingFootnoteIds)
                    Count(have, $"transactionCoding#{id}", 1);
            foreach (var footnote in document.Footnotes)
                Count(have, $"footnote@{footnote.Id}", 1);
            foreach (var text in RawOwnershipXml.Texts(raw).Where(text => !Ignored.Contains(text.Split('=', '#', '@')[0])))
            {
                texts++;
                Count(have, text, -1);
                if (have[text] < 0)
                    lost.Add($"{Path.GetFileName(file)}: {text}");
            }
            read++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{read} of {files.Count} filings are XML; {texts} texts and references, {fields} fields.");
        Assert.Empty(lost);
        Assert.True(read >= (FilingFiles.IsWhole ? 317 : 36), $"only {read} filings were read");
    }

    [Fact]
    public void Every_span_decodes_to_the_text_as_written_and_a_second_reading_is_the_same()
    {
        var spans = 0;
        foreach (var file in FilingFiles.In("ownership"))
        {
            var bytes = File.ReadAllBytes(file);
            if (RawOwnershipXml.Find(bytes) is null)
                continue;
            var document = Parse(bytes, out var diagnostics);
            foreach (var field in OwnershipFields.Of(document))
            {
                var span = Assert.NotNull(field.Source.Span);
                Assert.Equal(field.Source.AsWritten, XmlText.ToSourceText(bytes.AsSpan(span.Start, span.Length), 0).Content);
                spans++;
            }
            var again = Parse(bytes, out var diagnosticsAgain);
            Assert.Equal(OwnershipFields.Of(document).Select(Show), OwnershipFields.Of(again).Select(Show));
            Assert.Equal(diagnostics.Select(diagnostic => diagnostic.ToString()), diagnosticsAgain.Select(diagnostic => diagnostic.ToString()));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{spans} spans.");
    }

    [Fact]
    public void No_filing_of_the_corpus_needs_repair()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in FilingFiles.In("ownership"))
        {
            var bytes = File.ReadAllBytes(file);
            if (RawOwnershipXml.Find(bytes) is null)
                continue;
            Parse(bytes, out var diagnostics);
            foreach (var diagnostic in diagnostics)
                Count(counts, diagnostic.Code, 1);
        }
        foreach (var (code, count) in counts.OrderByDescending(pair => pair.Value))
            TestContext.Current.TestOutputHelper?.WriteLine($"{count,6} {code}");
        Assert.DoesNotContain(counts.Keys, code => code is "document-truncated" or "element-unknown" or "end-tag-missing" or "text-outside-values"
            or "element-misplaced" or "number-unreadable" or "date-unreadable" or "flag-unreadable" or "tag-recovered");
    }

    private static OwnershipDocument Parse(byte[] bytes, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var filing = FilingParser.Parse(bytes).Filing;
        Assert.NotNull(filing);
        diagnostics = filing.Diagnostics;
        return Assert.IsType<OwnershipDocument>(filing.Reading.Content);
    }

    private static string Show(FieldAt field) => $"{field.Path}={field.Value}|{field.Source}|{string.Join(',', field.FootnoteIds)}";

    private static void Count(Dictionary<string, int> counts, string key, int change) => counts[key] = counts.GetValueOrDefault(key) + change;
}
