using System.Text.RegularExpressions;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Text;

/// <summary>
/// A stretch of a text with every run of white space made one blank, so that rules read prose without caring for line breaks and columns;
/// every character still knows its place in the source.
/// </summary>
public sealed class Passage
{
    private readonly int[] places;

    /// <param name="source">The text.</param>
    /// <param name="range">The stretch of it; white space at the ends is left out.</param>
    public Passage(SourceText source, TextRange range)
    {
        Source = source;
        Range = source.Trim(range);
        var content = source.Content;
        var length = 0;
        var blank = false;
        var text = new char[Range.Length];
        places = new int[Range.Length];
        for (var at = Range.Start; at < Range.End; at++)
        {
            var character = content[at];
            var isBlank = char.IsWhiteSpace(character);
            if (isBlank && blank)
                continue;
            blank = isBlank;
            text[length] = isBlank ? ' ' : character;
            places[length++] = at;
        }
        Text = new string(text, 0, length);
    }

    /// <summary>The text that the passage was cut from.</summary>
    public SourceText Source { get; }

    /// <summary>Its place in the source.</summary>
    public TextRange Range { get; }

    /// <summary>The passage with single blanks.</summary>
    public string Text { get; }

    /// <summary>The place in the source of a stretch of <see cref="Text"/>.</summary>
    public TextRange Locate(int start, int length) => length == 0
        ? new TextRange(PlaceOf(start), PlaceOf(start))
        : new TextRange(PlaceOf(start), places[start + length - 1] + 1);

    /// <summary>Evidence for a stretch of <see cref="Text"/>.</summary>
    public Source Cite(int start, int length, string rule, byte confidence) => Source.Cite(Locate(start, length), rule, confidence);

    /// <summary>Evidence for what a rule matched.</summary>
    public Source Cite(Capture match, string rule, byte confidence) => Cite(match.Index, match.Length, rule, confidence);

    private int PlaceOf(int at) => at < Text.Length ? places[at] : Range.End;
}
