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
            subject TEXT, cause TEXT, cause_kind TEXT, json TEXT NOT NULL, trace_parent TEXT);
        CREATE TABLE IF NOT EXISTS log_identity (one INTEGER PRIMARY KEY CHECK (one = 1), identity BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS log_occurred_at ON log (occurred_at);
        CREATE INDEX IF NOT EXISTS log_cause ON log (cause);
        CREATE TABLE IF NOT EXISTS blob_chunk (writing TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (writing, number));
        CREATE TABLE IF NOT EXISTS blob (name TEXT PRIMARY KEY, writing TEXT NOT NULL, length INTEGER NOT NULL, bytes BLOB);
        """;

    private readonly SqliteDatabase database;
    private readonly SqliteDocuments documents;
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
                    SqliteBlobs.Prepare(session);
                    SqliteEventLog.AppendPending(session);
                    return SqliteEventLog.Name(session);
                },
                cancellation);
            var verdict = await database.ReadAsync(s => s.Query("PRAGMA quick_check(1)", r => r.GetString(0))[0], cancellation);
            if (verdict != "ok")
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
    public async Task CheckAsync(CancellationToken cancellation) =>
        await database.ReadAsync(s => s.Number("SELECT count(*) FROM collection"), cancellation);

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
        using (var copy = new SqliteSession(partial, cacheKibibytes: 1024))
            copy.Script("DELETE FROM log_identity; PRAGMA journal_mode = DELETE;");
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

    internal static StoreDamagedException Damaged(string path, string verdict, Exception? inner) => new(
        $"The store {path} is damaged ({verdict}). Stop the service, keep a copy of the file, put the newest backup in its place "
        + "(or remove the file: the projections then rebuild themselves from the other services' logs), and start again.", inner);

    internal static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
