using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Filingwire.Store.Sqlite;

namespace Filingwire.Integration.Stores;

/// <summary>The drill: a backup is put in the place of what a crashed service has left.</summary>
public sealed class When_a_store_is_restored : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("filingwire-restore-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(folder, "backup.db");

    /// <summary>Where the service runs that will crash.</summary>
    private string Running => Path.Combine(folder, "running.db");

    /// <summary>What its crash has left: the file and, beside it, a write-ahead log that belongs to it.</summary>
    private string Crashed => Path.Combine(folder, "crashed.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_backup_counts_and_what_the_crash_left_is_kept_beside_it()
    {
        var identity = await CrashAsync();
        Assert.True(new FileInfo(Crashed + "-wal").Length > 0);

        var kept = SqliteRestore.Run(Crashed, Backup, TimeProvider.System);

        Assert.False(File.Exists(Crashed + "-wal"));
        await using (var restored = await OpenAsync(Crashed))
        {
            Assert.Equal(10, (await restored.Log.StatusAsync(Cancellation)).Last);
            Assert.NotEqual(identity, await restored.Log.IdentityAsync(Cancellation));
            Assert.Equal(10, await CountAsync(restored));
        }
        await using var left = await OpenAsync(kept!);
        Assert.Equal(30, await CountAsync(left));
    }

    [Fact]
    public async Task A_store_on_which_a_service_runs_is_not_touched()
    {
        await CrashAsync();
        await using var service = await OpenAsync(Crashed);
        var refused = Assert.Throws<StoreUnavailableException>(() => SqliteRestore.Run(Crashed, Backup, TimeProvider.System));
        Assert.Contains("stop it first", refused.Message, StringComparison.Ordinal);
        Assert.Equal(30, await CountAsync(service));
    }

    [Fact]
    public async Task A_damaged_backup_and_one_that_is_none_leave_the_store_as_it_is()
    {
        await CrashAsync();
        Assert.Throws<StoreSettingsException>(() => SqliteRestore.Run(Crashed, Path.Combine(folder, "nothing"), TimeProvider.System));
        var damaged = await File.ReadAllBytesAsync(Backup, Cancellation);
        damaged.AsSpan(4096).Fill(0x55);
        await File.WriteAllBytesAsync(Backup, damaged, Cancellation);
        Assert.Throws<StoreDamagedException>(() => SqliteRestore.Run(Crashed, Backup, TimeProvider.System));
        await File.WriteAllTextAsync(Backup, "no database", Cancellation);
        Assert.Throws<StoreDamagedException>(() => SqliteRestore.Run(Crashed, Backup, TimeProvider.System));
        await using var store = await OpenAsync(Crashed);
        Assert.Equal(30, await CountAsync(store));
    }

    [Fact]
    public async Task Nobody_is_told_to_remove_a_damaged_store()
    {
        await File.WriteAllTextAsync(Crashed, new string('x', 10_000), Cancellation);
        var told = await Assert.ThrowsAsync<StoreDamagedException>(() => SqliteStore.OpenAsync(Crashed, Cancellation));
        Assert.DoesNotContain("remove", told.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("admin restore", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Writes ten notes, backs up, writes twenty more and leaves what a process leaves that ends at once; the log's identity.</summary>
    private async Task<Guid> CrashAsync()
    {
        await using var store = await OpenAsync(Running);
        await SaveAsync(store, 0, 10);
        await store.BackUpAsync(Backup, Cancellation);
        await SaveAsync(store, 10, 20);
        File.Copy(Running, Crashed);
        File.Copy(Running + "-wal", Crashed + "-wal");
        return await store.Log.IdentityAsync(Cancellation);
    }

    private static async Task<SqliteStore> OpenAsync(string path)
    {
        var store = await SqliteStore.OpenAsync(path, Cancellation);
        await store.PrepareAsync([TwoServices.Notes], Cancellation);
        return store;
    }

    private static async Task<int> CountAsync(SqliteStore store) => (await Notes(store).QueryAsync(DocumentQuery.All.Page(1000, ""), Cancellation)).Items.Count;

    private static Task SaveAsync(SqliteStore store, int from, int count) => Notes(store).SaveAllAsync(
        [.. Enumerable.Range(from, count).Select(i => new Change<Note>($"n{i}", 0, new Note($"note {i}", "issuers/1"), [TwoServices.Record($"n{i}", "issuers/1")]))],
        Cancellation);

    private static DocumentCollection<Note> Notes(SqliteStore store) => new(TwoServices.Notes, store.Documents, new RelaySignal());
}
