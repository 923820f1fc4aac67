namespace Filingwire.Contracts.Events;

/// <summary>A matter of wrong statements was disclosed that belongs to no case known before.</summary>
public sealed record RestatementCaseOpened : IEvent
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

    /// <summary>The case.</summary>
    public required RestatementSnapshot RestatementCase { get; init; }
}
