using System.Xml.Linq;
using Filingwire.Hosting.Telemetry;

namespace Filingwire.Unit.Architecture;

public sealed class VersionTests
{
    private static readonly string Version = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Build.props")).Descendants("Version")
        .Single().Value;

    [Fact]
    public void What_programs_and_telemetry_say_is_what_the_one_place_says() => Assert.Equal(Version, ProductVersion.Text);

    [Fact]
    public void The_changelog_tells_of_this_version() =>
        Assert.Contains($"\n## {Version} ", File.ReadAllText(Path.Combine(Checkout.Root, "CHANGELOG.md")), StringComparison.Ordinal);

    [Fact]
    public void Every_package_version_is_referred_to_by_somebody()
    {
        var versions = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(Name)
            .Distinct();
        var referred = Directory.EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Checkout.Root, "*.props", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference")).Select(Name).ToHashSet(StringComparer.Ordinal);
        Rule.Holds(versions.Where(name => !referred.Contains(name)));
    }

    private static string Name(XElement package) => package.Attribute("Include")!.Value;
}
