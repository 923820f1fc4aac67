using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Restatement.Facts;

/// <summary>What a filing says about statements issued before.</summary>
public sealed record DisclosureFact
{
    /// <summary>How it was disclosed.</summary>
    public DisclosureKind Kind { get; init; }

    /// <summary>The passage as a whole.</summary>
    public Source? Source { get; init; }

    /// <summary>The periods concerned.</summary>
    public IReadOnlyList<AffectedPeriod> Periods { get; init; } = [];

    /// <summary>Periods that the text names without a date from which one follows by itself: "fiscal 2023".</summary>
    public IReadOnlyList<NamedPeriod> NamedPeriods { get; init; } = [];

    /// <summary>Accounting areas.</summary>
    public IReadOnlyList<AccountingArea> Areas { get; init; } = [];

    /// <summary>Causes.</summary>
    public IReadOnlyList<ErrorCause> Causes { get; init; } = [];

    /// <summary>Who found it.</summary>
    public IReadOnlyList<ErrorIdentifier> IdentifiedBy { get; init; } = [];

    /// <summary>Amounts.</summary>
    public IReadOnlyList<EffectFact> Effects { get; init; } = [];

    /// <summary>The statements should no longer be relied on.</summary>
    public bool? NonReliance { get; init; }

    /// <summary>A restatement is required (true) or ruled out (false).</summary>
    public bool? RestatementRequired { get; init; }

    /// <summary>A material weakness is admitted.</summary>
    public bool? MaterialWeakness { get; init; }

    /// <summary>The SEC investigates.</summary>
    public bool? SecInvestigation { get; init; }

    /// <summary>A recovery analysis under Rule 10D-1 is mentioned.</summary>
    public bool? RecoveryAnalysis { get; init; }

    /// <summary>When the conclusion was reached or the registrant was advised.</summary>
    public Field<DateOnly>? ConcludedOn { get; init; }

    /// <summary>Who concluded.</summary>
    public string? ConcludedBy { get; init; }

    /// <summary>The independent accountant.</summary>
    public string? Auditor { get; init; }

    /// <summary>Amendments that are announced: "10-K/A".</summary>
    public IReadOnlyList<Field<string>> ExpectedAmendments { get; init; } = [];

    /// <summary>What is wrong, in the filing's own words, cut after <see cref="FilingFact.LongestText"/> characters.</summary>
    public string? Reason { get; init; }
}

/// <summary>A period whose statements are concerned.</summary>
/// <param name="End">Last day.</param>
/// <param name="Start">First day; null when not given.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ReportType">The report that contained the statements; null when not given.</param>
/// <param name="Source">Where the period stands.</param>
public sealed record AffectedPeriod(DateOnly End, DateOnly? Start, PeriodKind Kind, string? ReportType, Source? Source);

/// <summary>A period whose dates the text does not give.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="FiscalYear">The fiscal year's number; null when not given.</param>
/// <param name="FiscalQuarter">1 to 4; null for a year or when not given.</param>
/// <param name="ReportType">The report that contained the statements; null when not given.</param>
/// <param name="Source">Where the period stands.</param>
public sealed record NamedPeriod(PeriodKind Kind, int? FiscalYear, int? FiscalQuarter, string? ReportType, Source? Source);

/// <summary>What the error does to a metric.</summary>
/// <param name="Metric">As written.</param>
/// <param name="MetricCode">Normalised; empty when not known.</param>
/// <param name="Overstated">The issued statements showed too much (true) or too little (false).</param>
/// <param name="Amount">Full units; null when to be determined.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PeriodEnd">The period; null when the text does not tie it to one.</param>
public sealed record EffectFact(string Metric, string MetricCode, bool? Overstated, decimal? Amount, string Currency, DateOnly? PeriodEnd);

/// <summary>A filing that another filing names.</summary>
/// <param name="FormType">"8-K".</param>
/// <param name="Date">The date that the text gives.</param>
/// <param name="PeriodEnd">The period that the text gives.</param>
/// <param name="Source">Where it stands.</param>
public sealed record ReferenceFact(string FormType, DateOnly? Date, DateOnly? PeriodEnd, Source? Source);
