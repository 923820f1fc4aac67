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
/// <param name="ExtensionEnd">The last day of the extension before Rule 0-3.</param>
/// <param name="DeemedTimelyUntil">The last day of the extension.</param>
public sealed record Deadline(
    string Report, DateOnly PeriodEnd, FilerStatus Status, string Term, DateOnly Unrolled, DateOnly Due, DateOnly NoticeDue, DateOnly ExtensionEnd, DateOnly DeemedTimelyUntil)
{
    /// <summary>The dates by a term. The extension runs from the rolled due date and is rolled again (Rules 0-3 and 12b-25).</summary>
    public static Deadline Of(ReportTerm term, DateOnly periodEnd)
    {
        var unrolled = term.Unrolled(periodEnd);
        var due = SecCalendar.Roll(unrolled);
        var extensionEnd = due.AddDays(term.ExtensionDays);
        return new Deadline(
            term.Report, periodEnd, term.Status, term.Text, unrolled, due,
            SecCalendar.NextBusinessDay(due),
            extensionEnd,
            SecCalendar.Roll(extensionEnd));
    }

    /// <summary>The closings that moved one of the dates.</summary>
    public IEnumerable<Closing> MovedBy() =>
        SecCalendar.ClosingsWithin(Unrolled, Due.AddDays(-1))
            .Concat(SecCalendar.ClosingsWithin(Due.AddDays(1), NoticeDue.AddDays(-1)))
            .Concat(SecCalendar.ClosingsWithin(ExtensionEnd, DeemedTimelyUntil.AddDays(-1)));

    /// <summary>True when all dates are the same, whatever the status.</summary>
    public bool SameDates(Deadline other) => Due == other.Due && DeemedTimelyUntil == other.DeemedTimelyUntil;

    /// <summary>The dates for every status that was possible, the slowest first; empty when no due date follows from the period's end.</summary>
    /// <param name="report">"10-K" …</param>
    /// <param name="periodEnd">Last day of the period.</param>
    /// <param name="fiscalYearEnd">"MMDD", of consequence for quarters only; null: the calendar year is assumed.</param>
    public static IReadOnlyList<Deadline> Candidates(string report, DateOnly periodEnd, string? fiscalYearEnd) =>
        [.. ReportTerm.For(report, report == "10-Q" ? FiscalYears.EndOf(periodEnd, fiscalYearEnd) : periodEnd).Select(term => Of(term, periodEnd))];
}
