namespace Filingwire.Contracts.Events;

/// <summary>The last day for timely filing has passed and the report is not known to have been filed. Published once for each case and day.</summary>
public sealed record LateFilingDeadlinePassed : IEvent
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

    /// <summary>The issuer's name as filed last; null when no filing gives it.</summary>
    public string? IssuerName { get; init; }

    /// <summary>The day that passed.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>"due-date" or "extension".</summary>
    public required string Kind { get; init; }

    /// <summary>The case, lapsed.</summary>
    public required LateFilingSnapshot LateFiling { get; init; }
}
