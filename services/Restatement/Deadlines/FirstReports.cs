using Filingwire.Restatement.Facts;

namespace Filingwire.Restatement.Deadlines;

/// <summary>The first reports after a registration statement became effective.</summary>
public static class FirstReports
{
    private const int QuarterAfterEffectiveness = 45, YearAfterEffectiveness = 90;

    /// <summary>The day before which the report is not due, and why; null when the registration became effective within the period or before.</summary>
    /// <param name="report">"10-K" …</param>
    /// <param name="periodEnd">Last day of the period.</param>
    /// <param name="effective">When the registration became effective.</param>
    /// <param name="evidence">Where that is known from.</param>
    public static (DateOnly Day, Ground Why)? NotBefore(string report, DateOnly periodEnd, DateOnly effective, params IEnumerable<Cited> evidence)
    {
        if (effective <= periodEnd)
            return null;
        return report switch
        {
            "10-Q" => (effective.AddDays(QuarterAfterEffectiveness), Ground.Of(
                "first-report-after-registration", $"The registration became effective on {effective:yyyy-MM-dd}: the first quarterly report is due on the later of the usual day and 45 days after that.",
                "17 CFR 240.13a-13(a), 240.15d-13(a)", evidence)),
            "10-K" or "20-F" => (effective.AddDays(YearAfterEffectiveness), Ground.Of(
                "first-annual-report-after-registration", $"The registration became effective on {effective:yyyy-MM-dd}, after the period: a special report with the year's statements is due 90 days after that (for Form 20-F on the later of that and the usual day), a full annual report on the usual day; which one it is is not known.",
                "17 CFR 240.15d-2, 240.13a-1", evidence)),
            _ => null,
        };
    }
}
