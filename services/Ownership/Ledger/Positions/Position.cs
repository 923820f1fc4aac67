using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>What is held of one lot, as the last row about it says.</summary>
/// <param name="Lot">The security and form of ownership.</param>
/// <param name="Row">The row that gives the amount.</param>
/// <param name="Owners">The owners who hold it together.</param>
/// <param name="AlsoStatedBy">Rows that state the same block and are not counted again.</param>
/// <param name="PoolingRule">Why they were taken as the same block; null when there are none.</param>
public sealed record Position(Lot Lot, LedgerRow Row, IReadOnlyList<OwnerKey> Owners, IReadOnlyList<RowKey> AlsoStatedBy, string? PoolingRule)
{
    /// <summary>Units; null when counted by value or not readable.</summary>
    public decimal? Shares => Row.Row.SharesFollowing?.Value;

    /// <summary>US dollars; null when counted by units or not readable.</summary>
    public decimal? Value => Row.Row.ValueFollowing?.Value;

    /// <summary>True when nothing is left.</summary>
    public bool IsClosed => Shares == 0 || (Shares is null && Value == 0);
}

/// <summary>What one owner holds of a class in Table I.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Class">The class, normalised.</param>
/// <param name="Shares">Units; null when one of the positions is not known.</param>
/// <param name="Positions">Number of positions added.</param>
public sealed record BeneficialTotal(OwnerKey Owner, string Class, decimal? Shares, int Positions);
