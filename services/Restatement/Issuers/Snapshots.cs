using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Issuers;

/// <summary>Cases as events show them.</summary>
internal static class Snapshots
{
    public static LateFilingSnapshot Of(IssuerKey issuer, LateFilingCase late) => new()
    {
        Name = CaseNames.Of(issuer, late.Key),
        ReportType = late.Key.Report,
        PeriodEnd = late.Key.PeriodEnd,
        State = late.State.Camel(),
        DueDate = late.Deadlines?.Supported?.Due,
        DeemedTimelyUntil = late.Deadlines?.Supported?.DeemedTimelyUntil,
        TimelyUntil = late.TimelyUntil,
        ReliefClaimed = late.ReliefClaimed,
        ExpectsToMissExtension = !late.ExpectsWithinExtension,
        ExpectedFilingDate = late.ExpectedFilingDate,
        Notices = [.. late.Notices.Select(notice => notice.Filing.Filing)],
        Report = late.Report?.Filing,
        ReportFiledOn = late.Report?.Date,
        DaysLate = late.DaysLateWhenFiled,
        Severity = late.Severity.Camel(),
        Reasons = [.. late.Notices.SelectMany(notice => notice.Notice.Reasons).Select(reason => reason.Value.Kebab()).Distinct(StringComparer.Ordinal)],
        CrossChecks = [.. late.CrossChecks.Select(check => check.Kind.Kebab())],
    };

    public static RestatementSnapshot Of(IssuerKey issuer, RestatementCase found) => new()
    {
        Name = CaseNames.OfRestatement(issuer, found.Key),
        State = found.State.Camel(),
        Magnitude = found.Magnitude.Camel(),
        OpenedOn = found.OpenedOn,
        ClosedOn = found.ClosedOn,
        ConcludedOn = found.ConcludedOn,
        Periods = [.. found.Periods.Select(period => new RestatementPeriod
        {
            PeriodEnd = period.End,
            Kind = period.Kind.Camel(),
            NonReliance = period.NonReliance,
            RestatedBy = period.RestatedBy?.Filing,
        })],
        Areas = [.. found.Areas.Select(area => area.Kebab())],
        Disclosures = [.. found.Disclosures.Select(disclosure => disclosure.Filing.Filing).Distinct(StringComparer.Ordinal)],
        ExpectedFilings = [.. found.Expected.Select(expected => string.Create(CultureInfo.InvariantCulture, $"{expected.FormType} {expected.Date ?? expected.PeriodEnd:yyyy-MM-dd}").TrimEnd())],
        CrossChecks = [.. found.CrossChecks.Select(check => check.Kind.Kebab())],
    };
}
