using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language;

/// <summary>Cuts a stretch of a text into paragraphs and sentences.</summary>
public static partial class Prose
{
    private const int MaxSentence = 6000;

    /// <summary>The paragraphs: stretches between blank lines. A page break inside a sentence does not end a paragraph.</summary>
    public static IReadOnlyList<Passage> Paragraphs(SourceText source, TextRange range)
    {
        var ranges = new List<TextRange>();
        foreach (var cut in Cuts(source.Content, range))
        {
            var part = source.Trim(cut);
            if (part.IsEmpty)
                continue;
            var goesOn = ranges.Count > 0 && char.IsLower(source.Content[part.Start]) && EndsOpen(source.Content, ranges[^1]);
            if (goesOn)
                ranges[^1] = ranges[^1] with { End = part.End };
            else
                ranges.Add(part);
        }
        return [.. ranges.Select(part => new Passage(source, part))];
    }

    /// <summary>The sentences of all paragraphs.</summary>
    public static IReadOnlyList<Passage> Sentences(SourceText source, TextRange range)
    {
        var sentences = new List<Passage>();
        foreach (var paragraph in Paragraphs(source, range))
        {
            var start = 0;
            foreach (Match end in SentenceEnd().Matches(paragraph.Text))
            {
                if (IsAbbreviation(paragraph.Text, end.Index))
                    continue;
                Add(paragraph, start, end.Index + end.Length);
                start = end.Index + end.Length;
            }
            Add(paragraph, start, paragraph.Text.Length);
        }
        return sentences;

        void Add(Passage paragraph, int start, int end)
        {
            for (; start < end; start += MaxSentence)
            {
                var sentence = new Passage(source, paragraph.Locate(start, Math.Min(MaxSentence, end - start)));
                if (sentence.Text.Length > 0)
                    sentences.Add(sentence);
            }
        }
    }

    private static IEnumerable<TextRange> Cuts(string content, TextRange range)
    {
        var start = range.Start;
        foreach (var cut in BlankLine().EnumerateMatches(content.AsSpan(range.Start, range.Length)).ToRanges(range.Start))
        {
            yield return new TextRange(start, cut.Start);
            start = cut.End;
        }
        yield return new TextRange(start, range.End);
    }

    private static List<TextRange> ToRanges(this Regex.ValueMatchEnumerator matches, int offset)
    {
        var ranges = new List<TextRange>();
        foreach (var match in matches)
            ranges.Add(new TextRange(offset + match.Index, offset + match.Index + match.Length));
        return ranges;
    }

    private static bool EndsOpen(string content, TextRange paragraph) =>
        content[paragraph.End - 1] is not ('.' or ':' or ';' or '!' or '?' or '”' or '"' or ')');

    // The full stop at the index ends an abbreviation or an initial, not the sentence.
    private static bool IsAbbreviation(string text, int stop)
    {
        if (text[stop] != '.')
            return false;
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        var word = text.AsSpan(start, stop - start);
        if (word.Length == 1)
            return char.IsUpper(word[0]);
        foreach (var abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                // "… of the Company, Inc. The Company …": a capital article begins a sentence even after an abbreviation.
                return !Article().IsMatch(text.AsSpan(stop + 1, Math.Min(12, text.Length - stop - 1)));
            }
        }
        return false;
    }

    private static readonly string[] Abbreviations =
    [
        "Inc", "Corp", "Co", "Ltd", "No", "Nos", "Mr", "Mrs", "Ms", "Dr", "Jr", "Sr", "St", "vs", "approx", "Dept", "Sec", "Art", "Messrs", "Bros",
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
    ];

    [GeneratedRegex(@"[.!?][”""’)]*(?=\s+[(“""‘]?[A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s+(The|As|In|On|For|This|These|We|It|Accordingly|Based|While|Such|Management|Additionally|However)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\n[ \t\r\f\u00a0]*\n[\s\u00a0]*", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();
}
