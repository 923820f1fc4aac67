using System.Text.RegularExpressions;
using Filingwire.Parsing.Documents;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.CurrentReports;

/// <summary>Reads Form 8-K: cover, items, what Item 4.02 says, signature.</summary>
public sealed partial class CurrentReportReader : IFormReader
{
    private const int Looked = 10_000;
    private const int LongestExhibit = 200_000, LongestPointer = 900;
    private const byte Labelled = 95;

    /// <inheritdoc/>
    public FormFamily Family => FormFamily.CurrentReport;

    /// <inheritdoc/>
    public bool Reads(string formType) => Types().IsMatch(formType);

    /// <inheritdoc/>
    public int Recognise(Submission submission, SubmissionDocument document)
    {
        if (document.Format is DocumentFormat.Xml or DocumentFormat.Binary)
            return 0;
        var head = new Skeleton(DocumentText.Read(submission, document, Looked).Content);
        var form = head.Find("form8k") is not null;
        var report = head.Find("currentreport") is not null;
        var date = head.Find("dateofreport") is not null || head.Find("dateofearliestevent") is not null;
        return (form, report, date) switch { (true, true, true) => 97, (true, true, false) or (true, false, true) => 80, (false, true, true) => 70, _ => 0 };
    }

    /// <inheritdoc/>
    public FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var source = DocumentText.ReadForm(submission, document, diagnostics);
        var split = ItemSplitter.Split(source);
        var firstItem = split.Count > 0 ? split[0].Body.Start : source.Content.Length;
        var cover = new TextRange(0, Math.Min(firstItem, 30_000));
        var last = split.Count > 0 ? split[^1].Body.End : 0;
        var signature = SignatureBlock.Read(source, new TextRange(last, Math.Min(source.Content.Length, last + 6000)), "8k.signature");
        var reportDate = ReportDate(source, cover);
        var report = new CurrentReport
        {
            ReportDate = reportDate,
            Registrants = CoverPage.Registrants(source, cover, "8k.cover.registrant"),
            Items = [.. split.Select(part => part.Item)],
            NonReliance = NonReliance(submission, source, split, diagnostics),
            FiscalYearChange = split.Where(part => part.Item.Code == "5.03").Select(part => FiscalYearChange.Read(source, part.Body, reportDate)).FirstOrDefault(change => change is not null),
            Exhibits = [.. split.Where(part => part.Item.Code is "9.01" or "7").SelectMany(part => ExhibitList.Read(submission, source, part.Body))],
            FileNumber = CoverPage.FileNumber(source, cover, "8k.cover.file-number"),
            SignerName = signature.Name,
            SignerTitle = signature.Title,
            SignedOn = signature.Date,
        };
        if (split.Count == 0)
            diagnostics.Add(new Diagnostic(Severity.Warning, "items-missing", "No item of Form 8-K can be found in the text."));
        return new FormReading
        {
            FormType = FormType(source, cover),
            PeriodOfReport = report.ReportDate,
            SignedOn = report.SignedOn,
            Issuers = [.. report.Registrants.Select(name => new NamedIssuer(null, name, null))],
            OrderReliance = [.. split.Where(part => part.Item.Code is not ("9.01" or "7")).SelectMany(part => OrderReliances.FindAll(source, part.Body)).DistinctBy(found => found.Event)],
            Content = report,
        };
    }

    private static List<RestatementDisclosure> NonReliance(Submission submission, SourceText source, IReadOnlyList<(ReportItem Item, TextRange Body)> split, List<Diagnostic> diagnostics)
    {
        var declared = (submission.Header?.Items ?? []).Any(item => item.Value is { } value
            && (value.Contains("4.02", StringComparison.Ordinal) || ItemCaptions.CodeOf(new Skeleton(value).Text) == "4.02"));
        var bodies = split.Where(part => part.Item.Code == "4.02").ToList();
        if (bodies.Count == 0 && declared)
        {
            diagnostics.Add(new Diagnostic(Severity.Warning, "item-4.02-without-heading", "The header names Item 4.02; the text has no such heading, so the whole text was read for it."));
            return NonRelianceReader.Read(source, new TextRange(0, source.Content.Length), null, diagnostics, YearEnd(submission));
        }
        if (bodies.Count == 0)
            ReportElsewhere(source, split, diagnostics);
        // A doubt may be ended under Item 4.02 of an amendment or under any other item.
        if (split.Where(part => part.Item.Code is not ("9.01" or "7")).Select(part => RelianceEndings.Read(source, part.Body)).FirstOrDefault(found => found is not null) is { } ending)
            return [ending];
        return [.. bodies.SelectMany(part => InExhibit(submission, source, part, diagnostics)
            ?? NonRelianceReader.Read(source, InOtherItem(source, split, part, diagnostics) ?? part.Body, part.Item.Caption?.Source.AsWritten, diagnostics, YearEnd(submission)))];
    }

    // An item that only points to another item of the report says what that item says.
    private static TextRange? InOtherItem(SourceText source, IReadOnlyList<(ReportItem Item, TextRange Body)> split, (ReportItem Item, TextRange Body) part, List<Diagnostic> diagnostics)
    {
        if (part.Body.Length > LongestPointer)
            return null;
        foreach (Match named in ItemNumber().Matches(source.Content[part.Body.Start..part.Body.End]))
        {
            var code = named.Groups["code"].Value;
            foreach (var (item, body) in split)
            {
                if (item.Code != code || code == part.Item.Code || !Prose.Sentences(source, body).Any(sentence => DisclosureReader.NonReliance(sentence) is not null))
                    continue;
                diagnostics.Add(new Diagnostic(Severity.Info, "item-4.02-in-other-item", $"Item 4.02 points to Item {code}, which was read for it.", part.Item.Body));
                return body;
            }
        }
        return null;
    }

    // "FISCAL YEAR END: 1231" of the submission's header; the year does not matter.
    private static DateOnly? YearEnd(Submission submission) => submission.Header is { } header ? FiscalYears.EndOf(header) : null;

    // An item that only points to an exhibit of the submission says what the exhibit says.
    private static List<RestatementDisclosure>? InExhibit(Submission submission, SourceText source, (ReportItem Item, TextRange Body) part, List<Diagnostic> diagnostics)
    {
        if (!part.Item.PointerOnly || ExhibitNumber().Match(source.Content[part.Body.Start..part.Body.End]) is not { Success: true } named
            || ExhibitList.DocumentOf(submission, named.Groups["number"].Value) is not { } index)
            return null;
        var exhibit = DocumentText.Read(submission, submission.Documents[index], LongestExhibit);
        var whole = exhibit.Trim(new TextRange(0, exhibit.Content.Length));
        diagnostics.Add(new Diagnostic(Severity.Info, "item-4.02-in-exhibit", $"Item 4.02 points to Exhibit {named.Groups["number"].Value}, which was read for it.", part.Item.Body));
        return whole.IsEmpty ? null : NonRelianceReader.Read(exhibit, whole, part.Item.Caption?.Source.AsWritten, diagnostics, YearEnd(submission));
    }

    // Some say it under Item 8.01 or 7.01: worth knowing, but no Item 4.02.
    private static void ReportElsewhere(SourceText source, IReadOnlyList<(ReportItem Item, TextRange Body)> split, List<Diagnostic> diagnostics)
    {
        foreach (var (item, body) in split.Where(part => part.Item.Code is not ("9.01" or "7")))
        {
            if (!source.Content.AsSpan(body.Start, Math.Max(0, body.Length)).Contains("rel", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var sentence in Prose.Sentences(source, body))
            {
                if (DisclosureReader.NonReliance(sentence) is { } match && DisclosureReader.IsAboutStatements(sentence.Text))
                {
                    diagnostics.Add(new Diagnostic(Severity.Warning, "non-reliance-outside-item-4.02", $"Item {item.Code} says that statements should no longer be relied upon.",
                        sentence.Cite(match, "8k.non-reliance-elsewhere", 80).Span));
                }
            }
        }
    }

    // Some fill in "August 2, 2005 (August 1, 2005)": the date of the report and, in brackets like the label, that of the earliest event.
    private static Field<DateOnly?>? ReportDate(SourceText source, TextRange cover)
    {
        var skeleton = new Skeleton(source.Content[..cover.End]);
        if (skeleton.FindAny(["dateofearliesteventreported", "dateofearliestevent", "dateofreport"]) is not { } label)
            return null;
        var behind = new Passage(source, new TextRange(label.End, Math.Min(cover.End, label.End + 160)));
        var dates = Dates.FindAll(behind.Text);
        if (dates.Count > 1 && behind.Text[dates[0].End..dates[1].Start].Trim() == "(")
            return new Field<DateOnly?>(dates[1].Date, behind.Cite(dates[1].Start, dates[1].Length, "8k.cover.earliest-event", Labelled));
        if (dates.Count > 0 && dates[0].Start < 60)
            return new Field<DateOnly?>(dates[0].Date, behind.Cite(dates[0].Start, dates[0].Length, "8k.cover.report-date", Labelled));
        var before = new Passage(source, new TextRange(Math.Max(0, label.Start - 120), label.Start));
        return Dates.FindAll(before.Text) is [.., var found] ? new Field<DateOnly?>(found.Date, before.Cite(found.Start, found.Length, "8k.cover.report-date", Labelled)) : null;
    }

    private static Field<string?>? FormType(SourceText source, TextRange cover)
    {
        var match = FormName().Match(source.Content[..cover.End]);
        if (!match.Success)
            return null;
        var amended = match.Groups["amended"].Success || Amendment().IsMatch(source.Content.AsSpan(match.Index, Math.Min(400, cover.End - match.Index)));
        return new Field<string?>(amended ? "8-K/A" : "8-K", source.Cite(match.Index, match.Length, "8k.cover.form", Labelled));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^8-K(12B|12G3|15D5)?(/A)?$", Options)]
    private static partial Regex Types();

    [GeneratedRegex(@"\bFORM\s{0,6}8\s?-\s?K(?<amended>\s?/\s?A)?", Options)]
    private static partial Regex FormName();

    [GeneratedRegex(@"\bExhibit\s+(?:No\.?\s*)?(?<number>\d{1,3}(?:\.\d{1,2})?)", Options)]
    private static partial Regex ExhibitNumber();

    [GeneratedRegex(@"\bAMENDMENT\s+NO", Options)]
    private static partial Regex Amendment();

    [GeneratedRegex(@"\bItems?\s+(?<code>\d\.\d\d)", Options)]
    private static partial Regex ItemNumber();
}
