using Filingwire.Store;

namespace Filingwire.Edgar.Storage;

/// <summary>What the follower remembers over restarts.</summary>
internal sealed class FollowerState(DocumentCollection<FollowerDocument> documents)
{
    private const string Id = "follower";

    /// <summary>What is remembered.</summary>
    public async Task<FollowerDocument> GetAsync(CancellationToken cancellation) =>
        (await documents.GetAsync(Id, cancellation))?.Value ?? new FollowerDocument(null, null, null);

    /// <summary>Remembers that EDGAR has shut us out, so that a process started meanwhile does not ask and lengthen it.</summary>
    public Task PauseAsync(DateTimeOffset? until, CancellationToken cancellation) =>
        ChangeAsync(document => document.PausedUntil >= until ? document : document with { PausedUntil = until }, cancellation);

    /// <summary>Remembers since when the feed is followed.</summary>
    public Task<FollowerDocument> BeginAsync(DateOnly today, CancellationToken cancellation) =>
        ChangeAsync(document => document.FollowedSince is null ? document with { FollowedSince = today } : document, cancellation);

    /// <summary>Remembers up to when everything in the feed is known; only ever forward.</summary>
    public Task ReconcileAsync(DateTimeOffset to, CancellationToken cancellation) =>
        ChangeAsync(document => document.ReconciledTo >= to ? document : document with { ReconciledTo = to }, cancellation);

    private async Task<FollowerDocument> ChangeAsync(Func<FollowerDocument, FollowerDocument> change, CancellationToken cancellation)
    {
        while (true)
        {
            var found = await documents.GetAsync(Id, cancellation);
            var before = found?.Value ?? new FollowerDocument(null, null, null);
            var after = change(before);
            if (after == before || await documents.TrySaveAsync(new Change<FollowerDocument>(Id, found?.Version ?? 0, after, []),
                cancellation))
                return after;
        }
    }
}
