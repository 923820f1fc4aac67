using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;

namespace Filingwire.Edgar.Storage;

/// <summary>A submission and what is to be done about it.</summary>
/// <param name="Entry">What is known.</param>
/// <param name="Errand">What is to be done; null when nothing is.</param>
internal sealed record LedgerDocument(LedgerEntry Entry, Errand? Errand);

/// <summary>That a submission is to be fetched, or its bytes to be handed to Extraction.</summary>
/// <param name="Lane">How urgent it is.</param>
/// <param name="DueAt">When.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="IsRefetch">True when it is to be fetched again though its bytes are known: its header was corrected, or somebody
/// asked.</param>
internal sealed record Errand(Lane Lane, DateTimeOffset DueAt, int Attempts, bool IsRefetch);

/// <summary>A business day and its index.</summary>
internal sealed record DayDocument
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When its index was read whole; null while the day is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When its index is to be asked for next; null when that is over.</summary>
    public DateTimeOffset? NextLookAt { get; init; }

    /// <summary>Of the index as read last.</summary>
    public Validators? Validators { get; init; }

    /// <summary>Rows of the index.</summary>
    public int Rows { get; init; }

    /// <summary>Submissions of the index.</summary>
    public int Accessions { get; init; }

    /// <summary>Submissions that no witness had told before the index. For a day that was followed live each is a miss.</summary>
    public int Misses { get; init; }

    /// <summary>Lines of the index that could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>True when the feed was followed on this day.</summary>
    public bool IsFollowed { get; init; }

    /// <summary>True when a walk of the feed ended before it reached what was known: the index had to close the day.</summary>
    public bool HasHole { get; init; }
}

/// <summary>A quarter and its full index.</summary>
internal sealed record QuarterDocument
{
    /// <summary>"2023Q1".</summary>
    public required string Quarter { get; init; }

    /// <summary>Of the index as compared last.</summary>
    public Validators? Validators { get; init; }

    /// <summary>When the ledger was compared with it last; null when it never was.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>The last day that it covered then.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Submissions of it that the ledger did not have.</summary>
    public int Missing { get; init; }

    /// <summary>Submissions of the ledger that it no longer has.</summary>
    public int Gone { get; init; }

    /// <summary>Submissions whose form type or filing date it has changed.</summary>
    public int Changed { get; init; }

    /// <summary>How filling the ledger from it goes; null when nobody asked for that.</summary>
    public BackfillProgress? Backfill { get; init; }
}

/// <summary>How far filling the ledger from a quarter's index is.</summary>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="LedgerOnly">True when nothing is to be fetched.</param>
/// <param name="StartedAt">When it began; null before.</param>
/// <param name="DoneAt">When it ended; null before.</param>
/// <param name="Done">Submissions that stand in the ledger.</param>
/// <param name="Total">Submissions of the index; 0 before it was read.</param>
/// <param name="Rows">Rows of the index.</param>
internal sealed record BackfillProgress(
    DateTimeOffset RequestedAt, bool LedgerOnly, DateTimeOffset? StartedAt, DateTimeOffset? DoneAt, int Done, int Total, int Rows);

/// <summary>What the follower has to remember.</summary>
/// <param name="FollowedSince">The first day on which the feed was followed.</param>
/// <param name="ReconciledTo">Everything in the feed that was accepted before is known.</param>
/// <param name="PausedUntil">EDGAR has shut us out until then.</param>
internal sealed record FollowerDocument(DateOnly? FollowedSince, DateTimeOffset? ReconciledTo, DateTimeOffset? PausedUntil);
