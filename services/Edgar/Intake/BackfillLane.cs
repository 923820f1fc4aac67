using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Reconciliation;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Fills the ledger from full indexes, quarter by quarter, the latest first, and lets what is wanted be fetched after everything else. A
/// quarter that was cut off is looked through again: what the ledger has already costs a look and no write.
/// </summary>
internal sealed partial class BackfillLane(EdgarClient client, LedgerStore ledger, QuarterBook quarters, FetchLane fetches,
    EdgarOptions options, ILogger<BackfillLane> logger) : ILane
{
    private const int AtOnce = 20_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Asks for quarters; those that are done or under way are begun again when they were asked for without fetching and are now wanted
    /// with it.
    /// </summary>
    public async Task RequestAsync(Quarter from, Quarter to, bool ledgerOnly, CancellationToken cancellation)
    {
        var now = options.Time.GetUtcNow();
        for (var quarter = from; quarter <= to; quarter = quarter.Next)
            await quarters.ChangeAsync(
                quarter,
                found => found.Backfill is { } before && (ledgerOnly || !before.LedgerOnly) ? found
                    : found with { Backfill = new BackfillProgress(now, ledgerOnly, null, null, 0, 0, 0) },
                cancellation);
        woken.TrySetResult();
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var open = (await quarters.ListAsync(cancellation)).Where(quarter => quarter.Backfill is { DoneAt: null }).MaxBy(
                quarter => quarter.Quarter, StringComparer.Ordinal);
            var wait = open is null || !Quarter.TryParse(open.Quarter, out var quarter) ? LookEvery
                : await FillAsync(quarter, open.Backfill!, cancellation) ? TimeSpan.Zero : AfterFailure;
            if (wait > TimeSpan.Zero)
                await Task.WhenAny(woken.Task, Task.Delay(wait, options.Time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> FillAsync(Quarter quarter, BackfillProgress progress, CancellationToken cancellation)
    {
        var reply = await client.GetAsync(Lane.Backfill, IndexAddress.Full(quarter), Expected.Index, null, null, cancellation);
        var now = options.Time.GetUtcNow();
        if (reply.Meaning == Meaning.Absent)
        {
            Absent(quarter);
            await quarters.ChangeAsync(quarter, found =>
                found with { Backfill = progress with { StartedAt = progress.StartedAt ?? now, DoneAt = now } }, cancellation);
            return true;
        }
        if (reply.Meaning != Meaning.Content || IndexFile.Read(reply.Body) is not { IsComplete: true } index)
            return false;
        var seen = IndexedAccessions.Of(index, Witness.FullIndex, now);
        progress = progress with { StartedAt = progress.StartedAt ?? now, Total = seen.Count, Rows = index.Rows.Count };
        // From the beginning, though a part may be done: the index may have grown meanwhile, and what is known costs no write.
        for (var at = 0; at < seen.Count; at += AtOnce)
        {
            KeyValuePair<string, Sighting>[] some = [.. seen.Skip(at).Take(AtOnce)];
            await ledger.SeeAllAsync(some, progress.LedgerOnly ? null : Lane.Backfill, cancellation);
            progress = progress with { Done = at + some.Length };
            await quarters.ChangeAsync(quarter, found => found with { Backfill = progress }, cancellation);
            fetches.Wake();
        }
        await quarters.ChangeAsync(quarter, found => found with { Backfill = progress with { DoneAt = options.Time.GetUtcNow() } },
            cancellation);
        Filled(quarter, seen.Count, index.Unread.Count);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.quarter_filled",
        Message = "{Quarter} is in the ledger: {Accessions} submissions, {Unread} lines unread")]
    private partial void Filled(Quarter quarter, int accessions, int unread);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.quarter_absent", Message = "EDGAR has no index of {Quarter}")]
    private partial void Absent(Quarter quarter);
}
