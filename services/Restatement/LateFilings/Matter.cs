using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>The filings about one report and period, gathered while folding.</summary>
internal sealed class Matter(ReportKey key)
{
    public ReportKey Key { get; } = key;

    public List<FilingFact> Notices { get; } = [];

    /// <summary>The report, again if it was filed again, and its amendments; in time.</summary>
    public List<FilingFact> Reports { get; } = [];

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
public sealed record Clock(Func<ReportKey, DateOnly, bool> HasPassed)
{
    /// <summary>The clock of a question.</summary>
    public static Clock AsOf(DateOnly day) => new((_, last) => day > last);
}
