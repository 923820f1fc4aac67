using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// The words by which a text says that statements are restated for an error. A charter that is amended and restated, figures recast for a split, a sale
/// or a new standard, and a restatement that was over before are none.
/// </summary>
internal static partial class RestatementWords
{
    /// <summary>The words of a sentence that assert a restatement; null when there are none.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="kind">Where it stands: what a notice tells in the past tense was over before, what an amendment tells so is what it does.</param>
    public static Match? Find(string text, DisclosureKind kind)
    {
        if (!text.Contains("restat", StringComparison.OrdinalIgnoreCase))
            return null;
        for (var match = Mention().Match(text); match.Success; match = match.NextMatch())
        {
            if (IsPresentation(text) || (match.ValueSpan.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && AsRestated().IsMatch(text.AsSpan(Math.Max(0, match.Index - 24), Math.Min(24, match.Index)))) || RelativePast().IsMatch(text.AsSpan(Math.Max(0, match.Index - 40), Math.Min(40, match.Index))))
                continue;
            var certainty = Assertion.Of(text, match.Index, match.Length);
            if (certainty is Certainty.Negated or Certainty.Hypothetical or Certainty.SomebodyElse || certainty is Certainty.Historical && kind is not (DisclosureKind.Reissuance or DisclosureKind.Revision))
                continue;
            if (kind == DisclosureKind.NoticeAdmission && IsOver(text, match))
                continue;
            return match;
        }
        return null;
    }

    /// <summary>Figures shown anew for a split, a sale, a new standard or the like, without an error.</summary>
    public static bool IsPresentation(string text) => Presentation().IsMatch(text) && !Wrong().IsMatch(text);

    /// <summary>Whether a sentence says which statements are restated or should not be relied upon, and does not only speak of "the restatement".</summary>
    public static bool NamesStatements(string text) => Names().IsMatch(text) && !OnlyWaits().IsMatch(text);

    // "In its Form 10-K/A filed on May 24, 2021 the Company restated …"
    private static bool IsOver(string text, Match match) =>
        PastTense().IsMatch(text.AsSpan(Math.Max(0, match.Index - 60), Math.Min(60, match.Index))) && match.ValueSpan.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && Filed().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<!amended\sand\s|amend\sand\s)\brestat(e|es|ed|ing|ements?)\b(?!\s(certificate|articles|by-?laws|charter|credit|agreement|plan|employment|declaration|loan|note|trust|license|lease|limited|operating|deed|indenture|memorandum|bylaw))", Options)]
    private static partial Regex Mention();

    // "Amendment No. 1, in which we restated …"
    [GeneratedRegex(@"\b(in\swhich|which|that)\s(we|it|the\scompany)\s(had\s|previously\s)?$", Options)]
    private static partial Regex RelativePast();

    [GeneratedRegex(@"\b(restat(e|es|ed|ing)|revis(ed|ing|es)|restatements?\s(of|to|for|will|affects?|covers?|relates?|involves?|includes?|is|are|reduced|increased))\b|\brel(ied|y|iance)\b|\bassociated\swith\b|\bwithdr", Options)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(until|pending|upon|completion\sof|after)\s(the\s|its\s|completion\sof\s|\w+\sand\s){0,4}restatements?\s(is|are|has|have)\b(?!.*\brelied\b)", Options)]
    private static partial Regex OnlyWaits();

    [GeneratedRegex(@"\bas\s(previously\s|subsequently\s|so\s|retrospectively\s)?$", Options)]
    private static partial Regex AsRestated();

    [GeneratedRegex(@"\b(stock\s(split|dividend)|reverse\s(stock\s)?split|share\s(split|consolidation)|discontinued\soperations?|constant[-\s]currency|retrospective(ly)?\s|retroactive(ly)?\s"
        + @"|(adopt(ed|ion|ing)|implement\w{0,5})\s(of\s)?(\w+\s){0,3}(ASU|ASC|SFAS|FIN|IFRS|SAB|EITF|FSP|standards?|pronouncements?|guidance|statement)\b|new\s(accounting\s)?(standards?|pronouncements?|guidance|principle)"
        + @"|common\scontrol|pooling\sof\sinterests?|hyperinflation\w*|IAS\s29|purchasing\spower|general\sprice\sindex|change\sin\s(reporting\s|operating\s|its\s){0,2}(segments?|accounting\s(principle|policy|method)|reporting\scurrency)"
        + @"|segment\s(realignment|reorganization|structure|presentation)|to\sconform\s(to|with)\s(the\s)?(current|new|\d{4})|comparati(ve|bility)\spurposes|for\scomparability|holding\scompany\sreorgani[sz]ation)\b", Options)]
    private static partial Regex Presentation();

    [GeneratedRegex(@"\b(errors?|misstat\w{1,8}|incorrect\w{0,2}|improper\w{0,2}|erroneous\w{0,2}|not\sin\saccordance|relied|misappli\w{1,7}|irregularit\w{1,3})\b", Options)]
    private static partial Regex Wrong();

    [GeneratedRegex(@"\b(company|registrant|corporation|partnership|trust|issuer|we|it|inc\.|which\syear|statements)\s(has\s|had\s|have\s)?(previously\s|already\s|then\s|subsequently\s)?(been\s)?$", Options)]
    private static partial Regex PastTense();

    [GeneratedRegex(@"\b(filed\s(on|in|with)|Amendment\sNo|10-[KQ](SB)?/A|as\spreviously\s(disclosed|reported|announced)|previously|in\sits\s(Annual|Quarterly)\sReport)", Options)]
    private static partial Regex Filed();
}
