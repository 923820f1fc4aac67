using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership;

/// <summary>What a row reports.</summary>
public enum OwnershipRowKind
{
    /// <summary>A change in ownership.</summary>
    Transaction = 1,

    /// <summary>A position without a transaction.</summary>
    Holding,
}

/// <summary>One row of Table I or II. The fields of Table II are null in rows of Table I.</summary>
public sealed record OwnershipRow
{
    /// <summary>Transaction or holding.</summary>
    public required OwnershipRowKind Kind { get; init; }

    /// <summary>Position in its table, from 1, transactions and holdings counted together.</summary>
    public required int Ordinal { get; init; }

    /// <summary>securityTitle.</summary>
    public Field<string?>? SecurityTitle { get; internal set; }

    /// <summary>conversionOrExercisePrice of derivatives, US dollars unless a footnote says otherwise.</summary>
    public Field<decimal?>? ConversionOrExercisePrice { get; internal set; }

    /// <summary>transactionDate.</summary>
    public Field<DateOnly?>? TransactionDate { get; internal set; }

    /// <summary>deemedExecutionDate.</summary>
    public Field<DateOnly?>? DeemedExecutionDate { get; internal set; }

    /// <summary>transactionFormType, the form on which the transaction is or should have been reported: "3", "4", "5".</summary>
    public Field<string?>? TransactionFormType { get; internal set; }

    /// <summary>transactionCode, one of A C D E F G H I J L M O P S U W X Z; unknown codes stay with a diagnostic.</summary>
    public Field<string?>? TransactionCode { get; internal set; }

    /// <summary>equitySwapInvolved; "K" on the printed form.</summary>
    public Field<bool?>? EquitySwapInvolved { get; internal set; }

    /// <summary>Footnotes on the coding as a whole.</summary>
    public IReadOnlyList<string> TransactionCodingFootnoteIds { get; internal set; } = [];

    /// <summary>transactionTimeliness: "E" early, "L" late; null on time.</summary>
    public Field<string?>? TransactionTimeliness { get; internal set; }

    /// <summary>transactionShares, number of units.</summary>
    public Field<decimal?>? TransactionShares { get; internal set; }

    /// <summary>transactionTotalValue, US dollars, in place of shares for securities counted by value.</summary>
    public Field<decimal?>? TransactionTotalValue { get; internal set; }

    /// <summary>transactionPricePerShare, US dollars. Null with footnote ids when the price stands in a footnote; that is not 0.</summary>
    public Field<decimal?>? TransactionPricePerShare { get; internal set; }

    /// <summary>transactionAcquiredDisposedCode: "A" or "D". The direction follows from this code only.</summary>
    public Field<string?>? AcquiredDisposedCode { get; internal set; }

    /// <summary>exerciseDate: from when a derivative can be exercised.</summary>
    public Field<DateOnly?>? ExerciseDate { get; internal set; }

    /// <summary>expirationDate of a derivative.</summary>
    public Field<DateOnly?>? ExpirationDate { get; internal set; }

    /// <summary>underlyingSecurityTitle.</summary>
    public Field<string?>? UnderlyingSecurityTitle { get; internal set; }

    /// <summary>underlyingSecurityShares, number of units.</summary>
    public Field<decimal?>? UnderlyingSecurityShares { get; internal set; }

    /// <summary>underlyingSecurityValue, US dollars.</summary>
    public Field<decimal?>? UnderlyingSecurityValue { get; internal set; }

    /// <summary>sharesOwnedFollowingTransaction, number of units; on Form 5 at the issuer's fiscal year end.</summary>
    public Field<decimal?>? SharesOwnedFollowing { get; internal set; }

    /// <summary>valueOwnedFollowingTransaction, US dollars.</summary>
    public Field<decimal?>? ValueOwnedFollowing { get; internal set; }

    /// <summary>directOrIndirectOwnership: "D" or "I".</summary>
    public Field<string?>? DirectOrIndirect { get; internal set; }

    /// <summary>natureOfOwnership, for indirect ownership.</summary>
    public Field<string?>? NatureOfOwnership { get; internal set; }

    /// <summary>The bytes of the whole row.</summary>
    public ByteSpan Span { get; internal set; }
}
