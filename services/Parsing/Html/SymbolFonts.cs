using System.Text;

namespace Filingwire.Parsing.Html;

/// <summary>A font whose letters are pictures.</summary>
internal enum SymbolFont
{
    None,
    Wingdings,
    Wingdings2,
    Webdings,
}

/// <summary>Check boxes drawn with symbol fonts: the letter as filed → the box as seen.</summary>
internal static class SymbolFonts
{
    /// <summary>The symbol font that a tag's attributes name; null when they name no font at all.</summary>
    public static SymbolFont? NamedIn(ReadOnlySpan<byte> attributes)
    {
        if (Contains(attributes, "wingdings"u8))
            return Contains(attributes, "wingdings 2"u8) || Contains(attributes, "wingdings2"u8) ? SymbolFont.Wingdings2 : SymbolFont.Wingdings;
        if (Contains(attributes, "webdings"u8))
            return SymbolFont.Webdings;
        return Contains(attributes, "face"u8) || Contains(attributes, "font-family"u8) || Contains(attributes, "font:"u8) ? SymbolFont.None : null;
    }

    /// <summary>What the reader sees for a letter.</summary>
    public static Rune Seen(Rune letter, SymbolFont font)
    {
        // Word processors put the letters of symbol fonts into the private use area.
        var code = letter.Value is >= 0xf020 and <= 0xf0ff ? letter.Value - 0xf000 : letter.Value;
        return (font, (char)Math.Min(code, char.MaxValue)) switch
        {
            (SymbolFont.Wingdings, 'x' or 'ý' or 'X') => new Rune('☒'),
            (SymbolFont.Wingdings, 'þ') => new Rune('☑'),
            (SymbolFont.Wingdings, '¨' or 'o' or 'q' or 'r' or '\u0086' or '†') => new Rune('☐'),
            (SymbolFont.Wingdings, 'ü') => new Rune('✓'),
            (SymbolFont.Wingdings, 'û') => new Rune('✗'),
            (SymbolFont.Wingdings, 'n') => new Rune('■'),
            (SymbolFont.Wingdings2, 'R') => new Rune('☑'),
            (SymbolFont.Wingdings2, 'S' or 'T' or 'Q' or 'V') => new Rune('☒'),
            (SymbolFont.Wingdings2, '£' or '*' or '0') => new Rune('☐'),
            (SymbolFont.Wingdings2, 'P') => new Rune('✓'),
            (SymbolFont.Wingdings2, 'O') => new Rune('✗'),
            (SymbolFont.Webdings, 'a') => new Rune('✓'),
            (SymbolFont.Webdings, 'r') => new Rune('☒'),
            (SymbolFont.Webdings, 'c') => new Rune('☐'),
            (SymbolFont.Webdings, 'g') => new Rune('■'),
            _ => letter,
        };
    }

    /// <summary>The box that a picture's alternative text stands for; null when it is no box.</summary>
    public static Rune? BoxOf(string alternative) => string.Concat(alternative.Trim().ToLowerInvariant().Split('(', ')', '[', ']', '{', '}')).Trim() switch
    {
        "checked" or "checked box" or "checkbox checked" or "checked checkbox" or "box checked" or "x" or "xx" or "☒" or "☑" or "check" or "check mark" or "checkmark" or "tick"
            or "ticked" or "xbox" or "x-box" or "boxx" or "yes box checked" or "ballot box with x" or "ballot box with check" => new Rune('☒'),
        "unchecked" or "unchecked box" or "checkbox" or "checkbox unchecked" or "unchecked checkbox" or "box" or "empty box" or "box unchecked" or "☐" or "o"
            or "ballot box" or "blank box" or "open box" or "not checked" or "notchecked" => new Rune('☐'),
        "" when alternative.AsSpan().IndexOfAny('(', '[', '{') >= 0 => new Rune('☐'),
        _ => null,
    };

    internal static bool Contains(ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> word)
    {
        var first = word[0];
        var upper = (byte)(first & ~0x20);
        for (var rest = attributes; rest.Length >= word.Length;)
        {
            var at = rest.IndexOfAny(first, upper);
            if (at < 0 || rest.Length - at < word.Length)
                return false;
            if (Ascii.EqualsIgnoreCase(rest.Slice(at, word.Length), word))
                return true;
            rest = rest[(at + 1)..];
        }
        return false;
    }
}
