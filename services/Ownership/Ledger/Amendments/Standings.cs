using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>The standings of a fold's rows while amendments are applied one after the other.</summary>
internal sealed class Standings
{
    private readonly Dictionary<RowKey, RowStanding> touched = [];
    private readonly HashSet<FilingId> duplicates = [];
    private readonly Dictionary<FilingId, OwnershipReport> reports;
    private readonly ILookup<OwnerKey, OwnershipReport> byOwner;

    public Standings(IReadOnlyList<OwnershipReport> reports, Dictionary<FilingId, IReadOnlyList<OwnerKey>> owners)
    {
        this.reports = reports.ToDictionary(report => report.Filing);
        byOwner = reports.SelectMany(report => owners[report.Filing], (report, owner) => (owner, report)).ToLookup(x => x.owner, x => x.report);
    }

    /// <summary>The filings that share an owner with one, in no particular order.</summary>
    public IEnumerable<OwnershipReport> SharingOwners(IEnumerable<OwnerKey> owners) => owners.SelectMany(owner => byOwner[owner]).Distinct();

    public RowStanding Of(RowKey key) => touched.TryGetValue(key, out var standing) ? standing : RowStanding.Untouched(reports[key.Filing]);

    public bool IsDuplicate(OwnershipReport report) => duplicates.Contains(report.Filing);

    public void MarkDuplicate(OwnershipReport report, OwnershipReport first)
    {
        duplicates.Add(report.Filing);
        foreach (var row in report.Rows)
            touched[report.KeyOf(row)] = new RowStanding(
                RowState.Duplicate, new RowKey(first.Filing, row.Table, row.Ordinal), "duplicate.same-content", [],
                new FirstReport(first.Filing, first.Filed));
    }

    /// <summary>The amendment's row takes the place of an earlier one and keeps the date on which that was first reported.</summary>
    public void Supersede(RowKey earlier, RowKey amended, string rule)
    {
        var old = Of(earlier);
        touched[earlier] = old with { State = RowState.Superseded, CountedInstead = amended, Rule = rule };
        var now = Of(amended);
        touched[amended] = now with { Rule = rule, Replaces = [.. now.Replaces, earlier], Reported = old.Reported };
    }

    /// <summary>The amendment states the whole form again and leaves the row out.</summary>
    public void LeaveOut(RowKey earlier, OwnershipReport amendment, string rule) =>
        touched[earlier] = Of(earlier) with { State = RowState.Superseded, LeftOutBy = amendment.Filing, Rule = rule };

    /// <summary>Nothing is known of what the amendment amends, so nobody can say when its rows were first reported.</summary>
    public void MarkOrphan(OwnershipReport amendment)
    {
        foreach (var row in amendment.Rows)
            touched[amendment.KeyOf(row)] = Of(amendment.KeyOf(row)) with { Rule = "amendment.original-unknown", Reported = null };
    }
}
