using System.Collections.Concurrent;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Store;

namespace Filingwire.Edgar.Intake;

/// <summary>Runs errands: fetches what is due and hands it over, several at once, the most urgent and oldest first.</summary>
internal sealed class FetchLane(LedgerStore ledger, SubmissionErrand errands, EdgarOptions options) : ILane
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, byte> inHand = new(StringComparer.Ordinal);
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>There is something to fetch.</summary>
    public void Wake() => woken.TrySetResult();

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var running = new List<Task>();
        try
        {
            while (true)
            {
                woken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var wake = woken.Task;
                // Those in hand are still due in the store, so it is asked for as many more.
                var due = await ledger.DueAsync(options.FetchesAtOnce * 2, cancellation);
                foreach (var document in due)
                    if (running.Count < options.FetchesAtOnce && inHand.TryAdd(document.Id, 0))
                        running.Add(RunAsync(document, cancellation));
                var idle = Task.Delay(LookEvery, options.Time, cancellation);
                if (running.Count < options.FetchesAtOnce)
                    await Task.WhenAny([.. running, wake, idle]);
                else
                    await Task.WhenAny(running);
                cancellation.ThrowIfCancellationRequested();
                foreach (var done in running.Where(task => task.IsCompleted).ToList())
                {
                    running.Remove(done);
                    await done;
                }
            }
        }
        finally
        {
            await Task.WhenAny(Task.WhenAll(running));
        }
    }

    private async Task RunAsync(Versioned<LedgerDocument> document, CancellationToken cancellation)
    {
        try
        {
            await errands.RunAsync(document.Value, cancellation);
        }
        finally
        {
            inHand.TryRemove(document.Id, out _);
        }
    }
}
