using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>A verb or noun by which a sentence says where an error or its correction moves a metric.</summary>
/// <param name="Direction">Of the statements as issued: what the correction adds was missing before.</param>
/// <param name="IsMisstatement">"overstated", "understated": an error by itself.</param>
/// <param name="IsPassive">The metrics stand before it.</param>
/// <param name="Start">First character in the passage.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record EffectVerb(EffectDirection Direction, bool IsMisstatement, bool IsPassive, int Start, int Length)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;
}

/// <summary>The words by which sentences tell the effect of an error. Data: a line per family.</summary>
internal static partial class EffectWords
{
    public static IEnumerable<EffectVerb> Verbs(string text)
    {
        foreach (Match match in Verb().Matches(text))
        {
            var misstated = match.Groups["over"].Success || match.Groups["under"].Success;
            var adds = match.Groups["under"].Success || match.Groups["up"].Success;
            var passive = PassiveBefore().IsMatch(text.AsSpan(Math.Max(0, match.Index - 48), Math.Min(48, match.Index)));
            yield return new EffectVerb(adds ? EffectDirection.Understated : EffectDirection.Overstated, misstated, passive, match.Index, match.Length);
        }
    }

    /// <summary>The amount at a place is the value that comes of the movement, not its size.</summary>
    public static bool IsResult(string text, int at) => ResultBefore().IsMatch(text.AsSpan(Math.Max(0, at - 40), Math.Min(40, at)));

    /// <summary>"of which", "1.5% of": the amount is part of another.</summary>
    public static bool IsShareOfMetric(string text, int end) => ShareBehind().IsMatch(text.AsSpan(end, Math.Min(20, text.Length - end)));

    /// <summary>The date at a place is that of a balance sheet: "at January 31, 2004".</summary>
    public static bool IsInstant(string text, int at) => InstantBefore().IsMatch(text.AsSpan(Math.Max(0, at - 12), Math.Min(12, at)));

    /// <summary>The sentence itself speaks of a correction.</summary>
    public static bool IsCorrection(string text) => Corrects().IsMatch(text);

    /// <summary>The amount is not known yet.</summary>
    public static bool IsOpen(string text) => Undetermined().IsMatch(text);

    /// <summary>The sentence puts one value in another's place.</summary>
    public static bool Instead(string text) => Replaces().IsMatch(text) && Reported().IsMatch(text);

    /// <summary>Whether the first of two amounts is the one as reported.</summary>
    public static bool OldFirst(string text, AmountMention first, AmountMention second)
    {
        var behindFirst = text.AsSpan(first.End, second.Start - first.End);
        if (InsteadOf().IsMatch(behindFirst))
            return false;
        return Reported().IsMatch(behindFirst) || Reported().IsMatch(text.AsSpan(Math.Max(0, first.Start - 60), Math.Min(60, first.Start))) || FromTo().IsMatch(text.AsSpan(Math.Max(0, first.Start - 60), Math.Min(60, first.Start)));
    }

    /// <summary>The sentence takes up an amount that an earlier one speaks of.</summary>
    public static bool RefersBack(string text) => Such().IsMatch(text);

    /// <summary>Whether the sentence moves an amount from one line to another.</summary>
    public static bool Reclassifies(string text) => Reclassify().IsMatch(text);

    /// <summary>Where the words begin that move an amount from one line to another; null when there are none.</summary>
    public static int? Reclassified(string text) => Reclassify().Match(text) is { Success: true } match ? match.Index : null;

    /// <summary>The line that takes the amount: "to Class A common stock subject to possible redemption".</summary>
    public static (int Start, int Length)? Into(string text, int from)
    {
        var match = IntoLine().Match(text, Math.Min(from, text.Length));
        var line = match.Groups["line"];
        return match.Success ? (line.Index, line.Length) : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"\b((?<over>over-?stat\w{1,6})|(?<under>under-?stat\w{1,6}|under-?accru\w{1,4})"
        + @"|(?<up>increas\w{0,3}|higher|recognition\sof|recogni[sz]e(?!d)|record(?=\s(additional|an?\s|a\snon))|addition\sof|additional(?=\s(provisions?|(\w+-?\w*\s){0,3}(charges?|expenses?|compensation)))|more\sthan\spreviously)"
        + @"|(?<down>decreas\w{0,3}|reduc\w{1,5}|lower\w{0,3}|eliminat\w{1,4}|decline\w?))\b", Options)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(was|were|been|be|is|are|being)\s(each\s|both\s|also\s|all\s|therefore\s|\w{2,14}ly\s){0,3}$", Options)]
    private static partial Regex PassiveBefore();

    [GeneratedRegex(@"\b(to|from|total(s|ing)?)\s(an?\s|approximately\s|about\s|net\s|loss\s|income\s|of\s){0,4}\\?$", Options)]
    private static partial Regex ResultBefore();

    [GeneratedRegex(@"\b(restat\w{1,6}|correct\w{0,5}|adjust\w{0,6})\b", Options)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"\bat\s$", Options)]
    private static partial Regex InstantBefore();

    [GeneratedRegex(@"^\s?(previously\sreported|as\soriginally)", Options)]
    private static partial Regex ShareBehind();

    [GeneratedRegex(@"\b(not\s(yet\s)?(been\s)?(determined|quantified|known|completed)|to\sbe\sdetermined|cannot\s(yet\s)?(reasonably\s)?(be\s)?(estimat|determin|quantif)\w{1,6}|still\s(evaluating|assessing|determining))", Options)]
    private static partial Regex Undetermined();

    [GeneratedRegex(@"\b(instead\sof|rather\sthan|as\s(opposed|compared)\s(to|with)|compared\s(to|with)|versus|in\splace\sof|chang\w{1,4}\s[^;]{0,160}\bto\b|restated?\s(to|from)|from\s[^;]{0,80}\bto)\b", Options)]
    private static partial Regex Replaces();

    [GeneratedRegex(@"\b(previously|originally|initially|formerly)\s(been\s)?(reported|stated|recorded|disclosed|issued|announced)\b", Options)]
    private static partial Regex Reported();

    [GeneratedRegex(@"\b(instead\sof|rather\sthan|opposed\sto|compared\s(to|with)|versus|in\splace\sof)\b", Options)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"\bfrom\s(\w+\s){0,5}$", Options)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\b((such|these|the\sadditional|the\saggregate|the\stotal|the\scumulative|the)\s(\w+\s){0,3}(charges?|adjustments?|amounts?|errors?|misstatements?|provision|expense|corrections?)\s(of\ssuch\s(charges?|adjustments?)\s)?(is|are|will|was|were|would|to|totals?|aggregates?))\b", Options)]
    private static partial Regex Such();

    [GeneratedRegex(@"\breclassif(ication|y|ied|ying)\s(of\s)?(an\sadditional\s|approximately\s|about\s)?(?=[\$€£U])", Options)]
    private static partial Regex Reclassify();

    [GeneratedRegex(@"\b(?:to|into|as)\s(?<line>(?:Class\s[A-Z]\s)?(?:[\w-]+\s){0,3}(?:common\sstock|ordinary\sshares|equity|liabilit(?:y|ies)|assets?|debt)(?:\ssubject\sto\s(?:possible\s)?redemption)?)", Options)]
    private static partial Regex IntoLine();
}
