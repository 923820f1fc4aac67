using System.Formats.Tar;
using System.IO.Compression;

namespace Filingwire.Cli.Sources;

/// <summary>The bytes of a submission and where they came from.</summary>
/// <param name="Name">File, or archive and entry: "20250108.nc.tar.gz/0001127602-25-001055.nc"; a second submission of one file ends in "#2".</param>
/// <param name="Bytes">The submission. One that is larger than is read comes cut off just beyond that size, so that the parser refuses it.</param>
/// <param name="Problem">Why there are no bytes; null when there are.</param>
public sealed record SubmissionFile(string Name, ReadOnlyMemory<byte> Bytes, string? Problem = null)
{
    /// <summary>True when its form was not wanted; it then has no bytes.</summary>
    public bool IsPassedOver { get; init; }
}

/// <summary>
/// Gives the submissions in files, folders, .zip, .tar, .tar.gz and .gz one after the other; memory holds one at a time. Files that hold several
/// submissions, as feeds do, are split. What cannot be read is named with its reason where it stands, and the rest goes on. Symbolic links inside a folder
/// are not followed: they could lead anywhere.
/// </summary>
public static class SubmissionFiles
{
    /// <summary>Reads a path.</summary>
    /// <param name="path">A file or a folder, whose files are read in the order of their names.</param>
    /// <param name="wants">
    /// Says of a form type, "10-K/A", whether it is wanted; null for all. What has no header that tells its type is given.
    /// </param>
    public static IEnumerable<SubmissionFile> Read(string path, Func<string, bool>? wants = null) =>
        wants is null ? ReadPath(path) : ReadPath(path).Select(file => SubmissionType.Of(file.Bytes.Span) is { } type && !wants(type)
            ? file with { Bytes = default, IsPassedOver = true }
            : file);

    private static IEnumerable<SubmissionFile> ReadPath(string path)
    {
        if (!Directory.Exists(path))
            return ReadFile(path);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return Directory.EnumerateFiles(path, "*", options).Order(StringComparer.Ordinal).SelectMany(ReadFile);
    }

    private static IEnumerable<SubmissionFile> ReadFile(string path)
    {
        var name = Path.GetFileName(path);
        return Guarded(name, Opened(path, name));
    }

    /// <summary>Gives what there is until it breaks, then the reason. Members of a zip are guarded each for itself, so the others are still given.</summary>
    private static IEnumerable<SubmissionFile> Guarded(string name, IEnumerable<SubmissionFile> guarded)
    {
        using var files = guarded.GetEnumerator();
        while (true)
        {
            SubmissionFile? broken = null;
            try
            {
                if (!files.MoveNext())
                    yield break;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                broken = new SubmissionFile(name, default, e.Message);
            }
            yield return broken ?? files.Current;
            if (broken is not null)
                yield break;
        }
    }

    private static IEnumerable<SubmissionFile> Opened(string path, string name)
    {
        using var stream = File.OpenRead(path);
        foreach (var file in ReadStream(name, stream))
            yield return file;
    }

    private static IEnumerable<SubmissionFile> ReadStream(string name, Stream stream)
    {
        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return ReadZip(name, stream);
        if (name.EndsWith(".tar", StringComparison.OrdinalIgnoreCase))
            return ReadTar(name, stream);
        if (name.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase))
            return ReadTar(name, new GZipStream(stream, CompressionMode.Decompress));
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return ReadSubmissions(name, new GZipStream(stream, CompressionMode.Decompress));
        return ReadSubmissions(name, stream);
    }

    private static IEnumerable<SubmissionFile> ReadZip(string name, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
            foreach (var file in Guarded($"{name}/{entry.FullName}", ReadEntry($"{name}/{entry.FullName}", entry)))
                yield return file;
    }

    private static IEnumerable<SubmissionFile> ReadEntry(string name, ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        foreach (var file in ReadSubmissions(name, content))
            yield return file;
    }

    private static IEnumerable<SubmissionFile> ReadTar(string name, Stream stream)
    {
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
            if (entry.DataStream is { } content && entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                foreach (var file in ReadSubmissions($"{name}/{entry.Name}", content))
                    yield return file;
    }

    private static IEnumerable<SubmissionFile> ReadSubmissions(string name, Stream content) =>
        SubmissionSplitter.Split(content).Select((bytes, index) => new SubmissionFile(index == 0 ? name : $"{name}#{index + 1}", bytes));
}
