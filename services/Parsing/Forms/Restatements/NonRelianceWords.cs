using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The words by which a text says that statements issued before should not be relied upon. Data: a line per phrase.</summary>
internal static partial class NonRelianceWords
{
    /// <summary>The words of a sentence that assert it, about statements and by the registrant; null when there are none.</summary>
    /// <param name="text">A sentence.</param>
    public static Match? Find(string text)
    {
        if (!Speaks(text))
            return null;
        for (var match = Phrase().Match(text); match.Success; match = match.NextMatch())
        {
            if (IsAboutOpinionOnFuture(text, match) || Overcome().IsMatch(text))
                continue;
            // "should no longer be relied upon" carries its own negation; only what stands around it takes it back.
            if (Assertion.Of(text, match.Index, match.Length) is Certainty.Affirmed or Certainty.Historical)
                return match;
        }
        return null;
    }

    /// <summary>Whether the sentence holds any of the words at all.</summary>
    public static bool Mentions(string text) => Speaks(text) && Phrase().IsMatch(text);

    private static bool Speaks(string text) => text.Contains("rel", StringComparison.OrdinalIgnoreCase) || text.Contains("withdr", StringComparison.OrdinalIgnoreCase)
        || text.Contains("associated with", StringComparison.OrdinalIgnoreCase);

    // Forecasts and estimates should not be relied upon "as" something; that is no matter of statements issued before.
    private static bool IsAboutOpinionOnFuture(string text, Match match) =>
        Outlook().IsMatch(text.AsSpan(match.Index + match.Length, Math.Min(100, text.Length - match.Index - match.Length)))
        || (FutureSubject().IsMatch(text.AsSpan(0, match.Index)) && !IssuedStatements().IsMatch(text.AsSpan(0, match.Index)));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Not = @"(no\slonger|not(\sany\slonger)?|cannot|can\sno\slonger)";
    private const string Modal = @"(should|can|could|must|may|shall|ought\sto|are\sto|is\sto)";

    [GeneratedRegex(
        @"\b(" + Modal + @"\s?([\w,]+\s){0,3}" + Not + @"\s(any\s?longer\s|now\s)?(be\s|to\sbe\s)?(considered\s(as\s)?)?rel(ied|y|iable)(\s?(up)?on)?"
        + @"|" + Not + @"\s(be\s)?(relied\s?(up)?on|rely\s?(up)?on)"
        + @"|(no\slonger|not)\s(considered\s)?reliable"
        + @"|(advis\w+|caution\w+|urged?|warn\w+|instruct\w+|recommend\w+|told)\s(\w+\s){0,6}(not\sto|against|should\snot)\s(rely|relying|reliance)"
        + @"|reliance\s(should|can|may|must|shall|could)\s(\w+\s){0,2}(no\slonger|not)\s(any\slonger\s)?be\splaced"
        + @"|no\s(further\s)?reliance\s(should|can|may|must|shall)\s(\w+\s)?be\splaced"
        + @"|(not|no\slonger)\splace\s(any\s|further\s)?reliance"
        + @"|(cease|discontinue|stop|refrain\sfrom)\s(relying|to\srely|reliance)"
        + @"|prevent\s(any\s|further\s|future\s){0,2}reliance"
        + @"|(withdr[ae]w(ing|n|s)?|withdrawal\sof|recall(ed|ing)?|revok(ed|ing))\s(\w+\s){0,3}(audit\s|review\s|auditors?['’]?s?\s|accountants?['’]?s?\s|unqualified\s){0,3}(reports?|opinions?)\b"
        + @"|(reports?|opinions?)\s(\w+\s){0,8}(has|have|had|is|are|was|were)\s(been\s|being\s)?withdrawn"
        + @"|(no\slonger|not)\s(\w+\s){0,2}(be\s)?associated\swith"
        + @"|(conclu|determin)\w+\s.{0,60}non-?reliance)", Options)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"^\W{0,2}(as\s(a|an|representing|of\sany|being|indicat\w+|predict\w+|guarantee\w*|necessarily)|((any|these|such|this|those|our|the|its)\s(\w+\s){0,4})?(forward|estimates?|preliminary|guidance|projections?|forecasts?|predictions?|expectations?|presentation|website|summar(y|ies)|outlook))\b", Options)]
    private static partial Regex Outlook();

    [GeneratedRegex(@"\b(forward-?\s?looking|undue\sreliance|projections?|forecasts?|guidance|estimates\sof\sfuture|predictions?)\b", Options)]
    private static partial Regex FutureSubject();

    [GeneratedRegex(@"\b((previously|prior|issued|audited|unaudited|consolidated|interim)\s(\w+\s){0,4}(statements?|reports?|results)|financial\sstatements|audit\sreports?|10-[KQ])\b", Options)]
    private static partial Regex IssuedStatements();

    // What was restated long since is relied upon again.
    [GeneratedRegex(@"\b(subsequently|thereafter|since)\s(been\s)?restated\b|\bcontinue\sto\sbe\srelied\b.{0,40}$", Options)]
    private static partial Regex Overcome();
}
