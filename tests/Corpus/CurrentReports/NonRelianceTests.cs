using Filingwire.Corpus.Notices;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;

namespace Filingwire.Corpus.CurrentReports;

/// <summary>Item 4.02 in real filings: the two that have it against truth written by hand, the others as negatives.</summary>
public sealed class NonRelianceTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_field_of_every_item_402_is_as_a_person_reads_it()
    {
        var score = new FieldScore();
        foreach (var path in FilingFiles.In("nonreliance"))
            score.Add(Path.GetFileName(path), Facts(Read(path)), NoticeFacts.Truth(NoticeTruth.Text(Path.GetFileNameWithoutExtension(path), "CurrentReports")));
        output.WriteLine(score.Table());
        Assert.True(score.Differences.Count == 0, string.Join('\n', score.Differences));
    }

    [Fact]
    public void Every_span_decodes_to_what_is_written()
    {
        foreach (var path in FilingFiles.In("nonreliance"))
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var (place, source) in EvidenceWalk.Sources(Read(path).Reading))
            {
                var span = Assert.NotNull(source.Span);
                Assert.Equal((place, VisibleText.Squeezed(source.AsWritten)), (place, VisibleText.Of(bytes.AsSpan(span.Start, span.Length))));
            }
        }
    }

    [Fact]
    public void No_other_current_report_is_taken_for_non_reliance()
    {
        var (reports, items, pointers) = (0, 0, 0);
        var positives = new List<string>();
        foreach (var path in FilingFiles.In("8k"))
        {
            var report = Assert.IsType<CurrentReport>(Read(path).Reading.Content);
            Assert.True(report.Items.Count > 0, path);
            (reports, items, pointers) = (reports + 1, items + report.Items.Count, pointers + report.Items.Count(item => item.PointerOnly));
            if (report.NonReliance.Count > 0)
                positives.Add(Path.GetFileNameWithoutExtension(path));
        }
        output.WriteLine($"{reports} reports, {items} items, {pointers} of them pointers, {positives.Count} with Item 4.02");
        Assert.Equal(["1001426_8K_2005_0001275287-05-002977"], positives);
    }

    [Fact]
    public void Items_have_the_numbering_of_their_time()
    {
        foreach (var path in FilingFiles.In("8k"))
        {
            var report = Assert.IsType<CurrentReport>(Read(path).Reading.Content);
            if (report.ReportDate?.Value is not { } date || (date.Year, date.Month) is (2004, 8))
                continue;
            var old = date < new DateOnly(2004, 8, 23);
            Assert.All(report.Items, item => Assert.Equal((path, old), (path, !item.Code.Contains('.', StringComparison.Ordinal))));
        }
    }

    private static ParsedFiling Read(string path) => Assert.IsType<ParsedFiling>(FilingParser.Parse(File.ReadAllBytes(path)).Filing);

    private static SortedDictionary<string, List<string>> Facts(ParsedFiling filing)
    {
        var report = Assert.IsType<CurrentReport>(filing.Reading.Content);
        var facts = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        void Add(string field, params IEnumerable<string?> values)
        {
            foreach (var value in values.OfType<string>())
            {
                if (!facts.TryGetValue(field, out var list))
                    facts[field] = list = [];
                list.Add(value);
            }
        }
        Add("form_type", filing.FormType.Value);
        Add("report_date", NoticeFacts.Day(report.ReportDate));
        Add("registrants", report.Registrants.Select(name => name.Value));
        Add("file_number", report.FileNumber?.Value);
        Add("items", report.Items.Select(item => item.PointerOnly ? item.Code + " pointer" : item.Code));
        Add("signer_name", report.SignerName?.Value);
        Add("signer_title", report.SignerTitle?.Value);
        Add("signed_on", NoticeFacts.Day(report.SignedOn));
        foreach (var (field, values) in report.NonReliance.SelectMany(disclosure => DisclosureFacts.Of(disclosure, "")))
            Add(field, values);
        return facts;
    }
}
