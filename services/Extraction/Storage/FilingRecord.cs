using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Storage;

/// <summary>What is kept of a filing as a document: how to find it and which readings exist. A reading itself is a blob, with the bytes that it was made of.</summary>
internal sealed record FilingRecord
{
    /// <summary>Accession number or <c>sha256-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Every reading, oldest first; the last is the present one.</summary>
    public required IReadOnlyList<Reading> Readings { get; init; }

    /// <summary>Submission type.</summary>
    public required string FormType { get; init; }

    /// <summary>Issuer's resource name; null when unknown.</summary>
    public string? Issuer { get; init; }

    /// <summary>SHA-256 of the bytes that were read last.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>SHA-256 of the main document's text with line ends made equal: joins a bare document to its submission.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>True when the bytes carry EDGAR's header.</summary>
    public required bool HasHeader { get; init; }

    /// <summary>When the first bytes of this filing arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Set when the filing is known under its accession number now.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What the submitter stated, as proto3 JSON; needed to read the bytes again. Null when nothing was stated.</summary>
    public string? Stated { get; init; }

    /// <summary>The present reading.</summary>
    public Reading Present => Readings[^1];

    /// <summary>One reading of the filing.</summary>
    /// <param name="Generation">From 1.</param>
    /// <param name="Revision">The parser's revision.</param>
    /// <param name="BytesSha256">SHA-256 of the bytes kept with it; null when it was made without any.</param>
    public sealed record Reading(int Generation, string Revision, string? BytesSha256 = null);
}

/// <summary>What was submitted and is no filing.</summary>
internal sealed record RejectionRecord
{
    /// <summary>SHA-256 of the bytes.</summary>
    public required string Id { get; init; }

    /// <summary>Stable reason.</summary>
    public required string Reason { get; init; }

    /// <summary>When it arrived first.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Which CIKs filed under a name: one proves the link of the provisional key, several leave it open.</summary>
internal sealed record NameLink
{
    /// <summary>The provisional key, <c>n-…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>CIKs without leading zeros, in the order in which they appeared; two are enough to prove nothing, so no more are kept.</summary>
    public required IReadOnlyList<string> Ciks { get; init; }

    /// <summary>True when the name has been used by several CIKs.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool ProvesNothing => Ciks.Count > 1;

    /// <summary>True when a filing with this CIK adds nothing.</summary>
    public bool Proves(Cik cik) => ProvesNothing || Ciks.Contains(cik.ToString());

    /// <summary>True when the filings that were kept under the provisional key have been moved.</summary>
    public bool Applied { get; init; } = true;

    /// <summary>Filings that prove a CIK and were about to be kept: whether they were is to be seen after a stop.</summary>
    public IReadOnlyList<AwaitedProof> Awaited { get; init; } = [];

    /// <summary>True when something is left to be done.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOpen => !Applied || Awaited.Count > 0;
}

/// <summary>A filing that proves which CIK stands behind a name.</summary>
internal sealed record AwaitedProof(string Filing, string Cik);
