using Filingwire.Extraction.Parsing.Envelopes;
using Filingwire.Extraction.Parsing.Html;

namespace Filingwire.Extraction.Parsing.Text;

/// <summary>The readable text of a document, whatever its format: columns are separated by tabs, lines by line feeds, paragraphs by blank lines.</summary>
public static class DocumentText
{
    /// <summary>Reads a document's text.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="document">One of its documents.</param>
    /// <param name="most">Most characters to read.</param>
    public static SourceText Read(Submission submission, SubmissionDocument document, int most = int.MaxValue)
    {
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        return document.Format == DocumentFormat.Html
            ? HtmlText.Read(bytes, document.Body.Start, most)
            : SourceText.FromPlainText(bytes[..Math.Min(most, bytes.Length)], document.Body.Start);
    }
}
