namespace Filingwire.Contracts.Events;

/// <summary>
/// Extraction has read a filing, or read it anew. The facts are fetched by <c>GetFiling(name)</c>. A reader keeps, per filing, the highest
/// <see cref="Generation"/> it has seen and ignores lower ones, so the order of delivery does not matter.
/// </summary>
public sealed record FilingParsed : IEvent
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

    /// <summary>Revision of the parser that read it.</summary>
    public required string Revision { get; init; }

    /// <summary>
    /// Counts the readings of this filing, from 1: a new parser revision, better bytes or an issuer that became known give a new one. A higher
    /// generation replaces everything that a lower one said.
    /// </summary>
    public required int Generation { get; init; }

    /// <summary>
    /// The issuer under which an earlier generation was published, when that was another one (a provisional key that was merged into a CIK): what was
    /// kept there for this filing is to be forgotten. Null otherwise.
    /// </summary>
    public string? PreviousIssuer { get; init; }

    /// <summary>
    /// The name under which the same filing was published before its accession number was known, <c>filings/sha256-…</c>: what was kept under
    /// that name, at <see cref="PreviousIssuer"/> or <see cref="Issuer"/>, is to be forgotten. Null otherwise.
    /// </summary>
    public string? Replaces { get; init; }

    /// <summary>Accession number with dashes; null when unknown.</summary>
    public string? Accession { get; init; }

    /// <summary>Family of the form: "ownership", "late-filing-notice", "current-report", "periodic-report", "other".</summary>
    public required string Family { get; init; }

    /// <summary>The issuer's CIK without leading zeros; null when unknown.</summary>
    public string? IssuerCik { get; init; }

    /// <summary>The issuer's name as filed.</summary>
    public string? IssuerName { get; init; }

    /// <summary>The issuer's trading symbol as filed.</summary>
    public string? TradingSymbol { get; init; }

    /// <summary>Period of report.</summary>
    public DateOnly? PeriodOfReport { get; init; }

    /// <summary>EDGAR's filing date; null when unknown.</summary>
    public DateOnly? FiledOn { get; init; }

    /// <summary>EDGAR's acceptance, US Eastern wall-clock, without zone; null when unknown.</summary>
    public DateTime? AcceptedAtEastern { get; init; }

    /// <summary>True when the filing amends another one.</summary>
    public bool IsAmendment { get; init; }

    /// <summary>Item codes of an 8-K.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>Number of diagnostics of severity warning or error.</summary>
    public int Warnings { get; init; }
}
