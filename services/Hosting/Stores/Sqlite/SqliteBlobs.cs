namespace Filingwire.Hosting.Stores.Sqlite;

internal sealed class SqliteBlobs(SqliteDatabase database) : IBlobStore
{
    /// <summary>So that a large blob does not hold up the writer for long.</summary>
    private const int ChunkBytes = 1 << 20;

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var writing = WritingId.New();
        var number = 0;
        for (; content.Length - (number * ChunkBytes) > ChunkBytes; number++)
        {
            var chunk = content.Slice(number * ChunkBytes, ChunkBytes);
            await database.WriteAsync(s => WriteChunk(s, writing, number, chunk), cancellation);
        }
        var last = content[(number * ChunkBytes)..];
        await database.WriteAsync(s => WriteChunk(s, writing, number, last) + WriteHeader(s, name, writing, content.Length), cancellation);
    }

    public async Task WriteManyAsync(IReadOnlyList<KeyValuePair<string, ReadOnlyMemory<byte>>> blobs, CancellationToken cancellation)
    {
        foreach (var (name, content) in blobs.Where(b => b.Value.Length > ChunkBytes))
            await WriteAsync(name, content, cancellation);
        await database.WriteAsync(
            session =>
            {
                foreach (var (name, content) in blobs.Where(b => b.Value.Length <= ChunkBytes))
                {
                    var writing = WritingId.New();
                    WriteChunk(session, writing, 0, content);
                    WriteHeader(session, name, writing, content.Length);
                }
                return true;
            },
            cancellation);
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation) => database.ReadAsync(
        session =>
        {
            session.Execute("BEGIN");
            try
            {
                var header = session.Query("SELECT writing, length FROM blob WHERE name = $1", r => (Writing: r.GetString(0), Length: r.GetInt64(1)), name);
                if (header.Count == 0)
                    return null;
                var content = new byte[header[0].Length];
                var at = 0;
                foreach (var chunk in session.Query("SELECT bytes FROM blob_chunk WHERE writing = $1 ORDER BY number", r => (byte[])r[0], header[0].Writing))
                {
                    chunk.CopyTo(content, at);
                    at += chunk.Length;
                }
                return at == content.Length ? content : throw new StoreDamagedException($"The blob {name} is not whole.");
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

    /// <summary>Deletes the chunks of writings that have no header.</summary>
    internal static int Sweep(SqliteSession session, DateTimeOffset begunBefore) => session.Execute(
        "DELETE FROM blob_chunk WHERE writing < $1 AND writing NOT IN (SELECT writing FROM blob)", WritingId.Before(begunBefore));

    private static int WriteChunk(SqliteSession session, string writing, int number, ReadOnlyMemory<byte> bytes) =>
        session.Execute("INSERT INTO blob_chunk (writing, number, bytes) VALUES ($1, $2, $3)", writing, (long)number, bytes.ToArray());

    private static int WriteHeader(SqliteSession session, string name, string writing, long length)
    {
        DeleteChunks(session, name);
        return session.Execute(
            "INSERT INTO blob (name, writing, length) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET writing = excluded.writing, length = excluded.length",
            name, writing, length);
    }

    private static void DeleteChunks(SqliteSession session, string name) =>
        session.Execute("DELETE FROM blob_chunk WHERE writing = (SELECT writing FROM blob WHERE name = $1)", name);
}
