using System.Globalization;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using Filingwire.Types.V1;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Restatement.Intake;

/// <summary>The wire's filing → facts. What a filing does not say stays null.</summary>
internal static class FilingFacts
{
    /// <summary>The issuers concerned: the filing's issuer as Extraction identified it, and other registrants of a joint filing.</summary>
    public static IEnumerable<(IssuerKey Issuer, FilingFact Fact)> Of(Filing filing)
    {
        if (!IsOfInterest(filing) || !IssuerKey.TryParseResourceName(filing.Issuer, out var first))
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

    private static bool IsOfInterest(Filing filing) =>
        filing.Family is FormFamily.LateFilingNotice or FormFamily.CurrentReport or FormFamily.PeriodicReport
        || Text(filing.FormType) is { } type && (type.StartsWith("15", StringComparison.Ordinal) || type is "EFFECT" or "424B1" or "424B4" or "10-12G");

    private static IssuerKey? KeyOf(Party party) =>
        Cik.TryParse(Text(party.Cik), out var cik) ? IssuerKey.Of(cik) : Text(party.Name) is { } name ? IssuerKey.OfName(name) : null;

    private static FilingFact FactOf(Filing filing, Party? issuer) => new()
    {
        Filing = filing.Name,
        Revision = filing.Revision,
        Generation = filing.Generation,
        FormType = Text(filing.FormType) ?? "",
        FiledOn = Date(filing.FiledOn),
        AcceptedAtEastern = Text(filing.AcceptedAtEastern) is { } at && DateTime.TryParseExact(at, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var accepted) ? accepted : null,
        SignedOn = Date(filing.SignedOn) ?? Date(filing.LateFilingNotice?.SignedOn) ?? Date(filing.CurrentReport?.SignedOn),
        ReceivedOn = filing.ReceivedAt is { } received ? EasternTime.DateOf(received.ToDateTimeOffset()) : null,
        IssuerName = issuer is null ? null : Text(issuer.Name),
        FiscalYearEnd = issuer is null ? null : Text(issuer.FiscalYearEnd),
        ReportDate = Date(filing.CurrentReport?.ReportDate) ?? (filing.Family == FormFamily.CurrentReport ? Date(filing.PeriodOfReport) : null),
        Notice = filing.LateFilingNotice is { } notice ? NoticeOf(notice) : null,
        Report = filing.PeriodicReport is { } report ? ReportOf(filing, report) : null,
        Disclosures = [.. Disclosures(filing)],
        FiscalYearChange = filing.CurrentReport?.FiscalYearChange is { } change ? new Facts.FiscalYearChange(Date(change.DeterminedOn), Text(change.NewFiscalYearEnd), PassageOf(change.Evidence)) : null,
        Reliance = [.. filing.OrderReliance.Select(reliance => new Facts.OrderReliance(reliance.Event, PassageOf(reliance.Evidence)))],
        References = [.. (filing.LateFilingNotice?.References ?? []).Where(reference => Text(reference.FormType) is not null).Select(reference =>
            new ReferenceFact(Text(reference.FormType)!, Date(reference.Date), Date(reference.PeriodEnd), PassageOf(reference.FormType.Evidence)))],
    };

    private static NoticeFact NoticeOf(Wire.LateFilingNotice notice) => new()
    {
        ReportType = Stated(notice.ReportType),
        Transition = notice.TransitionReport is { HasValue: true, Value: true },
        AccountantStatement = Stated(notice.AccountantStatementAttached) ?? (notice.Attachments.Any(attachment => attachment.Purpose == NoticeAttachment.Types.Purpose.AccountantStatement) ? new Stated<bool>(true, null) : null),
        PeriodEnd = Stated(notice.TransitionReport is { HasValue: true, Value: true } ? notice.TransitionPeriodEnd ?? notice.PeriodEnd : notice.PeriodEnd),
        ReliefClaimed = Stated(notice.ReliefClaimed),
        ExpectsWithinExtension = Stated(notice.ExpectsToFileWithinExtension),
        ExpectedFilingDate = Stated(notice.ExpectedFilingDate),
        StatedDueDate = Stated(notice.StatedDueDate),
        Portion = Stated(notice.Portion),
        ReportAlreadyFiled = Stated(notice.ReportAlreadyFiled),
        Severity = (Facts.NoticeSeverity)(int)notice.Severity,
        Reasons = [.. notice.Reasons.Select(reason => new Stated<string>(Codes.Kebab(reason.Code), PassageOf(reason.Evidence)))],
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
            FilerStatus = filing.Issuers.Count > 1 ? FilerStatus.Unspecified : PeriodicReports.IsSmallBusinessForm(type) ? FilerStatus.NonAccelerated : (FilerStatus)(int)report.FilerStatus,
            FilerStatusSource = PassageOf(report.FilerStatusEvidence),
            ErrorCorrection = Stated(report.ErrorCorrection),
            RecoveryAnalysis = Stated(report.RecoveryAnalysis),
            AmendedToRestate = report.AmendmentPurpose == PeriodicReport.Types.AmendmentPurpose.Restatement,
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
        Kind = (DisclosureKind)(int)disclosure.Kind,
        Source = PassageOf(disclosure.Evidence),
        Periods = [.. disclosure.Periods.Where(period => Date(period.PeriodEnd) is not null).Select(period => new Facts.AffectedPeriod(
            Date(period.PeriodEnd)!.Value, Date(period.PeriodStart), (PeriodKind)(int)period.Kind, Text(period.ReportType), PassageOf(period.PeriodEnd.Evidence)))],
        NamedPeriods = [.. disclosure.Periods.Where(period => Date(period.PeriodEnd) is null).Select(period => new NamedPeriod(
            (PeriodKind)(int)period.Kind, period.HasFiscalYear ? period.FiscalYear : null, period.HasFiscalQuarter ? period.FiscalQuarter : null, Text(period.ReportType), PassageOf(period.PeriodEnd?.Evidence)))],
        Areas = [.. disclosure.Areas.Select(finding => Codes.Kebab(finding.Area)).Distinct()],
        Causes = [.. disclosure.Causes.Select(finding => Codes.Kebab(finding.Cause)).Distinct()],
        IdentifiedBy = [.. disclosure.IdentifiedBy.Select(finding => Codes.Kebab(finding.Identifier)).Distinct()],
        Effects = [.. disclosure.Effects.Select(EffectOf)],
        NonReliance = Flag(disclosure.NonReliance),
        RestatementRequired = Flag(disclosure.RestatementRequired),
        MaterialWeakness = Flag(disclosure.MaterialWeakness),
        SecInvestigation = Flag(disclosure.SecInvestigation),
        RecoveryAnalysis = Flag(disclosure.RecoveryAnalysis),
        ConcludedOn = Stated(disclosure.ConcludedOn),
        ConcludedBy = Text(disclosure.ConcludedBy),
        Auditor = Text(disclosure.Auditor),
        ExpectedAmendments = [.. disclosure.ExpectedAmendments.Select(Stated).OfType<Stated<string>>()],
        Reason = Text(disclosure.Reason) is { } reason ? Cut(reason) : null,
    };

    private static EffectFact EffectOf(Effect effect) => new(
        Text(effect.Metric) ?? "",
        effect.MetricCode,
        effect.Direction switch { Effect.Types.Direction.Overstated => true, Effect.Types.Direction.Understated => false, _ => null },
        !effect.ToBeDetermined && effect.Amount is { HasValue: true } && decimal.TryParse(effect.Amount.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null,
        effect.Currency,
        Date(effect.PeriodEnd));

    private static string? Text(TextValue? text) => text is { HasValue: true, Value.Length: > 0 } ? text.Value : null;

    private static bool? Flag(BoolValue? flag) => flag is { HasValue: true } ? flag.Value : null;

    /// <summary>A misprinted year such as 0204 is no date that anything can be counted from.</summary>
    private static DateOnly? Date(DateValue? date) =>
        date is { HasValue: true } && DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100
            ? day
            : null;

    private static Stated<string>? Stated(TextValue? text) => Text(text) is { } value ? new Stated<string>(value, PassageOf(text!.Evidence)) : null;

    private static Stated<bool>? Stated(BoolValue? flag) => Flag(flag) is { } value ? new Stated<bool>(value, PassageOf(flag!.Evidence)) : null;

    private static Stated<DateOnly>? Stated(DateValue? date) => Date(date) is { } value ? new Stated<DateOnly>(value, PassageOf(date!.Evidence)) : null;

    private static Passage? PassageOf(Evidence? evidence) =>
        evidence is null ? null : new Passage(Cut(evidence.AsWritten), evidence.Span?.Start, evidence.Span?.End, evidence.Rule, evidence.Confidence);

    private static string Cut(string text)
    {
        if (text.Length <= Passage.MaxLength)
            return text;
        var end = Passage.MaxLength - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
