using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Envelopes;

/// <summary>
/// First stage: bytes to header and documents. Knows the full submission text (also of the 1990s, with IMS tags and a privacy-enhanced head), the
/// feed's SGML, header files (hdr.sgml, index-headers.html) and bare documents.
/// </summary>
public static class EnvelopeReader
{
    /// <summary>An envelope shows itself in its first bytes; a privacy-enhanced head takes some hundred.</summary>
    private const int Looked = 16384;

    /// <summary>Splits a submission. Bytes without an envelope are one bare document.</summary>
    /// <param name="bytes">The bytes as received, not empty.</param>
    /// <param name="diagnostics">Receives what was odd.</param>
    public static Submission Read(ReadOnlyMemory<byte> bytes, List<Diagnostic> diagnostics)
    {
        var span = bytes.Span;
        var head = span[..Math.Min(span.Length, Looked)];
        var start = FindStart(head);
        if (start < 0)
            return new Submission { Bytes = bytes, Documents = [new SubmissionDocument(new ByteSpan(0, span.Length), DocumentFormats.Detect(span))] };

        var firstDocument = DocumentReader.FindLine(span, start, "<DOCUMENT>"u8);
        var headerEnd = HeaderEnd(span, start, firstDocument);
        var header = headerEnd > start ? new HeaderReader(span, diagnostics).Read(new ByteSpan(start, headerEnd)) : null;
        if (header is { FormType: null, Accession: null, Parties.Count: 0 })
            header = null;
        var end = End(span, start, diagnostics);
        var documents = firstDocument < 0 ? [] : DocumentReader.Read(span[..end], firstDocument, diagnostics);
        if (header is not null)
            CheckCount(header, documents, diagnostics);
        if (documents.Count == 0)
        {
            // A header alone: the submission's documents are elsewhere.
            documents.Add(new SubmissionDocument(new ByteSpan(headerEnd, headerEnd), DocumentFormat.Unknown));
            diagnostics.Add(new Diagnostic(Severity.Warning, "header-only", "The bytes hold a submission's header and none of its documents."));
        }
        return new Submission { Bytes = bytes, Header = header, Documents = documents };
    }

    private static int FindStart(ReadOnlySpan<byte> head)
    {
        // A bare ownership document, the most frequent of all, has no envelope.
        var text = head.TrimStart(" \t\r\n"u8);
        if (text.StartsWith("<?xml"u8) || text.StartsWith("<ownershipDocument"u8))
            return -1;
        var start = -1;
        foreach (var tag in (ReadOnlySpan<string>)["<SEC-DOCUMENT>", "<IMS-DOCUMENT>", "<SEC-HEADER>", "<IMS-HEADER>", "<SUBMISSION>", "<DOCUMENT>"])
            if (DocumentReader.FindLine(head, 0, System.Text.Encoding.ASCII.GetBytes(tag)) is >= 0 and var found && (start < 0 || found < start))
                start = found;
        return start;
    }

    private static int HeaderEnd(ReadOnlySpan<byte> bytes, int start, int firstDocument)
    {
        var limit = firstDocument < 0 ? bytes.Length : firstDocument;
        var range = bytes[start..limit];
        var close = range.IndexOf("</SEC-HEADER>"u8);
        close = close < 0 ? range.IndexOf("</IMS-HEADER>"u8) : close;
        close = close < 0 ? range.IndexOf("-->"u8) : close;
        return close < 0 ? limit : start + close;
    }

    /// <summary>The end of the first submission; feeds put several into one file.</summary>
    private static int End(ReadOnlySpan<byte> bytes, int start, List<Diagnostic> diagnostics)
    {
        var tag = bytes[start..][..(bytes[start..].IndexOf((byte)'>') + 1)];
        if (!tag.SequenceEqual("<SEC-DOCUMENT>"u8) && !tag.SequenceEqual("<SUBMISSION>"u8) && !tag.SequenceEqual("<IMS-DOCUMENT>"u8))
            return bytes.Length;
        var next = DocumentReader.FindLine(bytes, start + tag.Length, tag);
        if (next < 0)
            return bytes.Length;
        diagnostics.Add(new Diagnostic(Severity.Error, "more-submissions", "Another submission follows in the same bytes; only the first was read.", new ByteSpan(next, bytes.Length)));
        return next;
    }

    private static void CheckCount(SubmissionHeader header, List<SubmissionDocument> documents, List<Diagnostic> diagnostics)
    {
        var declared = header.OtherLines.FirstOrDefault(line => line.Name == "PUBLIC-DOCUMENT-COUNT");
        if (declared is not null && int.TryParse(declared.Value.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            && count != documents.Count && documents.Count > 0)
            diagnostics.Add(new Diagnostic(Severity.Info, "document-count-differs", "The header counts other documents than there are.", declared.Value.Source.Span)
            {
                Parameters = new Dictionary<string, string> { ["declared"] = declared.Value.Value!, ["found"] = documents.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            });
    }
}
