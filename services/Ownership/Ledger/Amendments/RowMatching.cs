using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>A row of an amendment and the earlier row that it states again.</summary>
internal readonly record struct RowMatch(ReportRow Stated, LedgerRow Replaced, string Rule);

/// <summary>
/// Pairs the rows of an amendment with earlier rows, the surest pairs first: equal in everything that tells rows apart, then with one thing
/// corrected. A rule pairs rows only among those that the rules before it left over, in the order of the tables. A transaction that shares neither
/// amount, price nor following amount with an earlier one is not taken for its correction: amendments also add what was forgotten.
/// </summary>
internal static class RowMatching
{
    public const string SameRow = "amendment.same-row";

    private static readonly (string Rule, Func<ReportRow, object> Key)[] Rules =
    [
        (SameRow, row => (Dealing(row), Ownership(row), Instrument(row), Amounts(row))),
        ("amendment.corrected-following", row => (Dealing(row), Ownership(row), Instrument(row), row.Shares?.Value, row.TotalValue?.Value, row.Price?.Value, row.Kind == RowKind.Holding ? row.Ordinal : 0)),
        ("amendment.corrected-price", row => (Dealing(row), Ownership(row), Instrument(row), row.Shares?.Value, row.TotalValue?.Value, row.SharesFollowing?.Value)),
        ("amendment.corrected-amount", row => (Dealing(row), Ownership(row), Instrument(row), row.Price?.Value, row.Kind == RowKind.Holding ? row.Ordinal : 0)),
        ("amendment.corrected-amount", row => (Dealing(row), Ownership(row), Instrument(row), row.SharesFollowing?.Value, row.ValueFollowing?.Value)),
        ("amendment.corrected-holding", row => row.Kind == RowKind.Holding ? (Dealing(row), Ownership(row), Instrument(row)) : new object()),
        ("amendment.corrected-nature", row => (Dealing(row), row.IsIndirect, Instrument(row), Amounts(row))),
        ("amendment.corrected-ownership", row => (Dealing(row), Instrument(row), Amounts(row))),
        ("amendment.corrected-code", row => (row.Kind, row.Table, Title(row), row.TransactionDate?.Value, row.Shares?.Value, row.SharesFollowing?.Value, Ownership(row), Instrument(row))),
        ("amendment.corrected-date", row => (row.Kind, row.Table, Title(row), row.Code?.Value, row.AcquiredDisposed?.Value, Amounts(row), Ownership(row), Instrument(row))),
        ("amendment.corrected-terms", row => (Dealing(row), Ownership(row), Amounts(row))),
        ("amendment.corrected-title", row => (row.Kind, row.Table, row.TransactionDate?.Value, row.Code?.Value, Amounts(row), Ownership(row))),
    ];

    public static IReadOnlyList<RowMatch> Match(OwnershipReport amendment, IReadOnlyList<LedgerRow> earlier)
    {
        var matches = new List<RowMatch>();
        var stated = amendment.Rows.ToList();
        var open = earlier.ToList();
        foreach (var (rule, key) in Rules)
        {
            if (stated.Count == 0 || open.Count == 0)
                break;
            // The latest filing's rows first: an amendment of an amendment corrects that.
            var byKey = open.AsEnumerable().Reverse().GroupBy(row => key(row.Row))
                .ToDictionary(group => group.Key, group => new Queue<LedgerRow>(InOrder(group)));
            stated.RemoveAll(row =>
            {
                if (!byKey.TryGetValue(key(row), out var queue) || !queue.TryDequeue(out var replaced))
                    return false;
                matches.Add(new RowMatch(row, replaced, rule));
                open.Remove(replaced);
                return true;
            });
        }
        return matches;
    }

    private static IEnumerable<LedgerRow> InOrder(IEnumerable<LedgerRow> rows) =>
        rows.GroupBy(row => row.Report.Filing).SelectMany(filing => filing.OrderBy(row => row.Row.Ordinal));

    private static (RowKind, int, string, DateOnly?, string?, string?) Dealing(ReportRow row) =>
        (row.Kind, row.Table, Title(row), row.TransactionDate?.Value, row.Code?.Value, row.AcquiredDisposed?.Value);

    private static (bool?, string) Ownership(ReportRow row) => (row.IsIndirect, row.IsIndirect == true ? Wording.Of(row.Nature?.Value) : "");

    private static (decimal?, DateOnly?) Instrument(ReportRow row) => (row.ExercisePrice?.Value, row.ExpirationDate?.Value);

    private static (decimal?, decimal?, decimal?, decimal?, decimal?) Amounts(ReportRow row) =>
        (row.Shares?.Value, row.TotalValue?.Value, row.Price?.Value, row.SharesFollowing?.Value, row.ValueFollowing?.Value);

    private static string Title(ReportRow row) => SecurityClass.Of(row.SecurityTitle?.Value);
}
