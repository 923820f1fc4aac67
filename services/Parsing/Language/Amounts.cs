using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>An amount of money found in a text, or a range of two.</summary>
/// <param name="Low">Full units; the only value unless there is a range.</param>
/// <param name="High">Upper end of a range, or null.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Approximate">"approximately", "about", a range.</param>
/// <param name="PerShare">The amount is per share.</param>
/// <param name="Start">First character in the passage, without "approximately".</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Scale">Unit that the number is written in.</param>
/// <param name="ScaleStart">First character of the word that says so; -1 for full units.</param>
/// <param name="ScaleLength">Its number of characters.</param>
public readonly record struct AmountMention(
    decimal Low, decimal? High, string Currency, bool Approximate, bool PerShare, int Start, int Length, decimal Scale = 1m, int ScaleStart = -1, int ScaleLength = 0)
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
        for (var match = Any().Match(text); match.Success; match = match.NextMatch())
        {
            // "increased from $0.8 million to $1.6 million" is no range.
            if (match.Groups["high"].Success && MovedFrom().IsMatch(text.AsSpan(0, match.Index)))
            {
                var first = match.Groups["amount"];
                amounts.AddRange(FindAll(text[..(first.Index + first.Length)]).Where(amount => amounts.Count == 0 || amount.Start >= amounts[^1].End));
                match = Any().Match(text, first.Index + first.Length);
                if (!match.Success)
                    break;
            }
            var lowScale = match.Groups["scale"].ValueSpan;
            var highScale = match.Groups["highScale"].ValueSpan;
            var scale = match.Groups["scale"].Success ? match.Groups["scale"] : match.Groups["highScale"];
            var isRange = match.Groups["high"].Success;
            // "$570 to $580 million": the unit stands once, behind the upper end.
            var low = Scaled(match.Groups["low"].ValueSpan, lowScale.Length == 0 && isRange ? highScale : lowScale);
            decimal? high = isRange ? Scaled(match.Groups["high"].ValueSpan, highScale.Length == 0 ? lowScale : highScale) : null;
            if (low is null)
                continue;
            if (match.Groups["negative"].Success)
                low = -low;
            if (match.Groups["highNegative"].Success)
                high = -high;
            var amount = isRange ? match : (Capture)match.Groups["amount"];
            var found = new AmountMention(low.Value, high, Currency(match.Groups["currency"].ValueSpan),
                high is not null || IsAbout(text, match.Index), PerShare().IsMatch(text.AsSpan(match.Index + match.Length)), amount.Index, amount.Length,
                FactorOf(scale.ValueSpan), scale.Success ? scale.Index : -1, scale.Length);
            if (amounts.Count > 0 && IsConversion(text, amounts[^1], found))
                continue;
            if (amounts.Count > 0 && Between(text, amounts[^1], found))
                amounts[^1] = amounts[^1] with { High = found.Low, Approximate = true, PerShare = found.PerShare, Length = found.End - amounts[^1].Start };
            else
                amounts.Add(found);
        }
        return amounts;
    }

    /// <summary>Whether the words before a place say that the number there is not exact.</summary>
    internal static bool IsAbout(string text, int at) => About().IsMatch(text.AsSpan(Math.Max(0, at - 24), Math.Min(24, at)));

    // "RMB412.6 million (US$65.6 million)": the same amount once more, in another currency.
    private static bool IsConversion(string text, AmountMention amount, AmountMention other) =>
        other.Currency != amount.Currency && text.AsSpan(amount.End, other.Start - amount.End).Trim() is "(" or "(approximately" or "(about" or ", or" or "or" or "(or" or "(or approximately" or "(equivalent to" or "(equivalent to approximately";

    // "between $1.0 million and $1.2 million"
    private static bool Between(string text, AmountMention low, AmountMention high) =>
        low.High is null && text.AsSpan(low.End, high.Start - low.End).Trim() is "and" or "and approximately"
        && text.AsSpan(0, low.Start).TrimEnd().EndsWith("between", StringComparison.OrdinalIgnoreCase);

    private static decimal? Scaled(ReadOnlySpan<char> digits, ReadOnlySpan<char> scale)
    {
        if (!decimal.TryParse(digits, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        return InFullUnits(number, FactorOf(scale));
    }

    /// <summary>A number in full units: 25.9 in millions is 25900000, not 25900000.0; an unscaled 1.50 keeps its digits. Null when it is too large.</summary>
    internal static decimal? InFullUnits(decimal number, decimal factor) =>
        number > decimal.MaxValue / factor ? null : factor == 1m ? number : number * factor / 1.0000000000000000000000000000m;

    /// <summary>The factor of "thousand", "million" or "billion" by its first letter; 1 for anything else.</summary>
    internal static decimal FactorOf(ReadOnlySpan<char> scale) =>
        scale.Length == 0 ? 1m : char.ToLowerInvariant(scale[0]) switch { 't' => 1_000m, 'm' => 1_000_000m, 'b' => 1_000_000_000m, _ => 1m };

    /// <summary>The currency of a sign or code, ISO 4217; dollars are the United States' unless a letter says otherwise.</summary>
    internal static string Currency(ReadOnlySpan<char> sign) => sign switch
    {
        _ when sign.Contains('€') || sign.StartsWith("EUR", StringComparison.OrdinalIgnoreCase) => "EUR",
        _ when sign.Contains('£') || sign.StartsWith("GBP", StringComparison.OrdinalIgnoreCase) => "GBP",
        _ when sign.Contains('¥') || sign.StartsWith("JPY", StringComparison.OrdinalIgnoreCase) => "JPY",
        _ when sign.StartsWith("RMB", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("CNY", StringComparison.OrdinalIgnoreCase) => "CNY",
        _ when sign.StartsWith("C$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("CA", StringComparison.OrdinalIgnoreCase)
            || sign.StartsWith("CDN", StringComparison.OrdinalIgnoreCase) => "CAD",
        _ when sign.StartsWith("A$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("AU", StringComparison.OrdinalIgnoreCase) => "AUD",
        _ when sign.StartsWith("R$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("R\\$", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("BRL", StringComparison.OrdinalIgnoreCase) => "BRL",
        _ when sign.StartsWith("NT", StringComparison.OrdinalIgnoreCase) => "TWD",
        _ when sign.StartsWith("NZ", StringComparison.OrdinalIgnoreCase) => "NZD",
        _ when sign.StartsWith("S$", StringComparison.OrdinalIgnoreCase) => "SGD",
        _ when sign.StartsWith("MX", StringComparison.OrdinalIgnoreCase) => "MXN",
        _ when sign.Contains('₪') || sign.StartsWith("NIS", StringComparison.OrdinalIgnoreCase) => "ILS",
        _ when sign.Contains('₹') || sign.StartsWith("INR", StringComparison.OrdinalIgnoreCase) => "INR",
        _ when sign.StartsWith("CHF", StringComparison.OrdinalIgnoreCase) => "CHF",
        _ when sign.StartsWith("SEK", StringComparison.OrdinalIgnoreCase) => "SEK",
        _ when sign.StartsWith("KRW", StringComparison.OrdinalIgnoreCase) => "KRW",
        _ when sign.StartsWith("HK", StringComparison.OrdinalIgnoreCase) => "HKD",
        _ => "USD",
    };

    /// <summary>Signs and codes of currencies, as a pattern.</summary>
    internal const string Money = @"(?:US|U\.S\.|CA|C|CDN|AU|A|HK|R|NT|S|NZ|MX)?\\?\$|€|£|¥|₪|₹|RMB|EUR|GBP|CNY|CAD|USD|JPY|BRL|NIS|INR|CHF|SEK|MXN|KRW|HKD|AUD";
    private const string Number = @"\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?|\.\d{1,4}";
    private const string Scale = @"thousands?|millions?|billions?|MM|M|B";

    [GeneratedRegex(
        @"(?<amount>(?<currency>" + Money + @")\s?(?<negative>\(\s?)?(?<low>" + Number + @")(?:(?<=\(\s?[\d.,]+)\))?(?:[\s-]?(?<scale>" + Scale + @")\b)?)"
        + @"(?:\s?(?:to|-|–|—)\s?(?:(?:approximately|about)\s)?(?:(?:" + Money + @")?\s?(?<highNegative>\(\s?)?(?<high>" + Number + @")\)?(?:[\s-]?(?<highScale>" + Scale + @")\b)|(?:" + Money + @")\s?(?<highNegative>\(\s?)?(?<high>" + Number + @")(?![\d.,]*\d)\)?))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Any();

    [GeneratedRegex(@"\b(increas|decreas|declin|grew|grow|rose|ris|fell|fall|improv|chang|went|drop|reduc)\w*\b[^.;]{0,80}\bfrom\s((a|net|loss|income|of|approximately|about)\s){0,5}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MovedFrom();

    [GeneratedRegex(@"\b(approximately|about|around|roughly|nearly|almost|estimated|estimates?|some|up to|at least|in excess of|over|less than|more than|not more than|between|in the range of)\s+(to be\s+)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex About();

    [GeneratedRegex(@"^\s?(in\s)?(per|a|/)\s?(basic\s|diluted\s|(basic\sand\sdiluted\s)|common\s|ordinary\s)*share", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PerShare();
}
