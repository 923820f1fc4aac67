using System.Buffers;
using System.Globalization;
using System.Text;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Xml;

/// <summary>
/// Decodes the characters of XML: the five named references, numeric references, and nothing else. A reference that is not one of these,
/// and an ampersand that begins none, stay as they are.
/// </summary>
public static class XmlText
{
    private const int LongestReference = 12;

    /// <summary>ASCII without the ampersand: bytes that are their own characters.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(code => code != '&').Select(code => (byte)code)]);

    /// <summary>White space of XML.</summary>
    internal static SearchValues<byte> Blanks { get; } = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Decodes text; bytes that are no UTF-8 are read as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 1 && bytes[0] < 0x80)
            return SingleCharacters[bytes[0]];
        if (!bytes.Contains((byte)'&'))
        {
            if (Ascii.IsValid(bytes))
                return Encoding.ASCII.GetString(bytes);
            if (System.Text.Unicode.Utf8.IsValid(bytes))
                return Encoding.UTF8.GetString(bytes);
        }
        // No character takes fewer bytes than it has UTF-16 units, references included.
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        var count = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var plain = bytes[at..].IndexOfAnyExcept(Plain);
            plain = plain < 0 ? bytes.Length - at : plain;
            count += Encoding.ASCII.GetChars(bytes.Slice(at, plain), buffer.AsSpan(count));
            at += plain;
            if (at < bytes.Length)
                count += Next(bytes, ref at, out _).EncodeToUtf16(buffer.AsSpan(count));
        }
        var text = new string(buffer, 0, count);
        ArrayPool<char>.Shared.Return(buffer);
        return text;
    }

    /// <summary>Decodes text with a map from characters to bytes. Tags inside are left out: markup is no text.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where they begin in the submission.</param>
    public static SourceText ToSourceText(ReadOnlySpan<byte> bytes, int offset)
    {
        if (!bytes.ContainsAny((byte)'&', (byte)'<'))
            return SourceText.FromPlainText(bytes, offset);
        var content = new StringBuilder(bytes.Length);
        var starts = new List<int>(bytes.Length);
        var ends = new List<int>(bytes.Length);
        var xml = new XmlTokenizer(bytes, 0, bytes.Length);
        Span<char> units = stackalloc char[2];
        while (xml.Next())
        {
            if (xml.Kind is not (XmlTokenKind.Text or XmlTokenKind.CharacterData))
                continue;
            for (var at = xml.Start; at < xml.End;)
            {
                var from = at;
                var rune = xml.Kind == XmlTokenKind.Text ? Next(bytes[..xml.End], ref at, out _) : NextPlain(bytes, ref at);
                var count = rune.EncodeToUtf16(units);
                content.Append(units[..count]);
                for (var i = 0; i < count; i++)
                {
                    starts.Add(offset + from);
                    ends.Add(offset + at);
                }
            }
        }
        return new SourceText(content.ToString(), [.. starts], [.. ends]);
    }

    /// <summary>Whether an ampersand begins no known reference.</summary>
    public static bool HasStrayAmpersand(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOf((byte)'&'); at >= 0;)
        {
            Next(bytes, ref at, out var stray);
            if (stray)
                return true;
            var next = bytes[at..].IndexOf((byte)'&');
            at = next < 0 ? -1 : at + next;
        }
        return false;
    }

    /// <summary>Decodes one character.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="at">Where the character begins; moved behind it.</param>
    /// <param name="strayAmpersand">True for an ampersand that begins no known reference.</param>
    public static Rune Next(ReadOnlySpan<byte> bytes, ref int at, out bool strayAmpersand)
    {
        strayAmpersand = false;
        if (bytes[at] != (byte)'&')
            return NextPlain(bytes, ref at);
        var rest = bytes.Slice(at + 1, Math.Min(LongestReference, bytes.Length - at - 1));
        var length = rest.IndexOf((byte)';');
        if (length > 0 && Resolve(rest[..length]) is { } rune)
        {
            at += length + 2;
            return rune;
        }
        strayAmpersand = true;
        at++;
        return new Rune('&');
    }

    private static readonly string[] SingleCharacters = [.. Enumerable.Range(0, 0x80).Select(code => ((char)code).ToString())];

    private static Rune NextPlain(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) == OperationStatus.Done)
        {
            at += length;
            return rune;
        }
        return Windows1252.Decode(bytes[at++]);
    }

    private static Rune? Resolve(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("amp"u8))
            return new Rune('&');
        if (name.SequenceEqual("lt"u8))
            return new Rune('<');
        if (name.SequenceEqual("gt"u8))
            return new Rune('>');
        if (name.SequenceEqual("quot"u8))
            return new Rune('"');
        if (name.SequenceEqual("apos"u8))
            return new Rune('\'');
        if (name[0] != (byte)'#' || name.Length < 2)
            return null;
        var hexadecimal = name[1] is (byte)'x' or (byte)'X';
        var read = hexadecimal
            ? uint.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            : uint.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return read && code > 0 && Rune.IsValid(code) ? new Rune(code) : null;
    }
}
