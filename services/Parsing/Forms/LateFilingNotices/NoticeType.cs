using System.Text.RegularExpressions;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>The report that is late and the submission type that belongs to it.</summary>
internal static partial class NoticeType
{
    private const byte FromHeader = 95, FromProse = 80;

    /// <summary>
    /// The EDGAR types of Form 12b-25: "NT 10-K" …, "NT-NCSR" …, the "NTN" and "NTF" varieties for notices that were late themselves, amended or
    /// not. "NT N-MFP", "NT NPORT-P" and "NT N-CEN" are late reports, not notices.
    /// </summary>
    public static bool IsNotice(string formType) => Types().IsMatch(formType);

    /// <summary>Fills in the report type where no box is ticked: from the header's type, else from the narrative; a diagnostic says so.</summary>
    public static LateFilingNotice Read(Submission submission, NoticeText text, IReadOnlyList<Passage> narrative, LateFilingNotice notice)
    {
        var header = submission.Header?.FormType;
        var declared = header?.Value is { } type ? ReportOf(type) : null;
        if (notice.ReportType is { Value: not null } ticked)
        {
            if (declared is not null && declared != ticked.Value)
                text.Warn("report-type-differs-from-header", $"The cover's box says {ticked.Value}, the header {header!.Value}.");
            return notice;
        }
        if (declared is not null)
            return notice with { ReportType = new Field<string?>(declared, header!.Source with { Rule = "nt.header.report-type", Confidence = FromHeader }) };
        var inferred = FromNarrative(narrative);
        if (inferred is null)
        {
            text.Warn("report-type-missing", "No box is ticked and the narrative names no report.");
            return notice;
        }
        text.Diagnostics.Add(new Diagnostic(Severity.Warning, "report-type-inferred",
            $"No box of the cover can be read; the narrative says that Form {inferred.Value} is late.", inferred.Source.Span)
        {
            Parameters = new Dictionary<string, string> { ["report_type"] = inferred.Value! },
        });
        return notice with { ReportType = inferred };
    }

    /// <summary>The submission type: "NT 10-Q", "NT-NCSR/A".</summary>
    public static Field<string?>? FormType(NoticeText text, LateFilingNotice notice)
    {
        if (notice.ReportType is not { Value: { } report } field)
            return null;
        var type = report.StartsWith("N-", StringComparison.Ordinal) ? "NT-N" + report[2..] : "NT " + report;
        var cover = text.Layout.Cover;
        var amended = AmendmentOfNotice().IsMatch(text.Content.AsSpan(cover.Start, cover.Length));
        return new Field<string?>(amended ? type + "/A" : type, field.Source with { Rule = field.Source.Rule + ".notice" });
    }

    private static string? ReportOf(string type)
    {
        var match = Types().Match(type);
        if (!match.Success)
            return null;
        return match.Groups["report"].Value.ToUpperInvariant() switch
        {
            "10-K" or "10K" => "10-K",
            "10-Q" or "10Q" => "10-Q",
            "20-F" or "20F" => "20-F",
            "11-K" or "11K" => "11-K",
            "10-D" or "10D" => "10-D",
            "NCEN" => "N-CEN",
            "NCSR" => "N-CSR",
            "NSAR" => "N-SAR",
            var other => other,
        };
    }

    // The report of the first sentence that says something was not filed in time; else the first report of the narrative.
    private static Field<string?>? FromNarrative(IReadOnlyList<Passage> narrative)
    {
        foreach (var sentence in narrative.OrderByDescending(sentence => NotFiled().IsMatch(sentence.Text)))
        {
            foreach (var (form, at) in FilingMentions.Forms(sentence.Text))
            {
                if (form is not ("8-K" or "6-K" or "12B-25"))
                    return new Field<string?>(CoverReader.ReportFamily(form), sentence.Cite(at, "nt.narrative.report-type", FromProse));
            }
        }
        return null;
    }

    [GeneratedRegex(@"^(?:NT\s(?<report>10-K|10-Q|20-F|11-K|10-D|15D2)|NT[FN]?[- ]?(?<report>NCEN|NCSR|NSAR)|NTN\s(?<report>10-?K|10-?Q|20-?F|10-?D|11-?K|15D2))(?:/A)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Types();

    [GeneratedRegex(@"\b(unable\sto\s(timely\s)?file|could\snot\s(be\s)?file|not\s(be\sable\sto\s)?(timely\s)?file|will\snot\sbe\sfiled|cannot\sfile|was\snot\sfiled|delay)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NotFiled();

    [GeneratedRegex(@"12b-25/A\b|\bAmendment\s+No\.?\s*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AmendmentOfNotice();
}
