using System.Text.RegularExpressions;
using Filingwire.Parsing.Documents;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.PeriodicReports;

/// <summary>Reads the cover and the explanatory note of periodic reports. Only the begin of the document is read, whatever its size.</summary>
public sealed partial class PeriodicReportReader : IFormReader
{
    /// <summary>Characters of text that are read: the cover and the longest explanatory notes lie within.</summary>
    private const int Head = 160_000;

    private const int Looked = 8_000;
    private const byte Labelled = 95;

    /// <inheritdoc/>
    public FormFamily Family => FormFamily.PeriodicReport;

    /// <inheritdoc/>
    public bool Reads(string formType) => Types().IsMatch(formType);

    /// <inheritdoc/>
    public int Recognise(Submission submission, SubmissionDocument document)
    {
        if (document.Format is DocumentFormat.Xml or DocumentFormat.Binary)
            return 0;
        var head = new Skeleton(DocumentText.Read(submission, document, Looked).Content);
        var form = head.FindAny(["form10k", "form10q", "form20f", "form40f", "form11k", "form10d", "formncsr"]) is { } found && found.Start < 3000;
        var pursuant = head.FindAny(["reportpursuanttosection13", "reportpursuanttosection15d", "reportundersection13", "reportundersection15d", "reportpursuanttosections13", "registrationstatementpursuanttosection12", "transitionreportpursuant", "transitionreportunder",
            "annualreportpursuant", "quarterlyreportpursuant", "annualreportunder", "quarterlyreportunder", "underthesecuritiesexchangeactof1934", "ofthesecuritiesexchangeactof1934", "distributionreport", "certifiedshareholderreport"]) is not null;
        return form && pursuant ? 90 : 0;
    }

    /// <inheritdoc/>
    public FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var source = DocumentText.Read(submission, document, Head);
        var skeleton = new Skeleton(source.Content);
        var note = ExplanatoryNotes.Find(source, skeleton);
        var cover = new TextRange(0, Math.Min(note?.Start ?? 30_000, Math.Min(30_000, source.Content.Length)));
        var form = FormName().Match(source.Content[..cover.End]);
        var report = PeriodicCover.Read(source, skeleton, cover, new PeriodicReport
        {
            ReportType = ReportType(submission, source, form),
            Amendment = Amendment(submission, source, form, cover),
            AmendmentNumber = AmendmentNumber(source, cover),
            RegistrantName = CoverPage.Registrants(source, cover, "periodic.cover.registrant") is [var name, ..] ? name : null,
            FileNumber = CoverPage.FileNumber(source, cover, "periodic.cover.file-number"),
        });
        if (report.PeriodEnd is null)
            diagnostics.Add(new Diagnostic(Severity.Warning, "period-missing", "The cover names no period that can be read."));
        if (report.ReportType?.Value == "10-D")
            report = report with { DistributionDate = PeriodicCover.DistributionDate(source) };
        report = ExplanatoryNotes.Read(source, note, report, diagnostics);
        return new FormReading
        {
            FormType = report.ReportType is { Value: { } type } field ? field with { Value = report.Amendment?.Value == true ? type + "/A" : type } : null,
            PeriodOfReport = report.PeriodEnd,
            OrderReliance = [.. OrderReliances.FindAll(source, cover).Concat(note is { } range ? OrderReliances.FindAll(source, range) : []).DistinctBy(found => found.Event)],
            Issuers = report.RegistrantName is { } registrant ? [new NamedIssuer(null, registrant, null)] : [],
            Content = report,
        };
    }

    private static Field<string?>? ReportType(Submission submission, SourceText source, Match form)
    {
        if (submission.Header?.FormType is { Value: { } declared } header)
            return header with { Value = declared.Replace("/A", "", StringComparison.OrdinalIgnoreCase) };
        var name = form.Groups["name"];
        return form.Success ? new Field<string?>(FilingMentions.FormName(name.Value), source.Cite(name.Index, name.Length, "periodic.cover.form", Labelled)) : null;
    }

    private static Field<bool?>? Amendment(Submission submission, SourceText source, Match form, TextRange cover)
    {
        if (submission.Header?.FormType is { Value: { } declared } header)
            return new Field<bool?>(declared.EndsWith("/A", StringComparison.OrdinalIgnoreCase), header.Source);
        if (form.Groups["amended"] is { Success: true } suffix)
            return new Field<bool?>(true, source.Cite(suffix.Index, suffix.Length, "periodic.cover.amendment", Labelled));
        var number = AmendmentNo().Match(source.Content[..cover.End]);
        return number.Success ? new Field<bool?>(true, source.Cite(number.Index, number.Length, "periodic.cover.amendment", Labelled))
            : form.Success ? new Field<bool?>(false, source.Cite(form.Index, form.Length, "periodic.cover.amendment", Labelled)) : null;
    }

    private static Field<string?>? AmendmentNumber(SourceText source, TextRange cover)
    {
        var match = AmendmentNo().Match(source.Content[..cover.End]);
        var number = match.Groups["number"];
        return match.Success ? new Field<string?>(number.Value, source.Cite(number.Index, number.Length, "periodic.cover.amendment-number", Labelled)) : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(10-?K(SB|T|405|SB40|T405|TSB|SBT)?|10-?Q(SB|T|TSB|SBT)?|20-?F|40-?F|11-?K(T)?|10-D|N-CSRS?|N-CEN|NSAR-[AB]|N-SAR|18-K)(/A)?$", Options)]
    private static partial Regex Types();

    [GeneratedRegex(@"\bFORM\s{0,6}(?<name>10\s?-?\s?[KQ](?:\s?-?\s?(?:SB(?:40)?|T|405))?(?!\w)|20\s?-?\s?F|40\s?-?\s?F|11\s?-?\s?K|10\s?-\s?D|N\s?-\s?CSRS?)(?<amended>\s?/\s?A|\s?-\s?A(?!\w))?", Options)]
    private static partial Regex FormName();

    [GeneratedRegex(@"\bAMENDMENT\s+(?:NO|NUMBER)\.?\s{0,3}(?<number>\d{1,2}|ONE|TWO|THREE)\b", Options)]
    private static partial Regex AmendmentNo();
}
