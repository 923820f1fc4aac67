using DotNet.Testcontainers.Builders;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Filingwire.Store.Mongo;
using MongoDB.Driver;
using Testcontainers.MongoDb;

namespace Filingwire.Integration.Stores;

/// <summary>The compliance suite on MongoDB: on the server at FILINGWIRE_TEST_MONGODB or in a container, a database for each test.</summary>
public sealed class MongoStoreTests : StoreCompliance
{
    private static readonly Lazy<Task<string?>> Server = new(FindServerAsync);
    private readonly string name = "test_" + Guid.NewGuid().ToString("N");

    protected override async Task<IServiceStore> OpenAsync()
    {
        var address = await Server.Value;
        Assert.SkipWhen(address is null, "No MongoDB: FILINGWIRE_TEST_MONGODB is not set and there is no container engine.");
        return await MongoStore.OpenAsync(name, address!, Cancellation);
    }

    protected override async Task RemoveAsync()
    {
        if (await Server.Value is not { } address)
            return;
        using var client = new MongoClient(address);
        await client.DropDatabaseAsync("filingwire_" + name);
    }

    [Fact]
    public async Task A_relay_that_died_between_numbering_and_forgetting_leaves_no_double()
    {
        var notes = new DocumentCollection<Doc>(Docs, Store.Documents, new RelaySignal());
        for (var i = 0; i < 30; i++)
            await notes.SaveAsync($"n{i}", 0, new Doc("", null, i, null, []), [TwoServices.Record($"n{i}", "i")], Cancellation);
        var log = (MongoEventLog)Store.Log;
        Assert.True(await log.TryAppendAsync([.. Enumerable.Range(0, 12).Select(i => TwoServices.Record($"n{i}", "i"))], Cancellation));
        Assert.Equal(30, (await log.PendingStatusAsync(Cancellation)).Count);

        while (await log.NumberPendingAsync(7, Cancellation) > 0)
        {
            // Until nothing is pending.
        }
        var entries = await log.ReadAsync(1, 100, Cancellation);
        Assert.Equal(Enumerable.Range(1, 30).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.Equal(30, entries.Select(e => e.Event.EventId).Distinct().Count());
        Assert.Equal(new PendingStatus(0, null), await log.PendingStatusAsync(Cancellation));
    }

    private static async Task<string?> FindServerAsync()
    {
        if (Environment.GetEnvironmentVariable("FILINGWIRE_TEST_MONGODB") is { Length: > 0 } given)
            return given;
        try
        {
            // The engine's reaper removes the container when the test process has ended.
            var container = new MongoDbBuilder("mongo:8.0").WithReplicaSet().Build();
            await container.StartAsync();
            return container.GetConnectionString();
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }
}

public sealed class MongoOpeningTests
{
    [Fact]
    public async Task A_connection_string_that_is_none_is_refused_without_repeating_its_password()
    {
        var refused = await Assert.ThrowsAsync<Filingwire.Hosting.Settings.OptionsException>(
            () => MongoStore.OpenAsync("test", "mongo://user:secret@host", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be_unavailable() =>
        await Assert.ThrowsAsync<StoreUnavailableException>(
            () => MongoStore.OpenAsync("test", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200", TestContext.Current.CancellationToken));
}
