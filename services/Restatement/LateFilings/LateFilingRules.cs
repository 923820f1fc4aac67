using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using static Filingwire.Restatement.LateFilings.LateFilingState;

namespace Filingwire.Restatement.LateFilings;

/// <summary>How a late-filing case stands, by Rule 12b-25.</summary>
internal static class LateFilingRules
{
    /// <summary>The case; null for a report that nobody announced and that is not certainly late.</summary>
    public static LateFilingCase? Decide(Matter matter, Func<StatusEvidence> evidence, FilingFact? dutyEnd, Clock clock)
    {
        if (matter.Notices.Count == 0 && InTimeForSure(matter))
            return null;
        var period = matter.Reports.Count > 0 ? matter.Reports[0].Report!.PeriodEnd : matter.Key.PeriodEnd;
        var deadlines = matter.Key.Report is { } report && period is { } end ? evidence().Find(report, end) : null;
        var original = matter.Original;
        if (matter.Notices.Count == 0 && !CertainlyLate(original, deadlines))
            return null;
        var result = new LateFilingCase
        {
            Key = matter.Key,
            State = Noticed,
            Notices = [.. matter.Notices.Select(notice => new CaseNotice(notice, InTime(notice, deadlines)))],
            Deadlines = deadlines,
            Report = original,
            ReportAmendments = [.. matter.Reports.Where(fact => fact.Report!.Amendment)],
            ReplacedBy = matter.ReplacedBy,
            DutyEndedBy = dutyEnd,
        };
        result = Timely(result);
        result = result with { State = State(result, matter, dutyEnd, clock) };
        result = result with { DaysLateWhenFiled = DaysLate(result) };
        return result with { ShortForm = ShortForm(result) };
    }

    /// <summary>Whether a notice met its own due date, one business day after the report's.</summary>
    private static bool? InTime(FilingFact notice, DeadlineFinding? deadlines)
    {
        // EDGAR marked notices that came late with an N of their own until 2016.
        if (notice.FormType.StartsWith("NTN", StringComparison.Ordinal))
            return false;
        if (notice.Date is not { } date || deadlines is null)
            return null;
        if (date <= deadlines.EarliestNoticeDue)
            return true;
        return date > deadlines.LatestNoticeDue && notice.DateBasis != FilingDateBasis.Received ? false : null;
    }

    /// <summary>The last day for timely filing: a notice in time that claims relief moves it, no notice moves it twice.</summary>
    private static LateFilingCase Timely(LateFilingCase result)
    {
        if (result.Deadlines is not { } deadlines)
            return result;
        var inTime = result.Notices.Count == 0 ? false : result.Notices[0].InTime;
        var relief = result.ReliefClaimed == false ? false : inTime == false ? false : inTime is null || result.ReliefClaimed is null ? (bool?)null : true;
        var supported = deadlines.Supported;
        return relief switch
        {
            true => result with { TimelyUntil = supported?.DeemedTimelyUntil, LastPossibleDay = deadlines.LatestDeemedTimely },
            false => result with { TimelyUntil = supported?.Due, LastPossibleDay = deadlines.LatestDue },
            null => result with { LastPossibleDay = deadlines.LatestDeemedTimely },
        };
    }

    private static LateFilingState State(LateFilingCase result, Matter matter, FilingFact? dutyEnd, Clock clock)
    {
        if (matter.ReplacedBy is not null)
            return Withdrawn;
        if (AlreadyHad(result, matter))
            return AlreadyFiled;
        if (result.Report is { } report)
            // Who may have been in time is not called late.
            return report.Date is { } filed && result.LastPossibleDay is { } last && filed > last && report.DateBasis != FilingDateBasis.Received ? CuredLate : CuredInTime;
        if (matter.Reports.Count > 0)
            return CuredInTime;
        if (dutyEnd?.Date is { } ended && (result.LastPossibleDay is not { } lastDay || ended <= lastDay))
            return Withdrawn;
        if (result.LastPossibleDay is { } possible && clock.HasPassed(result.Key, possible))
            return Lapsed;
        return result is { ReliefClaimed: true, Notices: [{ InTime: true }, ..] } ? Excused : Noticed;
    }

    private static bool AlreadyHad(LateFilingCase result, Matter matter)
    {
        if (result.Latest(notice => notice.ReportAlreadyFiled) is { Value.Value: true })
            return true;
        if (result.Report is not { } report || matter.Notices.Count == 0)
            return false;
        var notice = matter.Notices[0];
        return report.Date < notice.Date || (report.AcceptedAtEastern is { } filed && notice.AcceptedAtEastern is { } noticed && filed < noticed);
    }

    private static int? DaysLate(LateFilingCase result) =>
        result.Report?.Date is { } filed && result.Deadlines?.Supported is { } deadline && result.TimelyUntil is { } until && filed > until
            ? filed.DayNumber - deadline.Due.DayNumber
            : null;

    /// <summary>No report is due within this time, so that most reports need no deadline to be worked out.</summary>
    private static bool InTimeForSure(Matter matter) =>
        matter.Original is not { Date: { } filed } original || filed.DayNumber - original.Report!.PeriodEnd!.Value.DayNumber <= ReportTerm.Shortest(original.Report.ReportType);

    private static bool CertainlyLate(FilingFact? report, DeadlineFinding? deadlines) =>
        report is { DateBasis: FilingDateBasis.Filed or FilingDateBasis.Accepted, Date: { } filed } && deadlines is not null && filed > deadlines.LatestDue;

    /// <summary>Twelve calendar months and the part of a month before them have to be timely, and what is outstanding has to be filed.</summary>
    private static ShortFormConsequence? ShortForm(LateFilingCase result)
    {
        if (!result.IsLate || result.Deadlines is not { } deadlines || result.LastPossibleDay is not { } last || PeriodicReports.ShortForm(result.Key.Report!) is not { } form)
            return null;
        var due = deadlines.LatestDue;
        var again = new DateOnly(due.Year, due.Month, 1).AddMonths(13);
        return new ShortFormConsequence(form.Form, form.Rule, last.AddDays(1), result.Report?.Date is { } filed ? filed > again ? filed : again : null);
    }
}
