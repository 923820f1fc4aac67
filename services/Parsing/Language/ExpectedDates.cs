using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language;

/// <summary>Reads the date on or by which somebody expects to file: "which it expects to file by April 14, 2005", "to be filed not later than March 29, 2019".</summary>
internal static partial class ExpectedDates
{
    /// <summary>The first such date of a sentence; null when it names none, or denies it.</summary>
    public static DateMention? Find(string text)
    {
        if (!Expects().IsMatch(text) || !Files().IsMatch(text))
            return null;
        foreach (var date in Dates.FindAll(text))
        {
            var before = text.AsSpan(Math.Max(0, date.Start - 40), Math.Min(40, date.Start));
            if (!Deadline().IsMatch(before) || IsDue(text, date) || !FollowsExpectation(text, date.Start))
                continue;
            return date;
        }
        return null;
    }

    // The words of expectation and of filing stand before the date, in the same clause or the one it depends on.
    private static bool FollowsExpectation(string text, int at)
    {
        var from = Math.Max(0, at - 420);
        var before = text.AsSpan(from, at - from);
        var last = -1;
        foreach (var match in Expects().EnumerateMatches(before))
            last = match.Index;
        if (last < 0 || !Files().IsMatch(before[last..]))
            return false;
        var clause = before[last..];
        return !Denied().IsMatch(before[Math.Max(0, last - 30)..]) && !Past().IsMatch(clause);
    }

    // "by March 31, 2009, the due date"
    private static bool IsDue(string text, DateMention date) => DueBehind().IsMatch(text.AsSpan(date.End, Math.Min(80, text.Length - date.End)));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(expects?|expected|anticipat(es?|ed|ing)|intends?|plans?|planned|believes?|will(?!\sbe\s(unable|delayed))|shall|confident|estimates?|targets?|targeting|contemplates?|undertakes?|endeavou?rs?|to\sbe\sfiled|working\s(diligently\s)?to|scheduled)\b", Options)]
    private static partial Regex Expects();

    [GeneratedRegex(@"\b(fil(e|ed|ing)|submit(ted|ting)?|complet(e|ed|ing|ion)|finali[sz](e|ed|ing)|available|issu(e|ed|ing))\b", Options)]
    private static partial Regex Files();

    [GeneratedRegex(@"\b(by|on|before|about|not?\slater\sthan|prior\sto|or\sabout|around|approximately|until)\s(or\s(before|about|prior\sto|around)\s|approximately\s|(Mon|Tues|Wednes|Thurs|Fri)day,?\s)?$", Options)]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\b(not(?!\slater|\sonly)|unable|cannot|never)\b", Options)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(was|were)\s(originally\s)?(filed|due)\b|\b(filed|dated)\son\s$|\bas\sof\s$", Options)]
    private static partial Regex Past();

    [GeneratedRegex(@"^,?\s(which\s(is|was)\s|\()?(the|its)\s(original|originally|prescribed|required|initial|statutory|scheduled|applicable)?\s?(due\sdate|filing\sdeadline|deadline|filing\sdate)\b", Options)]
    private static partial Regex DueBehind();
}
