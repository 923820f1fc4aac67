using System.Buffers;
using System.Security.Cryptography;
using Filingwire.Parsing.Envelopes;

namespace Filingwire.Extraction.Readings;

/// <summary>Recognises the same document in different wrappings: a bare Form 4, the same in a submission text, the same in a feed with other line ends.</summary>
internal static class FilingBody
{
    /// <summary>SHA-256, lower-case hex, of the first readable document's bytes without line ends, blanks and tabs at either end of a line.</summary>
    public static string Sha256(Submission submission)
    {
        var document = submission.Documents.FirstOrDefault(candidate => candidate.Format != DocumentFormat.Binary) ?? submission.Documents[0];
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        // Joined before they are hashed: a hash of many short pieces costs more than the copy.
        var joined = ArrayPool<byte>.Shared.Rent(bytes.Length);
        var length = 0;
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            var line = (end < 0 ? bytes : bytes[..end]).Trim(" \t"u8);
            line.CopyTo(joined.AsSpan(length));
            length += line.Length;
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(joined.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(joined);
        return hash;
    }
}
