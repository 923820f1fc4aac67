using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Calendar;

namespace Filingwire.Ownership.Ledger.Timeliness;

/// <summary>The verdict on when a row was reported.</summary>
public enum TimelinessVerdict
{
    /// <summary>On the due date or before.</summary>
    OnTime,

    /// <summary>After the due date.</summary>
    Late,

    /// <summary>Reported before it had to be: an item of Form 5 on a Form 4.</summary>
    Early,

    /// <summary>The filer says late, and the date that would tell how late is missing.</summary>
    LateByOwnAccount,

    /// <summary>A date is missing or impossible.</summary>
    Undetermined,

    /// <summary>Nothing had to be reported by a date.</summary>
    NotApplicable,

    /// <summary>
    /// After the ordinary due date, and within the days that Rule 16a-3(g)(2) to (4) may add: whether they are added depends on the day of a notice that
    /// the form does not give.
    /// </summary>
    MayBeTimely,
}

/// <summary>When a row had to be reported and when it was.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="DueOn">Last day for timely filing; null when there is none or it cannot be told.</param>
/// <param name="DueIfDeferred">Last day under the longest deferral of Rule 16a-3(g) that the row could claim; null when it could claim none.</param>
/// <param name="Reported">When it was first reported; null when unknown.</param>
/// <param name="Rule">The rule applied.</param>
/// <param name="Reason">One English sentence.</param>
/// <param name="BusinessDaysLate">Business days of the SEC's calendar after the due date, from 1; null unless late.</param>
/// <param name="CalendarDaysLate">Calendar days after the due date, from 1; null unless late.</param>
public sealed record RowTimeliness(
    TimelinessVerdict Verdict,
    DateOnly? DueOn,
    DateOnly? DueIfDeferred,
    FilingDate? Reported,
    string Rule,
    string Reason,
    int? BusinessDaysLate = null,
    int? CalendarDaysLate = null);
