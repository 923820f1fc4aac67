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
}
