namespace Filingwire.Unit.Architecture;

/// <summary>Tells everything that breaks a rule, in full.</summary>
internal static class Rule
{
    public static void Holds(IEnumerable<string> broken)
    {
        var all = broken.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
