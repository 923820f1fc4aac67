namespace Filingwire.Contracts.Events;

/// <summary>
/// EDGAR has changed the form type or the filing date of a filing after it was filed. The filing keeps its accession number and its documents; whether it
/// was in time has to be judged anew.
/// </summary>
public sealed record FilingCorrected : IEvent
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

    /// <summary>Submission type now.</summary>
    public required string? FormType { get; init; }

    /// <summary>Accession number with dashes.</summary>
    public required string Accession { get; init; }

    /// <summary>Submission type before; the same as now when only the date has changed.</summary>
    public required string FormerType { get; init; }

    /// <summary>EDGAR's filing date now.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>EDGAR's filing date before; the same as now when only the type has changed.</summary>
    public required DateOnly FormerFiledOn { get; init; }
}
