namespace Filingwire.Contracts.Events;

/// <summary>A transaction fell into a window in which the issuer's numbers could not be relied on or a periodic report was overdue, as Restatement gave it. Published when either of the two becomes known, and withdrawn when either no longer holds.</summary>
public sealed record InsiderTradedDuringNonReliance : IEvent
{
    /// <inheritdoc/>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc/>
    public int SchemaVersion { get; init; } = 1;

    /// <inheritdoc/>
    public required string? Issuer { get; init; }

    /// <inheritdoc/>
    public required string? Filing { get; init; }

    /// <inheritdoc/>
    public required string? FormType { get; init; }

    /// <summary><c>transactions/…</c></summary>
    public required string Transaction { get; init; }

    /// <summary>The reporting owners.</summary>
    public required IReadOnlyList<ReportingOwnerNamed> Owners { get; init; }

    /// <summary>Date of the transaction.</summary>
    public required DateOnly TransactionDate { get; init; }

    /// <summary>Transaction code; null when not readable.</summary>
    public string? Code { get; init; }

    /// <summary>The kind of dealing, by the code alone: "market", "compensation", "tax", "gift", "conversion", "expiry" or "other"; empty in events from before this field.</summary>
    public string Category { get; init; } = "";

    /// <summary>What it was, in words: an award and shares withheld for tax are no trades.</summary>
    public string Dealing { get; init; } = "";

    /// <summary>"A" acquired, "D" disposed of; null when not readable.</summary>
    public string? AcquiredDisposed { get; init; }

    /// <summary>Units; null when not known.</summary>
    public decimal? Shares { get; init; }

    /// <summary><c>restatementCases/…</c> or <c>lateFilings/…</c> of Restatement.</summary>
    public required string Cause { get; init; }

    /// <summary>"affected-period", "non-reliance" or "late-filing".</summary>
    public required string WindowKind { get; init; }

    /// <summary>First day of the window.</summary>
    public required DateOnly WindowFrom { get; init; }

    /// <summary>Last day of the window; null while it is open.</summary>
    public DateOnly? WindowTo { get; init; }
}
