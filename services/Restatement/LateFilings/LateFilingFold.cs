using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

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
    public static IReadOnlyList<LateFilingCase> Of(ImmutableArray<FilingFact> facts, Clock clock) => Of(facts, clock, out _);

    /// <inheritdoc cref="Of(ImmutableArray{FilingFact}, Clock)"/>
    /// <param name="facts">In <see cref="FactSet.Order"/>.</param>
    /// <param name="clock">Says what has passed.</param>
    /// <param name="next">The report that comes next by the issuer's history, as the case that opens when it is not seen; null when none does.</param>
    public static IReadOnlyList<LateFilingCase> Of(ImmutableArray<FilingFact> facts, Clock clock, out LateFilingCase? next)
    {
        var known = new IssuerEvidence(new ReportEvidence(facts), new DutyToReport(facts), new OrderRelief(facts));
        var reported = facts.Where(fact => fact.Report?.PeriodEnd is not null).Select(fact => fact.Report!).ToList();
        List<LateFilingCase> cases = [];
        var matters = Matters(facts);
        foreach (var matter in matters)
            if ((matter.Notices.Count > 0 || matter.IsPreceded(reported) || known.Reports.IsFirstAfterRegistration(matter.Key.Report!, matter.Key.PeriodEnd!.Value)) && LateFilingRules.Decide(matter, known, clock) is { } decided)
                cases.Add(decided with { CrossChecks = NoticeChecks.Of(decided, facts), IsOvertaken = matter.IsFollowed(reported) });
        next = Silence.Expected(facts, matters, known);
        if (next is { LastPossibleDay: { } day } && clock.IsMissed(next.Key, day))
            cases.Add(next);
        cases.Sort((a, b) => Compare(a.Key, b.Key));
        return Streaks.Count(cases);
    }

    private static int Compare(ReportKey a, ReportKey b)
    {
        var byPeriod = (a.PeriodEnd ?? DateOnly.MaxValue).CompareTo(b.PeriodEnd ?? DateOnly.MaxValue);
        return byPeriod != 0 ? byPeriod : string.CompareOrdinal(a.Text, b.Text);
    }

    /// <summary>Notices name the matters; reports join the matter of their notice.</summary>
    private static List<Matter> Matters(ImmutableArray<FilingFact> facts)
    {
        List<Matter> matters = [];
        var byReport = new Dictionary<string, List<Matter>>(StringComparer.Ordinal);
        foreach (var isNotice in new[] { true, false })
            foreach (var (fact, key) in Keyed(facts, isNotice).OrderBy(keyed => keyed.Key.PeriodEnd))
            {
                var bucket = key.Notice ?? key.Report!;
                if (!byReport.TryGetValue(bucket, out var known))
                    byReport[bucket] = known = [];
                // In order of the period's end among notices and among reports, so the one is near the end of its bucket.
                var matter = known.FindLast(candidate => candidate.Key.SameReport(key)) ?? ByDistribution(known, fact);
                if (matter is null)
                {
                    known.Add(matter = new Matter(key));
                    matters.Add(matter);
                }
                matter.Add(fact);
            }
        foreach (var matter in matters)
            matter.Sort();
        Replace(matters);
        return matters;
    }

    /// <summary>Some notices of Form 10-D give the distribution date for the period.</summary>
    private static Matter? ByDistribution(List<Matter> known, FilingFact fact) =>
        fact.Report?.DistributionDate is { } distribution ? known.FindLast(candidate => candidate.Reports.Count == 0 && candidate.Key.PeriodEnd == distribution.Value) : null;

    private static IEnumerable<(FilingFact Fact, ReportKey Key)> Keyed(ImmutableArray<FilingFact> facts, bool notices)
    {
        foreach (var fact in facts)
            if (fact.Notice is not null == notices && KeyOf(fact) is { } key)
                yield return (fact, key);
    }

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
}

/// <summary>What is known of an issuer, for all of its matters.</summary>
/// <param name="Reports">Dates of reports.</param>
/// <param name="Duty">Forms 15.</param>
/// <param name="Orders">Orders that move dates.</param>
internal sealed record IssuerEvidence(ReportEvidence Reports, DutyToReport Duty, OrderRelief Orders);
