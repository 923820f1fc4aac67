using System.Text.RegularExpressions;
using Filingwire.Parsing.Documents;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>
/// Finds what Part III, Part IV (3) or Rule 12b-25(c) attach to the form: sections behind the signature, and the submission's other documents.
/// </summary>
internal static partial class NoticeAttachments
{
    private const int ShortPointer = 240, Longest = 200_000;
    private const byte Named = 90, OnlyOne = 80;

    private static readonly string[] StatementWords =
    [
        "12b25c", "weareunabletocomplete", "unabletocompleteouraudit", "unabletocompleteourreview", "unabletocompletetheaudit", "unabletocompletethereview", "havenotcompleted", "notyetcompleted",
        "unabletofurnish", "furnishthereport", "furnishtherequired", "unabletoissue", "notabletoissue", "notbeabletocomplete",
    ];

    /// <summary>A stretch of text that could be an attachment.</summary>
    private sealed record Candidate(SourceText Source, TextRange Body, string Heading, int Document, Field<string?>? Type);

    /// <summary>An attachment with its place, and whether it stands in for a part of the form that only points to it.</summary>
    internal sealed record Found(NoticeAttachment Attachment, SourceText Source, TextRange Body, bool StandsIn);

    public static IReadOnlyList<Found> Find(Submission submission, SubmissionDocument main, NoticeText text, LateFilingNotice notice)
    {
        var sections = Sections(submission, main, text);
        if (sections.Count == 0 && submission.Documents.Count < 2)
            return [];
        var candidates = sections.Concat(Documents(submission, main)).ToList();
        var found = new List<Found>();
        var statement = candidates.Find(candidate => IsStatement(candidate));
        if (statement is not null)
            found.Add(Build(AttachmentPurpose.AccountantStatement, statement, "nt.exhibit.accountant-statement", 85, false));
        AddPointed(AttachmentPurpose.Explanation, notice.ChangeExplanation, "nt.attachment.explanation");
        AddPointed(AttachmentPurpose.Narrative, notice.Narrative, "nt.attachment.narrative");
        return found;

        void AddPointed(AttachmentPurpose purpose, Field<string?>? field, string rule)
        {
            if (field?.Value is not { } value || Pointer().Match(value) is not { Success: true } pointer)
                return;
            var others = candidates.Where(candidate => candidate != statement).ToList();
            var named = others.Find(candidate => IsNamed(candidate, pointer));
            // What both parts refer to is attached once.
            if ((named ?? (others.Count == 1 ? others[0] : null)) is { } chosen && (value.Length < ShortPointer || !found.Exists(other => other.Body == chosen.Body && other.Source == chosen.Source)))
                found.Add(Build(purpose, chosen, rule, named is null ? OnlyOne : Named, value.Length < ShortPointer));
        }
    }

    /// <summary>The notice with its attachments; a part that only points to one gets its text.</summary>
    public static LateFilingNotice Apply(LateFilingNotice notice, IReadOnlyList<Found> found)
    {
        Field<string?>? StandIn(AttachmentPurpose purpose) => found.FirstOrDefault(other => other.StandsIn && other.Attachment.Purpose == purpose)?.Attachment.Text;
        var statement = found.FirstOrDefault(other => other.Attachment.Purpose == AttachmentPurpose.AccountantStatement)?.Attachment;
        return notice with
        {
            Narrative = StandIn(AttachmentPurpose.Narrative) ?? notice.Narrative,
            ChangeExplanation = StandIn(AttachmentPurpose.Explanation) ?? notice.ChangeExplanation,
            AccountantStatementAttached = statement is null ? null : new Field<bool?>(true, (statement.DocumentType ?? statement.Text).Source with { Rule = "nt.exhibit.accountant-statement", Confidence = 85 }),
            Attachments = [.. found.Select(other => other.Attachment)],
        };
    }

    private static Found Build(AttachmentPurpose purpose, Candidate candidate, string rule, byte confidence, bool standsIn)
    {
        var body = candidate.Body;
        // What stands in for a part of the form ends where such a part would; what is only referred to is given whole.
        if (standsIn && Boilerplate.Start(candidate.Source.Content, new Skeleton(candidate.Source.Content), body) is { } end && end > body.Start)
            body = candidate.Source.Trim(body with { End = end });
        return new Found(new NoticeAttachment(purpose, NoticeProse.Field(candidate.Source, body, rule, confidence), candidate.Document, candidate.Type), candidate.Source, candidate.Body, standsIn);
    }

    // Sections of the form's own document that begin with a heading such as "ATTACHMENT A".
    private static List<Candidate> Sections(Submission submission, SubmissionDocument main, NoticeText text)
    {
        var sections = new List<Candidate>();
        if (text.Layout.Attachments is not { } range)
            return sections;
        var start = text.Content.LastIndexOf('\n', Math.Max(0, range.Start - 1)) + 1;
        var headings = Heading().Matches(text.Content[start..range.End]).ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            var from = start + headings[i].Index + headings[i].Length;
            var body = text.TrimFill(new TextRange(from, i + 1 < headings.Count ? start + headings[i + 1].Index : range.End));
            if (!body.IsEmpty)
                sections.Add(new Candidate(text.Source, body, headings[i].Value, IndexOf(submission, main), null));
        }
        return sections;
    }

    private static IEnumerable<Candidate> Documents(Submission submission, SubmissionDocument main)
    {
        for (var i = 0; i < submission.Documents.Count; i++)
        {
            var document = submission.Documents[i];
            if (document == main || document.Format is not (DocumentFormat.Html or DocumentFormat.Text or DocumentFormat.OcrText) || document.Type?.Value is not { } type
                || type is not ("COVER" or "CORRESP") && !type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase))
                continue;
            var source = DocumentText.Read(submission, document, Longest);
            var heading = Heading().Match(source.Content[..Math.Min(source.Content.Length, 400)]);
            var body = source.Trim(new TextRange(heading.Success ? heading.Index + heading.Length : 0, source.Content.Length));
            if (!body.IsEmpty)
                yield return new Candidate(source, body, heading.Value, i, document.Type);
        }
    }

    private static int IndexOf(Submission submission, SubmissionDocument document)
    {
        for (var i = 0; i < submission.Documents.Count; i++)
        {
            if (submission.Documents[i] == document)
                return i;
        }
        return 0;
    }

    // The statement speaks in the accountant's voice, or cites the rule.
    private static bool IsStatement(Candidate candidate) =>
        new Skeleton(candidate.Source.Content[candidate.Body.Start..Math.Min(candidate.Body.End, candidate.Body.Start + 6000)]).FindAny(StatementWords) is not null;

    private static bool IsNamed(Candidate candidate, Match pointer)
    {
        if (pointer.Groups["name"] is not { Success: true } name)
            return false;
        var wanted = name.Value.TrimEnd('.');
        return (candidate.Type?.Value is { } type && type.Equals("EX-" + wanted, StringComparison.OrdinalIgnoreCase))
            || (Heading().Match(candidate.Heading).Groups["name"].Value.Trim('.', ':', '(', ')').Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Names = @"(?:Exhibit|Attachment|Annex|Appendix|Addendum|Schedule)";

    [GeneratedRegex(@"^[ \t(“""*_-]{0,40}" + Names + @"\b(?:[ \t]*(?:No\.?[ \t]*)?(?<name>(?-i:[A-Z0-9])[\w.()-]{0,7}))?[ \t]*[:.–—)”""*-]?[^\n.]{0,60}$", Options | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(?:see|refer\sto|set\sforth\s(?:in|on)|contained\sin|included\s(?:in|as)|provided\sin|described\sin|incorporated\s(?:herein\s)?by\sreference)\b[^.;]{0,80}?\b(?:" + Names + @"(?:\s(?:No\.?\s?)?(?<name>(?-i:[A-Z](?![a-z])|\d)[\d.]{0,5}))?|attached|attachments?)\b"
        + @"|\b" + Names + @"\s(?:No\.?\s?)?(?<name>(?-i:[A-Z](?![a-z])|\d)[\d.]{0,5})\s[^.;]{0,60}\b(?:attached|hereto|hereof|incorporated)|\battached\s(?:hereto\s)?as\s" + Names + @"(?:\s(?<name>(?-i:[A-Z](?![a-z])|\d)[\d.]{0,5}))?|\b(?:is|are)\sattached\b|\battached\shereto\b|^" + Names + @"(?:\s(?<name>(?-i:[A-Z](?![a-z])|\d)[\d.]{0,5}))?\.?$", Options)]
    private static partial Regex Pointer();
}
