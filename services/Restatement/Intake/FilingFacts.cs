using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;
using Filingwire.Types.V1;
using FormFamily = Filingwire.Sec.Codes.FormFamily;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Restatement.Intake;

/// <summary>The wire's filing → facts. What a filing does not say stays null.</summary>
internal static class FilingFacts
{
    private static readonly string[] Families = [.. new[] { FormFamily.LateFilingNotice, FormFamily.CurrentReport, FormFamily.PeriodicReport }.Select(CodeText.Kebab)];

    /// <summary>The issuers concerned: the filing's issuer as Extraction identified it, and other registrants of a joint filing.</summary>
    public static IEnumerable<(IssuerKey Issuer, FilingFact Fact)> Of(Filing filing)
    {
        if (!Wants(filing.Family.ToCode().Kebab(), Text(filing.FormType)) || !IssuerKey.TryParseResourceName(filing.Issuer, out var first))
            yield break;
        var seen = new HashSet<IssuerKey>();
        for (var i = 0; i < Math.Max(1, filing.Issuers.Count); i++)
        {
            var party = i < filing.Issuers.Count ? filing.Issuers[i] : null;
            var key = i == 0 ? first : KeyOf(party!);
            if (key is { } issuer && seen.Add(issuer))
                yield return (issuer, FactOf(filing, party));
        }
    }

    /// <summary>True for a filing from which cases can learn: of one of the families, a Form 15, which ends the duty to report, or one that tells when it began.</summary>
    /// <param name="family">Its family's name in events.</param>
    /// <param name="formType">Its submission type.</param>
    public static bool Wants(string family, string? formType) => Families.Contains(family) ||
        (formType is not null && (formType.StartsWith("15", StringComparison.Ordinal) || formType is "EFFECT" or "424B1" or "424B4" or "10-12G"));

    private static IssuerKey? KeyOf(Party party) =>
        Cik.TryParse(Text(party.Cik), out var cik) ? IssuerKey.Of(cik) : Text(party.Name) is { } name ? IssuerKey.OfName(name) : null;

    private static FilingFact FactOf(Filing filing, Party? issuer) => new()
    {
        Filing = filing.Name,
        Revision = filing.Revision,
        Generation = filing.Generation,
        FormType = Text(filing.FormType) ?? "",
        FiledOn = Date(filing.FiledOn),
        AcceptedAtEastern = WireText.Time(Text(filing.AcceptedAtEastern)),
        SignedOn = Date(filing.SignedOn) ?? Date(filing.LateFilingNotice?.SignedOn) ?? Date(filing.CurrentReport?.SignedOn),
        ReceivedOn = filing.ReceivedAt is { } received ? EasternTime.DateOf(received.ToDateTimeOffset()) : null,
        IssuerName = issuer is null ? null : Text(issuer.Name),
        FiscalYearEnd = issuer is null ? null : Text(issuer.FiscalYearEnd),
        ReportDate = Date(filing.CurrentReport?.ReportDate) ?? (filing.Family.ToCode() == FormFamily.CurrentReport ? Date(filing.PeriodOfReport) : null),
        Notice = filing.LateFilingNotice is { } notice ? NoticeOf(notice) : null,
        Report = filing.PeriodicReport is { } report ? ReportOf(filing, report) : null,
        Disclosures = [.. Disclosures(filing)],
        FiscalYearChange = filing.CurrentReport?.FiscalYearChange is { } change ? new Facts.FiscalYearChange(Date(change.DeterminedOn), Text(change.NewFiscalYearEnd), SourceOf(change.Evidence)) : null,
        Reliance = [.. filing.OrderReliance.Select(reliance => new Facts.OrderReliance(reliance.Event, SourceOf(reliance.Evidence)))],
        References = [.. (filing.LateFilingNotice?.References ?? []).Where(reference => Text(reference.FormType) is not null).Select(reference =>
            new ReferenceFact(Text(reference.FormType)!, Date(reference.Date), Date(reference.PeriodEnd), SourceOf(reference.FormType.Evidence)))],
    };

    private static NoticeFact NoticeOf(Wire.LateFilingNotice notice) => new()
    {
        ReportType = Stated(notice.ReportType),
        Transition = notice.TransitionReport is { HasValue: true, Value: true },
        AccountantStatement = Stated(notice.AccountantStatementAttached) ?? (notice.Attachments.Any(attachment => attachment.Purpose == NoticeAttachment.Types.Purpose.AccountantStatement) ? Of(true, null) : null),
        PeriodEnd = Stated(notice.TransitionReport is { HasValue: true, Value: true } ? notice.TransitionPeriodEnd ?? notice.PeriodEnd : notice.PeriodEnd),
        ReliefClaimed = Stated(notice.ReliefClaimed),
        ExpectsWithinExtension = Stated(notice.ExpectsToFileWithinExtension),
        ExpectedFilingDate = Stated(notice.ExpectedFilingDate),
        StatedDueDate = Stated(notice.StatedDueDate),
        Portion = Stated(notice.Portion),
        ReportAlreadyFiled = Stated(notice.ReportAlreadyFiled),
        Severity = notice.Severity.ToCode(),
        Reasons = [.. notice.Reasons.Select(reason => Of(reason.Code.ToCode(), reason.Evidence))],
    };

    private static ReportFact ReportOf(Filing filing, PeriodicReport report)
    {
        var type = Text(report.ReportType) ?? Text(filing.FormType) ?? "";
        return new ReportFact
        {
            ReportType = PeriodicReports.Of(type) ?? type,
            PeriodEnd = Date(report.PeriodEnd) ?? Date(filing.PeriodOfReport),
            Transition = report.TransitionReport is { HasValue: true, Value: true } || PeriodicReports.IsTransition(type),
            DistributionDate = Stated(report.DistributionDate),
            Amendment = report.Amendment is { HasValue: true, Value: true } || (FormType.TryParse(Text(filing.FormType), out var form) && form.IsAmendment),
            // The registrants of a combined report may be filers of different status, each by boxes of its own.
            FilerStatus = filing.Issuers.Count > 1 ? FilerStatus.Unspecified
                : PeriodicReports.IsSmallBusinessForm(type) ? FilerStatus.NonAccelerated : report.FilerStatus.ToCode(),
            FilerStatusSource = SourceOf(report.FilerStatusEvidence),
            ErrorCorrection = Stated(report.ErrorCorrection),
            RecoveryAnalysis = Stated(report.RecoveryAnalysis),
            AmendedToRestate = report.AmendmentPurpose.ToCode() == AmendmentPurpose.Restatement,
        };
    }

    private static IEnumerable<DisclosureFact> Disclosures(Filing filing)
    {
        if (filing.LateFilingNotice?.Admission is { } admission)
            yield return DisclosureOf(admission) with { Kind = DisclosureKind.NoticeAdmission };
        foreach (var disclosure in filing.CurrentReport?.NonReliance ?? [])
            yield return DisclosureOf(disclosure);
        if (filing.PeriodicReport?.Restatement is { } restatement)
            yield return DisclosureOf(restatement);
    }

    private static DisclosureFact DisclosureOf(RestatementDisclosure disclosure) => new()
    {
        Kind = disclosure.Kind.ToCode(),
        Source = SourceOf(disclosure.Evidence),
        Periods = [.. disclosure.Periods.Where(period => Date(period.PeriodEnd) is not null).Select(period => new Facts.AffectedPeriod(
            Date(period.PeriodEnd)!.Value, Date(period.PeriodStart), period.Kind.ToCode(), Text(period.ReportType), SourceOf(period.PeriodEnd.Evidence)))],
        NamedPeriods = [.. disclosure.Periods.Where(period => Date(period.PeriodEnd) is null).Select(period => new NamedPeriod(
            period.Kind.ToCode(),
            period.HasFiscalYear ? period.FiscalYear : null,
            period.HasFiscalQuarter ? period.FiscalQuarter : null,
            Text(period.ReportType),
            SourceOf(period.PeriodEnd?.Evidence)))],
        Areas = [.. disclosure.Areas.Select(finding => finding.Area.ToCode()).Distinct()],
        Causes = [.. disclosure.Causes.Select(finding => finding.Cause.ToCode()).Distinct()],
        IdentifiedBy = [.. disclosure.IdentifiedBy.Select(finding => finding.Identifier.ToCode()).Distinct()],
        Effects = [.. disclosure.Effects.Select(EffectOf)],
        NonReliance = Flag(disclosure.NonReliance),
        RestatementRequired = Flag(disclosure.RestatementRequired),
        MaterialWeakness = Flag(disclosure.MaterialWeakness),
        SecInvestigation = Flag(disclosure.SecInvestigation),
        RecoveryAnalysis = Flag(disclosure.RecoveryAnalysis),
        ConcludedOn = Stated(disclosure.ConcludedOn),
        ConcludedBy = Text(disclosure.ConcludedBy),
        Auditor = Text(disclosure.Auditor),
        ExpectedAmendments = [.. disclosure.ExpectedAmendments.Select(Stated).OfType<Field<string>>()],
        Reason = Text(disclosure.Reason) is { } reason ? Source.Cut(reason, FilingFact.LongestText) : null,
    };

    private static EffectFact EffectOf(Effect effect) => new(
        Text(effect.Metric) ?? "",
        effect.MetricCode,
        effect.Direction.ToCode() switch { EffectDirection.Overstated => true, EffectDirection.Understated => false, _ => null },
        effect.ToBeDetermined ? null : effect.Amount.Known(),
        effect.Currency,
        Date(effect.PeriodEnd));

    private static string? Text(TextValue? text) => text.Known();

    private static bool? Flag(BoolValue? flag) => flag.Known();

    /// <summary>A misprinted year such as 0204 is no date that anything can be counted from.</summary>
    private static DateOnly? Date(DateValue? date) => date.Known() is { Year: >= 1900 and <= 2100 } day ? day : null;

    private static Field<string>? Stated(TextValue? text) => Text(text) is { } value ? Of(value, text!.Evidence) : null;

    private static Field<bool>? Stated(BoolValue? flag) => Flag(flag) is { } value ? Of(value, flag!.Evidence) : null;

    private static Field<DateOnly>? Stated(DateValue? date) => Date(date) is { } value ? Of(value, date!.Evidence) : null;

    private static Field<T> Of<T>(T value, Evidence? evidence) => new(value, SourceOf(evidence) ?? evidence.ToSource());

    private static Source? SourceOf(Evidence? evidence) => evidence is null ? null : evidence.ToSource().Cut(FilingFact.LongestText);
}
