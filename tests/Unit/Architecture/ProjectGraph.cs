using System.Xml.Linq;

namespace Filingwire.Unit.Architecture;

/// <summary>The projects under services/ and what each refers to, as their files say for the package set core.</summary>
internal static class ProjectGraph
{
    /// <summary>Every project with the projects that it refers to, by name.</summary>
    public static IReadOnlyDictionary<string, string[]> Read() =>
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "services"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => ReferencesOf(file).Order(StringComparer.Ordinal)
                .ToArray());

    private static IEnumerable<string> ReferencesOf(string file)
    {
        var project = XDocument.Load(file).Root!;
        foreach (var reference in project.Descendants("ProjectReference"))
            yield return Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
        foreach (var import in project.Elements("Import").Select(
            import => Path.Combine(Path.GetDirectoryName(file)!, import.Attribute("Project")!.Value)))
        {
            foreach (var reference in ReferencesOf(import))
                yield return reference;
        }
    }
}
