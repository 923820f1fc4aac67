namespace Filingwire.Store.Sqlite;

/// <summary>Who uses a store's file: any number of services of one kind at once, or a restore alone. A process that ends, however, uses it no more.</summary>
internal sealed class SqliteUse : IDisposable
{
    private readonly FileStream held;

    private SqliteUse(FileStream held) => this.held = held;

    /// <summary>Uses the store beside others.</summary>
    /// <exception cref="StoreUnavailableException">It is being restored.</exception>
    public static SqliteUse Shared(string path) => Take(path, FileAccess.Read, FileShare.Read, $"The store {path} is being restored.");

    /// <summary>Uses the store alone.</summary>
    /// <exception cref="StoreUnavailableException">Somebody uses it.</exception>
    public static SqliteUse Alone(string path) => Take(path, FileAccess.ReadWrite, FileShare.None, $"A service runs on the store {path}; stop it first.");

    public void Dispose() => held.Dispose();

    private static SqliteUse Take(string path, FileAccess access, FileShare share, string refusal)
    {
        try
        {
            // Not the database itself: closing that would give up the locks that SQLite has on it in this process.
            return new SqliteUse(new FileStream(path + ".use", FileMode.OpenOrCreate, access, share));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"{refusal} ({e.Message})", e);
        }
    }
}
