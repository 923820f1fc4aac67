using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.PeriodicReports;

/// <summary>What a report says of its controls: a material weakness that it asserts, not one that it defines or fears.</summary>
internal static partial class ControlsItem
{
    private const int MostMentions = 40, Around = 400;
    private const byte Understood = 80;

    /// <summary>The first sentence that asserts a material weakness; null when there is none.</summary>
    public static Field<bool?>? MaterialWeakness(SourceText source, int from)
    {
        var left = MostMentions;
        for (var at = from; left-- > 0 && (at = source.Content.IndexOf("material weakness", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 17)
        {
            var range = new TextRange(Math.Max(from, at - Around), Math.Min(source.Content.Length, at + Around));
            foreach (var sentence in Prose.Sentences(source, range))
            {
                if (sentence.Range.Start > at || sentence.Range.End <= at || Asserted().Match(sentence.Text) is not { Success: true } match)
                    continue;
                if (Assertion.Of(sentence.Text, match.Index, match.Length) == Certainty.Affirmed)
                    return new Field<bool?>(true, sentence.Cite(match, "periodic.controls.material-weakness", Understood));
            }
        }
        return null;
    }

    [GeneratedRegex(@"\b((identified|constitut(ed?|es)|existed|exists?|reported|concluded|determined|not\seffective|due\sto|because\sof|result(ed)?\s(of|in|from))\b.{0,240}\bmaterial\sweakness(es)?|material\sweakness(es)?\b.{0,120}\b(identified|existed|exists?|were|was|remain(s|ed)?)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Asserted();
}
