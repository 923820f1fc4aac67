using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;
using static Filingwire.Sec.Codes.FilerStatus;

namespace Filingwire.Restatement.Deadlines;

/// <summary>How long after its period's end a report is due, for fiscal years that end on or after a day.</summary>
/// <param name="Report">"10-K" …</param>
/// <param name="Status">The status it holds for; unspecified: for all.</param>
/// <param name="FiscalYearsFrom">The first fiscal year end it holds for.</param>
/// <param name="Days">Calendar days; 0 when months count.</param>
/// <param name="Months">Calendar months; 0 when days count.</param>
/// <param name="ExtensionDays">Calendar days of Rule 12b-25(b)(2)(ii); 0 where that rule gives none.</param>
/// <param name="Rule">Where the term stands.</param>
/// <param name="Case">What else the term depends on: "plan under ERISA"; empty for nothing.</param>
public sealed record ReportTerm(string Report, FilerStatus Status, DateOnly FiscalYearsFrom, int Days, int Months, int ExtensionDays, string Rule, string Case = "")
{
    /// <summary>The part of a 10-K that may come later, in a proxy statement or by amendment.</summary>
    public const string PartIII = "10-K Part III";

    private const string AnnualRule = "Form 10-K, General Instruction A(2)";
    private const string QuarterlyRule = "Form 10-Q, General Instruction A(1)";
    private const string PlanRule = "Form 11-K, General Instruction A; 17 CFR 240.15d-21";
    private static readonly DateOnly Always = DateOnly.MinValue;

    // The phases of 2002 to 2006: Releases 33-8128, 33-8477 and 33-8644.
    private static readonly ReportTerm[] Terms =
    [
        new("10-K", NonAccelerated, Always, 90, 0, 15, AnnualRule),
        new("10-K", Accelerated, new(2002, 12, 15), 90, 0, 15, AnnualRule),
        new("10-K", Accelerated, new(2003, 12, 15), 75, 0, 15, AnnualRule),
        new("10-K", LargeAccelerated, new(2005, 12, 15), 75, 0, 15, AnnualRule),
        new("10-K", LargeAccelerated, new(2006, 12, 15), 60, 0, 15, AnnualRule),
        new("10-Q", NonAccelerated, Always, 45, 0, 5, QuarterlyRule),
        new("10-Q", Accelerated, new(2002, 12, 15), 45, 0, 5, QuarterlyRule),
        new("10-Q", Accelerated, new(2004, 12, 15), 40, 0, 5, QuarterlyRule),
        new("10-Q", LargeAccelerated, new(2005, 12, 15), 40, 0, 5, QuarterlyRule),
        new(PartIII, Unspecified, Always, 120, 0, 0, "Form 10-K, General Instruction G(3)"),
        // Release 33-8959; 17 CFR 249.220f(b) still prints six months, the form and the staff do not.
        new("20-F", Unspecified, Always, 0, 6, 15, "Form 20-F, General Instruction A(b)"),
        new("20-F", Unspecified, new(2011, 12, 15), 0, 4, 15, "Form 20-F, General Instruction A(b)"),
        new("11-K", Unspecified, Always, 180, 0, 15, PlanRule, "plan under ERISA"),
        new("11-K", Unspecified, Always, 90, 0, 15, PlanRule, "other plan"),
        // Counted from the required distribution date, which the period does not tell.
        new("10-D", Unspecified, Always, 15, 0, 5, "Form 10-D, General Instruction A(2)", "after the required distribution date"),
        new("N-CEN", Unspecified, Always, 75, 0, 15, "17 CFR 270.30a-1"),
        // Ten days after transmission, which is due within 60 days (17 CFR 270.30e-1): the last possible day.
        new("N-CSR", Unspecified, Always, 70, 0, 15, "17 CFR 270.30b2-1(a), 270.30e-1(c)"),
        new("N-SAR", Unspecified, Always, 60, 0, 15, "17 CFR 270.30b1-1 (until 2018)"),
    ];

    /// <summary>"45 days, Form 10-Q, General Instruction A(1)".</summary>
    public string Text { get; } = $"{(Days > 0 ? $"{Days} days" : $"{Months} months")}{(Case.Length > 0 ? $" ({Case})" : "")}, {Rule}";

    /// <summary>No report of the type is due within so many calendar days after its period.</summary>
    public static int Shortest(string report) => report switch { "10-D" => 15, "10-Q" => 40, _ => 60 };

    /// <summary>The terms that may hold for the report and fiscal year, one for each status or other case.</summary>
    public static IReadOnlyList<ReportTerm> For(string report, DateOnly fiscalYearEnd)
    {
        List<ReportTerm> found = [];
        // Terms of one status and case stand together, the latest last.
        foreach (var term in Terms)
        {
            if (term.Report != report || term.FiscalYearsFrom > fiscalYearEnd)
                continue;
            if (found.Count > 0 && found[^1].Status == term.Status && found[^1].Case == term.Case)
                found[^1] = term;
            else
                found.Add(term);
        }
        return found;
    }

    /// <summary>The last day before it is rolled. Months run from the last day of a month to the last day of a month; else they keep the day.</summary>
    /// <param name="from">The day that is not counted: the period's end, or what the term is counted from in its place.</param>
    public DateOnly Unrolled(DateOnly from) => Months == 0 ? from.AddDays(Days)
        : from.AddDays(1).Day == 1 ? from.AddDays(1).AddMonths(Months).AddDays(-1)
        : from.AddMonths(Months);
}
