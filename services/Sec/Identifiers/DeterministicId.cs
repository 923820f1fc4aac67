using System.Security.Cryptography;
using System.Text;

namespace Filingwire.Sec.Identifiers;

/// <summary>UUIDs of version 5 (RFC 9562, section 5.5): the same name always gives the same id.</summary>
public static class DeterministicId
{
    private static readonly Guid Namespace = new("6f0f4a5e-3c55-5d0e-9a57-2d8f2f2b7c11");

    /// <summary>The id of the natural key, whose parts are joined so that no two keys collide.</summary>
    public static Guid Of(params ReadOnlySpan<string> naturalKey)
    {
        var name = string.Join('\u001f', naturalKey.ToArray());
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing is secured by it.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
