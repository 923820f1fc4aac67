using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>The accounting firm that a text names: a firm of auditors, not any company with "LLC" in its name.</summary>
internal static partial class AuditorNames
{
    /// <summary>Words for a registrant's accountant, as a pattern.</summary>
    internal const string Words = @"(?:independent\s(?:registered\s)?(?:certified\s)?(?:public\s)?(?:account(?:ing|ants?)(?:\sfirm)?|auditors?)|registered\spublic\saccounting\sfirm|(?:former|prior|predecessor|current|successor|outside|external)\s(?:independent\s)?(?:auditors?|accountants?|accounting\sfirm)|auditors?|LLP|L\.L\.P\.|P\.C\.|certified\spublic\saccountants?|" + Firms + ")";

    private const string Firms = @"Deloitte|KPMG|Ernst\s&\sYoung|PricewaterhouseCoopers|PwC|Price\sWaterhouse|Coopers\s&\sLybrand|Arthur\sAndersen|Grant\sThornton|BDO|McGladrey|Crowe|Marcum|Withum\w{0,12}|Malone\s?Bailey|Baker\sTilly|Moss\sAdams|CohnReznick|Eisner\w{0,4}|Mazars|Friedman|BF\sBorgers|Plante|Cherry\sBekaert|Dixon\sHughes|Moore\sStephens|Weinberg|Forvis|BKD|Squar\sMilner|Haskell\s&\sWhite|Singer\sLewak|Rothstein\sKass|J\.H\.\sCohn|Amper";

    /// <summary>The first firm of a sentence; null when it names none.</summary>
    public static Field<string?>? Find(Passage sentence, string rule, byte confidence)
    {
        for (var match = Firm().Match(sentence.Text); match.Success; match = match.NextMatch())
        {
            var name = match.Groups["name"];
            if (IsAuditor(sentence.Text, match))
                return new Field<string?>(name.Value.Trim(), sentence.Cite(name, rule, confidence));
        }
        return null;
    }

    private static bool IsAuditor(string text, Match match)
    {
        var stop = match.Index + match.Length;
        var behind = text.AsSpan(stop, Math.Min(120, text.Length - stop));
        var before = text.AsSpan(Math.Max(0, match.Index - 120), Math.Min(120, match.Index));
        if (Lawyer().IsMatch(behind[..Math.Min(40, behind.Length)]) || Lawyer().IsMatch(before[Math.Max(0, before.Length - 40)..]))
            return false;
        return match.Groups["sure"].Success || Known().IsMatch(match.ValueSpan) || Accountant().IsMatch(behind) || AccountantBefore().IsMatch(before);
    }

    private const RegexOptions Cased = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const RegexOptions Options = RegexOptions.IgnoreCase | Cased;

    [GeneratedRegex(@"(?<name>(?:[A-Z][\w.’'-]{0,24}|&)(?:,?\s(?:[A-Z][\w.’'-]{0,24}|&|and(?=\s[A-Z]))){0,5},?\s(?:(?<sure>LLP|L\.L\.P\.|PLLC|CPAs?(?:\s(?:Limited|PC|P\.C\.|LLP|LLC))?)|LLC|P\.?C\.?|P\.?A\.?|Ltd\.?|Chartered|& (?:Company|Co\.|Associates))(?!\w))"
        + @"|(?<name>(?:Deloitte\s&\sTouche|Ernst\s&\sYoung|PricewaterhouseCoopers|KPMG(?:\sPeat\sMarwick)?|Arthur\sAndersen|Grant\sThornton|BDO(?:\s(?:Seidman|USA))?|McGladrey(?:\s&\sPullen)?|MaloneBailey|Marcum|RSM(?:\sUS)?|Deloitte|Price\sWaterhouse|Coopers\s&\sLybrand|Baker\sTilly|Moss\sAdams|WithumSmith\+Brown)(?!\w))", Cased)]
    private static partial Regex Firm();

    [GeneratedRegex(@"\b(?:" + Firms + @")\b", Options)]
    private static partial Regex Known();

    [GeneratedRegex(@"^[\s,]{0,2}(\([^)]{1,40}\)[,\s]{0,2})?((the|our|its|an?|who|which|as|was|is)\s){0,3}([\w’']{1,20}\s){0,4}?(independent|registered|auditors?|accountants?|accounting\sfirm|certified\spublic)\b", Options)]
    private static partial Regex Accountant();

    [GeneratedRegex(@"\b(auditors?|accountants?|accounting\sfirm|audit\sfirm)\b[^.;]{0,30}$", Options)]
    private static partial Regex AccountantBefore();

    [GeneratedRegex(@"\b(counsel|law\sfirm|attorneys?|legal|lawyers|investment\sbank\w*|forensic)\b", Options)]
    private static partial Regex Lawyer();
}
