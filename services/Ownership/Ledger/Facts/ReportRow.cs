using System.Text.Json.Serialization;
using Filingwire.Sec.Evidence;

namespace Filingwire.Ownership.Ledger.Facts;

/// <summary>What a row reports.</summary>
public enum RowKind
{
    /// <summary>A change of ownership.</summary>
    Transaction,

    /// <summary>A position without a change.</summary>
    Holding,
}

/// <summary>
/// One row of Table I or II as filed. Names and meanings are those of the EDGAR Ownership XML Technical Specification; a null property means that
/// the row has no such place.
/// </summary>
public sealed record ReportRow
{
    /// <summary>1: Table I, non-derivative. 2: Table II, derivative.</summary>
    public required int Table { get; init; }

    /// <summary>Place in the table from 1, transactions and holdings counted together.</summary>
    public required int Ordinal { get; init; }

    public required RowKind Kind { get; init; }

    public Field<string?>? SecurityTitle { get; init; }

    public Field<DateOnly?>? TransactionDate { get; init; }

    public Field<DateOnly?>? DeemedExecutionDate { get; init; }

    /// <summary>"3", "4", "5": the form on which it is or should have been reported.</summary>
    public Field<string?>? TransactionFormType { get; init; }

    public Field<string?>? Code { get; init; }

    public Field<bool?>? EquitySwap { get; init; }

    /// <summary>Footnotes on the coding as a whole.</summary>
    public IReadOnlyList<string> CodingFootnoteIds { get; init; } = [];

    /// <summary>"E" early, "L" late.</summary>
    public Field<string?>? TimelinessCode { get; init; }

    /// <summary>Units of the row's own security.</summary>
    public Field<decimal?>? Shares { get; init; }

    /// <summary>US dollars, instead of units.</summary>
    public Field<decimal?>? TotalValue { get; init; }

    /// <summary>US dollars per unit.</summary>
    public Field<decimal?>? Price { get; init; }

    /// <summary>"A" acquired, "D" disposed of.</summary>
    public Field<string?>? AcquiredDisposed { get; init; }

    public Field<decimal?>? SharesFollowing { get; init; }

    /// <summary>US dollars, instead of units.</summary>
    public Field<decimal?>? ValueFollowing { get; init; }

    /// <summary>"D" direct, "I" indirect.</summary>
    public Field<string?>? DirectOrIndirect { get; init; }

    public Field<string?>? Nature { get; init; }

    public Field<decimal?>? ExercisePrice { get; init; }

    public Field<DateOnly?>? ExerciseDate { get; init; }

    public Field<DateOnly?>? ExpirationDate { get; init; }

    public Field<string?>? UnderlyingTitle { get; init; }

    public Field<decimal?>? UnderlyingShares { get; init; }

    /// <summary>US dollars, instead of units.</summary>
    public Field<decimal?>? UnderlyingValue { get; init; }

    /// <summary>The bytes of the whole row.</summary>
    public ByteSpan? Span { get; init; }

    /// <summary>Ids of every footnote that the row refers to, in the order of its fields, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> FootnoteIds
    {
        get
        {
            List<string>? all = null;
            foreach (var ids in (ReadOnlySpan<IReadOnlyList<string>?>)[
                SecurityTitle?.FootnoteIds, TransactionDate?.FootnoteIds, DeemedExecutionDate?.FootnoteIds, TransactionFormType?.FootnoteIds,
                Code?.FootnoteIds, EquitySwap?.FootnoteIds, CodingFootnoteIds, TimelinessCode?.FootnoteIds, Shares?.FootnoteIds, TotalValue?.FootnoteIds,
                Price?.FootnoteIds, AcquiredDisposed?.FootnoteIds, ExercisePrice?.FootnoteIds, ExerciseDate?.FootnoteIds, ExpirationDate?.FootnoteIds,
                UnderlyingTitle?.FootnoteIds, UnderlyingShares?.FootnoteIds, UnderlyingValue?.FootnoteIds, SharesFollowing?.FootnoteIds,
                ValueFollowing?.FootnoteIds, DirectOrIndirect?.FootnoteIds, Nature?.FootnoteIds])
                for (var i = 0; i < ids?.Count; i++)
                    if (all?.Contains(ids[i]) != true)
                        (all ??= []).Add(ids[i]);
            return all ?? (IReadOnlyList<string>)[];
        }
    }

    /// <summary>Shares with their sign: positive when acquired; null when the amount or the direction is unknown.</summary>
    [JsonIgnore]
    public decimal? SignedShares => (Shares?.Value, AcquiredDisposed?.Value) switch
    {
        ({ } shares, "A") => shares,
        ({ } shares, "D") => -shares,
        _ => null,
    };

    /// <summary>True for indirect ownership; null when not readable.</summary>
    [JsonIgnore]
    public bool? IsIndirect => DirectOrIndirect?.Value switch { "I" => true, "D" => false, _ => null };
}
