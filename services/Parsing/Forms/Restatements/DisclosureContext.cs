using Filingwire.Parsing.Language;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>What a reader of a disclosure knows beforehand.</summary>
/// <param name="Kind">How the matter is disclosed.</param>
/// <param name="Rule">Begin of the names of the rules: "nt.admission".</param>
/// <param name="FiscalYearEnd">A day on which a fiscal year or quarter of the registrant ended; lets "fiscal 2023" get a date where it is an annual report's.</param>
/// <param name="ReportType">The report the filing is about: "10-K".</param>
/// <param name="YearEnd">A day on which a fiscal year of the registrant ended, where the submission says so.</param>
internal sealed record DisclosureContext(DisclosureKind Kind, string Rule, DateOnly? FiscalYearEnd = null, string? ReportType = null, DateOnly? YearEnd = null)
{
    /// <summary>The end of a fiscal year: an annual report's period.</summary>
    public DateOnly? KnownYearEnd => ReportType is null or "10-K" or "10-KSB" or "10-K405" or "20-F" or "40-F" ? FiscalYearEnd : null;

    /// <summary>Every period that is named counts, as where a sentence says that nothing changed.</summary>
    public bool AllPeriods { get; init; }

    /// <summary>The kind of periods whose words leave it open.</summary>
    public PeriodKind? ListedKind { get; init; }
}
