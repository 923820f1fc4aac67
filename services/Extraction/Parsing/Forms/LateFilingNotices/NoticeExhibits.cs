using Filingwire.Extraction.Parsing.Envelopes;
using Filingwire.Extraction.Parsing.Evidence;
using Filingwire.Extraction.Parsing.Text;

namespace Filingwire.Extraction.Parsing.Forms.LateFilingNotices;

/// <summary>What comes with the form: the accountant's statement of Rule 12b-25(c), and an explanation that Part IV only points to.</summary>
internal static class NoticeExhibits
{
    private static readonly string[] Pointers =
        ["seeattach", "seeexhibit", "seeannex", "seeappendix", "attachedhereto", "pleaseseeattach", "attachmenta", "exhibita", "annexa", "seeaddendum", "seeschedule"];

    public static LateFilingNotice Read(Submission submission, SubmissionDocument main, NoticeText text, LateFilingNotice notice)
    {
        var statement = submission.Documents.FirstOrDefault(document => document != main && document.Type?.Value is { } type
            && type.StartsWith("EX-", StringComparison.OrdinalIgnoreCase) && IsAccountantStatement(submission, document));
        if (statement?.Type is { } exhibit)
            notice = notice with { AccountantStatementAttached = new Field<bool?>(true, exhibit.Source with { Rule = "nt.exhibit.accountant-statement", Confidence = 85 }) };
        return PointsElsewhere(notice.ChangeExplanation) && text.Layout.Attachments is { } attachment ? WithAttachment(text, attachment, notice) : notice;
    }

    private static bool IsAccountantStatement(Submission submission, SubmissionDocument document)
    {
        var words = new Skeleton(DocumentText.Read(submission, document, 6000).Content);
        return words.FindAny(["12b25c", "weareunabletocomplete", "unabletocompleteouraudit", "unabletocompleteourreview", "wehavenotcompleted", "furnishthereport", "furnishtherequired"]) is not null;
    }

    private static bool PointsElsewhere(Field<string?>? explanation) =>
        explanation?.Value is { Length: < 240 } value && new Skeleton(value).FindAny(Pointers) is not null;

    private static LateFilingNotice WithAttachment(NoticeText text, TextRange attachment, LateFilingNotice notice)
    {
        var heading = text.Content.IndexOf('\n', attachment.Start);
        var body = text.TrimFill(new TextRange(heading < 0 ? attachment.End : heading, attachment.End));
        var end = body.IsEmpty ? null : Boilerplate.Start(text.Content, text.Skeleton, body);
        return body.IsEmpty ? notice : notice with { ChangeExplanation = NoticeProse.Field(text, text.TrimFill(body with { End = end ?? body.End }), "nt.attachment.explanation", 80) };
    }
}
