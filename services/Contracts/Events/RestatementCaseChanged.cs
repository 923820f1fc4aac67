namespace Filingwire.Contracts.Events;

/// <summary>A restatement case stands otherwise than before.</summary>
public sealed record RestatementCaseChanged : IEvent
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

    /// <summary>As it stood.</summary>
    public required RestatementSnapshot Before { get; init; }

    /// <summary>As it stands; null when the case is gone: merged into another, or its filing was read otherwise or belongs to another issuer.</summary>
    public RestatementSnapshot? After { get; init; }

    /// <summary>The case that took it up, <c>restatementCases/{id}</c>; null when none did.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The issuer to whom the case has moved, <c>issuers/{key}</c>; null when it has not.</summary>
    public string? MovedTo { get; init; }
}
