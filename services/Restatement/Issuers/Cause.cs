namespace Filingwire.Restatement.Issuers;

/// <summary>What changed an issuer's document, for the events about it.</summary>
/// <param name="Filing">The filing, <c>filings/{id}</c>; null for the passing of time.</param>
/// <param name="FormType">Its submission type.</param>
/// <param name="Version">The version that the document gets: together with the issuer it makes the ids of events unique and repeatable.</param>
/// <param name="At">When.</param>
public sealed record Cause(string? Filing, string? FormType, long Version, DateTimeOffset At);
