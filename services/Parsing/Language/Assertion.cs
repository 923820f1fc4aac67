using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>Tells whether a sentence asserts what a rule found in it, or denies it, or only talks about its possibility.</summary>
public static partial class Assertion
{
    private const int Window = 90;

    /// <summary>True unless the words before the place, in the same clause, deny it or make it hypothetical.</summary>
    public static bool Holds(string sentence, int at)
    {
        var start = Math.Max(0, at - Window);
        var before = sentence.AsSpan(start, at - start);
        var clause = before.LastIndexOfAny(";:") + 1;
        return !Denied().IsMatch(before[clause..]);
    }

    /// <summary>True when the words before the place, in the same clause, deny it: "not", "no", "without".</summary>
    public static bool IsNegated(string sentence, int at)
    {
        var start = Math.Max(0, at - Window);
        var before = sentence.AsSpan(start, at - start);
        return Negated().IsMatch(before[(before.LastIndexOfAny(";:,") + 1)..]);
    }

    // "May 13" and "May 2024" are a month.
    [GeneratedRegex(
        @"\b(not(?!\sonly\b)|never|neither|nor|without|whether|if|unless|may(?!\s\d)|might|could|would|potential|potentially|possible|possibly|risks?|unlikely|any(?=\s\w*\s?$)|no(?!\slonger|\.)|cannot|until)\b(?!.*\b(and|but|because|therefore|as\sa\sresult|accordingly|due\sto|(?<!\b(believe|expect|anticipate|think|consider|foresee|intend)\w*\s)that)\b.*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(not(?!\sonly\b)|never|neither|nor|without|no(?!\slonger|\.))\b(?!.*\b(and|but|because|(?<!\b(believe|expect|anticipate|think|consider|foresee|intend)\w*\s)that)\b.*$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Negated();
}
