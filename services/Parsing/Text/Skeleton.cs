namespace Filingwire.Parsing.Text;

/// <summary>
/// The letters and digits of a text in lower case, without anything between them. The printed words of a form are found in it whatever the
/// line breaks, columns, dashes, quotes and stray blanks of the filer's software or of text recognition ("p rescribed").
/// </summary>
public sealed class Skeleton
{
    private readonly int[] places;
    private readonly int length;

    /// <summary>Reads a text.</summary>
    public Skeleton(string content)
    {
        var text = new char[content.Length];
        places = new int[content.Length];
        for (var at = 0; at < content.Length; at++)
        {
            var character = content[at];
            if (!char.IsLetterOrDigit(character))
                continue;
            text[length] = char.ToLowerInvariant(character);
            places[length++] = at;
        }
        Text = new string(text, 0, length);
    }

    /// <summary>The letters and digits.</summary>
    public string Text { get; }

    /// <summary>The first place, in the text, of a phrase given as its letters and digits in lower case; null when it is not there.</summary>
    /// <param name="phrase">Such as "fullnameofregistrant".</param>
    /// <param name="from">Where in the text to begin.</param>
    /// <param name="to">Where in the text to end; the phrase must end before.</param>
    public TextRange? Find(string phrase, int from = 0, int to = int.MaxValue)
    {
        var (start, end) = (IndexOf(from), IndexOf(to));
        if (end - start < phrase.Length)
            return null;
        var at = Text.IndexOf(phrase, start, end - start, StringComparison.Ordinal);
        return at < 0 ? null : new TextRange(places[at], places[at + phrase.Length - 1] + 1);
    }

    /// <summary>The first place of any of the phrases, the earliest one; null when none is there.</summary>
    public TextRange? FindAny(ReadOnlySpan<string> phrases, int from = 0, int to = int.MaxValue)
    {
        TextRange? first = null;
        foreach (var phrase in phrases)
        {
            if (Find(phrase, from, to) is { } found && (first is null || found.Start < first.Value.Start))
                first = found;
        }
        return first;
    }

    /// <summary>The last place of a phrase before <paramref name="to"/>.</summary>
    public TextRange? FindLast(string phrase, int from = 0, int to = int.MaxValue)
    {
        var (start, end) = (IndexOf(from), IndexOf(to));
        if (end - start < phrase.Length)
            return null;
        var at = Text.AsSpan(start, end - start).LastIndexOf(phrase, StringComparison.Ordinal);
        return at < 0 ? null : new TextRange(places[start + at], places[start + at + phrase.Length - 1] + 1);
    }

    private int IndexOf(int place)
    {
        if (place == int.MaxValue)
            return length;
        var found = places.AsSpan(0, length).BinarySearch(place);
        return found < 0 ? ~found : found;
    }
}
