namespace Filingwire.Contracts.Events;

/// <summary>An amendment has taken the place of rows of earlier filings; the event names the amendment and what changed.</summary>
public sealed record OwnershipCorrected : IEvent
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

    /// <summary>When the amendment counts as filed; null when unknown.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>How that is known: "filed-on", "accepted-at", "signature", "unknown".</summary>
    public required string FiledOnBasis { get; init; }

    /// <summary>The reporting owners of the amendment.</summary>
    public required IReadOnlyList<ReportingOwnerNamed> Owners { get; init; }

    /// <summary>The rows, in the order of the amendment.</summary>
    public required IReadOnlyList<RowCorrected> Rows { get; init; }

    /// <summary>Rows of earlier filings, <c>transactions/…</c>, that the amendment leaves out of a form which it states again as a whole; they no longer count.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <summary>A row that an amendment states again.</summary>
/// <param name="Transaction">The row of the amendment, <c>transactions/…</c>.</param>
/// <param name="Replaces">The row it replaces.</param>
/// <param name="Rule">The rule by which the two were taken for the same.</param>
/// <param name="Changes">What differs; empty when the amendment repeats the row.</param>
public sealed record RowCorrected(string Transaction, string Replaces, string Rule, IReadOnlyList<FieldCorrected> Changes);

/// <summary>A field that differs.</summary>
/// <param name="Field">Name of the field of <c>filingwire.ownership.v1.Transaction</c>.</param>
/// <param name="Before">As understood; null when absent.</param>
/// <param name="After">As understood; null when absent.</param>
public sealed record FieldCorrected(string Field, string? Before, string? After);
