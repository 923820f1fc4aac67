namespace Filingwire.Integration.Fixtures;

/// <summary>The corpus of real filings beside the project: a folder "shared/filings" of one of the folders above, or the one FILINGWIRE_FILINGS names.</summary>
internal static class SharedFilings
{
    /// <summary>The files of a folder in the order of their names; skips the test when the corpus is absent.</summary>
    public static IReadOnlyList<string> In(string folder, string pattern = "*")
    {
        var root = Root();
        Assert.SkipWhen(root is null, "The corpus of filings is not here; set FILINGWIRE_FILINGS to its folder.");
        return [.. Directory.EnumerateFiles(Path.Combine(root!, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("FILINGWIRE_FILINGS") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "filings") is var path && Directory.Exists(path))
                return path;
        return null;
    }
}
