namespace Filingwire.Unit.Architecture;

/// <summary>Inside a project, too, arrows run one way: no folder uses one that uses it, by signatures and by method bodies.</summary>
public sealed class FolderGraphTests
{
    /// <summary>The namespaces of GrpcRuntime are those of the official packages, which go round in circles among themselves.</summary>
    public static TheoryData<string> Projects =>
        [.. ProjectGraph.Read().Keys.Where(project => project != "GrpcRuntime").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_folder_uses_one_that_uses_it(string project)
    {
        var examples = AssemblyReferences.Of($"Filingwire.{project}")
            .Where(use => use.InOwnAssembly && IsOurs(use.From) && IsOurs(use.To))
            .GroupBy(use => (From: use.From.Space, To: use.To.Space))
            .ToDictionary(uses => uses.Key, uses => uses.MinBy(use => use.ToString(), StringComparer.Ordinal));
        Assert.NotEmpty(AssemblyReferences.Of($"Filingwire.{project}"));
        Rule.Holds(Cycles.Shortest(examples.Keys).Select(way => Told(way, examples)));
    }

    [Fact]
    public void A_file_stands_in_the_folder_of_its_namespace()
    {
        var broken = from project in ProjectGraph.Read().Keys.Where(project => project != "GrpcRuntime")
                     let home = Path.Combine(Checkout.Root, "services", project)
                     from file in SourceFiles.In(home)
                     let folder = Path.GetDirectoryName(Path.GetRelativePath(home, file))!
                     let space = folder.Length == 0 ? $"Filingwire.{project}"
                         : $"Filingwire.{project}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
                     let line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                     where line is not null && line != $"namespace {space};"
                     select $"{project}/{Path.GetRelativePath(home, file)} says {line}";
        Rule.Holds(broken);
    }

    // The compiler's own types stand in no namespace or in System's.
    private static bool IsOurs(TypeName type) => type.Inside("Filingwire");

    private static string Told(IReadOnlyList<string> way, Dictionary<(string From, string To), Reference> examples) =>
        string.Join("; ", way.Select((from, i) => examples[(from, way[(i + 1) % way.Count])].ToString()));
}
