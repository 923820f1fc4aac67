using System.Threading.Channels;
using Filingwire.Hosting.Stores;

namespace Filingwire.Extraction.Storage;

/// <summary>
/// Brings the writes of concurrent submissions to the store together, so that many share the cost of one commit. A write's blob is stored before its
/// document, which makes it visible. A caller waits for its own write only and sees its own failure.
/// </summary>
internal sealed class CommitQueue : IAsyncDisposable
{
    private const int MaxTogether = 256;

    private readonly IServiceStore store;
    private readonly Action saved;
    private readonly Channel<Entry> queue = Channel.CreateBounded<Entry>(MaxTogether * 4);
    private readonly Task writing;

    /// <param name="store">Where to write.</param>
    /// <param name="saved">Called after every commit: wakes the relay.</param>
    public CommitQueue(IServiceStore store, Action saved)
    {
        this.store = store;
        this.saved = saved;
        writing = Task.Run(WriteAsync);
    }

    /// <summary>Writes a blob and then one document with its events.</summary>
    /// <returns>False when the document has another version than expected; then only the blob, which nobody refers to, is stored.</returns>
    public async Task<bool> SaveAsync(KeyValuePair<string, ReadOnlyMemory<byte>> blob, DocumentWrite document, CancellationToken cancellation)
    {
        var entry = new Entry(blob, document);
        await queue.Writer.WriteAsync(entry, cancellation);
        return await entry.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        var entries = new List<Entry>(MaxTogether);
        while (await queue.Reader.WaitToReadAsync())
        {
            entries.Clear();
            while (entries.Count < MaxTogether && queue.Reader.TryRead(out var entry))
                entries.Add(entry);
            await CommitAsync(entries);
        }
    }

    private async Task CommitAsync(List<Entry> entries)
    {
        try
        {
            await store.Blobs.WriteManyAsync([.. entries.Select(entry => entry.Blob)], CancellationToken.None);
            var outcomes = await store.Documents.SaveAsync([.. entries.Select(entry => entry.Document)], CancellationToken.None);
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
