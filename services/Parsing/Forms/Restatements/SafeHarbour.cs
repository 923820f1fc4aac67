using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>Leaves out what filers say about statements that look forward: their cautions and lists of risks assert nothing about statements issued before.</summary>
internal static partial class SafeHarbour
{
    /// <summary>The sentences without those that speak of forward-looking statements and what follows them in their paragraph or as a list.</summary>
    public static IReadOnlyList<Passage> Without(IReadOnlyList<Passage> sentences)
    {
        if (!sentences.Any(sentence => IsForwardLooking(sentence.Text)))
            return sentences;
        var kept = new List<Passage>(sentences.Count);
        var inside = false;
        foreach (var sentence in sentences)
        {
            if (inside && BeginsParagraph(sentence) && !IsItem(sentence.Text) && !IsForwardLooking(sentence.Text))
                inside = false;
            inside |= IsForwardLooking(sentence.Text);
            if (!inside)
                kept.Add(sentence);
        }
        return kept;
    }

    private static bool IsForwardLooking(string text) => ForwardLooking().IsMatch(text);

    private static bool BeginsParagraph(Passage sentence)
    {
        var content = sentence.Source.Content;
        var breaks = 0;
        for (var at = sentence.Range.Start - 1; at >= 0 && char.IsWhiteSpace(content[at]); at--)
            breaks += content[at] == '\n' ? 1 : 0;
        return breaks > 1 || sentence.Range.Start == 0;
    }

    private static bool IsItem(string text) => text.Length > 0 && (char.IsLower(text[0]) || text[0] is '•' or '·' or '-' or '–' or '●' or '▪' or '*' or '(') || text.EndsWith(';') || text.EndsWith("; and", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(forward-?\s?looking|undue\sreliance|Private\sSecurities\sLitigation|safe\sharbou?r|could\sdiffer\smaterially|may\sdiffer\smaterially|differ\smaterially\sfrom|actual\sresults\s(may|could|might)|cause\sactual\sresults)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ForwardLooking();
}
