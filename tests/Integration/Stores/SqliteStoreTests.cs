using Filingwire.Hosting.Events;
using Filingwire.Hosting.Stores;
using Filingwire.Hosting.Stores.Sqlite;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Stores;

/// <summary>The compliance suite on SQLite, and what only a file can suffer.</summary>
public sealed class SqliteStoreTests : StoreCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-sqlite-").FullName;

    private string File => Path.Combine(folder, "store.db");

    protected override async Task<IServiceStore> OpenAsync() => await SqliteStore.OpenAsync(File, Cancellation);

    protected override Task RemoveAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_backup_taken_while_writing_is_whole_and_a_store_of_its_own()
    {
        var docs = new DocumentCollection<Doc>(Docs, Store.Documents, new RelaySignal());
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var started = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await docs.SaveAsync($"w{i}", 0, new Doc("", null, i, null, []), [TwoServices.Event($"w{i}", "i")], Cancellation);
                if (i == 50)
                    started.SetResult();
            }
        }, Cancellation);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        var copy = Path.Combine(folder, "copy.db");
        await Store.BackUpAsync(copy, Cancellation);
        await enough.CancelAsync();
        await writing;

        await using var restored = await SqliteStore.OpenAsync(copy, Cancellation);
        await restored.PrepareAsync([Docs], Cancellation);
        var count = (await restored.Log.StatusAsync(Cancellation)).Last;
        Assert.True(count > 50);
        for (var i = 0; i < count; i++)
            Assert.NotNull(await restored.Documents.GetAsync("docs", $"w{i}", Cancellation));
        Assert.Null(await restored.Documents.GetAsync("docs", $"w{count}", Cancellation));
        Assert.NotEqual(await Store.Log.IdentityAsync(Cancellation), await restored.Log.IdentityAsync(Cancellation));
        await Assert.ThrowsAsync<IOException>(() => Store.BackUpAsync(copy, Cancellation));
    }

    [Fact]
    public void The_library_sleeps_for_the_moment_it_means_and_not_for_a_second()
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 30; i++)
            SqliteLibrary.SleepAsLibrary(microseconds: 1);
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_with_words_that_help()
    {
        var other = Path.Combine(folder, "damaged.db");
        await Store.Blobs.WriteAsync("raw", new byte[300_000], Cancellation);
        await Store.BackUpAsync(other, Cancellation);
        await using (var file = System.IO.File.OpenWrite(other))
        {
            file.Seek(4096 * 3, SeekOrigin.Begin);
            await file.WriteAsync(new byte[4096 * 4], Cancellation);
        }
        var refused = await Assert.ThrowsAsync<StoreDamagedException>(() => SqliteStore.OpenAsync(other, Cancellation));
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);

        await System.IO.File.WriteAllTextAsync(other, new string('x', 10_000), Cancellation);
        await Assert.ThrowsAsync<StoreDamagedException>(() => SqliteStore.OpenAsync(other, Cancellation));
    }

    [Fact]
    public async Task Two_processes_worth_of_stores_may_share_a_file()
    {
        await using var second = await SqliteStore.OpenAsync(File, Cancellation);
        await second.PrepareAsync([Docs], Cancellation);
        var stores = new[] { Store, second };
        await Task.WhenAll(stores.Select((s, n) => Task.Run(async () =>
        {
            var docs = new DocumentCollection<Doc>(Docs, s.Documents, new RelaySignal());
            for (var i = 0; i < 100; i++)
                await docs.SaveAsync($"s{n}-{i}", 0, new Doc("", null, i, null, []), [], Cancellation);
        })));
        var all = await Store.Documents.QueryAsync("docs", DocumentQuery.All.Page(1000, ""), Cancellation);
        Assert.Equal(200, all.Documents.Count);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_acknowledged_and_the_store_goes_on_when_there_is_room()
    {
        var limited = await SqliteStore.OpenAsync(Path.Combine(folder, "limited.db"), Cancellation);
        await using (limited)
        {
            await limited.PrepareAsync([Docs], Cancellation);
            await limited.LimitPagesAsync(200, Cancellation);
            var docs = new DocumentCollection<Doc>(Docs, limited.Documents, new RelaySignal());
            var saved = 0;
            await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            {
                for (; saved < 10_000; saved++)
                    await docs.SaveAsync($"d{saved}", 0, new Doc(System.Security.Cryptography.RandomNumberGenerator.GetHexString(6000), null, saved, null, []), [TwoServices.Event($"d{saved}", "i")], Cancellation);
            });
            Assert.InRange(saved, 10, 300);
            Assert.Null(await docs.GetAsync($"d{saved}", Cancellation));
            Assert.Equal(saved, (await limited.Log.StatusAsync(Cancellation)).Last);

            await limited.LimitPagesAsync(100_000, Cancellation);
            await docs.SaveAsync($"d{saved}", 0, new Doc("", null, saved, null, []), [], Cancellation);
            for (var i = 0; i <= saved; i++)
                Assert.NotNull(await docs.GetAsync($"d{i}", Cancellation));
        }
    }
}
