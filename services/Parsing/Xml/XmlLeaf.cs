using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Xml;

/// <summary>The stretch of bytes that holds a leaf's text: from its first to its last character that is no white space.</summary>
internal struct LeafText
{
    private int start;
    private int end;

    public int Pieces { get; private set; }

    public bool IsMalformed { get; private set; }

    /// <summary>True when markup stands between pieces of text or around them, so that the bytes must be cut into tokens again.</summary>
    public bool NeedsTokens { get; private set; }

    public readonly ByteSpan Span => new(start, end);

    public void Add(ReadOnlySpan<byte> bytes, in XmlTokenizer xml)
    {
        var from = xml.Start;
        var to = xml.End;
        if (xml.Kind == XmlTokenKind.CharacterData)
        {
            NeedsTokens = true;
            from -= "<![CDATA["u8.Length;
            to = Math.Min(to + "]]>"u8.Length, bytes.Length);
        }
        var blanks = bytes[from..to].IndexOfAnyExcept(XmlText.Blanks);
        if (blanks < 0)
            return;
        from += blanks;
        to = from + bytes[from..to].LastIndexOfAnyExcept(XmlText.Blanks) + 1;
        if (Pieces++ == 0)
            start = from;
        else
            NeedsTokens = true;
        end = to;
        IsMalformed |= xml.IsMalformed;
    }
}

/// <summary>The footnote references of a leaf, in order, each once. Most leaves have none or one.</summary>
internal struct NoteList
{
    private string? first;
    private List<string>? all;

    /// <summary>The first reference.</summary>
    public ByteSpan Span { get; private set; }

    /// <summary>Adds a reference.</summary>
    /// <returns>False when it names no footnote.</returns>
    public bool Add(string? id, ByteSpan tag)
    {
        if (id is null)
            return false;
        if (first is null)
            (first, Span) = (id, tag);
        else if (first != id && all?.Contains(id) != true)
            (all ??= [first]).Add(id);
        return true;
    }

    public readonly IReadOnlyList<string> ToList() => all is not null ? all : first is not null ? FootnoteIds.Single(first) : [];
}
