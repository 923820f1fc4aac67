using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>
/// Late-filing cases from an issuer's facts: pure, and because the facts are a set folded in one fixed order, indifferent to the order in
/// which they came.
/// </summary>
public static class LateFilingFold
{
    /// <summary>Longest time in which an amended notice about another report or period replaces a notice.</summary>
    private const int ReplacementDays = 10;

    /// <summary>The cases, oldest period first, cases of unknown period last.</summary>
    /// <param name="facts">In <see cref="FactSet.Order"/>.</param>
    /// <param name="clock">Says what has passed.</param>
    public static IReadOnlyList<LateFilingCase> Of(ImmutableArray<FilingFact> facts, Clock clock)
    {
        var fiscalYearEnd = facts.LastOrDefault(fact => fact.FiscalYearEnd is not null)?.FiscalYearEnd;
        var dutyEnd = facts.FirstOrDefault(fact => fact.EndsDutyToReport);
        List<LateFilingCase> cases = [];
        foreach (var matter in Matters(facts))
        {
            var evidence = Evidence(matter, facts) with { FiscalYearEnd = fiscalYearEnd };
            if (LateFilingRules.Decide(matter, evidence, dutyEnd, clock) is { } decided)
                cases.Add(decided with { CrossChecks = NoticeChecks.Of(decided, facts) });
        }
        cases.Sort((a, b) => Compare(a.Key, b.Key));
        return Streaks.Count(cases);
    }

    private static int Compare(ReportKey a, ReportKey b)
    {
        var byPeriod = (a.PeriodEnd ?? DateOnly.MaxValue).CompareTo(b.PeriodEnd ?? DateOnly.MaxValue);
        return byPeriod != 0 ? byPeriod : string.CompareOrdinal(a.Text, b.Text);
    }

    private static IEnumerable<Matter> Matters(ImmutableArray<FilingFact> facts)
    {
        List<Matter> matters = [];
        foreach (var (fact, key) in from fact in facts let key = KeyOf(fact) where key is not null orderby Rank(fact), key.PeriodEnd select (fact, key))
        {
            var matter = matters.Find(known => known.Key.SameReport(key));
            if (matter is null)
                matters.Add(matter = new Matter(key));
            matter.Add(fact);
        }
        Replace(matters);
        return matters;
    }

    // Notices name the matter; a report joins the matter of its notice.
    private static int Rank(FilingFact fact) => fact.Notice is null ? 1 : 0;

    private static ReportKey? KeyOf(FilingFact fact)
    {
        if (fact.Notice is { } notice)
            return PeriodicReports.Of(notice.ReportType?.Value) is { } report && notice.PeriodEnd is { } end
                ? new ReportKey(report, end.Value, null)
                : new ReportKey(PeriodicReports.Of(notice.ReportType?.Value), notice.PeriodEnd?.Value, fact.Filing["filings/".Length..]);
        return fact.Report is { PeriodEnd: { } periodEnd } own && PeriodicReports.Of(own.ReportType) is { } type
            ? new ReportKey(type, periodEnd, null)
            : null;
    }

    /// <summary>An amended notice without an original of its own replaces the one original about something else shortly before it.</summary>
    private static void Replace(List<Matter> matters)
    {
        foreach (var amended in matters.Where(matter => matter.Notices.Count > 0 && matter.Notices.TrueForAll(notice => notice.IsAmendment)))
        {
            var date = amended.Notices[0].Date;
            var originals = matters.Where(matter => matter != amended && matter.Reports.Count == 0
                && matter.Notices is [{ IsAmendment: false } only] && only.Date <= date && date.Value.DayNumber - only.Date!.Value.DayNumber <= ReplacementDays).ToList();
            if (originals is [var original])
                original.ReplacedBy = amended.Notices[0];
        }
    }

    private static StatusEvidence Evidence(Matter matter, ImmutableArray<FilingFact> facts)
    {
        var own = matter.Reports.Find(report => report.Report!.FilerStatus != FilerStatus.Unspecified);
        var stated = matter.Notices.LastOrDefault(notice => notice.Notice!.StatedDueDate is not null);
        var first = matter.Notices.Find(notice => notice.DateBasis is DateBasis.Filed or DateBasis.Accepted or DateBasis.Signed);
        var earlier = matter.Key.PeriodEnd is { } end
            ? facts.Where(fact => fact.Report is { FilerStatus: not FilerStatus.Unspecified, PeriodEnd: { } before } && before < end.AddDays(-ReportKey.Tolerance) && before > end.AddDays(-400))
                .MaxBy(fact => fact.Report!.PeriodEnd)
            : null;
        return new StatusEvidence
        {
            OwnCover = own is null ? null : (own.Report!.FilerStatus, new Cited(own, own.Report.FilerStatusSource)),
            StatedDue = stated is null ? null : (stated.Notice!.StatedDueDate!.Value, Cited.Of(stated, stated.Notice.StatedDueDate)),
            EarlierCover = earlier is null ? null : (earlier.Report!.FilerStatus, new Cited(earlier, earlier.Report.FilerStatusSource)),
            NoticeDate = first is null ? null : (first.Date!.Value, new Cited(first, null)),
        };
    }
}
