using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>What part a period plays in a sentence about a restatement: affected, or only the period of the report that carries the correction, or said not to be affected.</summary>
internal static partial class PeriodRoles
{
    private const int Before = 220, Behind = 160;

    /// <summary>Whether the period is that of a report to come, or of work during which the error was found: "in its Form 10-K for the year ended June 30, 2005".</summary>
    public static bool IsCarrying(string sentence, PeriodMention mention)
    {
        var start = Math.Max(0, mention.At - Before);
        var before = sentence.AsSpan(start, mention.At - start);
        before = before[(before.LastIndexOf(';') + 1)..];
        if (Selected().IsMatch(before))
            return true;
        // The statements in a report that shall not be relied upon were issued.
        var issued = (sentence.AsSpan(mention.Stop).Contains("relied", StringComparison.OrdinalIgnoreCase) || AffectedInclude().IsMatch(before)) && !Future().IsMatch(before);
        var (amends, carrier) = (LastOf(Amends(), before), LastOf(Carrier(), before));
        if (amends > carrier || ContainsFrom(before))
            return false;
        if ((!issued && carrier >= 0) || Work().IsMatch(before))
            return true;
        // "… will be reflected in the fiscal 2004 Form 10-K"
        return BeforeForm().IsMatch(Next(sentence, mention, 40)) && WillCarry().IsMatch(before);
    }

    /// <summary>Whether the sentence says that the period is not affected, or that this is not decided.</summary>
    public static bool IsExcluded(string sentence, PeriodMention mention)
    {
        var start = Math.Max(0, mention.At - Before);
        var before = sentence.AsSpan(start, mention.At - start);
        before = before[(before.LastIndexOf(';') + 1)..];
        if (Except().IsMatch(before) || Undecided().IsMatch(before))
            return true;
        var behind = Next(sentence, mention, Behind);
        return Unaffected().IsMatch(behind);
    }

    private static int LastOf(Regex words, ReadOnlySpan<char> text)
    {
        var last = -1;
        foreach (var match in words.EnumerateMatches(text))
            last = match.Index;
        return last;
    }

    // The last of the words that decide is "included in", "as filed in": statements that were issued.
    private static bool ContainsFrom(ReadOnlySpan<char> before)
    {
        var contained = -1;
        foreach (var match in Contained().EnumerateMatches(before))
            contained = match.Index;
        if (contained < 0 || RestatedAre().IsMatch(before))
            return false;
        foreach (var match in Future().EnumerateMatches(before[..contained]))
        {
            if (contained - match.Index < 90)
                return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> Next(string sentence, PeriodMention mention, int most)
    {
        var rest = sentence.AsSpan(mention.Stop, Math.Min(most, sentence.Length - mention.Stop));
        var end = rest.IndexOf(';');
        return end < 0 ? rest : rest[..end];
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Report = @"(Annual\s|Quarterly\s|Transition\s)?(Reports?\s(on|of)\s)?Forms?\s(10-?[KQ](SB|T)?|20-F|40-F)(/A)?";
    private const string Own = @"(its|the|our|an?|their|such|upcoming|forthcoming|next|this)";

    // What amends a report restates its period.
    [GeneratedRegex(@"\b(amendments?(\sNo\.?\s?\d)?\s(to|of|on)|amend(s|ed|ing)?|restat(e|es|ing)|Form\s10-[KQ](SB)?/A\s(for|covering))\b(?!\s[^;]{0,120}\b(will|would|shall)\sbe\b)[^;,]{0,120}$", Options)]
    private static partial Regex Amends();

    [GeneratedRegex(@"\b(contained|included|filed|reported|presented|set\sforth|appear(ing|s|ed)?|previously|originally|issued|furnished)\b", Options)]
    private static partial Regex Contained();

    [GeneratedRegex(@"\b(will|would|shall|to\sbe|expects?\sto|intends?\sto|plans?\sto|anticipates?)\b", Options)]
    private static partial Regex Future();

    // "The restated statements are included in the Annual Report on Form 10-K for …"
    [GeneratedRegex(@"\brestate(d|ment)s?\b[^;]{0,90}\b(is|are|was|were|has\sbeen|have\sbeen|will\sbe|to\sbe|being)\s(\w+\s)?(included|reflected|presented|contained|reported|set\sforth|restated|made|filed)\s(in|on|with|as)\b[^;]{0,120}$", Options)]
    private static partial Regex RestatedAre();

    [GeneratedRegex(
        @"\b(in|with|into|file|filing(\sof)?|files|filed|complete|completing|completion\sof|delay(ed|ing)?|unable\sto\s(timely\s)?file|through|until|prior\sto|before|upon|concurrently\swith|part\sof)\s" + Own + @"\s([\w’'-]{1,30}\s){0,5}" + Report
        + @"(,?\s?\([^)]{1,60}\))?(,|\s(for|covering|relating\sto|with\srespect\sto))\s(the\s)?[^;,]{0,60}$", Options)]
    private static partial Regex Carrier();

    [GeneratedRegex(
        @"\b(prepar(ation|ing)|audit(ing)?|review(ing)?|clos(e|ing)|year-end\sclose|complet(e|ing|ion)|finali[sz](e|ing|ation)|while|during|in\sconnection\swith|in\sthe\scourse\sof|in\sthe\sprocess\sof)\s(of\s|the\s|its\s|our\s|for\s|an?\s|\w+ing\s|preparation\s|audit\s|review\s){0,6}"
        + @"((\w+\s){0,5}(statements|results|books|report|Form\s10-[KQ]\w{0,2}|information|audit|review|close)\s)?(as\sof\sand\s)?(for|of|ended|as\sof)\s(the\s)?[^;,.]{0,50}$", Options)]
    private static partial Regex Work();

    // "The statements affected include those in the Annual Reports on Form 10-K for …"
    [GeneratedRegex(@"\b(affected|impacted|concerned)\s(\w+\s){0,4}(include|are|consist|comprise)s?\b", Options)]
    private static partial Regex AffectedInclude();

    [GeneratedRegex(@"\bselected\s(\w+\s){0,3}data\b[^;,]{0,60}$", Options)]
    private static partial Regex Selected();

    [GeneratedRegex(@"^\s?(Annual\s|Quarterly\s)?(Report\son\s)?(Form\s)?10-?[KQ]", Options)]
    private static partial Regex BeforeForm();

    [GeneratedRegex(@"\b(reflected|included|presented|restated|made|file|filing\sof|filed|contained)\s(in|with|the|its|our)\b[^;]{0,60}$", Options)]
    private static partial Regex WillCarry();

    [GeneratedRegex(@"\b(except(\sfor)?|other\sthan|excluding|exclusive\sof|not\sincluding|with\sthe\sexception\sof|(do(es)?|did|will)\snot\s(\w+\s)?(affect|impact|relate\sto|include|apply\sto|involve|change)|no\s(\w+\s){0,3}(effect|impact|change)s?\s(on|to)|no\s(\w+\s){0,3}(adjustments?|restatement)\s(\w+\s){0,3}(to|of|for))\b(?![^;]{0,160}\b(but|however)\b)[^;]{0,160}$", Options)]
    private static partial Regex Except();

    [GeneratedRegex(@"\b((not|never)\s(yet\s)?(conclu|determin)\w+|whether|(assess|evaluat|consider|investigat|determin)(ing|es)?\s(if|whether))\b(?![^;]{0,200}\b(but|however|and\s(has|have|that))\b)[^;]{0,200}$", Options)]
    private static partial Regex Undecided();

    [GeneratedRegex(@"^((?!\bno\slonger\b|\bnot\sbe\srel|\bshould\sbe\srestated)[^.;]){0,120}?\b((is|are|was|were)\s(unaffected|not\s(\w+\s)?(affected|impacted|believed)|unchanged)|(has|have|had)\snot\sbeen\s(\w+\s)?(affected|impacted)|(can|may|should)\s(still\s|continue\sto\s)(be\s)?rel(ied|y)|continue\sto\sbe\srelied|(do|does|did|will)\snot\s(\w+\s)?(require|need)|(require|need)s?\sno\s(restatement|adjustment)|remain\s(\w+\s)?(reliable|unaffected)|(is|are)\snot\sbelieved)\b", Options)]
    private static partial Regex Unaffected();
}
