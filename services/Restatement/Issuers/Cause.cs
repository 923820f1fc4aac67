namespace Filingwire.Restatement.Issuers;

/// <summary>What changed an issuer's document, for the events about it.</summary>
/// <param name="Filing">The filing, <c>filings/{id}</c>; null for the passing of time.</param>
/// <param name="FormType">Its submission type.</param>
/// <param name="Step">The version that the document gets and the change's number in it: with the case's name it makes the ids of events unique and repeatable.</param>
/// <param name="At">When.</param>
public sealed record Cause(string? Filing, string? FormType, string Step, DateTimeOffset At);

/// <summary>A change of an issuer's document.</summary>
/// <param name="Apply">Pure; returns the same instance when nothing changes.</param>
/// <param name="Filing">The filing that is the cause; null for the passing of time.</param>
/// <param name="FormType">Its submission type.</param>
public sealed record IssuerChange(Func<IssuerDocument, IssuerDocument> Apply, string? Filing, string? FormType);
