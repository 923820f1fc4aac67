using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Where a submission's text is: under any of its parties, in the folder of the submission; without the folder EDGAR refuses it.
/// </summary>
internal static class SubmissionAddress
{
    /// <summary>
    /// The address below EDGAR's root; null when no party is known. The accession number's own prefix names whoever logged in, and is of no
    /// use.
    /// </summary>
    /// <param name="entry">The submission.</param>
    /// <param name="attempt">From 0: each attempt goes to another party, whom it is about first.</param>
    public static string? Of(LedgerEntry entry, int attempt)
    {
        var parties = entry.Parties.OrderBy(party => party.Role is PartyRole.Reporting or PartyRole.FiledBy).Select(party => party.Cik)
            .Distinct().ToList();
        return parties.Count == 0 ? null
            : $"Archives/edgar/data/{parties[attempt % parties.Count]}/{entry.Accession.Replace("-", "", StringComparison.Ordinal)}/{entry.Accession}.txt";
    }
}
