namespace Filingwire.Restatement.Facts;

/// <summary>How serious a notice is.</summary>
public enum NoticeSeverity
{
    /// <summary>Not rated.</summary>
    Unspecified,

    /// <summary>More time needed and no more said.</summary>
    Routine,

    /// <summary>Audit not finished, systems, people, transactions.</summary>
    Elevated,

    /// <summary>Errors, restatement, investigation, insolvency.</summary>
    High,
}

/// <summary>What a Form 12b-25 says.</summary>
public sealed record NoticeFact
{
    /// <summary>The late report, "10-Q".</summary>
    public Stated<string>? ReportType { get; init; }

    /// <summary>Last day of its period.</summary>
    public Stated<DateOnly>? PeriodEnd { get; init; }

    /// <summary>The extension of Rule 12b-25(b) is claimed; null when the boxes cannot be read.</summary>
    public Stated<bool>? ReliefClaimed { get; init; }

    /// <summary>False: the issuer says that it will miss the extension.</summary>
    public Stated<bool>? ExpectsWithinExtension { get; init; }

    /// <summary>When the issuer expects to file.</summary>
    public Stated<DateOnly>? ExpectedFilingDate { get; init; }

    /// <summary>The due date that the notice states.</summary>
    public Stated<DateOnly>? StatedDueDate { get; init; }

    /// <summary>The items concerned, when the notice is about a part of the report only.</summary>
    public Stated<string>? Portion { get; init; }

    /// <summary>The report had been filed when the notice was.</summary>
    public Stated<bool>? ReportAlreadyFiled { get; init; }

    /// <summary>The notice is about a transition report.</summary>
    public bool Transition { get; init; }

    /// <summary>The statement of Rule 12b-25(c), of whoever could not furnish what the report needs, is with it; null when that cannot be told.</summary>
    public Stated<bool>? AccountantStatement { get; init; }

    /// <summary>Weight.</summary>
    public NoticeSeverity Severity { get; init; }

    /// <summary>"error-or-restatement" …, the primary one first.</summary>
    public IReadOnlyList<Stated<string>> Reasons { get; init; } = [];
}
