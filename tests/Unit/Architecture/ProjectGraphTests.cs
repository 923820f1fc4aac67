namespace Filingwire.Unit.Architecture;

/// <summary>The house: which project knows which. A new arrow is a decision, so it is written here and in docs/architecture.md.</summary>
public sealed class ProjectGraphTests
{
    private static readonly SortedDictionary<string, string[]> Drawn = new(StringComparer.Ordinal)
    {
        ["Sec"] = [],
        ["GrpcRuntime"] = [],
        ["Store"] = [],
        ["Parsing"] = ["Sec"],
        ["Contracts"] = ["GrpcRuntime", "Sec"],
        ["Messaging"] = ["Contracts", "Store"],
        ["Hosting"] = ["Messaging", "Store"],
        ["Extraction"] = ["Hosting", "Parsing"],
        ["Restatement"] = ["Hosting"],
        ["Ownership"] = ["Hosting"],
        ["Edgar"] = ["Hosting"],
        ["Standalone"] = ["Edgar", "Extraction", "Ownership", "Restatement"],
        ["Cli"] = ["Standalone"],
    };

    [Fact]
    public void The_projects_refer_to_each_other_as_drawn()
    {
        var found = ProjectGraph.Read();
        Assert.Equal(Lines(Drawn), Lines(found));
    }

    [Fact]
    public void No_project_reaches_itself()
    {
        var found = ProjectGraph.Read().SelectMany(project => project.Value.Select(to => (project.Key, to)));
        Rule.Holds(Cycles.Shortest(found).Select(cycle => string.Join(" -> ", cycle)));
    }

    [Fact]
    public void The_built_services_meet_in_Contracts_or_on_the_wire_only()
    {
        string[] services = ["Filingwire.Extraction", "Filingwire.Restatement", "Filingwire.Ownership", "Filingwire.Edgar"];
        foreach (var service in services)
            Assert.DoesNotContain(System.Reflection.Assembly.Load(service).GetReferencedAssemblies(), other =>
                services.Contains(other.Name));
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var listed = System.Xml.Linq.XDocument.Load(Path.Combine(Checkout.Root, "Filingwire.slnx")).Descendants("Project")
            .Select(project => project.Attribute("Path")!.Value).Order(StringComparer.Ordinal);
        var there = new[] { "services", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(there, listed);
    }

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, string[]>> graph) =>
        graph.Select(project => $"{project.Key} -> {string.Join(", ", project.Value)}").Order(StringComparer.Ordinal);
}
