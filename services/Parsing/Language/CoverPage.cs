using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>What the covers of Exchange Act reports have in common.</summary>
internal static partial class CoverPage
{
    private const byte Labelled = 95;

    /// <summary>The names above each "(Exact name of registrant as specified in its charter)".</summary>
    public static IReadOnlyList<Field<string?>> Registrants(SourceText source, TextRange cover, string rule)
    {
        var skeleton = new Skeleton(source.Content[..cover.End]);
        var names = new List<Field<string?>>();
        var at = 0;
        while (skeleton.FindAny(["exactnameofregistrant", "exactnameoftheregistrant", "nameofregistrantasspecified", "exactnameofsmallbusinessissuer", "exactnameofthesmallbusinessissuer", "nameofsmallbusinessissuer", "nameofregistrantinitscharter", "exactnameofissuer",
            "nameofissuerasspecified"], at, cover.End) is { } label)
        {
            at = label.End;
            var start = label.Start;
            while (start > 0 && source.Content[start - 1] is '(' or ' ' or '\t')
                start--;
            var above = source.Trim(new TextRange(Math.Max(0, start - 300), start));
            var line = above.IsEmpty ? 0 : Math.Max(above.Start, source.Content.LastIndexOf('\n', above.End - 1, above.Length) + 1);
            // A rule of dashes below the name is not the name.
            while (!above.IsEmpty && !source.Content.AsSpan(line, above.End - line).ContainsAnyInRange('A', 'z') && line > above.Start)
            {
                above = source.Trim(above with { End = line });
                line = above.IsEmpty ? line : Math.Max(above.Start, source.Content.LastIndexOf('\n', above.End - 1, above.Length) + 1);
            }
            var name = source.Trim(new TextRange(line, above.End));
            if (name.Length is > 1 and < 160)
                names.Add(new Field<string?>(new Passage(source, name).Text, source.Cite(name, rule, Labelled)));
        }
        return names;
    }

    /// <summary>The first Commission file number: 0, 1, 2, 33, 333 or 811, a hyphen and digits; an employer number has seven digits behind its hyphen.</summary>
    public static Field<string?>? FileNumber(SourceText source, TextRange cover, string rule)
    {
        var match = CommissionFileNumber().Match(source.Content[..cover.End]);
        var number = match.Groups["number"];
        return match.Success ? new Field<string?>(number.Value, source.Cite(number.Index, number.Length, rule, Labelled)) : null;
    }

    [GeneratedRegex(@"(?<![\d-])(?<number>(?:0{0,2}[012]|33|333|811)-\s?\d{4,6}(?:-\d{1,2})?)(?![\d-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CommissionFileNumber();
}
