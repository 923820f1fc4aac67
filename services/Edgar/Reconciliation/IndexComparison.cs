using Filingwire.Edgar.Ledger;

namespace Filingwire.Edgar.Reconciliation;

/// <summary>A fact of a submission that EDGAR has changed after it was filed.</summary>
/// <param name="Accession">The submission.</param>
/// <param name="FormerType">The form type before.</param>
/// <param name="FormType">The form type now; the same when only the date changed.</param>
/// <param name="FormerDate">The filing date before.</param>
/// <param name="FiledOn">The filing date now.</param>
public sealed record ChangedFact(string Accession, string FormerType, string FormType, DateOnly FormerDate, DateOnly FiledOn);

/// <summary>How the ledger and an index differ for the days that the index covers. Pure: nothing is looked up.</summary>
/// <param name="Missing">In the index, not in the ledger.</param>
/// <param name="Gone">In the ledger as of these days by an index, not in this one: deleted. Only a full index tells that.</param>
/// <param name="Changed">In both, but with another form type or filing date.</param>
public sealed record IndexComparison(IReadOnlyList<string> Missing, IReadOnlyList<string> Gone, IReadOnlyList<ChangedFact> Changed)
{
    /// <summary>Compares.</summary>
    /// <param name="index">What the index shows.</param>
    /// <param name="ledger">The entries of these accession numbers and of these days, by accession number.</param>
    /// <param name="through">The last day that the index covers: later filings cannot be missing from it.</param>
    public static IndexComparison Of(
        IReadOnlyList<KeyValuePair<string, Sighting>> index, IReadOnlyDictionary<string, LedgerEntry> ledger, DateOnly through)
    {
        var missing = new List<string>();
        var changed = new List<ChangedFact>();
        var shown = new HashSet<string>(index.Count, StringComparer.Ordinal);
        foreach (var (accession, sighting) in index)
        {
            shown.Add(accession);
            if (!ledger.TryGetValue(accession, out var entry) || entry.Standing is not { } before)
                missing.Add(accession);
            else if (before.FormType != sighting.FormType || before.FiledOn != sighting.FiledOn)
                changed.Add(new ChangedFact(accession, before.FormType, sighting.FormType, before.FiledOn, sighting.FiledOn));
        }
        var gone = ledger.Values.Where(entry => !shown.Contains(entry.Accession) && !entry.IsGone && WasIndexed(entry, through)).Select(
            entry => entry.Accession);
        return new IndexComparison(missing, [.. gone.Order(StringComparer.Ordinal)], changed);
    }

    // What only the feed or a submitter told may never have stood in an index; what an index told must.
    private static bool WasIndexed(LedgerEntry entry, DateOnly through) =>
        entry.FiledOn <= through && entry.Statements.Any(said => said.Witness is Witness.DailyIndex or Witness.FullIndex);
}
