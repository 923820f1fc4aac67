using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Deadlines;

/// <summary>The dates of one report.</summary>
/// <param name="Report">"10-K" …</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="Status">The status for which they hold; unspecified when it does not matter.</param>
/// <param name="Term">"45 days, Form 10-Q, General Instruction A(1)".</param>
/// <param name="Unrolled">The last day before Rule 0-3.</param>
/// <param name="Due">The last day for timely filing.</param>
/// <param name="NoticeDue">The last day for Form 12b-25.</param>
/// <param name="ExtensionEnd">The last day of the extension before Rule 0-3; the due date where there is none.</param>
/// <param name="DeemedTimelyUntil">The last day of the extension.</param>
public sealed record Deadline(
    string Report, DateOnly PeriodEnd, FilerStatus Status, string Term, DateOnly Unrolled, DateOnly Due, DateOnly NoticeDue, DateOnly ExtensionEnd, DateOnly DeemedTimelyUntil)
{
    /// <summary>Longest time between a period's end and the last date here, with room for orders that move dates.</summary>
    private const int LongestMonths = 14;

    /// <summary>Form 12b-25 is available for the report.</summary>
    public bool HasNotice => ExtensionEnd > Due;

    /// <summary>The dates by a term. The extension runs from the rolled due date and is rolled again (Rules 0-3 and 12b-25).</summary>
    /// <param name="term">The term.</param>
    /// <param name="periodEnd">Last day of the period.</param>
    /// <param name="countedFrom">The day from which the term is counted; null: the period's end.</param>
    /// <param name="notBefore">The report is not due before this day; null: no such day.</param>
    public static Deadline Of(ReportTerm term, DateOnly periodEnd, DateOnly? countedFrom = null, DateOnly? notBefore = null)
    {
        var unrolled = term.Unrolled(countedFrom ?? periodEnd);
        return new Deadline(term.Report, periodEnd, term.Status, term.Text, unrolled, unrolled, unrolled, unrolled.AddDays(term.ExtensionDays), unrolled)
            .DueOn(notBefore > unrolled ? notBefore.Value : unrolled);
    }

    /// <summary>The same report due on another day: that day rolled, the notice and the extension of the same length after it.</summary>
    public Deadline DueOn(DateOnly unrolled)
    {
        var extension = ExtensionEnd.DayNumber - Due.DayNumber;
        var due = SecCalendar.Roll(unrolled);
        return (this with { Unrolled = unrolled, Due = due, NoticeDue = extension > 0 ? SecCalendar.NextBusinessDay(due) : due }).WithExtension(extension);
    }

    /// <summary>The same due date with an extension of other length.</summary>
    public Deadline WithExtension(int days) => this with { ExtensionEnd = Due.AddDays(days), DeemedTimelyUntil = SecCalendar.Roll(Due.AddDays(days)) };

    /// <summary>The closings that moved one of the dates.</summary>
    public IEnumerable<Closing> MovedBy() =>
        SecCalendar.ClosingsWithin(Unrolled, Due.AddDays(-1))
            .Concat(SecCalendar.ClosingsWithin(Due.AddDays(1), NoticeDue.AddDays(-1)))
            .Concat(SecCalendar.ClosingsWithin(ExtensionEnd, DeemedTimelyUntil.AddDays(-1)));

    /// <summary>True when all dates are the same, whatever the status.</summary>
    public bool SameDates(Deadline other) => Due == other.Due && DeemedTimelyUntil == other.DeemedTimelyUntil;

    /// <summary>
    /// The dates for every status that was possible, the slowest first; empty when no due date follows from the period's end or the calendar does not
    /// cover it.
    /// </summary>
    /// <param name="report">"10-K" …</param>
    /// <param name="periodEnd">Last day of the period.</param>
    /// <param name="fiscalYearEnd">"MMDD", of consequence for quarters only; null: the calendar year is assumed.</param>
    /// <param name="countedFrom">The day from which the term is counted; null: the period's end.</param>
    /// <param name="notBefore">The report is not due before this day; null: no such day.</param>
    public static IReadOnlyList<Deadline> Candidates(string report, DateOnly periodEnd, string? fiscalYearEnd, DateOnly? countedFrom = null, DateOnly? notBefore = null) =>
        IsCovered(periodEnd) && IsCovered(countedFrom ?? periodEnd) && IsCovered(notBefore ?? periodEnd)
            ? [.. ReportTerm.For(report, report == "10-Q" ? FiscalYears.EndOf(periodEnd, fiscalYearEnd) : periodEnd).Select(term => Of(term, periodEnd, countedFrom, notBefore))]
            : [];

    /// <summary>True when the calendar covers the day and all dates that follow from it.</summary>
    public static bool IsCovered(DateOnly day) => SecCalendar.Covers(day) && SecCalendar.Covers(day.AddMonths(LongestMonths));
}
