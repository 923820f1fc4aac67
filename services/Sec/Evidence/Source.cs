using System.Text.Json.Serialization;

namespace Filingwire.Sec.Evidence;

/// <summary>Where a value comes from.</summary>
/// <param name="AsWritten">The text as it stands in the document, markup and character references decoded.</param>
/// <param name="Span">The bytes it was read from; null when the submitter stated the value.</param>
/// <param name="Rule">The rule that found and understood it, such as "form4.xml.transactionDate".</param>
/// <param name="Confidence">1 to 100; 100 is marked up for machines, from 90 on read from a labelled place, below rebuilt or inferred.</param>
[JsonConverter(typeof(SourceJson))]
public readonly record struct Source(string AsWritten, ByteSpan? Span, string Rule, byte Confidence)
{
    /// <summary>The same place with a text of at most so many characters, the last of which says that it was cut.</summary>
    public Source Cut(int longest) => AsWritten.Length <= longest ? this : this with { AsWritten = Cut(AsWritten, longest) };

    /// <summary>A text of at most so many characters, the last of which says that it was cut.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
