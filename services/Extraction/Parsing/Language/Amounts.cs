using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Extraction.Parsing.Language;

/// <summary>An amount of money found in a text, or a range of two.</summary>
/// <param name="Low">Full units; the only value unless there is a range.</param>
/// <param name="High">Upper end of a range, or null.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Approximate">"approximately", "about", a range.</param>
/// <param name="PerShare">The amount is per share.</param>
/// <param name="Start">First character in the passage, without "approximately".</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct AmountMention(decimal Low, decimal? High, string Currency, bool Approximate, bool PerShare, int Start, int Length)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;
}

/// <summary>Reads amounts of money as filings write them: "$25.9 million", "approximately $570 to $580 million", "$(1,234)", "US$0.8 million".</summary>
public static partial class Amounts
{
    /// <summary>All amounts in a text, in order.</summary>
    public static IReadOnlyList<AmountMention> FindAll(string text)
    {
        var amounts = new List<AmountMention>();
        foreach (Match match in Any().Matches(text))
        {
            var lowScale = match.Groups["scale"].ValueSpan;
            var highScale = match.Groups["highScale"].ValueSpan;
            var isRange = match.Groups["high"].Success;
            // "$570 to $580 million": the unit stands once, behind the upper end.
            var low = Scaled(match.Groups["low"].ValueSpan, lowScale.Length == 0 && isRange ? highScale : lowScale);
            decimal? high = isRange ? Scaled(match.Groups["high"].ValueSpan, highScale.Length == 0 ? lowScale : highScale) : null;
            if (low is null)
                continue;
            if (match.Groups["negative"].Success)
                low = -low;
            var amount = isRange ? match : (Capture)match.Groups["amount"];
            var before = text.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index));
            var found = new AmountMention(low.Value, high, Currency(match.Groups["currency"].ValueSpan),
                high is not null || About().IsMatch(before), PerShare().IsMatch(text.AsSpan(match.Index + match.Length)), amount.Index, amount.Length);
            if (amounts.Count > 0 && Between(text, amounts[^1], found))
                amounts[^1] = amounts[^1] with { High = found.Low, Approximate = true, PerShare = found.PerShare, Length = found.End - amounts[^1].Start };
            else
                amounts.Add(found);
        }
        return amounts;
    }

    // "between $1.0 million and $1.2 million"
    private static bool Between(string text, AmountMention low, AmountMention high) =>
        low.High is null && text.AsSpan(low.End, high.Start - low.End).Trim() is "and" or "and approximately"
        && text.AsSpan(0, low.Start).TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase);

    private static decimal? Scaled(ReadOnlySpan<char> digits, ReadOnlySpan<char> scale)
    {
        if (!decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var factor = scale.Length == 0 ? 1m : char.ToLowerInvariant(scale[0]) switch { 't' => 1_000m, 'm' => 1_000_000m, 'b' => 1_000_000_000m, _ => 1m };
        if (number > decimal.MaxValue / factor)
            return null;
        // "25.9 million" is 25900000, not 25900000.0; an unscaled "1.50" keeps its digits.
        return factor == 1m ? number : number * factor / 1.0000000000000000000000000000m;
    }

    private static string Currency(ReadOnlySpan<char> sign) => sign switch
    {
        _ when sign.Contains('€') || sign.StartsWith("EUR", StringComparison.OrdinalIgnoreCase) => "EUR",
        _ when sign.Contains('£') || sign.StartsWith("GBP", StringComparison.OrdinalIgnoreCase) => "GBP",
        _ when sign.Contains('¥') || sign.StartsWith("JPY", StringComparison.OrdinalIgnoreCase) => "JPY",
        _ when sign.StartsWith("RMB", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("CNY", StringComparison.OrdinalIgnoreCase) => "CNY",
        _ when sign.StartsWith("C$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("CA", StringComparison.OrdinalIgnoreCase)
            || sign.StartsWith("CDN", StringComparison.OrdinalIgnoreCase) => "CAD",
        _ when sign.StartsWith("A$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("AU", StringComparison.OrdinalIgnoreCase) => "AUD",
        _ when sign.StartsWith("HK", StringComparison.OrdinalIgnoreCase) => "HKD",
        _ => "USD",
    };

    private const string Money = @"(?:US|CA|C|CDN|AU|A|HK)?\\?\$|€|£|¥|RMB|EUR|GBP|CNY|CAD|USD|JPY";
    private const string Number = @"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?";
    private const string Scale = @"thousands?|millions?|billions?|MM|M|B";

    [GeneratedRegex(
        @"(?<amount>(?<currency>" + Money + @")\s?(?<negative>\(\s?)?(?<low>" + Number + @")(?:(?<=\(\s?[\d.,]+)\))?(?:[\s-]?(?<scale>" + Scale + @")\b)?)"
        + @"(?:\s?(?:to|-|–|—)\s?(?:(?:approximately|about)\s)?(?:" + Money + @")?\s?(?<high>" + Number + @")(?:[\s-]?(?<highScale>" + Scale + @")\b))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Any();

    [GeneratedRegex(@"\b(approximately|about|around|roughly|nearly|almost|estimated|estimates?|some|up to|at least|in excess of|over|less than|more than|not more than|between|in the range of)\s+(to be\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    [GeneratedRegex(@"^\s?(in\s)?(per|a|/)\s?(basic\s|diluted\s|(basic\sand\sdiluted\s)|common\s|ordinary\s)*share", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PerShare();
}
