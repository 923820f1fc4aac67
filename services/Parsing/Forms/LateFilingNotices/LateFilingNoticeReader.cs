using Filingwire.Parsing.Documents;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>
/// Reads Form 12b-25 in HTML, plain text and text recognised from a picture. The parts are found by the form's printed words, then each part
/// is read on its own, then the free text is understood.
/// </summary>
public sealed class LateFilingNoticeReader : IFormReader
{
    private const int Looked = 12_000;
    private const int Heading = 1_200;
    private const int FewestDays = 20;

    /// <inheritdoc/>
    public FormFamily Family => FormFamily.LateFilingNotice;

    /// <inheritdoc/>
    public bool Reads(string formType) => NoticeType.IsNotice(formType);

    /// <inheritdoc/>
    public int Recognise(Submission submission, SubmissionDocument document)
    {
        if (document.Format is DocumentFormat.Xml or DocumentFormat.Binary)
            return 0;
        var head = new Skeleton(DocumentText.Read(submission, document, Looked).Content).Text;
        var named = head.IndexOf("notificationoflatefiling", StringComparison.Ordinal);
        var numbered = head.IndexOf("form12b25", StringComparison.Ordinal) is var form && form >= 0 ? form : head.IndexOf("12b25", StringComparison.Ordinal);
        // Both in the heading: nothing else it could be. Further down another form may only speak of a notice.
        if (named >= 0 && numbered >= 0)
            return Math.Max(named, numbered) < Heading ? 100 : 90;
        return named >= 0 ? 85 : numbered >= 0 ? 70 : 0;
    }

    /// <inheritdoc/>
    public FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var text = new NoticeText(DocumentText.ReadForm(submission, document, diagnostics), diagnostics);
        var notice = new LateFilingNotice { Severity = NoticeSeverity.Routine };
        notice = CoverReader.Read(text, notice);
        notice = RegistrantReader.Read(text, notice);
        notice = ReliefReader.Read(text, notice);
        notice = NoticeProse.Read(text, notice);
        notice = OtherInformationReader.Read(text, notice);
        notice = WithSignature(text, notice);
        CheckPeriod(text, notice);

        var attachments = NoticeAttachments.Find(submission, document, text, notice);
        var inForm = notice;
        notice = NoticeAttachments.Apply(notice, attachments);
        var narrative = Texts(text, inForm.Narrative, text.Layout.Narrative, AttachmentPurpose.Narrative, attachments, notice);
        var explanation = Texts(text, inForm.ChangeExplanation, text.Layout.Explanation ?? text.Layout.ChangeAnswer, AttachmentPurpose.Explanation, attachments, notice);
        notice = NoticeType.Read(submission, text, narrative.Sentences, notice);
        notice = Understand(text, narrative, explanation, notice, submission.Header is { } header ? FiscalYears.EndOf(header) : null);
        return new FormReading
        {
            FormType = NoticeType.FormType(text, notice),
            PeriodOfReport = notice.PeriodEnd ?? notice.TransitionPeriodEnd,
            SignedOn = notice.SignedOn,
            OrderReliance = OrderReliances.FindAll([.. narrative.Sentences, .. explanation.Sentences]),
            Issuers = [.. new[] { notice.RegistrantName }.Concat(notice.CoRegistrants).OfType<Field<string?>>().Select(name => new NamedIssuer(null, name, null))],
            Content = notice,
        };
    }

    private static LateFilingNotice Understand(NoticeText text, FreeText narrative, FreeText explanation, LateFilingNotice notice, DateOnly? yearEnd)
    {
        IReadOnlyList<Passage> all = [.. narrative.Sentences, .. explanation.Sentences];
        notice = NoticeOutlook.Read(narrative.Sentences, notice);
        notice = notice with
        {
            Figures = [.. explanation.Figures, .. narrative.Figures],
            Admission = Issued(DisclosureReader.Read(all, new DisclosureContext(DisclosureKind.NoticeAdmission, "nt.admission", notice.PeriodEnd?.Value, notice.ReportType?.Value, yearEnd), text.Diagnostics), notice),
            References = [.. all.SelectMany(sentence => FilingMentions.FindAll(sentence, "nt.reference")).Where(mention => !IsThisReport(mention, notice))],
        };
        return NoticeReasons.Read(narrative.Sentences, notice);
    }

    // Statements that are not filed yet are none that were issued before.
    private static RestatementDisclosure? Issued(RestatementDisclosure? admission, LateFilingNotice notice) => admission is null || notice.PeriodEnd?.Value is not { } late ? admission
        : admission with { Periods = [.. admission.Periods.Where(period => period.End.Value != late)] };

    // No report is due within 20 days of its period's end, so such a period is a typing error or the date of the filing.
    private static void CheckPeriod(NoticeText text, LateFilingNotice notice)
    {
        if (notice.PeriodEnd?.Value is { } period && notice.SignedOn?.Value is { } signed && signed.DayNumber - period.DayNumber < FewestDays)
        {
            text.Diagnostics.Add(new Diagnostic(Severity.Warning, "period-too-close-to-signature", "The period on the cover ends less than 20 days before the signature, before any report for it could be due.",
                notice.PeriodEnd.Source.Span));
        }
    }

    private static bool IsThisReport(FilingMention mention, LateFilingNotice notice) =>
        mention.Date is null && mention.PeriodEnd?.Value == (notice.PeriodEnd ?? notice.TransitionPeriodEnd)?.Value && CoverReader.ReportFamily(mention.FormType.Value ?? "") == notice.ReportType?.Value;

    private static LateFilingNotice WithSignature(NoticeText text, LateFilingNotice notice)
    {
        if (text.Layout.Signature is not { } range)
            return notice;
        var signature = SignatureBlock.Read(text.Source, range, "nt.signature");
        if (signature.Date is null)
            text.Warn("signature-date-missing", "The signature has no date that can be read.", range);
        return notice with
        {
            SigningRegistrant = SigningRegistrant(text, range),
            SignerName = signature.Name,
            SignerTitle = signature.Title,
            SignedOn = signature.Date,
        };
    }

    // The name stands on the line of "(Name of Registrant as Specified in Charter)" or on the last line above it.
    private static Field<string?>? SigningRegistrant(NoticeText text, TextRange signature)
    {
        if (text.Skeleton.Find("nameofregistrantasspecified", signature.Start, signature.End) is not { } label)
            return BehindAuthority(text, signature);
        var open = label.Start > 0 && text.Content[label.Start - 1] == '(' ? label.Start - 1 : label.Start;
        var sameLine = text.TrimFill(new TextRange(signature.Start, open));
        if (!sameLine.IsEmpty)
            return text.Text(sameLine, "nt.signature.registrant", 95);
        var floor = text.Layout.Explanation?.Start ?? text.Layout.ChangeAnswer?.Start ?? 0;
        var above = text.TrimFill(new TextRange(Math.Min(floor, open), open));
        if (above.IsEmpty)
            return null;
        var line = Math.Max(above.Start, text.Content.LastIndexOf('\n', above.End - 1, above.Length) + 1);
        var name = text.TrimFill(new TextRange(line, above.End));
        return name.Length is > 1 and < 160 ? text.Text(name, "nt.signature.registrant", 90) : null;
    }

    // Forms that end like other reports: "… thereunto duly authorized." and the registrant's name below it.
    private static Field<string?>? BehindAuthority(NoticeText text, TextRange signature)
    {
        if (text.Skeleton.Find("dulyauthorized", signature.Start, signature.End) is not { } authority)
            return null;
        var start = authority.End;
        while (start < signature.End && (text.Content[start] == '.' || char.IsWhiteSpace(text.Content[start])))
            start++;
        var end = text.Content.IndexOfAny(['\n', '\t'], start);
        var name = text.TrimFill(new TextRange(start, end < 0 || end > signature.End ? signature.End : end));
        return name.Length is > 1 and < 160 && !text.Content.AsSpan(name.Start, name.Length).StartsWith("Date", StringComparison.OrdinalIgnoreCase)
            && !text.Content.AsSpan(name.Start, name.Length).StartsWith("By", StringComparison.Ordinal) ? text.Text(name, "nt.signature.registrant", 85) : null;
    }

    // Figures whose text names no period are those of the late report; the explanation compares with the last year.
    private static FigureCover? Cover(LateFilingNotice notice, AttachmentPurpose purpose) => (notice.PeriodEnd ?? notice.TransitionPeriodEnd) is { Value: not null } period
        ? new FigureCover(period with { Source = period.Source with { Rule = "figure.period-of-cover", Confidence = 65 } },
            notice.ReportType?.Value is "10-K" or "20-F" or "11-K" ? 12 : null, purpose == AttachmentPurpose.Explanation)
        : null;

    // A part as it stands in the form, unless that only points to an attachment, and the attachments that belong to it.
    private static FreeText Texts(NoticeText text, Field<string?>? field, TextRange? part, AttachmentPurpose purpose, IReadOnlyList<NoticeAttachments.Found> attachments, LateFilingNotice notice)
    {
        var yearEnd = notice.ReportType?.Value is "10-K" or "20-F" or "11-K" ? notice.PeriodEnd?.Value : null;
        var cover = Cover(notice, purpose);
        var attached = attachments.Where(found => found.Attachment.Purpose == purpose).ToList();
        var own = attached.Any(found => found.StandsIn) || field is null || part is not { } range || text.Content.IndexOf(field.Source.AsWritten, range.Start, StringComparison.Ordinal) is not (>= 0 and var at)
            ? FreeText.None : FreeText.Read(text.Source, new TextRange(at, at + field.Source.AsWritten.Length), yearEnd, cover, yearEnd is not null);
        var all = own;
        foreach (var found in attached)
        {
            var other = FreeText.Read(found.Source, found.Body, yearEnd, cover, yearEnd is not null);
            // What a part of the form only refers to adds figures; what stands in for the part is read like it.
            all = new FreeText(found.StandsIn ? [.. all.Sentences, .. other.Sentences] : all.Sentences, [.. all.Figures, .. other.Figures]);
        }
        return all;
    }
}
