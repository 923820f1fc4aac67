using System.Text.RegularExpressions;

namespace Filingwire.Unit.Architecture;

/// <summary>Words: those that say nothing stand nowhere, and the SEC's stand where the SEC's business is.</summary>
public sealed partial class NamingTests
{
    private static readonly string[] Empty =
        ["Helper", "Helpers", "Manager", "Utils", "Util", "Utilities", "Impl", "Processor", "Base", "Wrapper", "Stuff", "Misc", "Common"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing()
    {
        // The runtime's names are those of the official packages.
        var broken = from project in ProjectGraph.Read().Keys.Where(project => project != "GrpcRuntime")
                     from type in AssemblyReferences.Of($"Filingwire.{project}").Select(use => use.From).Distinct()
                     where type.Inside("Filingwire") && !GeneratedSpace().IsMatch(type.Space)
                         && Empty.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))
                     select type.ToString();
        Rule.Holds(broken);
    }

    [Theory]
    [InlineData("Store")]
    [InlineData("Messaging")]
    [InlineData("Hosting")]
    public void What_any_service_could_stand_on_says_no_word_of_the_SEC(string project)
    {
        var home = Path.Combine(Checkout.Root, "services", project);
        var broken = from file in SourceFiles.In(home).Append(Path.Combine(home, "README.md")).Where(File.Exists)
                     from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
                     from word in Said(line.Text)
                     select $"{project}/{Path.GetRelativePath(home, file)}:{line.Number} says {word}";
        Rule.Holds(broken);
    }

    [Theory]
    [InlineData("Events with their IssuerKey", "issuer")]
    [InlineData("the filing's form type", "filing", "form")]
    [InlineData("string FormType", "form")]
    [InlineData("FromAccession", "accession")]
    [InlineData("FILINGWIRE_SEC_USER_AGENT", "sec")]
    [InlineData("Filingwire.Messaging: filingwire.relay.pending, TransformBlock, performs, Section, reformed, platform")]
    public void Words_are_found_in_identifiers_and_prose_but_the_name_of_the_project_is_none(string text, params string[] words) =>
        Assert.Equal(words, Said(text));

    private static IEnumerable<string> Said(string line) =>
        SecWord().Matches(ProjectName().Replace(line, "")).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex("filingwire", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectName();

    [GeneratedRegex(
        """
        (?: (?<![A-Za-z]) | (?<=[a-z])(?=[A-Z]) | (?<=_) )
        (?: [Aa]ccession | [Cc]ik | CIK | [Ii]ssuer | [Ii]nsider | [Rr]estate(?=s|d|ment|\b) | [Oo]wnership | [Ee]dgar | EDGAR | [Ff]iling
          | SEC(?![A-Z]) | [Ff]orm(?=s?\b|Type|s?[A-Z]) )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SecWord();

    [GeneratedRegex(@"\.V\d+$")]
    private static partial Regex GeneratedSpace();
}
