using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Relaying;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Messaging;

/// <summary>
/// Every step of the relay is one commit, so a kill between two steps leaves exactly one of the states that are made here by
/// hand. After a start on it, all is as if nothing had happened.
/// </summary>
public sealed class When_the_relay_is_interrupted : IAsyncLifetime
{
    private readonly TwoServices services = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Between_save_and_publishing()
    {
        await using (var store = await OpenAsync())
            await SaveAsync(store, 0, 30);
        await AssertAllArrivesAsync(30);
    }

    [Fact]
    public async Task Between_publishing_and_remembering_it()
    {
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await reader.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), Cancellation);
        await TwoServices.WriteAsync(writer, 0, 30, Cancellation);
        await TwoServices.ArriveAsync(reader, 30, Cancellation);
        await services.StopAsync(reader);
        await services.StopAsync(writer);

        await using (var store = await OpenAsync())
        {
            var positions = new DocumentCollection<RelayPosition>(Relay.Collection, store.Documents, new RelaySignal());
            var position = (await positions.GetAsync("bus", Cancellation))!;
            Assert.Equal(30, position.Value.Sequence);
            Assert.True(await positions.TrySaveAsync(new("bus", position.Version, new RelayPosition(10), []), Cancellation));
        }
        await AssertAllArrivesAsync(30);
    }

    private async Task AssertAllArrivesAsync(int count)
    {
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await TwoServices.ArriveAsync(reader, count, Cancellation);
        await TwoServices.AssertLogAsync(writer, count, Cancellation);
        var position = writer.Services.GetRequiredService<DocumentCollection<RelayPosition>>();
        await Eventually.Holds(async () => (await position.GetAsync("bus", Cancellation))?.Value.Sequence == count);
    }

    private async Task<SqliteStore> OpenAsync()
    {
        var store = await SqliteStore.OpenAsync(Path.Combine(services.Folder, TwoServices.Writer + ".db"), Cancellation);
        await store.PrepareAsync([TwoServices.Notes, Relay.Collection], Cancellation);
        return store;
    }

    private static Task SaveAsync(SqliteStore store, int from, int count) =>
        new DocumentCollection<Note>(TwoServices.Notes, store.Documents, new RelaySignal()).SaveAllAsync(
            [.. Enumerable.Range(from, count).Select(i => new Change<Note>($"n{i}", 0, new Note($"note {i}", "issuers/1"), [TwoServices.Record($"n{i}", "issuers/1")]))], Cancellation);
}
