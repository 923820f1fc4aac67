using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Timeliness;

/// <summary>A row, or a Form 3 as a whole, that was reported late.</summary>
/// <param name="Of">The row as first reported; null for a Form 3 as a whole.</param>
/// <param name="Row">The row that counts, which may be an amendment's; null likewise.</param>
/// <param name="Report">The filing of <paramref name="Row"/>.</param>
/// <param name="Timeliness">Late.</param>
public sealed record LateRow(RowKey? Of, LedgerRow? Row, OwnershipReport Report, RowTimeliness Timeliness)
{
    /// <summary>What a filing was the first to report, late. A row that an amendment corrects is judged as corrected, one that an amendment drops is none.</summary>
    /// <param name="rows">The rows of the filing.</param>
    /// <param name="report">The filing.</param>
    /// <param name="find">Finds rows of other filings that share its owners; null for one that is not known.</param>
    public static IEnumerable<LateRow> FirstReportedBy(OwnershipReport report, IReadOnlyList<LedgerRow> rows, Func<RowKey, LedgerRow?> find)
    {
        if (report.Form == ReportForm.Form3)
        {
            if (!report.IsAmendment && (rows.Count == 0 || rows.Any(row => row.Standing.State != RowState.Duplicate))
                && TimelinessRules.OfForm3(report, new FirstReport(report.Filing, report.Filed)) is { Verdict: TimelinessVerdict.Late } whole)
                yield return new LateRow(null, null, report, whole);
            yield break;
        }
        foreach (var row in rows)
            if (row.IsTransaction && row.Standing.State != RowState.Duplicate && row.Standing.Reported?.Filing == report.Filing
                && Counted(row, find) is { IsTransaction: true } counted && TimelinessRules.Of(counted) is { Verdict: TimelinessVerdict.Late } timeliness)
                yield return new LateRow(row.Key, counted, counted.Report, timeliness);
    }

    private static LedgerRow? Counted(LedgerRow? row, Func<RowKey, LedgerRow?> find)
    {
        // An amendment never stands before what it amends, so this ends.
        while (row is { IsCurrent: false })
            row = row.Standing.CountedInstead is { } instead ? find(instead) : null;
        return row;
    }
}
