using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Ledger;

namespace Filingwire.Edgar.Reconciliation;

/// <summary>
/// The submissions of an index or a page of the feed, each once, with all parties that stand there, in the order of their numbers.
/// </summary>
public static class IndexedAccessions
{
    /// <summary>Of an index. Rows without an accession number are left out; <see cref="IndexFile"/> has them.</summary>
    /// <param name="index">The index.</param>
    /// <param name="witness">Whether it tells what was published or what stands now.</param>
    /// <param name="at">When it was read.</param>
    public static IReadOnlyList<KeyValuePair<string, Sighting>> Of(IndexFile index, Witness witness, DateTimeOffset at)
    {
        var rows = new List<(string Accession, int Row)>(index.Rows.Count);
        for (var i = 0; i < index.Rows.Count; i++)
            if (index.Rows[i].Accession is { } accession)
                rows.Add((accession.ToString(), i));
        rows.Sort((a, b) => string.CompareOrdinal(a.Accession, b.Accession) is var order && order != 0 ? order : a.Row.CompareTo(b.Row));
        var result = new List<KeyValuePair<string, Sighting>>(rows.Count);
        for (var from = 0; from < rows.Count;)
        {
            var to = from + 1;
            while (to < rows.Count && rows[to].Accession == rows[from].Accession)
                to++;
            result.Add(new(rows[from].Accession, Seen(index, rows.GetRange(from, to - from), witness, at)));
            from = to;
        }
        return result;
    }

    /// <summary>Of pages of the feed, which may repeat entries.</summary>
    public static IReadOnlyList<KeyValuePair<string, Sighting>> Of(IEnumerable<FeedEntry> entries, DateTimeOffset at) =>
        [.. entries.GroupBy(entry => entry.Accession.ToString(), StringComparer.Ordinal).Select(
            filing => new KeyValuePair<string, Sighting>(filing.Key, Seen([.. filing], at)))];

    private static Sighting Seen(IndexFile index, List<(string Accession, int Row)> rows, Witness witness, DateTimeOffset at)
    {
        var first = index.Rows[rows[0].Row];
        var parties = new Party[rows.Count];
        for (var i = 0; i < parties.Length; i++)
            parties[i] = new Party(index.Rows[rows[i].Row].Cik.ToString(), index.Rows[rows[i].Row].Company, PartyRole.Unknown);
        return new Sighting { Witness = witness, At = at, FormType = first.FormType, FiledOn = first.FiledOn, Parties = parties };
    }

    private static Sighting Seen(IReadOnlyList<FeedEntry> filing, DateTimeOffset at) => new()
    {
        Witness = Witness.Feed,
        At = at,
        FormType = filing[0].FormType,
        FiledOn = filing[0].FiledOn,
        Acceptance = new Acceptance(filing[0].AcceptedAt, AcceptanceSource.Feed),
        Parties = [.. filing.Select(entry => new Party(entry.Cik.ToString(), entry.Name, entry.Role)).Distinct()],
        Items = filing[0].Items,
        Size = filing[0].Size,
    };
}
