using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>One database file: the writer, and as many readers as read at once.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    /// <summary>The writer touches the same inner pages of its indexes again and again.</summary>
    private const int WriterCacheKibibytes = 16 * 1024;

    /// <summary>There are as many readers as read at once, so what each keeps counts many times.</summary>
    private const int ReaderCacheKibibytes = 2 * 1024;

    /// <summary>It reads no tables.</summary>
    private const int CheckpointerCacheKibibytes = 64;

    private readonly ConcurrentBag<SqliteSession> readers = [];
    private readonly SqliteUse use;
    private readonly SqliteWriter writer;

    public SqliteDatabase(string path)
    {
        Path = path;
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        use = SqliteUse.Shared(path);
        try
        {
            var session = Open(path, WriterCacheKibibytes);
            writer = new SqliteWriter(session, new SqliteCheckpointer(Open(path, CheckpointerCacheKibibytes), name, SqliteCheckpointer.AtLeastEvery), name);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>How long nothing has been written.</summary>
    public TimeSpan Idle => TimeProvider.System.GetElapsedTime(writer.LastCommit);

    /// <summary>How many commits have failed.</summary>
    public long Failures => writer.Failures;

    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation) => writer.RunAsync(work, cancellation);

    /// <summary>Reads what is committed, beside the writer. SQLite has no asynchronous I/O, so this runs on the caller's thread.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var session = readers.TryTake(out var free) ? free : Open(Path, ReaderCacheKibibytes);
        try
        {
            var result = work(session);
            readers.Add(session);
            return Task.FromResult(result);
        }
        catch (SqliteException e)
        {
            session.Dispose();
            return Task.FromException<T>(new StoreUnavailableException("The store cannot be read: " + e.Message, e));
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        while (readers.TryTake(out var reader))
            reader.Dispose();
        use.Dispose();
    }

    private static SqliteSession Open(string path, int cacheKibibytes)
    {
        try
        {
            return new SqliteSession(path, cacheKibibytes);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw SqliteStore.Damaged(path, e.Message, e);
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException($"The store {path} cannot be opened: {e.Message}", e);
        }
    }
}
