using System.Text.RegularExpressions;

namespace Filingwire.Restatement.LateFilings;

/// <summary>The part of a report that a notice is about.</summary>
internal static partial class NoticePortion
{
    /// <summary>True when the notice is about Part III of Form 10-K, or its items 10 to 14, and nothing before it.</summary>
    public static bool IsPartIII(string portion) => PartIII().IsMatch(portion) && !EarlierParts().IsMatch(portion);

    [GeneratedRegex(@"\bPart\s+III\b|\bItems?\s+1[0-4]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartIII();

    [GeneratedRegex(@"\bPart\s+(I|II|IV)\b|\bItems?\s+([1-9][AB]?|15)\b|financial\sstatements", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EarlierParts();
}
