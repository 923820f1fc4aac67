using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using static Filingwire.Restatement.LateFilings.LateFilingState;

namespace Filingwire.Restatement.LateFilings;

/// <summary>How a late-filing case stands, by Rule 12b-25.</summary>
internal static class LateFilingRules
{
    /// <summary>The case; null for a report that nobody announced and that is not certainly late.</summary>
    public static LateFilingCase? Decide(Matter matter, IssuerEvidence known, Clock clock)
    {
        if (matter.Notices.Count == 0 && InTimeForSure(matter))
            return null;
        var period = matter.Reports.Count > 0 ? matter.Reports[0].Report!.PeriodEnd : matter.Key.PeriodEnd;
        var usual = matter.Key.Report is { } report && period is { } end ? known.Reports.For(matter, end).Find(Part(matter) ?? report, end) : null;
        if (matter.Notices.Count == 0 && !CertainlyLate(matter.Original, usual))
            return null;
        var order = usual is null || matter.Cure?.Date <= usual.EarliestDue ? null : known.Orders.For(matter, usual);
        var deadlines = order is { Standing: ReliefStanding.Claimed } ? order.Moved : usual;
        var result = new LateFilingCase
        {
            Key = matter.Key,
            State = Noticed,
            Notices = [.. matter.Notices.Select(notice => new CaseNotice(notice, InTime(notice, deadlines)))],
            Deadlines = deadlines,
            Order = order,
            Report = matter.Original,
            CuredBy = matter.Cure,
            ReportAmendments = [.. matter.Reports.Where(fact => fact.Report!.Amendment)],
            ReplacedBy = matter.ReplacedBy,
            DutyEnd = known.Duty.For(matter, deadlines),
        };
        // In time by an order that a filing claims: nothing was late.
        if (matter.Notices.Count == 0 && !CertainlyLate(matter.Original, deadlines))
            return null;
        result = Timely(result);
        result = result with { State = State(result, matter, clock) };
        result = result with { DaysLateWhenFiled = DaysLate(result) };
        return result with { ShortForm = Eligibility.ShortForm(result, clock), Currency = Eligibility.Currency(result, clock) };
    }

    /// <summary>The part of the report whose dates are its own.</summary>
    private static string? Part(Matter matter) =>
        matter is { Key.Report: "10-K", IsPortion: true } && NoticePortion.IsPartIII(matter.Notices[^1].Notice!.Portion!.Value) ? ReportTerm.PartIII : null;

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
        return date > deadlines.LatestNoticeDue && deadlines.MayBeLater is null && notice.DateBasis != FilingDateBasis.Received ? false : null;
    }

    /// <summary>The last day for timely filing: a notice in time that claims relief moves it, no notice moves it twice.</summary>
    private static LateFilingCase Timely(LateFilingCase result)
    {
        if (result.Deadlines is not { MayBeLater: null } deadlines)
            return result;
        var inTime = result.Notices.Count == 0 ? false : result.Notices[0].InTime;
        var relief = result.ReliefClaimed == false ? false : inTime == false ? false : inTime is null || result.ReliefClaimed is null ? (bool?)null : true;
        var supported = deadlines.Supported;
        result = relief switch
        {
            true => result with { TimelyUntil = supported?.DeemedTimelyUntil, LastPossibleDay = deadlines.LatestDeemedTimely },
            false => result with { TimelyUntil = supported?.Due, LastPossibleDay = deadlines.LatestDue },
            null => result with { LastPossibleDay = deadlines.LatestDeemedTimely },
        };
        // Who may have relied on an order is not called late before the day that it gives.
        if (result.Order is { Standing: ReliefStanding.Possible, Moved: var moved } order)
        {
            var last = relief == true || order.Order.ExtensionDays > 0 ? moved.LatestDeemedTimely : moved.LatestDue;
            if (last > result.LastPossibleDay)
                result = result with { TimelyUntil = null, LastPossibleDay = last };
        }
        return result;
    }

    private static LateFilingState State(LateFilingCase result, Matter matter, Clock clock)
    {
        if (matter.ReplacedBy is not null)
            return Withdrawn;
        if (!matter.IsPortion && AlreadyHad(result, matter))
            return AlreadyFiled;
        if (result.CuredBy is { } cure)
            // Who may have been in time is not called late.
            return cure.Date is { } filed && result.LastPossibleDay is { } last && filed > last && cure.DateBasis != FilingDateBasis.Received ? CuredLate : CuredInTime;
        if (matter.Reports.Count > 0 && !matter.IsPortion)
            return CuredInTime;
        if (result.DutyEnd is { Effect: DutyEndEffect.NoLongerDue })
            return Withdrawn;
        if (result.LastPossibleDay is { } possible && clock.HasPassed(result.Key, possible))
            return Lapsed;
        return result.ClaimsExtension && DueHasPassed(result, clock) ? Excused : Noticed;
    }

    /// <summary>Nothing is excused before it is due. A notice that came after the due date shows by itself that the day has passed.</summary>
    private static bool DueHasPassed(LateFilingCase result, Clock clock) =>
        result.DueDay is { } due && (clock.HasPassed(result.Key, due) || result.Notices.Any(notice => notice.Filing.Date > due));

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
        result.CuredBy?.Date is { } filed && result.Deadlines?.Supported is { } deadline && result.TimelyUntil is { } until && filed > until
            ? filed.DayNumber - deadline.Due.DayNumber
            : null;

    /// <summary>No report is due within this time, so that most reports need no deadline to be worked out.</summary>
    private static bool InTimeForSure(Matter matter) =>
        matter.Original is not { Date: { } filed } original || filed.DayNumber - original.Report!.PeriodEnd!.Value.DayNumber <= ReportTerm.Shortest(original.Report.ReportType);

    private static bool CertainlyLate(FilingFact? report, DeadlineFinding? deadlines) =>
        report is { DateBasis: FilingDateBasis.Filed or FilingDateBasis.Accepted, Date: { } filed } && deadlines is { MayBeLater: null } && filed > deadlines.LatestDue;
}
