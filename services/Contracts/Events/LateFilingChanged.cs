namespace Filingwire.Contracts.Events;

/// <summary>A late-filing case stands otherwise than before.</summary>
public sealed record LateFilingChanged : IEvent
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

    /// <summary>As it stood; null for a case that no notice opened (a report that came late unannounced).</summary>
    public LateFilingSnapshot? Before { get; init; }

    /// <summary>As it stands; null when the case is gone: its filing was read otherwise or belongs to another issuer.</summary>
    public LateFilingSnapshot? After { get; init; }

    /// <summary>The issuer to whom the case has moved, <c>issuers/{key}</c>; null when it has not.</summary>
    public string? MovedTo { get; init; }

    /// <summary>
    /// The id of a <see cref="LateFilingDeadlinePassed"/> that proved wrong, because the report had been filed in time or was not owed; null otherwise.
    /// </summary>
    public Guid? Corrects { get; init; }
}
