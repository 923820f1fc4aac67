using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>When an owner was an insider of an issuer, as far as filings tell.</summary>
/// <param name="Entered">Date of the event of the earliest Form 3; null when none is known.</param>
/// <param name="Left">The day that the latest report with the exit box ticked speaks of; null when none is known.</param>
public sealed record Tenure(DateOnly? Entered, DateOnly? Left)
{
    /// <summary>Of whom no telling filing is known.</summary>
    public static readonly Tenure Unknown = new(null, null);

    /// <summary>What an owner's filings on the issuer tell, in whatever order; others than those that <see cref="Tells"/> names add nothing.</summary>
    public static Tenure Of(IEnumerable<OwnershipReport> filings)
    {
        var telling = filings.Where(Tells).ToList();
        return new Tenure(
            telling.Where(report => report.Form == ReportForm.Form3).Min(report => report.PeriodOfReport),
            telling.Where(report => report.NotSubjectToSection16 == true).Max(report => report.LatestActivity));
    }

    /// <summary>True for a filing that tells something: a Form 3, or the exit box ticked.</summary>
    public static bool Tells(OwnershipReport report) => report.Form == ReportForm.Form3 || report.NotSubjectToSection16 == true;
}
