using SQLitePCL;

namespace Filingwire.Store.Sqlite;

/// <summary>The native library, set up once in a process.</summary>
internal static partial class SqliteLibrary
{
    private const int Multithread = 2;
    private const int MemoryStatus = 9;

    private static readonly Lazy<bool> SetUp = new(() =>
    {
        Batteries_V2.Init();
        // A session is used by one thread at a time, and nobody asks how much memory is taken: without these, every call takes a
        // lock of its connection and every allocation one that all connections share. Refused when the library already runs.
        _ = raw.sqlite3_config(Multithread);
        _ = raw.sqlite3_config(MemoryStatus, 0);
        Mend();
        return true;
    });

    /// <summary>Returns when the library can be used.</summary>
    public static void Ensure() => _ = SetUp.Value;

    /// <summary>Puts right what an old build of the library does badly; a current one needs nothing.</summary>
    static partial void Mend();
}
