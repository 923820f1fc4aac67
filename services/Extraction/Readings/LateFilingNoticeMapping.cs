using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Language;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Form 12b-25 → wire. The enums of figures and attachments have the wire's numbers.</summary>
public static class LateFilingNoticeMapping
{
    /// <summary>A notice.</summary>
    public static Wire.LateFilingNotice ToProto(this LateFilingNotice notice)
    {
        var wire = new Wire.LateFilingNotice
        {
            ReportType = notice.ReportType.ToProto(),
            PeriodEnd = notice.PeriodEnd.ToProto(),
            TransitionReport = notice.TransitionReport.ToProto(),
            TransitionPeriodEnd = notice.TransitionPeriodEnd.ToProto(),
            Portion = notice.Portion.ToProto(),
            FileNumber = notice.FileNumber.ToProto(),
            Cusip = notice.Cusip.ToProto(),
            RegistrantName = notice.RegistrantName.ToProto(),
            FormerName = notice.FormerName.ToProto(),
            Address = notice.Address.ToProto(),
            BoxA = notice.BoxA.ToProto(),
            BoxB = notice.BoxB.ToProto(),
            BoxC = notice.BoxC.ToProto(),
            ReliefClaimed = notice.ReliefClaimed.ToProto(),
            Narrative = notice.Narrative.ToProto(),
            ContactName = notice.ContactName.ToProto(),
            ContactTelephone = notice.ContactTelephone.ToProto(),
            OtherReportsFiled = notice.OtherReportsFiled.ToProto(),
            SignificantChangeAnticipated = notice.SignificantChangeAnticipated.ToProto(),
            ChangeExplanation = notice.ChangeExplanation.ToProto(),
            SigningRegistrant = notice.SigningRegistrant.ToProto(),
            SignerName = notice.SignerName.ToProto(),
            SignerTitle = notice.SignerTitle.ToProto(),
            SignedOn = notice.SignedOn.ToProto(),
            StatedDueDate = notice.StatedDueDate.ToProto(),
            ExpectsToFileWithinExtension = notice.ExpectsToFileWithinExtension.ToProto(),
            ExpectedFilingDate = notice.ExpectedFilingDate.ToProto(),
            ReportAlreadyFiled = notice.ReportAlreadyFiled.ToProto(),
            Admission = notice.Admission.ToProto(),
            AccountantStatementAttached = notice.AccountantStatementAttached.ToProto(),
            Severity = notice.Severity.ToProto(),
        };
        wire.CoverBoxes.AddRange(notice.CoverBoxes.Select(box => new Wire.CheckBox { Label = box.Label, Checked = box.Checked.ToProto() }));
        wire.CoRegistrants.AddRange(notice.CoRegistrants.Select(name => name.ToProto()));
        wire.MissingReports.AddRange(notice.MissingReports.Select(report => report.ToProto()));
        wire.Figures.AddRange(notice.Figures.Select(ToProto));
        wire.Attachments.AddRange(notice.Attachments.Select(attachment => new Wire.NoticeAttachment
        {
            Purpose = (Wire.NoticeAttachment.Types.Purpose)attachment.Purpose,
            Text = attachment.Text.ToProto(),
            DocumentIndex = attachment.DocumentIndex,
            DocumentType = attachment.DocumentType.ToProto(),
        }));
        wire.Reasons.AddRange(notice.Reasons.Select(reason => new Wire.LateFilingReason
        {
            Code = reason.Code.ToProto(),
            Evidence = reason.Evidence.ToProto(),
        }));
        wire.References.AddRange(notice.References.Select(reference => new Wire.FilingReference
        {
            FormType = reference.FormType.ToProto(),
            Date = reference.Date.ToProto(),
            PeriodEnd = reference.PeriodEnd.ToProto(),
        }));
        return wire;
    }

    private static Wire.Figure ToProto(Figure figure) => new()
    {
        Metric = figure.Metric.ToProto(),
        MetricCode = figure.MetricCode ?? "",
        Value = figure.Value.ToProto(),
        ValueHigh = figure.ValueHigh.ToProto(),
        Currency = figure.Currency ?? "",
        PeriodEnd = figure.PeriodEnd.ToProto(),
        DurationMonths = figure.DurationMonths ?? 0,
        PeriodKind = figure.DurationMonths switch { null => Wire.Figure.Types.PeriodKind.Unspecified, 0 => Wire.Figure.Types.PeriodKind.Instant, _ => Wire.Figure.Types.PeriodKind.Duration },
        Unit = (Wire.Figure.Types.Unit)(figure.Unit ?? 0),
        Scale = figure.Scale.ToProto(),
        Change = figure.Change.ToProto(),
        ChangeHigh = figure.ChangeHigh.ToProto(),
        ChangePercent = figure.ChangePercent.ToProto(),
        ComparativeValue = figure.ComparativeValue.ToProto(),
        ComparativePeriodEnd = figure.ComparativePeriodEnd.ToProto(),
        Direction = (Wire.Figure.Types.Direction)(figure.Direction ?? 0),
        Approximate = figure.Approximate,
    };
}
