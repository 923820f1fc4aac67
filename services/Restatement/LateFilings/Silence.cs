using System.Collections.Immutable;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.LateFilings;

/// <summary>
/// The report that comes next by an issuer's own history, and the case that opens when it is not seen: neither it nor a notice arrived until the day for a
/// notice had passed. Not seen is not late: filings may be missing here. Only the next report is expected, however long the silence lasts.
/// </summary>
internal static class Silence
{
    /// <summary>Reports that follow each other within so many days are a history to go by.</summary>
    private const int HistoryDays = 400;

    /// <summary>The case of the next report, whether its day has come or not; null when no history tells which report comes next.</summary>
    /// <param name="facts">All that is known.</param>
    /// <param name="matters">All reports and notices.</param>
    /// <param name="known">Evidence.</param>
    public static LateFilingCase? Expected(ImmutableArray<FilingFact> facts, IReadOnlyList<Matter> matters, IssuerEvidence known)
    {
        var seen = matters.Where(matter => matter.Key is { Report: "10-K" or "10-Q" or "20-F", PeriodEnd: not null }).OrderBy(matter => matter.Key.PeriodEnd).ToList();
        if (seen is not [.., var before, var last] || last.Key.PeriodEnd!.Value.DayNumber - before.Key.PeriodEnd!.Value.DayNumber > HistoryDays || last.Reports.Count == 0)
            return null;
        // A changed fiscal year makes the next period another one.
        if (last.IsTransition || facts.Any(fact => fact.FiscalYearChange is not null && fact.Date >= last.Key.PeriodEnd))
            return null;
        if (Next(seen, last.Key, FiscalYearEnd(facts, seen)) is not { } next)
            return null;
        var matter = new Matter(next);
        if (known.Reports.For(matter, next.PeriodEnd!.Value).Find(next.Report!, next.PeriodEnd.Value) is not { } deadlines)
            return null;
        var end = known.Duty.For(matter, deadlines);
        if (end is { Effect: DutyEndEffect.NoLongerDue })
            return null;
        return new LateFilingCase
        {
            Key = next,
            State = LateFilingState.NotSeen,
            Notices = [],
            Deadlines = deadlines,
            DutyEnd = end,
            LastPossibleDay = LastDay(deadlines),
            ExpectedAfter = [last.Reports[0], .. before.Reports.Take(1)],
        };
    }

    /// <summary>The day for a notice, under an order that may reach the report if there is one.</summary>
    private static DateOnly LastDay(DeadlineFinding deadlines) =>
        ReliefOrder.All.Where(order => deadlines.Possible.Any(order.Reaches)).Select(order => deadlines.Moved(order.Move).LatestNoticeDue).Append(deadlines.LatestNoticeDue).Max();

    private static ReportKey? Next(List<Matter> seen, ReportKey last, string? fiscalYearEnd)
    {
        var quarterly = seen.Any(matter => matter.Key.Report == "10-Q" && last.PeriodEnd!.Value.DayNumber - matter.Key.PeriodEnd!.Value.DayNumber <= HistoryDays);
        if (!quarterly)
            return last.Report == "10-Q" ? null : new ReportKey(last.Report, Later(last.PeriodEnd!.Value, 12), null);
        if (fiscalYearEnd is null || last.Report == "20-F")
            return null;
        var end = Later(last.PeriodEnd!.Value, 3);
        var closesYear = Math.Abs(FiscalYears.EndOf(end, fiscalYearEnd).DayNumber - end.DayNumber) <= ReportKey.Tolerance;
        return new ReportKey(closesYear ? "10-K" : "10-Q", end, null);
    }

    /// <summary>By the last annual report, else by the headers.</summary>
    private static string? FiscalYearEnd(ImmutableArray<FilingFact> facts, List<Matter> seen) =>
        seen.FindLast(matter => matter.Key.Report == "10-K")?.Key.PeriodEnd?.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture)
        ?? facts.LastOrDefault(fact => fact.FiscalYearEnd is not null)?.FiscalYearEnd;

    private static DateOnly Later(DateOnly end, int months)
    {
        var later = end.AddMonths(months);
        return end.AddDays(1).Day == 1 ? new DateOnly(later.Year, later.Month, DateTime.DaysInMonth(later.Year, later.Month)) : later;
    }
}
