namespace Filingwire.Unit.Architecture;

/// <summary>The C# files that people write.</summary>
internal static class SourceFiles
{
    /// <summary>Those under a folder, without what a build left.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal);
}
