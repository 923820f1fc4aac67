using System.Text.RegularExpressions;

namespace Filingwire.Unit.Architecture;

/// <summary>What the documentation names is there.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(Checkout.Root, "*.md")
            .Concat(new[] { "docs", "deploy", "protos", "services", "tests" }.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.md", SearchOption.AllDirectories)))
            .Select(page => Path.GetRelativePath(Checkout.Root, page).Replace('\\', '/'))
            .Where(page => !page.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "filings"))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_project_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, page))!;
        var broken = Link().Matches(File.ReadAllText(Path.Combine(Checkout.Root, page))).Select(match => match.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, to)));
        Rule.Holds(broken);
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_say_their_status()
    {
        var records = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "decisions"), "*.md")
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(1, records.Count), records.Select(
            name => int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(records, name => Assert.Contains(
            "\nStatus: ", File.ReadAllText(Path.Combine(Checkout.Root, "docs", "decisions", name)), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
