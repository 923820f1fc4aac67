using System.Buffers.Binary;
using System.IO.Compression;

namespace Filingwire.Edgar.Requests;

/// <summary>
/// Decompresses a gzipped body and notices when it was cut off: streams of EDGAR do get cut, and a cut index looks like a short day.
/// </summary>
public static class GzipBody
{
    private const int Trailer = 8;
    private const int Smallest = 18;

    /// <summary>True when the bytes begin as gzip does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\u001f"u8) && bytes.Length > 1 && bytes[1] == 0x8b;

    /// <summary>Decompresses the bytes.</summary>
    /// <returns>Null when they are cut off, damaged, or larger than <paramref name="most"/> when decompressed.</returns>
    public static byte[]? Inflate(byte[] gzip, long most)
    {
        if (gzip.Length < Smallest || !IsGzip(gzip))
            return null;
        // The trailer holds the length of what was compressed, modulo 2^32; one member is what HTTP servers send.
        var length = BinaryPrimitives.ReadUInt32LittleEndian(gzip.AsSpan(gzip.Length - Trailer + 4));
        if (length > most || length > Array.MaxLength)
            return null;
        try
        {
            using var inflate = new GZipStream(new MemoryStream(gzip, writable: false), CompressionMode.Decompress);
            var body = new byte[length];
            var read = inflate.ReadAtLeast(body, body.Length, throwOnEndOfStream: false);
            return read == body.Length && inflate.ReadByte() < 0 ? body : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
