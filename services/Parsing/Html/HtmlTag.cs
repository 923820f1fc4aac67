using System.Collections.Frozen;
using System.Text;

namespace Filingwire.Parsing.Html;

/// <summary>What an element does to the reading order.</summary>
internal enum TagEffect
{
    /// <summary>Inline: nothing.</summary>
    None,

    /// <summary>A paragraph of its own.</summary>
    Paragraph,

    /// <summary>A new line.</summary>
    Line,

    /// <summary>Begins or ends a table.</summary>
    Table,

    /// <summary>A row of cells.</summary>
    Row,

    /// <summary>A cell.</summary>
    Cell,

    /// <summary>Its content is not for reading.</summary>
    Hidden,

    /// <summary>Its content is no markup.</summary>
    Raw,

    /// <summary>White space counts.</summary>
    Preformatted,

    /// <summary>A picture; its alternative text may be a check box.</summary>
    Image,

    /// <summary>A form control; it may be a check box.</summary>
    Input,
}

/// <summary>Elements by the first eight letters of their names, which tell all of them apart.</summary>
internal static class HtmlTag
{
    private static readonly FrozenDictionary<ulong, TagEffect> Effects = new (string Names, TagEffect Effect)[]
    {
        ("p div center blockquote h1 h2 h3 h4 h5 h6 ul ol dl form hr section article header footer main fieldset address body html page dir menu caption", TagEffect.Paragraph),
        ("br li dt dd option", TagEffect.Line),
        ("table", TagEffect.Table),
        ("tr", TagEffect.Row),
        ("td th", TagEffect.Cell),
        ("title ix:header ix:hidden noscript template", TagEffect.Hidden),
        ("script style", TagEffect.Raw),
        ("pre listing xmp plaintext", TagEffect.Preformatted),
        ("img", TagEffect.Image),
        ("input", TagEffect.Input),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (Key: KeyOf(Encoding.ASCII.GetBytes(name)), row.Effect))).ToFrozenDictionary(row => row.Key, row => row.Effect);

    /// <summary>The name's first eight letters in lower case, packed.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        var key = 0UL;
        for (var i = 0; i < name.Length && i < 8; i++)
            key = (key << 8) | (byte)(name[i] is >= (byte)'A' and <= (byte)'Z' ? name[i] | 0x20 : name[i]);
        return key;
    }

    /// <summary>What the element does.</summary>
    public static TagEffect EffectOf(ulong key) => Effects.GetValueOrDefault(key, TagEffect.None);
}
