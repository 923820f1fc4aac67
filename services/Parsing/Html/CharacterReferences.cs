using System.Globalization;
using System.Net;
using System.Text;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Html;

/// <summary>Decodes HTML character references, with or without the closing semicolon, by name or number.</summary>
internal static class CharacterReferences
{
    private const int Longest = 12;

    /// <summary>Reads a reference at the start of the bytes, which is "&amp;".</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="rune">The character; U+FFFD for numbers that are none.</param>
    /// <param name="length">Number of bytes of the reference.</param>
    /// <returns>False when it is a plain ampersand.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Rune rune, out int length)
    {
        rune = default;
        length = 0;
        if (bytes.Length < 3)
            return false;
        return bytes[1] == '#' ? TryNumber(bytes, out rune, out length) : TryName(bytes, out rune, out length);
    }

    private static bool TryNumber(ReadOnlySpan<byte> bytes, out Rune rune, out int length)
    {
        var hex = bytes[2] is (byte)'x' or (byte)'X';
        var at = hex ? 3 : 2;
        var number = 0;
        var digits = 0;
        for (; at < bytes.Length && digits < 8 && Digit(bytes[at], hex) is var digit and >= 0; at++, digits++)
            number = number * (hex ? 16 : 10) + digit;
        length = at < bytes.Length && bytes[at] == ';' ? at + 1 : at;
        rune = number is >= 0x80 and <= 0x9f ? Windows1252.Decode((byte)number) : Rune.IsValid(number) ? new Rune(number) : Rune.ReplacementChar;
        return digits > 0;
    }

    private static int Digit(byte value, bool hex) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' when hex => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' when hex => value - 'A' + 10,
        _ => -1,
    };

    private static bool TryName(ReadOnlySpan<byte> bytes, out Rune rune, out int length)
    {
        var at = 1;
        while (at < bytes.Length && at <= Longest && char.IsAsciiLetterOrDigit((char)bytes[at]))
            at++;
        length = at < bytes.Length && bytes[at] == ';' ? at + 1 : at;
        var name = bytes[1..at];
        rune = default;
        if (name.SequenceEqual("nbsp"u8))
            rune = new Rune('\u00a0');
        else if (name.SequenceEqual("amp"u8))
            rune = new Rune('&');
        else if (name.Length > 1 && WebUtility.HtmlDecode(string.Create(CultureInfo.InvariantCulture, $"&{Encoding.ASCII.GetString(name)};")) is { } decoded
            && decoded[0] != '&' && Rune.TryGetRuneAt(decoded, 0, out var found) && found.Utf16SequenceLength == decoded.Length)
            rune = found;
        else
            return false;
        return true;
    }
}
