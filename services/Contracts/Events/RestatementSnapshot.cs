namespace Filingwire.Contracts.Events;

/// <summary>A restatement case in an event: as it stood before or stands after.</summary>
public sealed record RestatementSnapshot
{
    /// <summary>Resource name, <c>restatementCases/{id}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>"open" or "closed".</summary>
    public required string State { get; init; }

    /// <summary>"unspecified", "outOfPeriod", "revision" (little r), "reissuance" (Big R).</summary>
    public required string Magnitude { get; init; }

    /// <summary>Date of the first disclosure; null when it has none.</summary>
    public DateOnly? OpenedOn { get; init; }

    /// <summary>When the last period was restated; null while open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The earliest conclusion that the statements should not be relied on; null when not given.</summary>
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>The periods, oldest first.</summary>
    public IReadOnlyList<RestatementPeriod> Periods { get; init; } = [];

    /// <summary>Accounting areas: "warrants-and-embedded-derivatives".</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The filings that disclose it, oldest first.</summary>
    public IReadOnlyList<string> Disclosures { get; init; } = [];

    /// <summary>What is mentioned and was not received: "8-K 2024-08-09".</summary>
    public IReadOnlyList<string> ExpectedFilings { get; init; } = [];

    /// <summary>Warnings: "late-non-reliance-report".</summary>
    public IReadOnlyList<string> CrossChecks { get; init; } = [];
}

/// <summary>A period of a restatement case.</summary>
public sealed record RestatementPeriod
{
    /// <summary>Last day.</summary>
    public required DateOnly PeriodEnd { get; init; }

    /// <summary>"unspecified", "annual", "interim", "instant", "range".</summary>
    public required string Kind { get; init; }

    /// <summary>Not to be relied on (true), may be (false), not said (null).</summary>
    public bool? NonReliance { get; init; }

    /// <summary>The filing that restates it; null while there is none.</summary>
    public string? RestatedBy { get; init; }
}
