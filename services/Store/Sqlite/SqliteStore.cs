using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>A service's store in one SQLite file (write-ahead log, one writer), the embedded default.</summary>
public sealed class SqliteStore : IServiceStore
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS collection (name TEXT PRIMARY KEY, signature TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS log (
            sequence INTEGER PRIMARY KEY, event_id BLOB NOT NULL UNIQUE, type TEXT NOT NULL, occurred_at TEXT NOT NULL,
            subject TEXT, cause TEXT, cause_kind TEXT, json TEXT NOT NULL, trace_parent TEXT, sum INTEGER NOT NULL, chain BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS log_identity (one INTEGER PRIMARY KEY CHECK (one = 1), identity BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS log_occurred_at ON log (occurred_at);
        CREATE INDEX IF NOT EXISTS log_cause ON log (cause);
        CREATE TABLE IF NOT EXISTS blob_chunk (writing TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (writing, number));
        CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, writing TEXT NOT NULL, length INTEGER NOT NULL, sum INTEGER NOT NULL, bytes BLOB);
        CREATE TABLE IF NOT EXISTS probe (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
        """;

    private const string Sound = "ok";

    /// <summary>How often a store that nobody writes is tried.</summary>
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(10);

    private readonly SqliteDatabase database;
    private readonly SqliteDocuments documents;
    private long failuresProbed;
    private readonly ConcurrentDictionary<string, CollectionDefinition> collections = new(StringComparer.Ordinal);

    private SqliteStore(SqliteDatabase database)
    {
        this.database = database;
        documents = new SqliteDocuments(database, collections);
        Blobs = new SqliteBlobs(database);
        Log = new SqliteEventLog(database);
    }

    /// <inheritdoc/>
    public IDocumentStore Documents => documents;

    /// <inheritdoc/>
    public IBlobStore Blobs { get; }

    /// <inheritdoc/>
    public IEventLog Log { get; }

    /// <summary>Opens or creates the file and checks that it is whole.</summary>
    /// <exception cref="StoreDamagedException">The file is damaged or no database.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened.</exception>
    public static async Task<SqliteStore> OpenAsync(string path, CancellationToken cancellation)
    {
        SqliteLibrary.Ensure();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var database = new SqliteDatabase(path);
        try
        {
            await database.WriteAsync(
                session =>
                {
                    session.Script(Schema);
                    return SqliteEventLog.Name(session);
                },
                cancellation);
            if (await database.ReadAsync(Verdict, cancellation) is not Sound and var verdict)
                throw Damaged(path, verdict, null);
            return new SqliteStore(database);
        }
        catch (StoreUnavailableException e) when (e.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } inner)
        {
            database.Dispose();
            throw Damaged(path, inner.Message, inner);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(IReadOnlyList<CollectionDefinition> collections, CancellationToken cancellation)
    {
        foreach (var collection in collections)
        {
            await database.WriteAsync(session => { SqliteCollectionSchema.Prepare(session, collection); return true; }, cancellation);
            this.collections[collection.Name] = collection;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<bool>> SaveAsync(
        IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, IReadOnlyList<DocumentWrite> documents, CancellationToken cancellation)
    {
        foreach (var (name, content) in blobs.Where(b => !SqliteBlobs.IsShort(b.Value)))
            await Blobs.WriteAsync(name, content, cancellation);
        var save = this.documents.Saving(documents);
        return await database.WriteAsync(
            session =>
            {
                foreach (var (name, content) in blobs.Where(b => SqliteBlobs.IsShort(b.Value)))
                    SqliteBlobs.WriteShort(session, name, content);
                return save(session);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        await database.ReadAsync(s => s.Number("SELECT count(*) FROM collection"), cancellation);
        var failures = database.Failures;
        if (failures == Volatile.Read(ref failuresProbed) && database.Idle < ProbeEvery)
            return;
        // What needs no room may still be written on a full disk, so after a failure only a probe that takes some counts.
        await database.WriteAsync(Probe, cancellation);
        Volatile.Write(ref failuresProbed, failures);
    }

    /// <inheritdoc/>
    public async Task<long> SweepAsync(DateTimeOffset begunBefore, CancellationToken cancellation) =>
        await database.WriteAsync(session => SqliteBlobs.Sweep(session, begunBefore), cancellation);

    /// <inheritdoc/>
    public async Task BackUpAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
            throw new IOException($"{path} exists already.");
        var partial = path + ".partial";
        File.Delete(partial);
        await database.ReadAsync(session => session.Execute("VACUUM INTO $1", partial), cancellation);
        MakeAnother(partial);
        File.Move(partial, path);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        database.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Lets the file grow to so many pages (of 4 KiB): a full disk on demand.</summary>
    internal Task LimitPagesAsync(int pages, CancellationToken cancellation) =>
        database.WriteAsync(s => s.Number($"PRAGMA max_page_count = {pages}"), cancellation);

    /// <summary>Makes a copy of a store, whole in one file, a store of its own: its log gets an identity when it is opened.</summary>
    /// <exception cref="StoreDamagedException">The copy is damaged or of no store.</exception>
    internal static void MakeAnother(string copy)
    {
        try
        {
            using var session = new SqliteSession(copy, cacheKibibytes: 1024);
            if (Verdict(session) is not Sound and var verdict)
                throw new StoreDamagedException($"{copy} is damaged ({verdict}).");
            session.Script("DELETE FROM log_identity; PRAGMA journal_mode = DELETE;");
        }
        catch (SqliteException e)
        {
            throw new StoreDamagedException($"{copy} is damaged or no store ({e.Message}).", e);
        }
    }

    private static string Verdict(SqliteSession session) => session.Query("PRAGMA quick_check(1)", r => r.GetString(0))[0];

    /// <summary>Takes some room and gives up what it took before.</summary>
    private static int Probe(SqliteSession session)
    {
        session.Execute("INSERT INTO probe (bytes) VALUES (zeroblob(65536))");
        return session.Execute("DELETE FROM probe WHERE number < (SELECT max(number) FROM probe)");
    }

    internal static StoreDamagedException Damaged(string path, string verdict, Exception? inner) => new(
        $"The store {path} is damaged ({verdict}). Stop the service, keep the file and put the newest backup in its place with "
        + "'./filingwire admin restore', which keeps what was there, and start again.", inner);

    internal static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
