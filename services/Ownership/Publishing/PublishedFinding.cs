namespace Filingwire.Ownership.Publishing;

/// <summary>A finding as far as it was published.</summary>
/// <param name="Text">What was found; equal texts are one finding.</param>
/// <param name="Times">How often it was published, from 1: what was withdrawn may be found again.</param>
/// <param name="Holds">False once it was withdrawn.</param>
public sealed record PublishedFinding(string Text, int Times, bool Holds)
{
    /// <summary>
    /// What is published after a look at the facts: texts that hold and were not said to, and texts that were said to hold and do not. The outcome
    /// for the same facts again is nothing.
    /// </summary>
    /// <param name="before">What was published until now.</param>
    /// <param name="present">The texts that hold.</param>
    public static (IReadOnlyList<PublishedFinding> After, IReadOnlyList<PublishedFinding> Found, IReadOnlyList<PublishedFinding> Withdrawn) Compare(
        IReadOnlyList<PublishedFinding> before, IReadOnlyCollection<string> present)
    {
        var known = before.ToDictionary(finding => finding.Text, StringComparer.Ordinal);
        var found = present.Distinct(StringComparer.Ordinal).Where(text => !(known.TryGetValue(text, out var finding) && finding.Holds))
            .Select(text => new PublishedFinding(text, (known.GetValueOrDefault(text)?.Times ?? 0) + 1, true)).ToList();
        var withdrawn = before.Where(finding => finding.Holds && !present.Contains(finding.Text)).Select(finding => finding with { Holds = false }).ToList();
        foreach (var finding in found.Concat(withdrawn))
            known[finding.Text] = finding;
        return ([.. known.Values.OrderBy(finding => finding.Text, StringComparer.Ordinal)], found, withdrawn);
    }
}
