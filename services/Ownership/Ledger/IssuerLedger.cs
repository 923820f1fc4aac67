using Filingwire.Ownership.Ledger.Amendments;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger;

/// <summary>
/// What a set of filings on one issuer comes to. The fold takes the filings in any order and any number of times and gives the same ledger: a
/// filing counts once, in its highest generation; the rest follows from the filings' own dates, not from their arrival.
/// </summary>
public sealed class IssuerLedger
{
    private readonly ILookup<FilingId, LedgerRow> rowsByFiling;

    private IssuerLedger(IReadOnlyList<OwnershipReport> reports, OwnerIdentities identities, IReadOnlyList<LedgerRow> rows)
    {
        Reports = reports;
        Identities = identities;
        Rows = rows;
        rowsByFiling = rows.ToLookup(row => row.Report.Filing);
    }

    /// <summary>The filings, oldest first.</summary>
    public IReadOnlyList<OwnershipReport> Reports { get; }

    /// <summary>Who is who.</summary>
    public OwnerIdentities Identities { get; }

    /// <summary>The rows of all filings, by filing (oldest first), table and ordinal.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; }

    /// <summary>Folds filings on one issuer, or those of them whose owners are connected by joint filings: what the fold says of a row depends on no others, but for <see cref="LedgerRow.SameTradeAs"/>.</summary>
    public static IssuerLedger Fold(IEnumerable<OwnershipReport> facts)
    {
        var reports = Latest(facts);
        var identities = new OwnerIdentities(reports);
        var owners = reports.ToDictionary(report => report.Filing, identities.Resolve);
        var standings = new Standings(reports, owners);
        Duplicates.Mark(reports, owners, standings);
        foreach (var report in reports)
            if (report.IsAmendment && !standings.IsDuplicate(report))
                Amendment.Apply(report, reports, owners, standings);
        var rows = new List<LedgerRow>(reports.Sum(report => report.Rows.Count));
        foreach (var report in reports)
            foreach (var row in report.Rows)
                rows.Add(new LedgerRow(report, row, owners[report.Filing], standings.Of(report.KeyOf(row))));
        var joint = JointTrades.Find(rows);
        return new IssuerLedger(
            reports, identities, joint.Count == 0 ? rows : rows.ConvertAll(row => joint.TryGetValue(row.Key, out var counted) ? row with { SameTradeAs = counted } : row));
    }

    /// <summary>The rows of one filing.</summary>
    public IEnumerable<LedgerRow> RowsOf(FilingId filing) => rowsByFiling[filing];

    /// <summary>The rows that count for one owner.</summary>
    public IEnumerable<LedgerRow> CurrentRowsOf(OwnerKey owner) => Rows.Where(row => row.IsCurrent && row.Owners.Contains(owner));

    private static List<OwnershipReport> Latest(IEnumerable<OwnershipReport> facts)
    {
        var latest = new Dictionary<FilingId, OwnershipReport>();
        foreach (var fact in facts)
            if (!latest.TryGetValue(fact.Filing, out var known) || fact.Generation > known.Generation)
                latest[fact.Filing] = fact;
        var reports = latest.Values.ToList();
        reports.Sort(FilingOrder.Compare);
        return reports;
    }
}
