using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>The window for the recovery of erroneously awarded pay: the three completed fiscal years before a restatement was required.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="TriggeredOn">When it was required, as far as known.</param>
/// <param name="Grounds">What was assumed.</param>
public sealed record LookBack(DateOnly Start, DateOnly End, DateOnly TriggeredOn, IReadOnlyList<Ground> Grounds)
{
    private const string Rule = "17 CFR 240.10D-1(b)(1)(i)(D)";

    /// <summary>The window; null when no restatement is at issue or it has no date.</summary>
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
        return new LookBack(FiscalYears.LastCompletedBefore(end.AddYears(-3).AddDays(1), fiscalYearEnd).AddDays(1), end, trigger, grounds);
    }
}
