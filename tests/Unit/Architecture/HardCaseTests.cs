using System.Reflection;

namespace Filingwire.Unit.Architecture;

/// <summary>The list of hard cases, against which <c>./filingwire cases</c> holds the labels of all suites.</summary>
public sealed class HardCaseTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Checkout.Root, "tests", "Fixtures", "Cases", "cases.tsv"));

    [Fact]
    public void The_list_has_every_number_once_with_a_sentence()
    {
        Assert.Equal(
            new[] { ("O", 48), ("N", 21), ("R", 15), ("F", 10) }.SelectMany(part => Enumerable.Range(1, part.Item2).Select(number => part.Item1 + number)),
            Lines.Select(line => line.Split('\t')[0]));
        Assert.All(Lines, line => Assert.True(line.Split('\t') is [_, { Length: > 10 }], line));
    }

    [Fact]
    public void Every_label_names_a_case_of_the_list()
    {
        var known = Lines.Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.Ordinal);
        var labels = typeof(HardCaseTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Append<MemberInfo>(type))
            .SelectMany(member => member.GetCustomAttributes<CaseAttribute>()).SelectMany(label => label.Cases).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(labels);
        Assert.Empty(labels.Except(known));
    }
}
