using System.Buffers;
using Grpc.Core;

namespace Filingwire.GrpcRuntime.Wire;

/// <summary>Metadata as HTTP header values and back.</summary>
internal static class WireMetadata
{
    private static readonly SearchValues<char> Printable = SearchValues.Create(
        "\t !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The header value of an entry; null for text that no header can carry.</summary>
    public static string? Value(Metadata.Entry entry) =>
        entry.IsBinary ? BinaryHeader.Encode(entry.Bytes)
        : entry.Value.AsSpan().ContainsAnyExcept(Printable) ? null
        : entry.Value;

    /// <summary>Adds one header value as received. Several binary values may come joined by commas; a malformed one is left out.</summary>
    public static void Add(Metadata metadata, string name, string value)
    {
        var key = Lower(name);
        if (!Metadata.Entry.EndsBinary(key))
        {
            metadata.Add(Metadata.Entry.FromWire(key, value));
            return;
        }

        foreach (var range in value.AsSpan().Split(','))
        {
            if (BinaryHeader.Decode(value.AsSpan(range)) is { } bytes) metadata.Add(Metadata.Entry.FromWire(key, bytes));
        }
    }

    // HTTP/2 names arrive in lower case, but known ones are replaced by the host's own spelling.
    private static string Lower(string name)
    {
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c))
                return string.Create(name.Length, name, (span, source) => source.AsSpan().ToLowerInvariant(span));
        }

        return name;
    }
}
