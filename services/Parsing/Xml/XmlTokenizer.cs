using System.Buffers;

namespace Filingwire.Parsing.Xml;

/// <summary>Kind of a token.</summary>
public enum XmlTokenKind
{
    /// <summary>Nothing follows.</summary>
    End,

    /// <summary>&lt;name …&gt;</summary>
    StartTag,

    /// <summary>&lt;name …/&gt;</summary>
    EmptyTag,

    /// <summary>&lt;/name&gt;</summary>
    EndTag,

    /// <summary>Characters, references not yet decoded.</summary>
    Text,

    /// <summary>The content of &lt;![CDATA[…]]&gt;, without references.</summary>
    CharacterData,
}

/// <summary>
/// Cuts UTF-8 XML into tokens that know their bytes. It never throws, takes time linear in the bytes, looks at no DTD and expands nothing.
/// What is broken is given on as it can best be meant (a stray '&lt;' is text, an unfinished tag ends before the next '&lt;') and marked
/// <see cref="IsMalformed"/>. Comments, processing instructions and a DOCTYPE are passed over.
/// </summary>
public ref struct XmlTokenizer
{
    private static readonly SearchValues<byte> TagStops = SearchValues.Create("><\"'"u8);
    private static readonly bool[] NameParts =
        [.. Enumerable.Range(0, 256).Select(code => IsNameStart((byte)code) || char.IsAsciiDigit((char)code) || code is '-' or '.' or ':')];

    private readonly ReadOnlySpan<byte> bytes;
    private int position;
    private int nameStart;
    private int nameEnd;

    /// <param name="submission">All bytes, so that positions count from the submission's start.</param>
    /// <param name="start">First byte to read.</param>
    /// <param name="end">First byte after the range to read.</param>
    public XmlTokenizer(ReadOnlySpan<byte> submission, int start, int end)
    {
        bytes = submission[..end];
        position = start;
    }

    /// <summary>The current token's kind.</summary>
    public XmlTokenKind Kind { get; private set; }

    /// <summary>First byte of the current token; for <see cref="XmlTokenKind.CharacterData"/> of its content.</summary>
    public int Start { get; private set; }

    /// <summary>First byte after the current token, or after its content.</summary>
    public int End { get; private set; }

    /// <summary>The current token is not well-formed.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>A DOCTYPE was passed over.</summary>
    public bool HasDoctype { get; private set; }

    /// <summary>The local name of the current tag, without a namespace prefix.</summary>
    public readonly ReadOnlySpan<byte> Name => bytes[nameStart..nameEnd];

    /// <summary>Everything between the name of the current tag and its end.</summary>
    public readonly ReadOnlySpan<byte> AfterName => bytes[nameEnd..Math.Max(nameEnd, End - (Kind == XmlTokenKind.EmptyTag ? 2 : IsMalformed ? 0 : 1))];

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        while (position < bytes.Length)
        {
            Start = position;
            IsMalformed = false;
            if (bytes[position] != (byte)'<' || !OpensMarkup(position))
                return ReadText();
            switch (bytes[position + 1])
            {
                case (byte)'/':
                    return ReadTag(XmlTokenKind.EndTag, position + 2);
                case (byte)'?':
                    Skip("?>"u8);
                    break;
                case (byte)'!':
                    if (ReadDeclaration())
                        return true;
                    break;
                default:
                    return ReadTag(XmlTokenKind.StartTag, position + 1);
            }
        }
        Kind = XmlTokenKind.End;
        Start = End = position;
        return false;
    }

    /// <summary>Goes back to the start of the current token, so that <see cref="Next"/> gives it again.</summary>
    public void PutBack() => position = Start;

    /// <summary>The range of an attribute's value in the current tag, quotes excluded.</summary>
    /// <returns>False when the tag has no such attribute.</returns>
    public readonly bool TryGetAttribute(ReadOnlySpan<byte> name, out int start, out int end)
    {
        var at = nameEnd;
        while (at < End)
        {
            var found = bytes[at..End].IndexOf(name);
            if (found < 0)
                break;
            at += found + name.Length;
            var next = SkipBlanks(at);
            if (next >= End || bytes[next] != (byte)'=' || !IsBlank(bytes[at - name.Length - 1]))
                continue;
            next = SkipBlanks(next + 1);
            if (next >= End || bytes[next] is not ((byte)'"' or (byte)'\''))
                continue;
            start = next + 1;
            var length = bytes[start..End].IndexOf(bytes[next]);
            end = start + Math.Max(length, 0);
            return length >= 0;
        }
        start = end = 0;
        return false;
    }

    private readonly bool OpensMarkup(int at)
    {
        if (at + 1 >= bytes.Length)
            return false;
        var next = bytes[at + 1];
        return IsNameStart(next) || next == (byte)'?' || (next == (byte)'/' && at + 2 < bytes.Length && IsNameStart(bytes[at + 2]))
            || (next == (byte)'!' && at + 2 < bytes.Length && (bytes[at + 2] is (byte)'-' or (byte)'[' || IsNameStart(bytes[at + 2])));
    }

    private bool ReadText()
    {
        Kind = XmlTokenKind.Text;
        IsMalformed = bytes[position] == (byte)'<';
        position++;
        while (true)
        {
            var open = bytes[position..].IndexOf((byte)'<');
            position = open < 0 ? bytes.Length : position + open;
            if (open < 0 || OpensMarkup(position))
                break;
            IsMalformed = true;
            position++;
        }
        End = position;
        return true;
    }

    private bool ReadTag(XmlTokenKind kind, int at)
    {
        nameStart = at;
        while (at < bytes.Length && IsNamePart(bytes[at]))
        {
            if (bytes[at] == (byte)':')
                nameStart = at + 1;
            at++;
        }
        nameEnd = at;
        Kind = kind;
        if (at < bytes.Length && bytes[at] == (byte)'>')
            End = at + 1;
        else if (kind == XmlTokenKind.StartTag && at + 1 < bytes.Length && bytes[at] == (byte)'/' && bytes[at + 1] == (byte)'>')
            (Kind, End) = (XmlTokenKind.EmptyTag, at + 2);
        else
            ReadAttributes(at);
        position = End;
        return true;
    }

    private void ReadAttributes(int at)
    {
        while (at < bytes.Length)
        {
            var stop = bytes[at..].IndexOfAny(TagStops);
            if (stop < 0)
                break;
            at += stop;
            if (bytes[at] == (byte)'<')
            {
                End = at;
                IsMalformed = true;
                return;
            }
            if (bytes[at] == (byte)'>')
            {
                End = at + 1;
                if (Kind == XmlTokenKind.StartTag && bytes[at - 1] == (byte)'/')
                    Kind = XmlTokenKind.EmptyTag;
                return;
            }
            // '<' may not stand in an attribute's value: a quote with '<' before its fellow is a stray one.
            var close = bytes[(at + 1)..].IndexOfAny(bytes[at], (byte)'<');
            at += close >= 0 && bytes[at + 1 + close] != (byte)'<' ? close + 2 : 1;
        }
        End = bytes.Length;
        IsMalformed = true;
    }

    private bool ReadDeclaration()
    {
        var rest = bytes[position..];
        if (rest.StartsWith("<![CDATA["u8))
        {
            Kind = XmlTokenKind.CharacterData;
            Start = position + 9;
            var close = bytes[Start..].IndexOf("]]>"u8);
            IsMalformed = close < 0;
            End = close < 0 ? bytes.Length : Start + close;
            position = close < 0 ? bytes.Length : End + 3;
            return true;
        }
        if (rest.StartsWith("<!--"u8))
        {
            Skip("-->"u8);
            return false;
        }
        HasDoctype = true;
        var subset = rest.IndexOfAny((byte)'[', (byte)'>');
        if (subset >= 0 && rest[subset] == (byte)'[')
            Skip("]>"u8);
        else
            Skip(">"u8);
        return false;
    }

    private void Skip(ReadOnlySpan<byte> terminator)
    {
        var close = bytes[position..].IndexOf(terminator);
        position = close < 0 ? bytes.Length : position + close + terminator.Length;
    }

    private readonly int SkipBlanks(int at)
    {
        while (at < End && IsBlank(bytes[at]))
            at++;
        return at;
    }

    private static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private static bool IsNameStart(byte value) => char.IsAsciiLetter((char)value) || value is (byte)'_' or >= 0x80;

    private static bool IsNamePart(byte value) => NameParts[value];
}
