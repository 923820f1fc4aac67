using Filingwire.Store;

namespace Filingwire.Extraction.Storage;

/// <summary>
/// Brings the writes of concurrent submissions to the store together, so that many share the cost of one commit. A write's blob is stored before its
/// document, which makes it visible. A caller waits for its own write only and sees its own failure.
/// </summary>
/// <param name="store">Where to write.</param>
/// <param name="saved">Called after every commit: wakes the relay.</param>
internal sealed class CommitQueue(IServiceStore store, Action saved) : IAsyncDisposable
{
    private const int MaxTogether = 256;

    private readonly Lock gate = new();
    private readonly Queue<Entry> queue = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isWriting;
    private bool isClosed;

    /// <summary>Writes a blob and then one document with its events.</summary>
    /// <returns>False when the document has another version than expected; then only the blob, which nobody refers to, is stored.</returns>
    public Task<bool> SaveAsync(KeyValuePair<string, ReadOnlyMemory<byte>> blob, DocumentWrite document, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return Task.FromCanceled<bool>(cancellation);
        var entry = new Entry(blob, document);
        bool isFirst;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            queue.Enqueue(entry);
            isFirst = !isWriting;
            isWriting = true;
        }
        // Whoever finds nobody writing begins on its own thread: a lone submission wakes nobody for it.
        if (isFirst)
            _ = WriteAsync();
        return entry.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            isClosed = true;
            if (!isWriting)
                ended.TrySetResult();
        }
        await ended.Task;
    }

    private async Task WriteAsync()
    {
        while (Take() is { Count: > 0 } entries)
            await CommitAsync(entries);
    }

    private List<Entry> Take()
    {
        lock (gate)
        {
            var entries = new List<Entry>(Math.Min(queue.Count, MaxTogether));
            while (entries.Count < MaxTogether && queue.TryDequeue(out var entry))
                entries.Add(entry);
            isWriting = entries.Count > 0;
            if (isClosed && !isWriting)
                ended.TrySetResult();
            return entries;
        }
    }

    private async Task CommitAsync(List<Entry> entries)
    {
        try
        {
            var outcomes = await store.SaveAsync([.. entries.Select(entry => entry.Blob)], [.. entries.Select(entry => entry.Document)], CancellationToken.None);
            saved();
            for (var i = 0; i < entries.Count; i++)
                entries[i].Done.TrySetResult(outcomes[i]);
        }
        catch (Exception failure)
        {
            foreach (var entry in entries)
                entry.Done.TrySetException(failure);
        }
    }

    private sealed record Entry(KeyValuePair<string, ReadOnlyMemory<byte>> Blob, DocumentWrite Document)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
