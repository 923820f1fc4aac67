using System.Runtime.InteropServices;
using SQLitePCL;

namespace Filingwire.Store.Sqlite;

/// <summary>The native library, set up once in a process.</summary>
internal static class SqliteLibrary
{
    private const int Multithread = 2;
    private const int MemoryStatus = 9;

    /// <summary>Kept, because the library calls it as long as the process lives.</summary>
    private static readonly Sleep Napping = Nap;

    private static readonly Lazy<bool> SetUp = new(() =>
    {
        Batteries_V2.Init();
        // A session is used by one thread at a time, and nobody asks how much memory is taken: without these, every call takes a
        // lock of its connection and every allocation one that all connections share. Refused when the library already runs.
        _ = raw.sqlite3_config(Multithread);
        _ = raw.sqlite3_config(MemoryStatus, 0);
        if (OperatingSystem.IsLinux())
            Marshal.WriteIntPtr(DefaultSystem(), SleepOffset, Marshal.GetFunctionPointerForDelegate(Napping));
        return true;
    });

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Sleep(nint system, int microseconds);

    private static int SleepOffset => (int)Marshal.OffsetOf<OperatingSystemCalls>(nameof(OperatingSystemCalls.Sleep));

    /// <summary>Returns when the library can be used.</summary>
    public static void Ensure() => _ = SetUp.Value;

    /// <summary>Sleeps as the library does.</summary>
    internal static void SleepAsLibrary(int microseconds)
    {
        Ensure();
        var system = DefaultSystem();
        Marshal.GetDelegateForFunctionPointer<Sleep>(Marshal.ReadIntPtr(system, SleepOffset))(system, microseconds);
    }

    /// <summary>
    /// Builds of the library for Linux are made without usleep and sleep whole seconds. It wants to sleep for microseconds where a
    /// reader meets a writer in the middle of its commit, which happens every few seconds under load.
    /// </summary>
    private static int Nap(nint system, int microseconds)
    {
        Thread.Sleep(microseconds / 1000);
        return microseconds;
    }

    private static nint DefaultSystem() => sqlite3_vfs_find(0);

    [DllImport("e_sqlite3", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern nint sqlite3_vfs_find(nint name);

    /// <summary><c>sqlite3_vfs</c> of sqlite3.h, as far as it is needed; the layout is part of SQLite's stable interface.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct OperatingSystemCalls
    {
        public readonly int Version, FileSize, LongestPath;
        public readonly nint Next, Name, Data, Open, Delete, Access, FullPath, LibraryOpen, LibraryError, LibrarySymbol, LibraryClose, Randomness, Sleep;
    }
}
