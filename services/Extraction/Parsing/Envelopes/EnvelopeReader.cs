using Filingwire.Extraction.Parsing.Evidence;

namespace Filingwire.Extraction.Parsing.Envelopes;

/// <summary>First stage: bytes to header and documents.</summary>
public static class EnvelopeReader
{
    /// <summary>Splits a submission. Bytes without an envelope are one bare document.</summary>
    /// <param name="bytes">The bytes as received, not empty.</param>
    /// <param name="diagnostics">Receives what was odd.</param>
    public static Submission Read(ReadOnlyMemory<byte> bytes, List<Diagnostic> diagnostics)
    {
        var body = new ByteSpan(0, bytes.Length);
        return new Submission { Bytes = bytes, Documents = [new SubmissionDocument(body, DocumentFormats.Detect(bytes.Span))] };
    }
}
