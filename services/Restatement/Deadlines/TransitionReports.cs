using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.Deadlines;

/// <summary>
/// The day from which the term of a transition report runs: the later of the period's close and the determination to change the fiscal year
/// (17 CFR 240.13a-10(b), (c), (j); 240.15d-10).
/// </summary>
public static class TransitionReports
{
    private const string Rule = "17 CFR 240.13a-10(b), (c), (j)";

    /// <summary>What the term is counted from in place of the period's end, or why that is not known; both null when it is the period's end.</summary>
    /// <param name="periodEnd">The transition period's close.</param>
    /// <param name="determinedOn">The determination; null when not known.</param>
    /// <param name="evidence">Where it is said.</param>
    public static ((DateOnly Day, Ground Why)? Start, Ground? Unknown) Start(DateOnly periodEnd, DateOnly? determinedOn, IReadOnlyList<Cited> evidence)
    {
        if (determinedOn is not { } determined)
            return (null, Ground.Of("determination-date-unknown", "A transition report is due so many days after the later of the period's close and the day on which the change was determined; that day is not known.", Rule));
        return determined <= periodEnd ? (null, null)
            : ((determined, Ground.Of("counted-from-determination", $"The term runs from {determined:yyyy-MM-dd}, when the change of the fiscal year was determined, after the period's close.", Rule, evidence)), null);
    }
}
