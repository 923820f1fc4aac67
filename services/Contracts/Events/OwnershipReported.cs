namespace Filingwire.Contracts.Events;

/// <summary>Ownership has taken in a Form 3, 4 or 5, or a newer reading of one. Its rows are listed by <c>ListTransactions</c>.</summary>
public sealed record OwnershipReported : IEvent
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

    /// <summary>Revision of the parser that read the filing.</summary>
    public required string Revision { get; init; }

    /// <summary>Extraction's count of readings of the filing; a higher one replaces everything that a lower one said.</summary>
    public required int Generation { get; init; }

    /// <summary>The issuer's name as filed.</summary>
    public required string IssuerName { get; init; }

    /// <summary>The issuer's trading symbol as filed; null when the form gives none.</summary>
    public string? TradingSymbol { get; init; }

    /// <summary>All reporting owners; none of them is the primary one.</summary>
    public required IReadOnlyList<ReportingOwnerNamed> Owners { get; init; }

    /// <summary>When the filing counts as filed; null when not even a signature is dated.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>How that is known: "filed-on", "accepted-at", "signature", "unknown".</summary>
    public required string FiledOnBasis { get; init; }

    /// <summary>Period of report.</summary>
    public DateOnly? PeriodOfReport { get; init; }

    /// <summary>True for 3/A, 4/A and 5/A.</summary>
    public bool IsAmendment { get; init; }

    /// <summary>Number of transactions.</summary>
    public required int Transactions { get; init; }

    /// <summary>Number of holdings.</summary>
    public required int Holdings { get; init; }

    /// <summary>The transaction codes that occur, each once, sorted.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>True when the exit box is ticked: the owner is no longer subject to Section 16; null when not on the form or not readable.</summary>
    public bool? NotSubjectToSection16 { get; init; }
}

/// <summary>A reporting owner in an event.</summary>
/// <param name="Owner"><c>owners/{key}</c></param>
/// <param name="Name">As filed.</param>
/// <param name="OfficerTitle">As filed; null when the form gives none.</param>
public sealed record ReportingOwnerNamed(string Owner, string Name, string? OfficerTitle = null);
