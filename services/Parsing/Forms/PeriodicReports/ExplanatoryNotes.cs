using System.Text.RegularExpressions;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.PeriodicReports;

/// <summary>The explanatory note: where it stands, why the report was amended, and whether it restates.</summary>
internal static partial class ExplanatoryNotes
{
    private const int Longest = 14_000, ShortestLetters = 80;
    private const byte Labelled = 95, Understood = 85;

    private static readonly string[] Openings = ["purposeofthisamendment", "thisamendmentno", "thisform10ka", "thisform10qa", "thisamendmentto", "weareamending", "isfilingthisamendment", "isfilingthisform10"];

    /// <summary>The note behind its heading; where an amendment has no heading, the paragraph that states its purpose.</summary>
    public static TextRange? Find(SourceText source, Skeleton skeleton)
    {
        var content = source.Content;
        for (var at = 0; skeleton.FindAny(["explanatorynote", "introductorynote", "explanatoryparagraph"], at) is { } heading; at = heading.End)
        {
            if (!OpensLine(content, heading.Start) || !EndsLine(content, heading.End))
                continue;
            var end = End(content, heading.End);
            if (Letters(content.AsSpan(heading.End, end - heading.End)) >= ShortestLetters)
                return source.Trim(new TextRange(heading.End, end));
        }
        if (skeleton.FindAny(Openings, 0, Math.Min(content.Length, 60_000)) is not { } opening)
            return null;
        var start = content.LastIndexOf("\n\n", opening.Start, StringComparison.Ordinal) + 1;
        var stop = content.IndexOf("\n\n", opening.End, StringComparison.Ordinal);
        return source.Trim(new TextRange(start, stop < 0 ? content.Length : stop));
    }

    /// <summary>Understands the note.</summary>
    public static PeriodicReport Read(SourceText source, TextRange? note, PeriodicReport report, List<Diagnostic> diagnostics)
    {
        var amends = report.Amendment?.Value == true;
        var sentences = note is { } range ? Prose.Sentences(source, range) : [];
        if (sentences.Count == 0)
            return report with { Restatement = FromCover(report), AmendmentPurpose = amends ? AmendmentPurpose.Other : null };
        var kind = sentences.Any(sentence => Immaterial().IsMatch(sentence.Text)) ? DisclosureKind.Revision : DisclosureKind.Reissuance;
        var context = new DisclosureContext(kind, "periodic.note", report.PeriodEnd?.Value, report.ReportType?.Value);
        var restatement = Concerning(DisclosureReader.Read(sentences, context, diagnostics), report, amends);
        // A revision of comparatives need not be called a restatement.
        if (restatement is null && sentences.Where(sentence => Revised().IsMatch(sentence.Text) && Assertion.Holds(sentence.Text, Revised().Match(sentence.Text).Index)).ToList() is { Count: > 0 } revising)
            restatement = DisclosureReader.Describe(sentences, revising, context with { Kind = DisclosureKind.Revision }, diagnostics);
        // What says that nothing of the statements changes is no restatement, whatever words stand around it.
        if (restatement is { RestatementRequired: null, NonReliance: null } && sentences.Any(sentence => NothingChanges().IsMatch(sentence.Text)))
            restatement = null;
        // The weakness may be told under Controls and Procedures.
        if (restatement is { MaterialWeakness: null } && ControlsItem.MaterialWeakness(source, note!.Value.End) is { } weakness)
            restatement = restatement with { MaterialWeakness = weakness };
        return report with
        {
            ExplanatoryNote = new Field<string?>(string.Join('\n', sentences.Select(sentence => sentence.Text)), source.Cite(note!.Value, "periodic.explanatory-note", Labelled)),
            Restatement = restatement ?? FromCover(report),
            AmendmentPurpose = amends ? Purpose(sentences, restatement) : null,
        };
    }

    // A report that is no amendment carries its own period; what it restates are earlier ones.
    private static RestatementDisclosure? Concerning(RestatementDisclosure? restatement, PeriodicReport report, bool amends) =>
        restatement is null || amends || report.PeriodEnd?.Value is not { } own ? restatement
            : restatement with { Periods = [.. restatement.Periods.Where(period => period.End.Value != own && !(period.End.Value is null && period.FiscalQuarter is null && period.FiscalYear == own.Year))] };

    private static RestatementDisclosure? FromCover(PeriodicReport report) => report.ErrorCorrection is { Value: true } flag
        ? new RestatementDisclosure
        {
            Kind = DisclosureKind.CoverFlagOnly,
            Evidence = flag.Source with { Rule = "periodic.cover.flag-only", Confidence = Understood },
            RecoveryAnalysis = report.RecoveryAnalysis is { Value: true } analysis ? analysis : null,
        }
        : null;

    private static AmendmentPurpose Purpose(IReadOnlyList<Passage> sentences, RestatementDisclosure? restatement)
    {
        if (restatement is not null)
            return AmendmentPurpose.Restatement;
        if (sentences.Any(sentence => PartThree().IsMatch(sentence.Text)))
            return AmendmentPurpose.PartIiiOnly;
        return sentences.Any(sentence => Exhibits().IsMatch(sentence.Text)) ? AmendmentPurpose.ExhibitsOnly : AmendmentPurpose.Other;
    }

    private static int End(string content, int start)
    {
        var limit = Math.Min(content.Length, start + Longest);
        var first = start;
        while (first < limit && !char.IsLetter(content[first]))
            first++;
        var heading = NextHeading().Match(content, Math.Min(first + 200, limit));
        return heading.Success && heading.Index < limit ? heading.Index : limit;
    }

    private static bool OpensLine(string content, int at)
    {
        while (at > 0 && content[at - 1] is ' ' or '\t' or '(' or '*' or '“')
            at--;
        return at == 0 || content[at - 1] == '\n';
    }

    private static bool EndsLine(string content, int at)
    {
        while (at < content.Length && content[at] is ' ' or ':' or '.' or ')' or '*' or '”' or '\r' or 'S' or 's')
            at++;
        return at >= content.Length || content[at] is '\n';
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
            count += char.IsLetter(character) ? 1 : 0;
        return count;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\n[ \t]*(?:(?-i:TABLE\sOF\sCONTENTS|INDEX|AMENDMENT\sNO)\b|Table\sof\sContents\s*\n|PART\s+[IV]{1,3}\b[.,]?[^\n]{0,60}\n|ITEM\s+\d{1,2}[AB]?\b[.:]|(?:cautionary|special)\s(?:note|statement)|forward-looking\sstatements\s*\n|DOCUMENTS\sINCORPORATED|Indicate\sby\scheck|(?-i:[A-Z][A-Z0-9 ,.&'’-]{2,60},?\s(?:INC|CORP|CORPORATION|COMPANY|LTD|LLC|LP|L\.P|PLC|TRUST)\b\.?)\s*\n)", Options)]
    private static partial Regex NextHeading();

    [GeneratedRegex(@"\b(immaterial|not\smaterial)\b.{0,120}\b(revis\w+|error|misstat\w+|prior\speriod)|\brevis(ed|ion|ing)\b.{0,80}\b(previously\s(issued|reported)|comparative|prior\speriod)", Options)]
    private static partial Regex Immaterial();

    [GeneratedRegex(@"\b(has|have|had|were|was|are|is)\s(\w+\s)?revis(ed|ing)\b.{0,60}\b(previously\s(issued|reported)|comparative|prior[-\s]period)", Options)]
    private static partial Regex Revised();

    [GeneratedRegex(@"\b(does|do|did)\snot\s(otherwise\s)?(amend|change|update|modify|restate|affect)\b.{0,160}\b(financial\sstatements|results|any\s(other\s)?(information|disclosures?|part|items?))|\bno\sother\schanges\b", Options)]
    private static partial Regex NothingChanges();

    [GeneratedRegex(@"\bPart\sIII\b.{0,200}\b(Items?\s10|information|omitted|includ\w+|amend\w*)|\b(amend|includ|furnish|provid|set\sforth|complet)\w*\b.{0,120}\bPart\sIII\b", Options)]
    private static partial Regex PartThree();

    [GeneratedRegex(@"\b(sole(ly)?|only|purposes?|(is|are)\s(being\s)?fil(ed|ing))\b.{0,400}\b(exhibits?|XBRL|interactive\sdata|certifications?|consents?|Exhibit\s\d|schedules?|audit(or['’]s?)?\sreport|financial\sstatements\sof|Rule\s3-09)|\bexhibits?\b.{0,30}\bonly\b", Options)]
    private static partial Regex Exhibits();
}
