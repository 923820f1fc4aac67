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
/// <remarks>Two lengths, little endian, the reading's and the bytes', then the compressed content.</remarks>
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
        BinaryPrimitives.WriteInt32LittleEndian(packed, length);
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
        var (length, _) = Lengths(packed);
        var content = ArrayPool<byte>.Shared.Rent(length);
        Unpack(packed, content.AsSpan(0, length));
        var reading = Wire.Filing.Parser.ParseFrom(content.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(content);
        return reading;
    }

    /// <summary>The bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Pack"/> or are damaged.</exception>
    public static byte[] Bytes(ReadOnlySpan<byte> packed)
    {
        var (reading, bytes) = Lengths(packed);
        var content = new byte[reading + bytes];
        Unpack(packed, content);
        return content[reading..];
    }

    private static (int Reading, int Bytes) Lengths(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < 2 * LengthBytes)
            throw new InvalidDataException("A stored blob is cut off.");
        return (BinaryPrimitives.ReadInt32LittleEndian(packed), BinaryPrimitives.ReadInt32LittleEndian(packed[LengthBytes..]));
    }

    /// <summary>Fills <paramref name="content"/>; what is packed behind it is left alone.</summary>
    private static void Unpack(ReadOnlySpan<byte> packed, Span<byte> content)
    {
        using var decoder = default(BrotliDecoder);
        decoder.Decompress(packed[(2 * LengthBytes)..], content, out _, out var written);
        if (written != content.Length)
            throw new InvalidDataException("A stored blob is damaged.");
    }
}
