using System.Threading.Channels;
using Filingwire.Hosting.Stores;

namespace Filingwire.Extraction.Storage;

/// <summary>
/// Brings the writes of concurrent submissions to the store together, so that many share the cost of one commit. A write's blobs are stored before its
/// document, which makes them visible. A caller waits for its own write only and sees its own failure.
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

    /// <summary>Writes blobs and then one document with its events.</summary>
    /// <returns>False when the document has another version than expected; then only the blobs, which nobody refers to, are stored.</returns>
    public async Task<bool> SaveAsync(IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, DocumentWrite document, CancellationToken cancellation)
    {
        var entry = new Entry(blobs, document);
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
            await store.Blobs.WriteManyAsync([.. entries.SelectMany(entry => entry.Blobs)], CancellationToken.None);
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

    private sealed record Entry(IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> Blobs, DocumentWrite Document)
    {
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
