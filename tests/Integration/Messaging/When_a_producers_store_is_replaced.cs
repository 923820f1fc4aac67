using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Messaging;

public sealed class When_a_producers_store_is_replaced
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_log_that_is_longer_than_the_old_is_read_from_its_beginning()
    {
        await using var services = new TwoServices();
        var (writer, reader) = await StartAsync(services);
        await TwoServices.WriteAsync(writer, 0, 20, Cancellation);
        await TwoServices.ArriveAsync(reader, 20, Cancellation);

        var address = await StopAsync(services, writer);
        foreach (var file in Directory.EnumerateFiles(services.Folder, Path.GetFileName(services.WriterStore) + "*"))
            File.Delete(file);
        // While the follower cannot see the new log, it becomes longer than what was handled of the old one.
        await WriteUnseenAsync(services, address, 20, 100);

        await services.StartWriterAsync(address);
        await TwoServices.ArriveAsync(reader, 120, Cancellation);
        await Eventually.Holds(() => services.Log.Entries.Any(e => e.Event.Name == "catch_up.log_replaced"));
    }

    [Fact]
    public async Task A_backup_put_in_the_stores_place_is_noticed_though_the_log_goes_on_from_there()
    {
        await using var services = new TwoServices();
        var (writer, reader) = await StartAsync(services);
        await TwoServices.WriteAsync(writer, 0, 10, Cancellation);
        await TwoServices.ArriveAsync(reader, 10, Cancellation);
        var backup = Path.Combine(services.Folder, "backup");
        await writer.Services.GetRequiredService<IServiceStore>().BackUpAsync(backup, Cancellation);
        await TwoServices.WriteAsync(writer, 10, 10, Cancellation);
        await TwoServices.ArriveAsync(reader, 20, Cancellation);

        var address = await StopAsync(services, writer);
        foreach (var file in Directory.EnumerateFiles(services.Folder, Path.GetFileName(services.WriterStore) + "*"))
            File.Delete(file);
        File.Copy(backup, services.WriterStore);
        // The sequences 11 to 110 now stand for other notes than those the follower has handled under them.
        await WriteUnseenAsync(services, address, 20, 100);

        await services.StartWriterAsync(address);
        await TwoServices.ArriveAsync(reader, 120, Cancellation);
        await Eventually.Holds(() => services.Log.Entries.Any(e => e.Event.Name == "catch_up.log_replaced"));
    }

    [Fact]
    public async Task A_log_that_lost_its_tail_and_has_grown_beyond_it_is_read_from_its_beginning()
    {
        await using var services = new TwoServices();
        var (writer, reader) = await StartAsync(services);
        await TwoServices.WriteAsync(writer, 0, 20, Cancellation);
        await TwoServices.ArriveAsync(reader, 20, Cancellation);
        var progress = reader.Services.GetRequiredKeyedService<ConsumerProgress>(TwoServices.Writer);
        await Eventually.Holds(() => progress.Mark?.Sequence == 20);

        var address = await StopAsync(services, writer);
        using (var session = new Filingwire.Store.Sqlite.SqliteSession(services.WriterStore, cacheKibibytes: 1024))
            session.Execute("DELETE FROM log WHERE sequence > 15");
        // The sequences 16 to 20 now stand for other notes than those the follower has handled under them, in a log of the same identity.
        await WriteUnseenAsync(services, address, 20, 100);

        await services.StartWriterAsync(address);
        await TwoServices.ArriveAsync(reader, 120, Cancellation);
        await Eventually.Holds(() => services.Log.Entries.Any(e => e.Event.Name == "catch_up.log_grew_anew"));
    }

    private static async Task<(ServiceHost Writer, ServiceHost Reader)> StartAsync(TwoServices services)
    {
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await writer.WaitUntilReadyAsync(Patience, Cancellation);
        await reader.WaitUntilReadyAsync(Patience, Cancellation);
        return (writer, reader);
    }

    private static async Task<Uri> StopAsync(TwoServices services, ServiceHost writer)
    {
        var address = writer.Address;
        await services.StopAsync(writer);
        return address;
    }

    /// <summary>Lets a writer on the same store, but with neither the follower's bus nor its address, bring events into the log.</summary>
    private static async Task WriteUnseenAsync(TwoServices services, Uri address, int from, int count)
    {
        await using var store = await Filingwire.Store.Sqlite.SqliteStore.OpenAsync(services.WriterStore, Cancellation);
        await store.PrepareAsync([TwoServices.Notes], Cancellation);
        await new DocumentCollection<Note>(TwoServices.Notes, store.Documents, new RelaySignal()).SaveAsync(
            $"unseen{from}", 0, new Note("", "issuers/0"), [.. Enumerable.Range(from, count).Select(note => TwoServices.Record($"n{note}", $"issuers/{note % 17}"))], Cancellation);
    }
}
