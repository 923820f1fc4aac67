using System.Collections.Immutable;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;

namespace Filingwire.Restatement.Issuers;

/// <summary>Everything that an issuer's facts say, folded.</summary>
/// <param name="LateFilings">Oldest period first.</param>
/// <param name="Restatements">Oldest first.</param>
public sealed record IssuerView(IReadOnlyList<LateFilingCase> LateFilings, IReadOnlyList<RestatementCase> Restatements)
{
    /// <summary>The report that comes next by the issuer's history, as the case that opens when it is not seen; null when none does.</summary>
    public LateFilingCase? Next { get; init; }

    /// <summary>With all filings, and the deadlines passed that the clock says.</summary>
    public static IssuerView Of(ImmutableArray<FilingFact> facts, Clock clock) => new(LateFilingFold.Of(facts, clock, out var next), RestatementFold.Of(facts)) { Next = next };
}
