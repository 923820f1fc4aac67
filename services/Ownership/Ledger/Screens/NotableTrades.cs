using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

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
    /// <summary>The notable trades of an owner among rows that hold at least the first and the two largest.</summary>
    public static IEnumerable<NotableTrade> Find(OwnerKey owner, IEnumerable<LedgerRow> rows)
    {
        var dealings = rows.Where(IsDealing).ToList();
        var purchases = dealings.FindAll(row => row.Row.Code!.Value == "P");
        if (purchases.MinBy(row => (row.Row.TransactionDate!.Value, row.Row.Ordinal)) is { } first)
            yield return new NotableTrade(NotableKind.FirstPurchase, owner, first);
        if (Largest(purchases) is { } largest)
            yield return new NotableTrade(NotableKind.LargestPurchase, owner, largest);
        if (Largest(dealings.FindAll(row => row.Row.Code!.Value == "S")) is { } sale)
            yield return new NotableTrade(NotableKind.LargestSale, owner, sale);
    }

    /// <summary>True for an open-market purchase or sale in Table I that counts.</summary>
    public static bool IsDealing(LedgerRow row) =>
        row is { IsCurrent: true, IsTransaction: true, Row: { Table: 1, TransactionDate.Value: not null, Code.Value: "P" or "S" } };

    private static LedgerRow? Largest(List<LedgerRow> rows)
    {
        var valued = rows.FindAll(row => RowMeaning.ValueOf(row) is not null);
        return valued.Count >= 2 ? valued.MaxBy(row => RowMeaning.ValueOf(row)) : null;
    }
}
