using Filingwire.Edgar.Pacing;
using Filingwire.Store;

namespace Filingwire.Edgar.Storage;

/// <summary>What the EDGAR source keeps.</summary>
internal static class Collections
{
    /// <summary>
    /// Milliseconds since 1970 stay below this, so lane and time make one number by which errands are found in their order.
    /// </summary>
    private const long LaneStep = 100_000_000_000_000;

    /// <summary>One document per submission, by its accession number.</summary>
    public static CollectionDefinition<LedgerDocument> Ledger { get; } = new CollectionDefinition<LedgerDocument>("ledger")
        .Date("filedOn", document => document.Entry.FiledOn)
        .Number("errand", document => document.Errand is { } errand ? ErrandOrder(errand.Lane, errand.DueAt) : null)
        .Number("state", document => (long)document.Entry.State)
        .Tags("ciks", document => document.Entry.Parties.Select(party => party.Cik))
        .Index("filedOn")
        .Index("errand");

    /// <summary>One document per business day.</summary>
    public static CollectionDefinition<DayDocument> Days { get; } = new CollectionDefinition<DayDocument>("days")
        .Date("day", document => document.Day)
        .Number("nextLook", document => document.NextLookAt?.ToUnixTimeMilliseconds())
        .Number("closed", document => document.ClosedAt is null ? 0 : 1)
        .Index("day")
        .Index("nextLook")
        .Index("closed");

    /// <summary>One document per quarter that was compared or asked for.</summary>
    public static CollectionDefinition<QuarterDocument> Quarters { get; } = new("quarters");

    /// <summary>One document.</summary>
    public static CollectionDefinition<FollowerDocument> Follower { get; } = new("follower");

    /// <summary>Orders errands by lane, then by time.</summary>
    public static long ErrandOrder(Lane lane, DateTimeOffset dueAt) => ((int)lane * LaneStep) + Math.Clamp(
        dueAt.ToUnixTimeMilliseconds(), 0, LaneStep - 1);
}
