namespace Filingwire.Contracts.Events;

/// <summary>
/// EDGAR has a filing no more: it was deleted, at the filer's request, as filed twice or under a wrong company. The event rests on EDGAR's full index,
/// which is rebuilt weekly; what was read from the filing stays, as evidence of what was filed.
/// </summary>
public sealed record FilingWithdrawn : IEvent
{
    /// <inheritdoc/>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc/>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>Whom it is about, <c>issuers/{cik}</c>; null while EDGAR's indexes do not tell which of its parties that is.</summary>
    public required string? Issuer { get; init; }

    /// <summary>The filing.</summary>
    public required string? Filing { get; init; }

    /// <summary>Submission type as it stood last.</summary>
    public required string? FormType { get; init; }

    /// <summary>Accession number with dashes.</summary>
    public required string Accession { get; init; }

    /// <summary>EDGAR's filing date as it stood last.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>When the index was read that no longer shows it; it may have been deleted up to a week before.</summary>
    public required DateTimeOffset NoticedAt { get; init; }
}
