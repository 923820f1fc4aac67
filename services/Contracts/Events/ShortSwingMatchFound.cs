namespace Filingwire.Contracts.Events;

/// <summary>A screen has paired a purchase and a sale of one insider less than six months apart in which the sale brought more than the purchase cost. A screen, not advice: a later filing may pair them otherwise, and <c>ListShortSwingMatches</c> has the present pairs.</summary>
public sealed record ShortSwingMatchFound : IEvent
{
    /// <inheritdoc/>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public long Sequence { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <inheritdoc/>
    public int SchemaVersion { get; init; } = 1;

    /// <inheritdoc/>
    public required string? Issuer { get; init; }

    /// <inheritdoc/>
    public required string? Filing { get; init; }

    /// <inheritdoc/>
    public required string? FormType { get; init; }

    /// <summary><c>owners/{key}</c></summary>
    public required string Owner { get; init; }

    /// <summary>As filed.</summary>
    public required string OwnerName { get; init; }

    /// <summary><c>transactions/…</c></summary>
    public required string Purchase { get; init; }

    /// <summary><c>transactions/…</c></summary>
    public required string Sale { get; init; }

    /// <summary>Date of the purchase.</summary>
    public required DateOnly PurchaseDate { get; init; }

    /// <summary>Date of the sale.</summary>
    public required DateOnly SaleDate { get; init; }

    /// <summary>Shares matched.</summary>
    public required decimal Shares { get; init; }

    /// <summary>US dollars per share.</summary>
    public required decimal PurchasePrice { get; init; }

    /// <summary>US dollars per share.</summary>
    public required decimal SalePrice { get; init; }

    /// <summary>US dollars, positive.</summary>
    public required decimal Profit { get; init; }

    /// <summary>Why these two were paired.</summary>
    public required string Explanation { get; init; }

    /// <summary>What to look at first: "ten-percent-owner-only", "not-ten-percent-owner-before-both", "before-entry", "after-leaving", "derivative-leg", "price-is-average", "review-code-J", "review-code-I", "exercise-out-of-the-money", "premium-of-expired-option".</summary>
    public IReadOnlyList<string> Cautions { get; init; } = [];

    /// <summary>Other owners who filed both rows jointly, <c>owners/{key}</c>: the same pair is published for each of them and is one profit.</summary>
    public IReadOnlyList<string> JointOwners { get; init; } = [];
}
