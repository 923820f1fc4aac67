namespace Filingwire.Parsing.Html;

/// <summary>Where pieces of markup end, whatever their faults.</summary>
internal static class HtmlMarkup
{
    private const int LongestValue = 8192;

    /// <summary>The place of the "&gt;" that ends a tag, or the end of the bytes. One inside a quoted value does not; a quote that is never closed does not count.</summary>
    /// <param name="bytes">The markup.</param>
    /// <param name="at">Behind the tag's name.</param>
    public static int EndOfTag(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            var next = bytes[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (next < 0)
                return bytes.Length;
            at += next;
            if (bytes[at] == '>')
                return at;
            var quoted = at > 0 && bytes[at - 1] is (byte)'=' or (byte)' ';
            var within = bytes.Slice(at + 1, Math.Min(bytes.Length - at - 1, LongestValue));
            var close = quoted ? within.IndexOf(bytes[at]) : -1;
            at += close < 0 ? 1 : close + 2;
        }
        return bytes.Length;
    }

    /// <summary>The place behind the end tag of an element whose content is no markup, or the end of the bytes.</summary>
    /// <param name="bytes">The markup.</param>
    /// <param name="element">The element's key.</param>
    /// <param name="at">Behind its start tag.</param>
    public static int EndOfRaw(ReadOnlySpan<byte> bytes, ulong element, int at)
    {
        for (var from = at; from < bytes.Length;)
        {
            var close = bytes[from..].IndexOf("</"u8);
            if (close < 0)
                return bytes.Length;
            from += close + 2;
            var end = from;
            while (end < bytes.Length && char.IsAsciiLetter((char)bytes[end]))
                end++;
            if (HtmlTag.KeyOf(bytes[from..end]) == element)
                return bytes[end..].IndexOf((byte)'>') is var last && last < 0 ? bytes.Length : end + last + 1;
        }
        return bytes.Length;
    }
}
