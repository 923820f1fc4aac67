using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.LateFilings;

/// <summary>What an issuer's facts say about the dates of its reports.</summary>
internal sealed class ReportEvidence(ImmutableArray<FilingFact> facts)
{
    /// <summary>A change of the fiscal year is determined at most so long before or after the transition period's end.</summary>
    private const int DeterminationDays = 400;

    private readonly string? fiscalYearEnd = facts.LastOrDefault(fact => fact.FiscalYearEnd is not null)?.FiscalYearEnd;
    private readonly List<FilingFact> covers = [.. facts.Where(fact => fact.Report is { FilerStatus: not FilerStatus.Unspecified, PeriodEnd: not null }).OrderBy(fact => fact.Report!.PeriodEnd)];
    private readonly DateOnly? firstReport = facts.FirstOrDefault(fact => fact is { Report: not null, Date: not null })?.Date;

    // The notice of effectiveness is the better witness; of several the first is the first registration.
    private readonly FilingFact? registration = facts.FirstOrDefault(fact => fact is { FormType: "EFFECT", RegistrationEffectiveOn: not null }) ?? facts.FirstOrDefault(fact => fact.RegistrationEffectiveOn is not null);

    /// <summary>The evidence for the report that a matter is about.</summary>
    public StatusEvidence For(Matter matter, DateOnly periodEnd)
    {
        var report = matter.Key.Report!;
        var own = matter.Reports.Find(filed => filed.Report!.FilerStatus != FilerStatus.Unspecified);
        var stated = matter.Notices.LastOrDefault(notice => notice.Notice!.StatedDueDate is not null);
        var first = matter.Notices.Find(notice => notice.DateBasis is FilingDateBasis.Filed or FilingDateBasis.Accepted or FilingDateBasis.Signed);
        var earlier = covers.FindAll(fact => fact.Report!.PeriodEnd < periodEnd.AddDays(-ReportKey.Tolerance));
        var sameYear = earlier.FindLast(fact => StatusYear(fact.Report!.ReportType, fact.Report.PeriodEnd!.Value) == StatusYear(report, periodEnd));
        var (start, unknown) = Start(matter, periodEnd);
        return new StatusEvidence
        {
            FiscalYearEnd = fiscalYearEnd,
            OwnCover = own is null ? null : (own.Report!.FilerStatus, new Cited(own, own.Report.FilerStatusSource)),
            StatedDue = stated is null ? null : (stated.Notice!.StatedDueDate!.Value, Cited.Of(stated, stated.Notice.StatedDueDate)),
            EarlierCover = sameYear is null ? null : (sameYear.Report!.FilerStatus, new Cited(sameYear, sameYear.Report.FilerStatusSource)),
            CoverOfAnotherYear = own is null && sameYear is null && report is "10-K" or "10-Q" && earlier is [.., var other] ? (other.Report!.FilerStatus, new Cited(other, other.Report.FilerStatusSource)) : null,
            NoticeDate = first is null ? null : (first.Date!.Value, new Cited(first, null)),
            CountedFrom = start,
            StartUnknown = unknown,
            NotBefore = Registered(report, periodEnd),
            MayBeFirst = MayBeFirst(report, periodEnd, first),
        };
    }

    /// <summary>The report is the first one after a registration that is known, so that its due date is known without earlier reports.</summary>
    public bool IsFirstAfterRegistration(string report, DateOnly periodEnd) => Registered(report, periodEnd) is not null;

    private int StatusYear(string report, DateOnly periodEnd) => FiscalYears.OfStatus(report, periodEnd, fiscalYearEnd);

    private ((DateOnly Day, Ground Why)? Start, Ground? Unknown) Start(Matter matter, DateOnly periodEnd)
    {
        if (matter.Key.Report == "10-D")
            return matter.Reports.Find(report => report.Report!.DistributionDate is not null) is { } report && report.Report!.DistributionDate is { } distribution
                ? ((distribution.Value, Ground.Of("counted-from-distribution-date", $"The term runs from the required distribution date, {distribution.Value:yyyy-MM-dd}.", "Form 10-D, General Instruction A(2)", Cited.Of(report, distribution))), null)
                : (null, Ground.Of("distribution-date-unknown", "The term runs from the required distribution date, which is not known.", "Form 10-D, General Instruction A(2)"));
        if (!matter.IsTransition)
            return (null, null);
        var change = facts.LastOrDefault(fact => fact.FiscalYearChange is { DeterminedOn: { } day } change && Math.Abs(day.DayNumber - periodEnd.DayNumber) <= DeterminationDays
            && (change.NewFiscalYearEnd is null || matter.Key.Report != "10-K" || IsEndOfYear(periodEnd, change.NewFiscalYearEnd)));
        return TransitionReports.Start(periodEnd, change?.FiscalYearChange!.DeterminedOn, change is null ? [] : [new Cited(change, change.FiscalYearChange!.Source)]);
    }

    private static bool IsEndOfYear(DateOnly periodEnd, string fiscalYearEnd) =>
        Math.Abs(FiscalYears.EndOf(periodEnd, fiscalYearEnd).DayNumber - periodEnd.DayNumber) <= ReportKey.Tolerance;

    /// <summary>Not before so many days after a registration that became effective after the period, when no report had been filed yet.</summary>
    private (DateOnly Day, Ground Why)? Registered(string report, DateOnly periodEnd) =>
        registration?.RegistrationEffectiveOn is { } effective && !(firstReport < effective) ? FirstReports.NotBefore(report, periodEnd, effective, new Cited(registration, null)) : null;

    private Ground? MayBeFirst(string report, DateOnly periodEnd, FilingFact? notice)
    {
        if (report is not ("10-Q" or "10-K" or "20-F") || notice is null || Registered(report, periodEnd) is not null || facts.Any(fact => fact.Report?.PeriodEnd < periodEnd.AddDays(-ReportKey.Tolerance)))
            return null;
        return Ground.Of("first-report-possible", "The notice is late by the usual dates, and no earlier report of the issuer is known: the report may be the first one after a registration, which is due later. When a registration became effective is not known.", "17 CFR 240.13a-13(a), 240.15d-13(a), 240.15d-2", new Cited(notice, null));
    }
}
