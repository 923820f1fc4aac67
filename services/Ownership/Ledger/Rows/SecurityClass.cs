using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Filingwire.Ownership.Ledger.Rows;

/// <summary>
/// Brings the ways in which filers write the title of one security to one form: "Common Stock, par value $0.01 per share", "COMMON STOCK" and
/// "Common  Stock ($.01 par)" are one class; "Class A Common Stock" and "Class B Common Stock" are two, and "Common Shares" is not taken for
/// "Common Stock".
/// </summary>
public static partial class SecurityClass
{
    private const int CacheLimit = 20_000;
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>Lower case, without par value, punctuation and footnote marks; empty for no title.</summary>
    public static string Of(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return "";
        if (Known.TryGetValue(title, out var known))
            return known;
        var words = Wording.Of(ParValue().Replace(title, " "));
        if (words.Length == 0)
            words = Wording.Of(title);
        if (Known.Count < CacheLimit)
            Known.TryAdd(title, words);
        return words;
    }

    // "par value $0.01 per share", "$.001 par value", "no par value", "without par value", "(par value $1)", "US$0.0001 par value per share".
    [GeneratedRegex(
        @"(?:\b(?:no|without|nominal)\s+)?(?:(?:us)?\$\s?[\d.]+\s*(?:nominal\s+)?)?\bpar(?:\s+value)?\b(?:\s*(?:of\s+)?(?:us)?\$\s?[\d.]+)?(?:\s*(?:per|each|a)?\s*share\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ParValue();
}
