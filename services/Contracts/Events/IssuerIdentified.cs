namespace Filingwire.Contracts.Events;

/// <summary>
/// A provisional issuer, known by its name only, has proved to be a CIK. Every filing under the provisional key is published again as
/// <see cref="FilingParsed"/> with the new issuer and <see cref="FilingParsed.PreviousIssuer"/>.
/// </summary>
public sealed record IssuerIdentified : IEvent
{
    /// <inheritdoc/>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc/>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The issuer by CIK, <c>issuers/{cik}</c>.</summary>
    public required string? Issuer { get; init; }

    /// <summary>The filing that proved the link.</summary>
    public required string? Filing { get; init; }

    /// <inheritdoc/>
    public required string? FormType { get; init; }

    /// <summary>The provisional issuer, <c>issuers/n-…</c>.</summary>
    public required string ProvisionalIssuer { get; init; }

    /// <summary>The name by which both are known, as the proving filing writes it.</summary>
    public required string Name { get; init; }
}
