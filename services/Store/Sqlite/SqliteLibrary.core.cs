using System.Runtime.InteropServices;

namespace Filingwire.Store.Sqlite;

/// <summary>
/// The library of the package set core was built for Linux without usleep and sleeps whole seconds. It wants to sleep for microseconds where a
/// reader meets a writer in the middle of its commit, which happens every few seconds under load.
/// </summary>
internal static partial class SqliteLibrary
{
    /// <summary>Kept, because the library calls it as long as the process lives.</summary>
    private static readonly Sleep Napping = Nap;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Sleep(nint system, int microseconds);

    private static int SleepOffset => (int)Marshal.OffsetOf<OperatingSystemCalls>(nameof(OperatingSystemCalls.Sleep));

    /// <summary>Sleeps as the library does.</summary>
    internal static void SleepAsLibrary(int microseconds)
    {
        Ensure();
        var system = DefaultSystem();
        Marshal.GetDelegateForFunctionPointer<Sleep>(Marshal.ReadIntPtr(system, SleepOffset))(system, microseconds);
    }

    static partial void Mend()
    {
        if (OperatingSystem.IsLinux())
            Marshal.WriteIntPtr(DefaultSystem(), SleepOffset, Marshal.GetFunctionPointerForDelegate(Napping));
    }

    private static int Nap(nint system, int microseconds)
    {
#pragma warning disable RS0030 // The library calls from its own thread and waits for the return: there is nothing to await.
        Thread.Sleep(microseconds / 1000);
#pragma warning restore RS0030
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
