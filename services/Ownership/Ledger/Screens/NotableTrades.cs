using Filingwire.Contracts.Identifiers;
using Filingwire.Ownership.Ledger.Meanings;

namespace Filingwire.Ownership.Ledger.Screens;

/// <summary>What is notable about a trade among its owner's own.</summary>
public enum NotableKind
{
    /// <summary>The first open-market purchase known here.</summary>
    FirstPurchase,

    /// <summary>The largest open-market purchase by value known here, of at least two.</summary>
    LargestPurchase,

    /// <summary>The same for sales.</summary>
    LargestSale,
}

/// <summary>A trade that stands out. It is measured against everything known of the owner at this issuer, not only against a window.</summary>
public sealed record NotableTrade(NotableKind Kind, OwnerKey Owner, LedgerRow Row)
{
    /// <summary>The notable trades of each owner.</summary>
    public static IEnumerable<NotableTrade> Find(IEnumerable<LedgerRow> rows)
    {
        var dealings = rows.Where(row => row is { IsCurrent: true, IsTransaction: true, Row: { Table: 1, TransactionDate.Value: not null, Code.Value: "P" or "S" } })
            .SelectMany(row => row.Owners, (row, owner) => (row, owner));
        foreach (var own in dealings.GroupBy(x => x.owner, x => x.row))
        {
            var purchases = own.Where(row => row.Row.Code!.Value == "P").ToList();
            if (purchases.MinBy(row => (row.Row.TransactionDate!.Value, row.Row.Ordinal)) is { } first)
                yield return new NotableTrade(NotableKind.FirstPurchase, own.Key, first);
            if (Largest(purchases) is { } largest)
                yield return new NotableTrade(NotableKind.LargestPurchase, own.Key, largest);
            if (Largest([.. own.Where(row => row.Row.Code!.Value == "S")]) is { } sale)
                yield return new NotableTrade(NotableKind.LargestSale, own.Key, sale);
        }
    }

    private static LedgerRow? Largest(List<LedgerRow> rows)
    {
        var valued = rows.FindAll(row => RowMeaning.ValueOf(row.Row) is not null);
        return rows.Count >= 2 && valued.Count == rows.Count ? valued.MaxBy(row => RowMeaning.ValueOf(row.Row)) : null;
    }
}
