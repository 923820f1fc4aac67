using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>The words by which sentences about figures move, compare and lead in.</summary>
internal static partial class FigureWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(as\sfollows|summari[sz]ed|following|set\sforth|below|estimated?|preliminary|anticipat\w+|expect\w*)", Options)]
    public static partial Regex LeadsIn();

    [GeneratedRegex(@"\b(compared|versus|vs|against|from|over\s(the\s)?(same|prior|previous|comparable|corresponding)|as\sopposed\sto|relative\sto)\b", Options)]
    public static partial Regex Compared();

    [GeneratedRegex(@"\bfrom\s(a\s)?((net\s)?(loss|income)\sof\s)?(approximately\s|about\s)?\\?$", Options)]
    public static partial Regex From();

    [GeneratedRegex(@"\bto\s(a\s)?((net\s)?(loss|income)\sof\s)?(approximately\s|about\s)?\\?$", Options)]
    public static partial Regex To();

    [GeneratedRegex(@"^\s(of|in|for)\s(\w+\s){0,2}$", Options)]
    public static partial Regex OfMetric();

    // "a $2.0 million (or 15%) increase in general and administrative expenses", "an increase of $2.0 million in revenue"
    [GeneratedRegex(@"^\)?,?\s?((increase|decrease|decline|improvement|reduction|change|growth|drop)\s)?(in|of)\s(the\s|its\s|our\s)?(\w+\s){0,2}$", Options)]
    public static partial Regex ChangeOfMetric();

    [GeneratedRegex(@"\b(increas\w+|higher|grew|growth|rise|rose|rising|more\sthan|greater|up)\b", Options)]
    public static partial Regex Up();

    [GeneratedRegex(@"\b(decreas\w+|declin\w+|lower|reduc\w+|fell|drop\w*|less\sthan|down)\b", Options)]
    public static partial Regex Down();

    // Later words win: "due to lower volumes, revenue increased by …".
    [GeneratedRegex(@"\b((?<up>increas\w+|higher|grew|growth|rise|rose|rising|greater|up)|(?<down>decreas\w+|declin\w+|lower|reduc\w+|fell|drop\w*|down))\b", Options)]
    public static partial Regex Moves();

    // "€38 million (2018: €57.5 million)", "an increase of 26% over $183 million"
    [GeneratedRegex(@"^\s?(over|\((in\s|FY\s?|fiscal\s(year\s)?|year\s)?(19|20)\d{2}:)\s?(approximately\s)?$", Options)]
    public static partial Regex Over();

    [GeneratedRegex(@"\((in\s|FY\s?|fiscal\s(year\s)?|year\s)?(?<year>(19|20)\d{2}):\s?(approximately\s)?$", Options)]
    public static partial Regex YearOf();

    [GeneratedRegex(@"^[,\s]{0,2}(or\s[^,;]{3,50},\s)?and(\sapproximately|\sabout)?\s$", Options)]
    public static partial Regex Joins();

    [GeneratedRegex(@"\b((same|corresponding|comparable|similar|equivalent|prior|previous|preceding|last|year-?ago|earlier)\s(fiscal\s)?(year|quarter|period|three|six|nine|interim)(['’]s)?(\s?-?(quarter|period|months|year))?(\s(of|in)\s(the\s)?(prior|previous|preceding|last)\s(fiscal\s)?year)?|a\syear\s(ago|earlier)|year-over-year)\b", Options)]
    public static partial Regex PriorYear();

    [GeneratedRegex(@"\b(sequential\w{0,2}|preceding\squarter|previous\squarter|prior\squarter|at\sthe\send\sof|as\sof)\b", Options)]
    public static partial Regex Sequential();

    // What stands behind these words explains the metric and is none of its values.
    [GeneratedRegex(@"\b(attributable\sto|due\s(\w{4,12}ly\s)?to|because\sof|as\sa\sresult\sof|resulting\sfrom|driven\sby|caused\sby|in\sconnection\swith|includ(es|ed|ing)|inclusive\sof|of\swhich|offset(\sin\spart)?\sby|consist(s|ed|ing)\sof|comprised\sof|reflect(s|ing)|before\sany)\b(?![^;]{0,200}\b(was|were|is|are|be|totaled|amounted|been)\b)", Options)]
    public static partial Regex Explains();

    [GeneratedRegex(@"^\)?\s(increase|decrease|decline|reduction|growth|drop|improvement|rise|fall)\s(in|of)\s\w", Options)]
    public static partial Regex ChangeOfOther();

    [GeneratedRegex(@"\b(over|from|than|versus|vs\.?|against|compared\s(to|with))\s(the\s|that\sof\s|those\sof\s|fiscal\s|year\s|quarter\s|ended\s|months\s|three\s|six\s|nine\s|same\s|period\s|(loss|income)\s(from\s\w+\s\w+\s)?(of\s\S+\s(million\s)?)?in\s){0,6}$", Options)]
    public static partial Regex OverPeriod();

    [GeneratedRegex(@"\b(loss|income|profit|decrease|increase|decline|change)\b[^;.]{0,60},?\s(as\s)?(compared|versus|as\sopposed)\s(to|with)\s(a\s|an\s|the\s|previously\s|reported\s|approximately\s|net\s|income\s|loss\s|earnings\s|profit\s|revenues?\s|of\s|about\s){0,9}\\?$", Options)]
    public static partial Regex OnlyCompared();

    // A span that no date is given for, and that is not the report's.
    [GeneratedRegex(@"\b((two|three|four|five|six)[-\s]year\speriod|cumulative|(for\s)?all\s(such\s|these\s|affected\s)?periods|since\sinception)\b", Options)]
    public static partial Regex OtherSpan();
}
