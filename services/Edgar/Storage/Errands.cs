using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;

namespace Filingwire.Edgar.Storage;

/// <summary>What is to be done about a submission, by what is known of it.</summary>
internal static class Errands
{
    /// <summary>
    /// How long a submission that was found absent is waited for before it counts as gone: its page may come a little after its entry.
    /// </summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    /// <summary>After so many attempts what is absent is gone, and what is empty is so for good.</summary>
    public static int Patience => Waits.Length;

    /// <summary>How long to wait before the next attempt.</summary>
    public static TimeSpan WaitAfter(int attempts) => Waits[Math.Clamp(attempts - 1, 0, Waits.Length - 1)];

    /// <summary>The errand after the entry has changed, or was looked at for a lane.</summary>
    /// <param name="entry">The entry now.</param>
    /// <param name="errand">The errand before.</param>
    /// <param name="lane">How urgent it is to whoever looks; null when it only notes.</param>
    /// <param name="now">The present.</param>
    public static Errand? Of(LedgerEntry entry, Errand? errand, Lane? lane, DateTimeOffset now) => entry.State switch
    {
        _ when errand is { IsRefetch: true } => errand,
        AccessionState.Gone => null,
        AccessionState.Announced when errand is null => lane is { } wanted ? new Errand(wanted, now, 0, false) : null,
        AccessionState.Announced when lane < errand.Lane =>
            errand with { Lane = lane.Value, DueAt = errand.DueAt < now ? errand.DueAt : now },
        AccessionState.Announced => errand,
        AccessionState.Fetched => errand ?? new Errand(lane ?? Lane.Repair, now, 0, false),
        _ => null,
    };
}
