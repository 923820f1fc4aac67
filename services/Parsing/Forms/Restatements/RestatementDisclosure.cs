using Filingwire.Parsing.Language;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// What a filing says about statements issued before: non-reliance, errors, restatement. Used for Item 4.02 of Form 8-K, for what a notice of
/// late filing admits and for amended reports. The axes (kind, area, cause, who found it, effect) are kept apart.
/// </summary>
public sealed record RestatementDisclosure
{
    /// <summary>How the matter was disclosed.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>The passage as a whole.</summary>
    public required Source Evidence { get; init; }

    /// <summary>The periods whose statements are concerned.</summary>
    public IReadOnlyList<AffectedPeriod> Periods { get; init; } = [];

    /// <summary>Accounting areas, in the order of the text.</summary>
    public IReadOnlyList<Finding<AccountingArea>> Areas { get; init; } = [];

    /// <summary>What caused the error.</summary>
    public IReadOnlyList<Finding<ErrorCause>> Causes { get; init; } = [];

    /// <summary>Who found it.</summary>
    public IReadOnlyList<Finding<ErrorIdentifier>> IdentifiedBy { get; init; } = [];

    /// <summary>What the error does to metrics.</summary>
    public IReadOnlyList<ErrorEffect> Effects { get; init; } = [];

    /// <summary>The statements should no longer be relied upon.</summary>
    public Field<bool?>? NonReliance { get; init; }

    /// <summary>A restatement is required (true), ruled out (false) or not decided (null).</summary>
    public Field<bool?>? RestatementRequired { get; init; }

    /// <summary>A material weakness in internal control is reported.</summary>
    public Field<bool?>? MaterialWeakness { get; init; }

    /// <summary>An investigation by the SEC is mentioned.</summary>
    public Field<bool?>? SecInvestigation { get; init; }

    /// <summary>A recovery analysis under Rule 10D-1 is mentioned.</summary>
    public Field<bool?>? RecoveryAnalysis { get; init; }

    /// <summary>When the conclusion was reached (Item 4.02(a)) or the registrant was advised (Item 4.02(b)).</summary>
    public Field<DateOnly?>? ConcludedOn { get; init; }

    /// <summary>Who concluded: "Audit Committee".</summary>
    public Field<string?>? ConcludedBy { get; init; }

    /// <summary>Discussed with the independent accountant.</summary>
    public Field<bool?>? DiscussedWithAuditor { get; init; }

    /// <summary>The independent accountant.</summary>
    public Field<string?>? Auditor { get; init; }

    /// <summary>The amendments that are announced: "10-K/A".</summary>
    public IReadOnlyList<Field<string?>> ExpectedAmendments { get; init; } = [];

    /// <summary>When the amendment is expected.</summary>
    public Field<DateOnly?>? ExpectedAmendmentDate { get; init; }

    /// <summary>What is wrong, in the filing's own words.</summary>
    public Field<string?>? Reason { get; init; }
}

/// <summary>A label of a taxonomy with the sentence or clause that supports it.</summary>
/// <typeparam name="TCode">The taxonomy.</typeparam>
/// <param name="Code">The label.</param>
/// <param name="Evidence">Where the filing says so.</param>
public sealed record Finding<TCode>(TCode Code, Source Evidence)
    where TCode : struct, Enum;

/// <summary>A period whose statements are concerned.</summary>
/// <param name="End">Last day; its value is null when the text names a fiscal period without a date.</param>
/// <param name="Kind">Annual, interim, a date or a range.</param>
public sealed record AffectedPeriod(Field<DateOnly?> End, PeriodKind Kind)
{
    /// <summary>First day, when the text gives a range or "since inception".</summary>
    public Field<DateOnly?>? Start { get; init; }

    /// <summary>The form that contained the statements, when the text says so: "10-K".</summary>
    public Field<string?>? ReportType { get; init; }

    /// <summary>The fiscal year by which the text numbers it; null where it names dates.</summary>
    public int? FiscalYear { get; init; }

    /// <summary>The fiscal quarter, 1 to 4, by which the text numbers it.</summary>
    public int? FiscalQuarter { get; init; }

    /// <summary>The text implies it without naming it: "each of the quarters within those years".</summary>
    public bool Implied { get; init; }
}

/// <summary>What the error does to a metric.</summary>
public sealed record ErrorEffect
{
    /// <summary>As the document names it.</summary>
    public required Field<string?> Metric { get; init; }

    /// <summary>Normalised: "net-income"; null when not known.</summary>
    public string? MetricCode { get; init; }

    /// <summary>Whether the issued statements showed too much or too little.</summary>
    public EffectDirection? Direction { get; init; }

    /// <summary>Full units; null when to be determined.</summary>
    public Field<decimal?>? Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>The period the amount is for.</summary>
    public Field<DateOnly?>? PeriodEnd { get; init; }

    /// <summary>A period that the text numbers and no date is known for; the disclosure's own periods may date it.</summary>
    internal PeriodMention? Period { get; init; }

    /// <summary>The text says that the amount is not known yet.</summary>
    public bool ToBeDetermined { get; init; }
}
