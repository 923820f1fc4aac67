using System.IO.Compression;

namespace Filingwire.Extraction.Storage;

/// <summary>Raw submissions and readings are text that shrinks to a fifth; Brotli's fastest level costs less than writing the difference.</summary>
internal static class CompressedBytes
{
    private const int Quality = 1;
    private const int Window = 18;
    private const int LengthBytes = sizeof(int);

    /// <summary>Four bytes of length, little endian, then the compressed content.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        var packed = new byte[LengthBytes + BrotliEncoder.GetMaxCompressedLength(content.Length)];
        BitConverter.TryWriteBytes(packed, content.Length);
        return BrotliEncoder.TryCompress(content, packed.AsSpan(LengthBytes), out var written, Quality, Window)
            ? packed[..(LengthBytes + written)]
            : throw new InvalidOperationException("The compressed content is longer than its own bound.");
    }

    /// <summary>The content.</summary>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Pack"/> or are damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < LengthBytes)
            throw new InvalidDataException("A stored blob is cut off.");
        var content = new byte[BitConverter.ToInt32(packed)];
        return BrotliDecoder.TryDecompress(packed[LengthBytes..], content, out var written) && written == content.Length
            ? content
            : throw new InvalidDataException("A stored blob is damaged.");
    }
}
