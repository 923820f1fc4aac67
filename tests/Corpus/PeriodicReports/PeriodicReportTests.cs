using Filingwire.Corpus.Notices;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.PeriodicReports;

namespace Filingwire.Corpus.PeriodicReports;

/// <summary>Real amended reports against truth written by hand: an amendment for Part III only restates nothing.</summary>
public sealed class PeriodicReportTests
{
    [Fact]
    public void Every_field_of_every_periodic_report_is_as_a_person_reads_it()
    {
        var score = new FieldScore();
        foreach (var path in FilingFiles.In("restated"))
            score.Add(Path.GetFileName(path), Facts(Read(path)), NoticeFacts.Truth(NoticeTruth.Text(Path.GetFileNameWithoutExtension(path), "PeriodicReports")));
        Assert.True(score.Differences.Count == 0, string.Join('\n', score.Differences));
    }

    [Fact]
    public void Every_span_decodes_to_what_is_written()
    {
        foreach (var path in FilingFiles.In("restated"))
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var (place, source) in EvidenceWalk.Sources(Read(path).Reading))
            {
                var span = Assert.NotNull(source.Span);
                Assert.Equal((place, VisibleText.Squeezed(source.AsWritten)), (place, VisibleText.Of(bytes.AsSpan(span.Start, span.Length))));
            }
        }
    }

    private static ParsedFiling Read(string path) => Assert.IsType<ParsedFiling>(FilingParser.Parse(File.ReadAllBytes(path)).Filing);

    private static SortedDictionary<string, List<string>> Facts(ParsedFiling filing)
    {
        var report = Assert.IsType<PeriodicReport>(filing.Reading.Content);
        (string Field, string? Value)[] facts =
        [
            ("form_type", filing.FormType.Value), ("report_type", report.ReportType?.Value), ("amendment", NoticeFacts.YesNo(report.Amendment)),
            ("amendment_number", report.AmendmentNumber?.Value), ("period_end", NoticeFacts.Day(report.PeriodEnd)), ("transition_report", NoticeFacts.YesNo(report.TransitionReport)),
            ("registrant_name", report.RegistrantName?.Value), ("filer_status", report.FilerStatus?.Code.ToString()), ("error_correction", NoticeFacts.YesNo(report.ErrorCorrection)),
            ("recovery_analysis", NoticeFacts.YesNo(report.RecoveryAnalysis)), ("amendment_purpose", report.AmendmentPurpose?.ToString()),
            ("restatement", report.Restatement?.Kind.ToString()), ("file_number", report.FileNumber?.Value),
        ];
        return new(facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Field, fact => new List<string> { fact.Value! }, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
