using System.Security.Cryptography;
using Filingwire.Extraction.Parsing.Envelopes;

namespace Filingwire.Extraction.Filings;

/// <summary>Recognises the same document in different wrappings: a bare Form 4, the same in a submission text, the same in a feed with other line ends.</summary>
internal static class FilingBody
{
    /// <summary>SHA-256, lower-case hex, of the first readable document's bytes without line ends, blanks and tabs at either end of a line.</summary>
    public static string Sha256(Submission submission)
    {
        var document = submission.Documents.FirstOrDefault(candidate => candidate.Format != DocumentFormat.Binary) ?? submission.Documents[0];
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            hash.AppendData((end < 0 ? bytes : bytes[..end]).Trim(" \t"u8));
            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
