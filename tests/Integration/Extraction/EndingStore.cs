using Filingwire.Store;

namespace Filingwire.Integration.Extraction;

/// <summary>A store whose process ends behind one of its saves of a filing: what was saved is saved, and nothing is done any more.</summary>
/// <param name="store">Where it is saved.</param>
/// <param name="endsAt">Which save is the last one, from 1.</param>
/// <param name="meanwhile">What others do before the first save.</param>
internal sealed class EndingStore(IServiceStore store, int endsAt, Func<Task> meanwhile) : IServiceStore
{
    private int saves;

    public IDocumentStore Documents => store.Documents;

    public IBlobStore Blobs => store.Blobs;

    public IEventLog Log => store.Log;

    public async Task<IReadOnlyList<bool>> SaveAsync(
        IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, IReadOnlyList<DocumentWrite> documents, CancellationToken cancellation)
    {
        if (++saves == 1)
            await meanwhile();
        var saved = await store.SaveAsync(blobs, documents, cancellation);
        return saves < endsAt ? saved : throw new OperationCanceledException("The process has ended.");
    }

    public Task PrepareAsync(IReadOnlyList<CollectionDefinition> collections, CancellationToken cancellation) => store.PrepareAsync(collections, cancellation);

    public Task CheckAsync(CancellationToken cancellation) => store.CheckAsync(cancellation);

    public Task<long> SweepAsync(DateTimeOffset begunBefore, CancellationToken cancellation) => store.SweepAsync(begunBefore, cancellation);

    public Task BackUpAsync(string path, CancellationToken cancellation) => store.BackUpAsync(path, cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
