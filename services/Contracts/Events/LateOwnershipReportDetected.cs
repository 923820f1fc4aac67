namespace Filingwire.Contracts.Events;

/// <summary>A row of a Form 4 or 5, or a whole Form 3, was reported after its due date.</summary>
public sealed record LateOwnershipReportDetected : IEvent
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

    /// <summary>The row, <c>transactions/…</c>; null when a Form 3 as a whole was late.</summary>
    public string? Transaction { get; init; }

    /// <summary>The reporting owners.</summary>
    public required IReadOnlyList<ReportingOwnerNamed> Owners { get; init; }

    /// <summary>The transaction's date; of a Form 3 the date of the event.</summary>
    public required DateOnly TransactionDate { get; init; }

    /// <summary>Transaction code; null for a Form 3.</summary>
    public string? Code { get; init; }

    /// <summary>Last day for timely filing.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it was first reported.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>How that is known: "filed-on", "accepted-at", "signature".</summary>
    public required string ReportedOnBasis { get; init; }

    /// <summary>Business days of the SEC's calendar, from 1.</summary>
    public required int BusinessDaysLate { get; init; }

    /// <summary>Calendar days, from 1.</summary>
    public required int CalendarDaysLate { get; init; }

    /// <summary>The rule applied: "16a-3(g)(1)".</summary>
    public required string Rule { get; init; }
}
