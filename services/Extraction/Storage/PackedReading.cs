using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Google.Protobuf;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Storage;

/// <summary>
/// A reading and the bytes that it was made of, compressed as one: what the reading quotes stands in the bytes too, so the second half costs little.
/// The reading comes first and can be had without the bytes. Brotli's fastest level costs less than writing the difference.
/// </summary>
/// <remarks>
/// Two lengths, little endian, then the compressed content. The first is the reading's complement, which is negative: blobs of stores written before
/// begin with the length of their one content, a reading or the bytes.
/// </remarks>
internal static class PackedReading
{
    private const int Quality = 0;
    private const int Window = 18;
    private const int LengthBytes = sizeof(int);

    /// <summary>Packs a reading and its bytes; no bytes for a reading that was made without any.</summary>
    public static byte[] Pack(Wire.Filing reading, ReadOnlySpan<byte> bytes)
    {
        var length = reading.CalculateSize();
        var content = ArrayPool<byte>.Shared.Rent(length + bytes.Length);
        reading.WriteTo(content.AsSpan(0, length));
        bytes.CopyTo(content.AsSpan(length));
        var packed = ArrayPool<byte>.Shared.Rent((2 * LengthBytes) + BrotliEncoder.GetMaxCompressedLength(length + bytes.Length));
        BinaryPrimitives.WriteInt32LittleEndian(packed, ~length);
        BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(LengthBytes), bytes.Length);
        if (!BrotliEncoder.TryCompress(content.AsSpan(0, length + bytes.Length), packed.AsSpan(2 * LengthBytes), out var written, Quality, Window))
            throw new InvalidOperationException("The compressed content is longer than its own bound.");
        var result = packed.AsSpan(0, (2 * LengthBytes) + written).ToArray();
        ArrayPool<byte>.Shared.Return(content);
        ArrayPool<byte>.Shared.Return(packed);
        return result;
    }

    /// <summary>The reading.</summary>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Pack"/> or are damaged.</exception>
    public static Wire.Filing Reading(ReadOnlySpan<byte> packed)
    {
        var (start, length, _) = Lengths(packed);
        var content = ArrayPool<byte>.Shared.Rent(length);
        Unpack(packed[start..], content.AsSpan(0, length));
        var reading = Wire.Filing.Parser.ParseFrom(content.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(content);
        return reading;
    }

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Pack"/> or are damaged.</exception>
    public static byte[] Bytes(ReadOnlySpan<byte> packed)
    {
        var (start, first, second) = Lengths(packed);
        var content = new byte[first + (second ?? 0)];
        Unpack(packed[start..], content);
        return second is null ? content : content[first..];
    }

    /// <summary>Where the compressed content begins and how long its parts are; one part only in blobs of before.</summary>
    private static (int Start, int First, int? Second) Lengths(ReadOnlySpan<byte> packed)
    {
        if (!BinaryPrimitives.TryReadInt32LittleEndian(packed, out var first))
            throw new InvalidDataException("A stored blob is cut off.");
        if (first >= 0)
            return (LengthBytes, first, null);
        return BinaryPrimitives.TryReadInt32LittleEndian(packed[LengthBytes..], out var second) && second >= 0
            ? (2 * LengthBytes, ~first, second)
            : throw new InvalidDataException("A stored blob is cut off.");
    }

    /// <summary>Fills <paramref name="content"/>; what is packed behind it is left alone.</summary>
    private static void Unpack(ReadOnlySpan<byte> compressed, Span<byte> content)
    {
        using var decoder = default(BrotliDecoder);
        decoder.Decompress(compressed, content, out _, out var written);
        if (written != content.Length)
            throw new InvalidDataException("A stored blob is damaged.");
    }
}
