using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>
/// The window for the recovery of erroneously awarded pay: the three completed fiscal years before a restatement was required, and of them what
/// lies on or after 2023-10-02, for only pay received from then on is concerned.
/// </summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="TriggeredOn">When it was required, as far as known.</param>
/// <param name="Grounds">What was assumed.</param>
public sealed record LookBack(DateOnly Start, DateOnly End, DateOnly TriggeredOn, IReadOnlyList<Ground> Grounds)
{
    private const string Rule = "17 CFR 240.10D-1(b)(1)(i)(D)";

    /// <summary>The listing standards took effect; pay received from this day on is concerned (Release 33-11126; 17 CFR 240.10D-1(a)(3)).</summary>
    public static readonly DateOnly PayFrom = new(2023, 10, 2);

    /// <summary>Policies were required by this day, and the cover's boxes mean something in annual reports from this day on (Exchange Act Rules Interpretation 121H.01).</summary>
    public static readonly DateOnly PoliciesFrom = new(2023, 12, 1);

    /// <summary>The window; null when no restatement is at issue, it has no date, or the whole window lies before the rule.</summary>
    public static LookBack? Of(RestatementCase found, string? fiscalYearEnd)
    {
        if (found.Magnitude < Magnitude.Revision || (found.ConcludedOn ?? found.OpenedOn) is not { } trigger)
            return null;
        List<Ground> grounds = [];
        if (found.ConcludedOn is null)
            grounds.Add(Ground.Of("trigger-by-disclosure", "No filing gives the date of the conclusion; the first disclosure stands in.", Rule, new Cited(found.Disclosures[0].Filing, found.Disclosures[0].Fact.Source)));
        if (fiscalYearEnd is null && found.Periods.LastOrDefault(period => period.Kind == PeriodKind.Annual) is { } annual)
        {
            fiscalYearEnd = annual.End.ToString("MMdd", System.Globalization.CultureInfo.InvariantCulture);
            grounds.Add(Ground.Of("fiscal-year-end-by-period", $"The fiscal year's end is taken from the annual period ended {annual.End:yyyy-MM-dd}.", Rule, annual.Evidence));
        }
        else if (fiscalYearEnd is null)
            grounds.Add(Ground.Of("fiscal-year-end-assumed", "The fiscal year is assumed to end on 31 December.", Rule));
        var end = FiscalYears.LastCompletedBefore(trigger, fiscalYearEnd);
        if (end < PayFrom)
            return null;
        var start = FiscalYears.LastCompletedBefore(end.AddYears(-3).AddDays(1), fiscalYearEnd).AddDays(1);
        if (start < PayFrom)
        {
            grounds.Add(Ground.Of("pay-received-from", $"The three fiscal years begin on {start:yyyy-MM-dd}; only pay received on or after {PayFrom:yyyy-MM-dd} is concerned.", "17 CFR 240.10D-1(a)(3)"));
            start = PayFrom;
        }
        return new LookBack(start, end, trigger, grounds);
    }
}
