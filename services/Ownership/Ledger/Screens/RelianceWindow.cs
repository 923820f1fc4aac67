using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>A window that Restatement has named.</summary>
/// <param name="Cause"><c>restatementCases/…</c> or <c>lateFilings/…</c>.</param>
/// <param name="Kind">
/// "affected-period": numbers later withdrawn were in the market; "non-reliance": after the withdrawal, before restated numbers; "late-filing": a
/// periodic report was overdue.
/// </param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it is open.</param>
public sealed record RelianceWindow(string Cause, string Kind, DateOnly From, DateOnly? To)
{
    /// <summary>True when the day lies inside, both ends included.</summary>
    public bool Contains(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>A transaction inside a window.</summary>
public sealed record RelianceTrade(LedgerRow Row, RelianceWindow Window)
{
    /// <summary>The transactions that fall into one of the windows, market dealings and awards alike.</summary>
    public static IEnumerable<RelianceTrade> Find(IEnumerable<LedgerRow> rows, IReadOnlyList<RelianceWindow> windows) =>
        from row in rows
        where row.IsCurrent && row.IsTransaction && row.Row.TransactionDate?.Value is not null
        from window in windows
        where window.Contains(row.Row.TransactionDate!.Value!.Value)
        select new RelianceTrade(row, window);
}
