namespace Filingwire.Contracts.Events;

/// <summary>What was submitted is no filing that Extraction can read. Nothing but the hash of the bytes is kept.</summary>
public sealed record FilingRejected : IEvent
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
    public string? Issuer { get; init; }

    /// <inheritdoc/>
    public string? Filing { get; init; }

    /// <inheritdoc/>
    public string? FormType { get; init; }

    /// <summary>Stable reason: "FILING_EMPTY", "FILING_TOO_LARGE", "FILING_BINARY", "FILING_NOT_RECOGNISED".</summary>
    public required string Reason { get; init; }

    /// <summary>One English sentence.</summary>
    public required string Message { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>Number of bytes.</summary>
    public required long ContentBytes { get; init; }
}
