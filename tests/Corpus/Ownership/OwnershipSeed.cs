using System.Globalization;
using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms.Ownership;

namespace Filingwire.Corpus.Ownership;

/// <summary>The Form 4 that came as recognised text, against the truth that a person wrote down from the document.</summary>
public sealed class OwnershipSeed
{
    private static readonly byte[] Bytes = FilingFiles.Fixture("seeds/form4-ocr.txt");

    private static readonly OwnershipDocument Document = (OwnershipDocument)FilingParser.Parse(Bytes).Filing!.Reading.Content!;

    [Fact]
    public void Every_value_is_the_one_that_a_person_reads_and_nothing_more_is_claimed()
    {
        var truth = Truth().Select(row => $"{row.Path} = {row.Value} [{row.Notes}]").Order(StringComparer.Ordinal);
        var read = OwnershipFields.Of(Document).Select(field => $"{field.Path} = {Show(field.Value)} [{string.Join(' ', field.FootnoteIds)}]").Order(StringComparer.Ordinal);
        Assert.Equal(truth, read);
    }

    [Fact]
    public void Every_value_points_at_its_bytes()
    {
        var written = Truth().ToDictionary(row => row.Path, row => row.AsWritten);
        foreach (var field in OwnershipFields.Of(Document))
        {
            var span = Assert.NotNull(field.Source.Span);
            Assert.Equal(field.Source.AsWritten, Encoding.UTF8.GetString(Bytes, span.Start, span.Length));
            Assert.Equal(written[field.Path], field.Source.AsWritten);
            Assert.InRange(field.Source.Confidence, 70, 99);
        }
    }

    [Fact]
    public void Rows_and_footnotes_are_complete()
    {
        Assert.Equal(OwnershipRowKind.Transaction, Assert.Single(Document.NonDerivativeRows).Kind);
        Assert.Equal(OwnershipRowKind.Transaction, Assert.Single(Document.DerivativeRows).Kind);
        Assert.Equal(["F1", "F2"], Document.Footnotes.Select(footnote => footnote.Id));
    }

    [Fact]
    public void It_is_known_as_a_form_4_in_recognised_text_signed_on_2023_12_12()
    {
        var filing = FilingParser.Parse(Bytes).Filing!;
        Assert.Equal(DocumentFormat.OcrText, filing.Format);
        Assert.Equal("4", filing.FormType.Value);
        Assert.Equal(new DateOnly(2023, 12, 12), filing.Reading.SignedOn!.Value);
        Assert.Equal("Cellectar Biosciences, Inc.", Assert.Single(filing.Reading.Issuers).Name!.Value);
    }

    [Fact]
    public void What_recognition_lost_is_said()
    {
        var diagnostics = FilingParser.Parse(Bytes).Filing!.Diagnostics;
        Assert.Equal(2, diagnostics.Count(diagnostic => diagnostic.Code == "box-unreadable"));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code is "table-line-unread" or "entry-without-column" or "column-uncertain");
    }

    private static IEnumerable<(string Path, string Value, string AsWritten, string Notes)> Truth()
    {
        var folder = Path.GetDirectoryName(FilingFiles.FixturePath("seeds"))!;
        foreach (var line in File.ReadLines(Path.Combine(folder, "..", "Corpus", "Ownership", "Truth", "form4-ocr.tsv")))
            if (!line.StartsWith('#'))
            {
                var cells = line.Split('\t');
                yield return (cells[0], cells[1], cells[2] == "*" ? cells[1] : cells[2].Replace("<TAB>", "\t", StringComparison.Ordinal), cells[3]);
            }
    }

    private static string Show(object? value) => value switch
    {
        null => "(null)",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
