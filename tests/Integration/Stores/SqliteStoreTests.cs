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

    protected override Task DamageAsync(Kept kept, string id)
    {
        using var session = new SqliteSession(File, cacheKibibytes: 1024);
        var changed = kept switch
        {
            Kept.Entry => session.Execute("UPDATE log SET cause = 'another' WHERE sequence = $1", long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)),
            Kept.Document => session.Execute("UPDATE d_docs SET json = CAST(replace(json, 'name', 'nave') AS BLOB) WHERE id = $1", id),
            _ => session.Execute("UPDATE blob SET bytes = X'090909' WHERE name = $1", id),
        };
        Assert.Equal(1, changed);
        return Task.CompletedTask;
    }

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

    [Theory]
    [InlineData(false, "USING INDEX i_docs_issuer_dueOn (f_issuer=? AND f_dueOn>?)")]
    [InlineData(true, "USING INTEGER PRIMARY KEY (rowid=?)")]
    public async Task A_query_takes_the_index_that_was_declared_for_it_and_tags_before_it(bool tagged, string plan)
    {
        await Store.PrepareAsync([Docs], Cancellation);
        var query = DocumentQuery.All.Where("issuer", "issuers/1").AtLeast("dueOn", new DateOnly(2024, 1, 3)).OrderByDescending("dueOn");
        var (sql, values) = SqliteQuery.Of(Docs, tagged ? query.Where("owners", "owners/1") : query, null);
        using var session = new SqliteSession(File, cacheKibibytes: 1024);
        var steps = session.Query("EXPLAIN QUERY PLAN " + sql, r => r.GetString(3), values);
        Assert.EndsWith(plan, steps[0], StringComparison.Ordinal);
        Assert.Equal(tagged, steps.Exists(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Indexes_that_are_declared_no_more_are_dropped()
    {
        await Store.PrepareAsync([new CollectionDefinition<Doc>("docs").Text("issuer", d => d.Issuer).Number("days", d => d.Days).Index("days", "issuer")], Cancellation);
        using var session = new SqliteSession(File, cacheKibibytes: 1024);
        Assert.Equal(["i_docs_days_issuer"], session.Query("SELECT name FROM sqlite_master WHERE name LIKE 'i_docs%'", r => r.GetString(0)));
    }

    [Fact]
    public async Task What_was_written_is_carried_into_the_file_though_little_is_written()
    {
        var quiet = Path.Combine(folder, "quiet.db");
        using var writer = new SqliteSession(quiet, cacheKibibytes: 1024);
        using var checkpointer = new SqliteCheckpointer(new SqliteSession(quiet, cacheKibibytes: 64), "quiet", TimeSpan.FromMilliseconds(50));
        writer.Script("CREATE TABLE t (b BLOB); INSERT INTO t VALUES (zeroblob(100000))");
        await Eventually.Holds(() => new FileInfo(quiet).Length > 100_000);
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
