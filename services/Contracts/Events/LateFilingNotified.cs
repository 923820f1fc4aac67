namespace Filingwire.Contracts.Events;

/// <summary>A Form 12b-25 arrived. Published once for each notice and issuer.</summary>
public sealed record LateFilingNotified : IEvent
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

    /// <summary>The notice is an amended one.</summary>
    public required bool Amendment { get; init; }

    /// <summary>The notice admits errors, non-reliance or a restatement.</summary>
    public required bool AdmitsError { get; init; }

    /// <summary>The case, with this notice in it.</summary>
    public required LateFilingSnapshot LateFiling { get; init; }
}
