namespace Filingwire.Parsing.Html;

/// <summary>The symbol fonts that the open elements name, the innermost last.</summary>
internal sealed class SymbolFontStack
{
    private readonly List<(ulong Element, SymbolFont Font, int Depth)> fonts = [];

    /// <summary>The font of the text at this place; none for letters that are letters.</summary>
    public SymbolFont Current => fonts.Count > 0 ? fonts[^1].Font : SymbolFont.None;

    /// <summary>An element begins.</summary>
    public void Open(ulong element, ReadOnlySpan<byte> attributes)
    {
        var inside = fonts.Count > 0;
        var named = attributes.Length > 6 && (inside || SymbolFonts.Contains(attributes, "dings"u8)) ? SymbolFonts.NamedIn(attributes) : null;
        if (named is { } font && (inside || font != SymbolFont.None) && fonts.Count < HtmlText.MaxDepth)
            fonts.Add((element, font, 0));
        else if (inside && fonts[^1].Element == element)
            fonts[^1] = fonts[^1] with { Depth = fonts[^1].Depth + 1 };
    }

    /// <summary>An element ends.</summary>
    public void Close(ulong element, TagEffect effect)
    {
        if (fonts.Count == 0)
            return;
        // A font that was never closed ends with its row.
        if (effect is TagEffect.Row or TagEffect.Table)
            fonts.Clear();
        else if (fonts[^1].Element == element && fonts[^1].Depth > 0)
            fonts[^1] = fonts[^1] with { Depth = fonts[^1].Depth - 1 };
        else if (fonts[^1].Element == element)
            fonts.RemoveAt(fonts.Count - 1);
    }
}
