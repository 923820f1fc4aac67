using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Microsoft.Data.Sqlite;

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
                await docs.SaveAsync($"w{i}", 0, new Doc("", null, i, null, []), [TwoServices.Record($"w{i}", "i")], Cancellation);
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
    public async Task A_job_that_fails_is_undone_alone_in_a_commit_that_many_share()
    {
        using var database = new SqliteDatabase(Path.Combine(folder, "jobs.db"));
        await database.WriteAsync(s => s.Execute("CREATE TABLE job (number INTEGER PRIMARY KEY)"), Cancellation);
        using var free = new ManualResetEventSlim();
        var holding = database.WriteAsync(_ => { free.Wait(Cancellation); return 0; }, Cancellation);
        int Insert(SqliteSession session, int number) => session.Execute("INSERT INTO job (number) VALUES ($1)", (long)number);
        Task[] jobs =
        [
            database.WriteAsync(s => Insert(s, 1), Cancellation),
            database.WriteAsync<int>(s => throw new InvalidOperationException($"after {Insert(s, 2)}"), Cancellation),
            database.WriteAsync(s => Insert(s, 3) + Insert(s, 1), Cancellation),
            database.WriteAsync(s => Insert(s, 4), Cancellation),
        ];
        free.Set();
        await holding;
        await jobs[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs[1]);
        await Assert.ThrowsAsync<SqliteException>(() => jobs[2]);
        await jobs[3];
        Assert.Equal([1, 4], await database.ReadAsync(s => s.Query("SELECT number FROM job ORDER BY number", r => r.GetInt32(0)), Cancellation));
    }

    [Fact]
    public async Task A_store_of_an_earlier_layout_is_brought_up_to_date()
    {
        var old = Path.Combine(folder, "old.db");
        var waiting = TwoServices.Record("waiting", "issuers/1");
        using (var session = new SqliteSession(old, cacheKibibytes: 1024))
        {
            session.Script("""
                CREATE TABLE collection (name TEXT PRIMARY KEY, signature TEXT NOT NULL);
                INSERT INTO collection VALUES ('docs', 'issuer:Text;days:Number;dueOn:Text;owners:Tags;1');
                CREATE TABLE d_docs (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, shape INTEGER NOT NULL, json BLOB NOT NULL, f_issuer TEXT, f_days INTEGER, f_dueOn TEXT);
                INSERT INTO d_docs VALUES (7, 'kept', 3, 1, CAST('{"name":"kept","owners":["owners/1","owners/2"]}' AS BLOB), NULL, NULL, NULL);
                CREATE TABLE t_docs_owners (tag TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID;
                CREATE INDEX t_docs_owners_row ON t_docs_owners (row);
                INSERT INTO t_docs_owners VALUES ('owners/1', 7), ('owners/2', 7);
                CREATE TABLE pending (position INTEGER PRIMARY KEY AUTOINCREMENT, event_id BLOB NOT NULL UNIQUE, type TEXT NOT NULL, occurred_at TEXT NOT NULL, subject TEXT, cause TEXT, cause_kind TEXT, json TEXT NOT NULL, trace_parent TEXT);
                CREATE TABLE blob_chunk (writing TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (writing, number));
                CREATE TABLE blob (name TEXT PRIMARY KEY, writing TEXT NOT NULL, length INTEGER NOT NULL);
                INSERT INTO blob VALUES ('raw', 'w1', 2);
                INSERT INTO blob_chunk VALUES ('w1', 0, X'0708');
                """);
            session.Execute("INSERT INTO pending (event_id, type, occurred_at, json) VALUES ($1, $2, $3, $4)",
                waiting.EventId.ToByteArray(), waiting.Type, "2024-08-14T12:00:00.0000000Z", waiting.Json);
        }

        await using var store = await SqliteStore.OpenAsync(old, Cancellation);
        await store.PrepareAsync([Docs], Cancellation);
        var entry = Assert.Single(await store.Log.ReadAsync(1, 10, Cancellation));
        Assert.Equal((1, waiting.EventId), (entry.Sequence, entry.Event.EventId));
        Assert.Equal([7, 8], await store.Blobs.ReadAsync("raw", Cancellation));
        await store.Blobs.WriteAsync("raw", new byte[] { 9 }, Cancellation);
        Assert.Equal([9], await store.Blobs.ReadAsync("raw", Cancellation));
        var docs = new DocumentCollection<Doc>(Docs, store.Documents, new RelaySignal());
        await docs.SaveAsync("kept", 3, new Doc("kept", null, null, null, ["owners/2", "owners/3"]), [], Cancellation);
        async Task<int> Tagged(string tag) => (await docs.QueryAsync(DocumentQuery.All.Where("owners", tag), Cancellation)).Items.Count;
        Assert.Equal((0, 1, 1), (await Tagged("owners/1"), await Tagged("owners/2"), await Tagged("owners/3")));
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
                    await docs.SaveAsync($"d{saved}", 0, new Doc(System.Security.Cryptography.RandomNumberGenerator.GetHexString(6000), null, saved, null, []), [TwoServices.Record($"d{saved}", "i")], Cancellation);
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
