using System.Text;

namespace Filingwire.Parsing.Html;

/// <summary>Check boxes that are pictures or form controls.</summary>
internal static class CheckBoxControl
{
    private const int LongestAttributes = 2048;

    /// <summary>The box that is seen; null when the picture or control is none.</summary>
    public static Rune? Seen(TagEffect effect, ReadOnlySpan<byte> attributes) => effect == TagEffect.Image ? AlternativeBox(attributes)
        : SymbolFonts.Contains(attributes, "checkbox"u8) ? new Rune(SymbolFonts.Contains(attributes, "checked"u8) ? '☒' : '☐') : null;

    private static Rune? AlternativeBox(ReadOnlySpan<byte> attributes)
    {
        if (attributes.Length > LongestAttributes || !SymbolFonts.Contains(attributes, "alt="u8))
            return null;
        var written = Encoding.Latin1.GetString(attributes);
        var at = written.IndexOf("alt=", StringComparison.OrdinalIgnoreCase) + 4;
        if (at >= written.Length)
            return null;
        var quote = written[at];
        var end = quote is '"' or '\'' ? written.IndexOf(quote, at + 1) : written.IndexOf(' ', at);
        var value = quote is '"' or '\'' ? written[(at + 1)..(end < 0 ? written.Length : end)] : written[at..(end < 0 ? written.Length : end)];
        return SymbolFonts.BoxOf(value);
    }
}
