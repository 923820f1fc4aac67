namespace Filingwire.Fixtures;

/// <summary>
/// Real filings as filed, for tests. A choice of them stands in the project, in tests/Fixtures/filings; the whole corpus may stand beside
/// it (a sibling folder "shared/filings" of one of the folders above, or the folder that FILINGWIRE_FILINGS names; one that is not there
/// means none) and goes before.
/// </summary>
internal static class FilingFiles
{
    private static readonly Lazy<string?> Corpus = new(FindCorpus);
    private static readonly Lazy<string> Fixtures = new(
        () => Ancestors().Select(folder => Path.Combine(folder, "tests", "Fixtures")).First(Directory.Exists));

    /// <summary>Whether the whole corpus is here, so that a test may ask for all that it found there once.</summary>
    public static bool IsWhole => Corpus.Value is not null;

    /// <summary>The bytes of a fixture, "seeds/form4-ocr.txt".</summary>
    public static byte[] Fixture(string path) => File.ReadAllBytes(FixturePath(path));

    /// <summary>Where a fixture is.</summary>
    public static string FixturePath(string path) => Path.Combine(Fixtures.Value, path);

    /// <summary>
    /// The files of a folder of the corpus in the order of their names; skips the test when neither the corpus nor the project has it.
    /// </summary>
    public static IReadOnlyList<string> In(string folder, string pattern = "*")
    {
        var found = Folders(folder).FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(found is null, $"No filings of '{folder}' are here; FILINGWIRE_FILINGS may name the folder of the whole corpus.");
        return [.. Directory.EnumerateFiles(found!, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>One file of the corpus by its path in it; skips the test when it is neither there nor in the project.</summary>
    public static byte[] Read(string path)
    {
        var found = Folders(path).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"'{path}' is not here; FILINGWIRE_FILINGS may name the folder of the whole corpus.");
        return File.ReadAllBytes(found!);
    }

    private static IEnumerable<string> Folders(string path)
    {
        if (Corpus.Value is { } corpus)
            yield return Path.Combine(corpus, path);
        yield return Path.Combine(Fixtures.Value, "filings", path);
    }

    private static string? FindCorpus()
    {
        var named = Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS");
        var folders = string.IsNullOrEmpty(named) ? Ancestors().Select(folder => Path.Combine(folder, "shared", "filings")) : [named];
        return folders.FirstOrDefault(Directory.Exists);
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
