using System.IO.Compression;

namespace Filingwire.Store.Sqlite;

/// <summary>How a document's JSON lies in the file: as it is, or deflated when that saves space. JSON never begins with the mark.</summary>
internal static class SqliteBody
{
    private const byte Deflated = 1;
    private const int WorthIt = 1024;

    public static byte[] Encode(ReadOnlyMemory<byte> json)
    {
        if (json.Length < WorthIt)
            return json.ToArray();
        using var output = new MemoryStream(json.Length / 4);
        output.WriteByte(Deflated);
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(json.Span);
        return output.Length < json.Length ? output.ToArray() : json.ToArray();
    }

    public static byte[] Decode(byte[] body)
    {
        if (body.Length == 0 || body[0] != Deflated)
            return body;
        using var inflate = new DeflateStream(new MemoryStream(body, 1, body.Length - 1), CompressionMode.Decompress);
        using var json = new MemoryStream(body.Length * 6);
        inflate.CopyTo(json);
        return json.ToArray();
    }
}
