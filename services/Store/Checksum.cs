using System.Numerics;
using System.Runtime.InteropServices;

namespace Filingwire.Store;

/// <summary>CRC-32C (RFC 3720) of what is kept, by which a flipped bit is noticed when it is read. Processors have an instruction for it.</summary>
internal static class Checksum
{
    /// <summary>The sum of some bytes, on top of those before them.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = uint.MaxValue)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var sum = before;
        foreach (var word in words)
            sum = BitOperations.Crc32C(sum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            sum = BitOperations.Crc32C(sum, rest);
        return sum;
    }

    /// <summary>The sum of a text; absent and empty differ.</summary>
    public static uint Of(string? text, uint before) =>
        text is null ? BitOperations.Crc32C(before, (byte)0) : Of(MemoryMarshal.AsBytes(text.AsSpan()), BitOperations.Crc32C(before, (uint)text.Length));
}
