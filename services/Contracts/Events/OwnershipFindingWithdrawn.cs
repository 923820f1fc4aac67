namespace Filingwire.Contracts.Events;

/// <summary>
/// A finding that was published earlier no longer holds: a filing that came later (an amendment, an earlier original, a trade that pairs better) shows the
/// facts otherwise, or the window of non-reliance that a dealing fell into has gone. Whatever holds instead is published as a finding of its own.
/// </summary>
public sealed record OwnershipFindingWithdrawn : IEvent
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

    /// <summary>The filing that the finding is about, <c>filings/…</c>.</summary>
    public required string? Filing { get; init; }

    /// <inheritdoc/>
    public required string? FormType { get; init; }

    /// <summary>The type of the event that no longer holds: "LateOwnershipReportDetected", "ShortSwingMatchFound" or "InsiderTradedDuringNonReliance".</summary>
    public required string FindingType { get; init; }

    /// <summary>That event's id.</summary>
    public required Guid Finding { get; init; }

    /// <summary>The rows that it was about, <c>transactions/…</c>; none when a Form 3 as a whole was.</summary>
    public required IReadOnlyList<string> Transactions { get; init; }
}
