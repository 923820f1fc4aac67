using System.Buffers.Text;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>The values of "-bin" headers: base64, sent without padding, read with or without.</summary>
internal static class BinaryHeader
{
    public static string Encode(ReadOnlySpan<byte> value) => Convert.ToBase64String(value).TrimEnd('=');

    /// <summary>Null for what is no base64.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var digits = text.TrimEnd('=').Length;
        if (digits % 4 == 1 || text.Length - digits > 2) return null;
        Span<char> padded = text.Length <= 508 ? stackalloc char[digits + 3] : new char[digits + 3];
        text[..digits].CopyTo(padded);
        padded[digits..].Fill('=');
        padded = padded[..((digits + 3) / 4 * 4)];
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(padded.Length)];
        return Convert.TryFromBase64Chars(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
