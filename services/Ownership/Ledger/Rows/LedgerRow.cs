using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Rows;

/// <summary>Whether a row counts.</summary>
public enum RowState
{
    /// <summary>It does.</summary>
    Current,

    /// <summary>An amendment states it again, or the whole form without it, or says that it did not happen or concerns others.</summary>
    Superseded,

    /// <summary>The same submission was made twice.</summary>
    Duplicate,
}

/// <summary>What amendments and duplicates make of a row.</summary>
/// <param name="State">Whether it counts.</param>
/// <param name="CountedInstead">The row that counts instead; null for a current one, and for one that an amendment of the whole form leaves out.</param>
/// <param name="Rule">The rule that decided; null for a row that nothing touched.</param>
/// <param name="Replaces">The rows of earlier filings that this one replaces directly.</param>
/// <param name="Reported">
/// The first filing that reported the row, with its date: for a row that an amendment repeats the original's. Null when the original of an
/// amendment is not known here.
/// </param>
/// <param name="LeftOutBy">The amendment that states the whole form again without this row or takes the row back, its own included; null for a row that none does.</param>
public sealed record RowStanding(
    RowState State,
    RowKey? CountedInstead,
    string? Rule,
    IReadOnlyList<RowKey> Replaces,
    FirstReport? Reported,
    FilingId? LeftOutBy = null)
{
    /// <summary>The standing of a row that nothing touched.</summary>
    public static RowStanding Untouched(OwnershipReport report) =>
        new(RowState.Current, null, null, [], new FirstReport(report.Filing, report.Filed));
}

/// <summary>The filing that first reported a row.</summary>
public sealed record FirstReport(FilingId Filing, FilingDate Filed);

/// <summary>A row in its filing, with the owners it belongs to and its standing.</summary>
/// <param name="Report">The filing.</param>
/// <param name="Row">The row.</param>
/// <param name="Owners">All owners of the filing, resolved; a row belongs to the filing and is counted once.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="SameTradeAs">
/// The row of another member of the owner's group about the same trade, which counts for the issuer; null for a trade of its own. For its own owner the row counts all the
/// same. See <see cref="JointTrades"/>.
/// </param>
public sealed record LedgerRow(OwnershipReport Report, ReportRow Row, IReadOnlyList<OwnerKey> Owners, RowStanding Standing, RowKey? SameTradeAs = null)
{
    /// <summary>The row's identity.</summary>
    public RowKey Key { get; } = Report.KeyOf(Row);

    /// <summary>The security, normalised.</summary>
    public string Class { get; } = SecurityClass.Of(Row.SecurityTitle?.Value);

    /// <summary>True when it counts.</summary>
    public bool IsCurrent => Standing.State == RowState.Current;

    /// <summary>True for a transaction.</summary>
    public bool IsTransaction => Row.Kind == RowKind.Transaction;

    /// <summary>
    /// The day whose end the row's amount describes: the transaction's; for a holding the last transaction of its filing, and without
    /// one the period of report, else the filing date.
    /// </summary>
    public DateOnly? StateDate { get; } = Row.Kind == RowKind.Transaction ? Row.TransactionDate?.Value ?? Report.PeriodOfReport : Report.LatestActivity;
}
