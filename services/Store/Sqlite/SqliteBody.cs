using System.Buffers.Binary;
using System.IO.Compression;

namespace Filingwire.Store.Sqlite;

/// <summary>How a document's JSON lies in the file: a sum of what follows, then the JSON as it is, or deflated behind a mark when that saves space.</summary>
internal static class SqliteBody
{
    private const byte Deflated = 1;
    private const int SumBytes = sizeof(uint);
    private const int WorthIt = 1024;

    public static byte[] Encode(ReadOnlyMemory<byte> json)
    {
        using var output = new MemoryStream(SumBytes + (json.Length < WorthIt ? json.Length : json.Length / 4));
        output.Write(stackalloc byte[SumBytes]);
        if (json.Length >= WorthIt)
        {
            output.WriteByte(Deflated);
            using var deflate = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true);
            deflate.Write(json.Span);
        }
        if (output.Length == SumBytes || output.Length > json.Length)
        {
            output.SetLength(SumBytes);
            output.Write(json.Span);
        }
        var body = output.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(body, Checksum.Of(body.AsSpan(SumBytes)));
        return body;
    }

    /// <exception cref="StoreDamagedException">The body is not what was written.</exception>
    public static ReadOnlyMemory<byte> Decode(byte[] body, string id)
    {
        if (body.Length < SumBytes || BinaryPrimitives.ReadUInt32LittleEndian(body) != Checksum.Of(body.AsSpan(SumBytes)))
            throw new StoreDamagedException($"The document {id} is damaged. Restore the store from a backup, or have it built anew.");
        if (body.Length == SumBytes || body[SumBytes] != Deflated)
            return body.AsMemory(SumBytes);
        using var inflate = new DeflateStream(new MemoryStream(body, SumBytes + 1, body.Length - SumBytes - 1), CompressionMode.Decompress);
        using var json = new MemoryStream(body.Length * 6);
        inflate.CopyTo(json);
        return json.ToArray();
    }
}
