using System.Globalization;

namespace Filingwire.Store.Sqlite;

/// <summary>
/// Puts a backup in a store's place while nobody runs on it. What was there is kept beside it, with its write-ahead log, which would else
/// be taken for the backup's own. The log gets another identity, so that followers read it from its beginning.
/// </summary>
public static class SqliteRestore
{
    private const string Log = "-wal";
    private static readonly string[] Parts = [Log, "-shm", ""];

    /// <summary>Restores.</summary>
    /// <param name="path">The store's file; it need not exist.</param>
    /// <param name="backup">A file that a backup has written, or a copy of a store's file with its write-ahead log beside it. It stays as it is.</param>
    /// <param name="time">Names what was there.</param>
    /// <returns>Where what was there is now; null when there was nothing.</returns>
    /// <exception cref="StoreUnavailableException">A service runs on the store.</exception>
    /// <exception cref="StoreSettingsException">There is no such backup.</exception>
    /// <exception cref="StoreDamagedException">The backup is damaged or none; the store is as it was.</exception>
    public static string? Run(string path, string backup, TimeProvider time)
    {
        SqliteLibrary.Ensure();
        if (!File.Exists(backup))
            throw new StoreSettingsException($"There is no backup {backup}.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var alone = SqliteUse.Alone(path);
        var fresh = path + ".restoring";
        Remove(fresh);
        File.Copy(backup, fresh);
        if (File.Exists(backup + Log))
            File.Copy(backup + Log, fresh + Log);
        try
        {
            SqliteStore.MakeAnother(fresh);
        }
        catch
        {
            Remove(fresh);
            throw;
        }
        var kept = string.Create(CultureInfo.InvariantCulture, $"{path}.{time.GetUtcNow():yyyyMMdd-HHmmss}.replaced");
        var found = Parts.Where(part => File.Exists(path + part)).ToList();
        foreach (var part in found)
            File.Move(path + part, kept + part);
        File.Move(fresh, path);
        return found.Count > 0 ? kept : null;
    }

    private static void Remove(string path)
    {
        foreach (var part in Parts)
            File.Delete(path + part);
    }
}
