using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>The filings about one report and period, gathered while folding.</summary>
internal sealed class Matter(ReportKey key)
{
    public ReportKey Key { get; } = key;

    public List<FilingFact> Notices { get; } = [];

    /// <summary>The report, again if it was filed again, and its amendments; in time.</summary>
    public List<FilingFact> Reports { get; } = [];

    /// <summary>A notice or the report itself is about a transition period.</summary>
    public bool IsTransition => Notices.Exists(notice => notice.Notice!.Transition) || Reports.Exists(report => report.Report!.Transition);

    /// <summary>The latest notice is about a part of the report only.</summary>
    public bool IsPortion => Notices.Count > 0 && Notices[^1].Notice!.Portion is not null;

    /// <summary>What brought what the matter is about: the report; where a notice is about a part only, what came with or after it.</summary>
    public FilingFact? Cure => !IsPortion || Original?.Date >= Notices[0].Date ? Original : Reports.Find(report => report.Report!.Amendment && report.Date >= Notices[0].Date);

    /// <summary>The amended notice about something else that took the notice's place.</summary>
    public FilingFact? ReplacedBy { get; set; }

    /// <summary>The report itself; an amendment stands in where only that is known, for then there was a report before it.</summary>
    public FilingFact? Original => Reports.Find(report => !report.Report!.Amendment);

    public void Add(FilingFact fact) => (fact.Notice is null ? Reports : Notices).Add(fact);

    /// <summary>
    /// An earlier periodic report is known. The first one after a registration is due by other rules (Rules 13a-13(a) and 15d-2), so that it cannot be
    /// called late by the period's end alone.
    /// </summary>
    public bool IsPreceded(List<ReportFact> reported) => reported.Exists(report => report.PeriodEnd < Key.PeriodEnd!.Value.AddDays(-ReportKey.Tolerance));

    /// <summary>A report of the same type for a later period is known.</summary>
    public bool IsFollowed(List<ReportFact> reported) =>
        Key.PeriodEnd is { } end && reported.Exists(report => report.ReportType == Key.Report && report.PeriodEnd > end.AddDays(ReportKey.Tolerance));

    public void Sort()
    {
        Notices.Sort(FactSet.Order);
        Reports.Sort(FactSet.Order);
    }
}

/// <summary>Says whether the end of a day has passed: for a question "as of", by that day; for what was published, by what was announced.</summary>
/// <param name="HasPassed">True when the day is over for the report.</param>
/// <param name="IsMissed">True when it was noted that a report was not seen by the day; such a case exists only once it was.</param>
public sealed record Clock(Func<ReportKey, DateOnly, bool> HasPassed, Func<ReportKey, DateOnly, bool> IsMissed)
{
    /// <summary>The clock of a question.</summary>
    public static Clock AsOf(DateOnly day, Func<ReportKey, DateOnly, bool> isMissed) => new((_, last) => day > last, (report, last) => day > last && isMissed(report, last));
}
