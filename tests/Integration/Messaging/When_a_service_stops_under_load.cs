using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Relaying;
using Filingwire.Store;
using Filingwire.Store.Sqlite;

namespace Filingwire.Integration.Messaging;

public sealed class When_a_service_stops_under_load
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_saved_is_in_the_log_and_on_the_bus_before_it_ends()
    {
        await using var services = new TwoServices();
        var writer = await services.StartWriterAsync();
        await writer.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), Cancellation);
        for (var i = 0; i < 3; i++)
            await TwoServices.WriteAsync(writer, i * 1000, 1000, Cancellation);

        await services.StopAsync(writer);

        await using var store = await SqliteStore.OpenAsync(Path.Combine(services.Folder, TwoServices.Writer + ".db"), Cancellation);
        await store.PrepareAsync([Relay.Collection], Cancellation);
        Assert.Equal(3000, (await store.Log.StatusAsync(Cancellation)).Last);
        var position = await new DocumentCollection<RelayPosition>(Relay.Collection, store.Documents, new RelaySignal()).GetAsync("bus", Cancellation);
        Assert.Equal(3000, position!.Value.Sequence);
    }
}
