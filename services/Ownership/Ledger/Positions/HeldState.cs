using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// A row that states what an owner held of a lot, and for how long it was the last word on it. The positions of a day are the states of that day, so
/// they can be read without the rows that came before or after.
/// </summary>
/// <param name="Table">Of the row.</param>
/// <param name="Ordinal">Of the row.</param>
/// <param name="Lot"><see cref="Positions.Lot.Key"/>, with the date of the grant where the row is known to belong to it.</param>
/// <param name="From">The day whose end the row describes.</param>
/// <param name="Until">The day of the next state of the lot; null while there is none. Not after <paramref name="From"/>: the row was the last word at no day's end.</param>
/// <param name="Grant">Stock units: the date of the grant that a footnote names, or that of the award itself; null otherwise.</param>
/// <param name="NamesGrant">True when a footnote names it.</param>
public sealed record HeldState(int Table, int Ordinal, string Lot, DateOnly From, DateOnly? Until = null, DateOnly? Grant = null, bool NamesGrant = false)
{
    /// <summary>True when the row is the last word on the lot at the end of a day; null for the latest day of all.</summary>
    public bool HoldsAt(DateOnly? day) => day is { } asked ? From <= asked && (Until is null || Until > asked) : Until is null;

    /// <summary>
    /// What some rows of one filing state for one of its owners. Of several rows about one lot and day only the last can ever be the last word, so the
    /// others are left out.
    /// </summary>
    public static IReadOnlyList<HeldState> Of(IEnumerable<LedgerRow> rows, OwnerKey owner)
    {
        var states = new Dictionary<(string, DateOnly, DateOnly?), HeldState>();
        foreach (var row in rows)
            if (row.IsCurrent && row.StateDate is { } date && row.Owners.Contains(owner))
            {
                var (grant, names) = Grants.Of(row);
                var lot = (Positions.Lot.Of(row) with { Granted = names ? grant : null }).Key;
                states[(lot, date, grant)] = new HeldState(row.Row.Table, row.Row.Ordinal, lot, date, null, grant, names);
            }
        return [.. states.Values];
    }
}

/// <summary>A state and the filing that it stands in.</summary>
/// <param name="Filing">The filing's id.</param>
/// <param name="Order">The filing's place among others, <see cref="FilingOrder.TextOf"/>.</param>
/// <param name="State">The state.</param>
public sealed record PlacedState(string Filing, string Order, HeldState State);
