namespace Filingwire.Corpus;

/// <summary>
/// Where filings for tests are: fixtures in the project, and the large corpus beside it (a sibling folder "shared/filings" of one of the folders
/// above, or the folder named by FILINGWIRE_FILINGS), which may be absent.
/// </summary>
internal static class FilingFiles
{
    private static readonly Lazy<string?> Root = new(FindRoot);

    /// <summary>The bytes of a fixture, "seeds/form4-ocr.txt".</summary>
    public static byte[] Fixture(string path) => File.ReadAllBytes(FixturePath(path));

    /// <summary>Where a fixture is.</summary>
    public static string FixturePath(string path) =>
        Path.Combine(Ancestors().Select(folder => Path.Combine(folder, "tests", "Fixtures")).First(Directory.Exists), path);

    /// <summary>Whether the large corpus is here.</summary>
    public static bool HasShared => Root.Value is not null;

    /// <summary>The files of a folder of the corpus in the order of their names; skips the test when the corpus is absent.</summary>
    public static IReadOnlyList<string> Shared(string folder, string pattern = "*")
    {
        Assert.SkipWhen(Root.Value is null, "The corpus of filings is not here; set FILINGWIRE_FILINGS to its folder.");
        return [.. Directory.EnumerateFiles(Path.Combine(Root.Value, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string? FindRoot()
    {
        var named = Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS");
        return !string.IsNullOrEmpty(named)
            ? named
            : Ancestors().Select(folder => Path.Combine(folder, "shared", "filings")).FirstOrDefault(Directory.Exists);
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
