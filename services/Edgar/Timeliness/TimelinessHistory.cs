using Filingwire.Sec.Calendar;

namespace Filingwire.Edgar.Timeliness;

/// <summary>
/// How an issuer's periodic reports have come, by indexes alone: no document is read. What a document would tell (the period, the filer's
/// status) is inferred or bounded, and said to be so.
/// </summary>
/// <param name="Rhythm">When its periods end; null when it files no periodic reports.</param>
/// <param name="Outcomes">By kind of report, then by period.</param>
public sealed record TimelinessHistory(FiscalRhythm? Rhythm, IReadOnlyList<ReportOutcome> Outcomes)
{
    /// <summary>No report is filed sooner after its period's end.</summary>
    private const int SoonestDays = 8;

    /// <summary>How far back a report may lie for which another was filed first.</summary>
    private const int MostQuartersBack = 8;

    private const int MostYearsBack = 3;

    private static readonly string[] Reports = ["10-K", "10-Q", "20-F", "40-F", "11-K"];

    /// <summary>Share of the judged periods that were late or missing, 0 to 1; null when none was judged.</summary>
    public double? LateShare => Judged.Count == 0 ? null : (double)Judged.Count(IsLate) / Judged.Count;

    /// <summary>How many of the last judged periods, one after the other, were late or missing.</summary>
    public int LateStreak => Judged.OrderByDescending(outcome => outcome.PeriodEnd).ThenBy(
        outcome => outcome.Report, StringComparer.Ordinal).TakeWhile(IsLate).Count();

    /// <summary>Notices for the last eight periods.</summary>
    public int NoticesInEight => Judged.OrderByDescending(outcome => outcome.PeriodEnd).Take(8).Count(
        outcome => outcome.Notice is not null);

    private List<ReportOutcome> Judged => [.. Outcomes.Where(outcome => outcome.Outcome is not (Outcome.Open or Outcome.Ended))];

    /// <summary>The history as of a day.</summary>
    /// <param name="rows">Everything that the indexes name of the issuer, in any order.</param>
    /// <param name="today">The day.</param>
    public static TimelinessHistory Of(IEnumerable<IndexedReport> rows, DateOnly today)
    {
        var known = rows.Where(row => row.FiledOn <= today).Distinct().OrderBy(row => row.FiledOn).ThenBy(
            row => row.Accession, StringComparer.Ordinal).ToList();
        var rhythm = FiscalRhythm.Of(
            [.. known.Where(row => ReportTerm.OfReport(row.FormType) == "10-Q").Select(row => row.FiledOn)],
            [.. known.Where(row => ReportTerm.OfReport(row.FormType) == "10-K").Select(row => row.FiledOn)])
            ?? (known.Any(row => ReportTerm.OfReport(row.FormType) is not null) ? new FiscalRhythm(12, 0) : null);
        if (rhythm is null)
            return new TimelinessHistory(null, []);
        // Form 15 ends the duty; what is filed later begins it anew.
        DateOnly? ended = known.Where(row => row.FormType.StartsWith("15", StringComparison.Ordinal)).Select(row => (DateOnly?)row.FiledOn)
            .LastOrDefault();
        return new TimelinessHistory(rhythm, [.. Reports.SelectMany(report => OfReport(report, known, rhythm, ended, today))]);
    }

    private static bool IsLate(ReportOutcome outcome) =>
        outcome.Outcome is Outcome.LateWithNotice or Outcome.LateWithoutNotice or Outcome.Missing;

    private static IEnumerable<ReportOutcome> OfReport(string report, List<IndexedReport> known, FiscalRhythm rhythm, DateOnly? ended,
        DateOnly today)
    {
        var isAnnual = report != "10-Q";
        var filed = Assign([.. known.Where(row => ReportTerm.OfReport(row.FormType) == report)], rhythm, isAnnual);
        if (filed.Count == 0)
            yield break;
        var notices = Notices([.. known.Where(row => ReportTerm.OfNotice(row.FormType) == report)], rhythm, isAnnual);
        for (var period = filed.Keys.Min(); period.AddDays(SoonestDays) <= today; period = rhythm.Next(period, isAnnual))
        {
            IndexedReport? first = filed.TryGetValue(period, out var found) ? found : null;
            IndexedReport? notice = notices.TryGetValue(period, out var given) ? given : null;
            yield return Judge(ReportTerm.For(report, period), period, first, notice, ended, today);
        }
    }

    /// <summary>
    /// Gives each report the latest period before it that has none yet. Who is behind files the older report first, so dates and periods
    /// are then brought into the same order. A report for which no period is open is a repetition.
    /// </summary>
    private static SortedDictionary<DateOnly, IndexedReport> Assign(List<IndexedReport> reports, FiscalRhythm rhythm, bool isAnnual)
    {
        var assigned = new SortedDictionary<DateOnly, IndexedReport>();
        foreach (var report in reports)
            foreach (var period in Before(report, rhythm, isAnnual).Take(isAnnual ? MostYearsBack : MostQuartersBack))
                if ((assigned.Count == 0 || period >= assigned.Keys.First()) && assigned.TryAdd(period, report))
                    break;
        var inOrder = assigned.Values.OrderBy(report => report.FiledOn).ThenBy(report => report.Accession, StringComparer.Ordinal).ToList();
        return new(assigned.Keys.Zip(inOrder).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    /// <summary>A notice is about the latest period before it; the first counts.</summary>
    private static Dictionary<DateOnly, IndexedReport> Notices(List<IndexedReport> notices, FiscalRhythm rhythm, bool isAnnual)
    {
        var first = new Dictionary<DateOnly, IndexedReport>();
        foreach (var notice in notices)
            first.TryAdd(Before(notice, rhythm, isAnnual).First(), notice);
        return first;
    }

    private static IEnumerable<DateOnly> Before(IndexedReport row, FiscalRhythm rhythm, bool isAnnual) => rhythm.PeriodEndsBefore(
        row.FiledOn.AddDays(-SoonestDays), isAnnual);

    private static ReportOutcome Judge(ReportTerm term, DateOnly period, IndexedReport? filed, IndexedReport? notice, DateOnly? ended,
        DateOnly today)
    {
        var earliest = SecCalendar.Roll(period.AddDays(term.Shortest));
        var latest = SecCalendar.Roll(period.AddDays(term.Longest));
        var noticeInTime = notice is { } given && given.FiledOn <= SecCalendar.NextBusinessDay(latest);
        var extended = noticeInTime ? SecCalendar.Roll(latest.AddDays(term.ExtensionDays)) : latest;
        var outcome = filed is { } report ? OfFiled(report.FiledOn, earliest, latest, extended, notice is not null)
            : ended is { } end && end >= period && end <= latest ? Outcome.Ended
            : ended is { } before && before < period ? Outcome.Ended
            : today > extended ? Outcome.Missing
            : Outcome.Open;
        return new ReportOutcome
        {
            Report = term.Report,
            PeriodEnd = period,
            EarliestDue = earliest,
            LatestDue = latest,
            Filed = filed,
            Notice = notice,
            IsNoticeInTime = noticeInTime,
            Outcome = outcome,
            DaysLate = filed is { } late && late.FiledOn > latest && outcome is not Outcome.OnTimeByNotice
                ? late.FiledOn.DayNumber - latest.DayNumber : null,
        };
    }

    private static Outcome OfFiled(DateOnly filed, DateOnly earliest, DateOnly latest, DateOnly extended, bool hasNotice) =>
        filed <= earliest ? Outcome.OnTime
        : filed <= latest ? (hasNotice ? Outcome.OnTimeByNotice : Outcome.OnTimeForSome)
        : filed <= extended && hasNotice ? Outcome.OnTimeByNotice
        : hasNotice ? Outcome.LateWithNotice
        : Outcome.LateWithoutNotice;
}
