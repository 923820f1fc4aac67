using Microsoft.Data.Sqlite;

namespace Filingwire.Store.Sqlite;

/// <summary>Blobs: short ones in the row of their name, long ones in chunks written before it.</summary>
internal sealed class SqliteBlobs(SqliteDatabase database) : IBlobStore
{
    /// <summary>So that a large blob does not hold up the writer for long.</summary>
    private const int ChunkBytes = 1 << 20;

    /// <summary>The writing of a blob that has no chunks.</summary>
    private const string NoWriting = "";

    public static bool IsShort(ReadOnlyMemory<byte> content) => content.Length <= ChunkBytes;

    /// <summary>Writes a short blob.</summary>
    public static bool WriteShort(SqliteSession session, string name, ReadOnlyMemory<byte> content) =>
        WriteRow(session, name, NoWriting, content, content.ToArray());

    /// <summary>Deletes the chunks of writings that have no row.</summary>
    public static int Sweep(SqliteSession session, DateTimeOffset begunBefore) => session.Execute(
        "DELETE FROM blob_chunk WHERE writing < $1 AND writing NOT IN (SELECT writing FROM blob)", WritingId.Before(begunBefore));

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (IsShort(content))
        {
            await database.WriteAsync(s => WriteShort(s, name, content), cancellation);
            return;
        }
        var writing = WritingId.New();
        for (var number = 0; number * ChunkBytes < content.Length; number++)
        {
            var (at, chunk) = (number, content.Slice(number * ChunkBytes, Math.Min(ChunkBytes, content.Length - (number * ChunkBytes))));
            await database.WriteAsync(s => WriteChunk(s, writing, at, chunk), cancellation);
        }
        await database.WriteAsync(s => WriteRow(s, name, writing, content, null), cancellation);
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        session =>
        {
            const string Row = "SELECT writing, length, sum, bytes FROM blob WHERE name = $1";
            var row = session.Query(Row, Header, name).SingleOrDefault();
            if (row.Writing is null or NoWriting)
                return Whole(name, row.Bytes, row.Sum);
            session.Execute("BEGIN");
            try
            {
                // Again, because it may have been replaced since: from here on the session sees one state.
                row = session.Query(Row, Header, name).SingleOrDefault();
                return Whole(name, row.Writing is null or NoWriting ? row.Bytes : Joined(session, name, row.Writing, row.Length), row.Sum);
            }
            finally
            {
                session.Execute("COMMIT");
            }
        },
        cancellation);

    public async Task<long?> LengthAsync(string name, CancellationToken cancellation) => await database.ReadAsync(
        s => s.Query("SELECT length FROM blob WHERE name = $1", r => (long?)r.GetInt64(0), name).SingleOrDefault(), cancellation);

    public Task DeleteAsync(string name, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            DeleteChunks(session, name);
            return session.Execute("DELETE FROM blob WHERE name = $1", name);
        },
        cancellation);

    private static int WriteChunk(SqliteSession session, string writing, int number, ReadOnlyMemory<byte> bytes) =>
        session.Execute("INSERT INTO blob_chunk (writing, number, bytes) VALUES ($1, $2, $3)", writing, (long)number, bytes.ToArray());

    private static bool WriteRow(SqliteSession session, string name, string writing, ReadOnlyMemory<byte> content, byte[]? bytes)
    {
        object?[] values = [name, writing, (long)content.Length, (long)Checksum.Of(content.Span), bytes];
        if (session.Execute("INSERT INTO blob (name, writing, length, sum, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING", values) == 1)
            return true;
        DeleteChunks(session, name);
        return session.Execute("UPDATE blob SET writing = $2, length = $3, sum = $4, bytes = $5 WHERE name = $1", values) == 1;
    }

    private static void DeleteChunks(SqliteSession session, string name) =>
        session.Execute("DELETE FROM blob_chunk WHERE writing = (SELECT writing FROM blob WHERE name = $1)", name);

    private static (string? Writing, long Length, uint Sum, byte[]? Bytes) Header(SqliteDataReader r) =>
        (r.GetString(0), r.GetInt64(1), (uint)r.GetInt64(2), r.IsDBNull(3) ? null : (byte[])r[3]);

    private static byte[]? Whole(string name, byte[]? content, uint sum) => content is null || Checksum.Of(content) == sum
        ? content
        : throw new StoreDamagedException($"The blob {name} is damaged. Restore the store from a backup.");

    private static byte[] Joined(SqliteSession session, string name, string writing, long length)
    {
        var content = new byte[length];
        var at = 0;
        foreach (var chunk in session.Query("SELECT bytes FROM blob_chunk WHERE writing = $1 ORDER BY number", r => (byte[])r[0], writing))
        {
            chunk.CopyTo(content, at);
            at += chunk.Length;
        }
        return at == content.Length ? content : throw new StoreDamagedException($"The blob {name} is not whole. Restore the store from a backup.");
    }
}
