using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>What tells a sentence that gives a reason from one that does not.</summary>
internal static partial class ReasonWords
{
    /// <summary>The sentence denies a reason, tells of what was over before, or only says what the report will hold.</summary>
    public static bool IsNoReason(string text) => NoReason().IsMatch(text);

    /// <summary>The sentence asks for time and says no more.</summary>
    public static bool IsMoreTime(string text) => MoreTime().IsMatch(text);

    /// <summary>The sentence says that somebody looks into the matter.</summary>
    public static bool IsUnderReview(string text) => UnderReview().IsMatch(text);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b((does|do|did|is|are)\snot\s(relate(d)?\sto|the\s(result|cause)|caused\sby|due\sto)|unrelated\sto|not\saware\sof\sany|(incorrectly|inadvertently|erroneously)\sstated\sthe\s(period|date)|this\samendment\s(no\.\s\d\s)?(amends|is\sfiled))\b"
        + @"|\bas\spreviously\s(disclosed|reported|announced)\b.{0,160}\b(the\scompany|we|it|registrant)\s(has\s|had\s)?restated\b", Options)]
    private static partial Regex NoReason();

    [GeneratedRegex(@"\b((additional|more|extra|further|sufficient)\stime|time\sconstraints?|longer\sthan\s(was\s)?(anticipated|expected)|without\sunreasonable\seffort|undue\shardship|could\snot\sbe\scompleted)\b", Options)]
    private static partial Regex MoreTime();

    [GeneratedRegex(@"\b(evaluat\w{1,4}|assess\w{0,4}|review\w{0,3}|analy[sz]\w{1,4}|determin\w{1,4}|consider\w{0,3}|investigat\w{1,4}|whether)\b", Options)]
    private static partial Regex UnderReview();
}
