using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Html;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Documents;

/// <summary>The readable text of a document, whatever its format: columns are separated by tabs, lines by line feeds, paragraphs by blank lines.</summary>
public static class DocumentText
{
    /// <summary>Characters after which a form's reader stops; no form of those that are read whole is nearly as long.</summary>
    public const int LongestForm = 2_000_000;

    /// <summary>Reads a form as a whole; a diagnostic says when it is longer than any form is.</summary>
    public static SourceText ReadForm(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var text = Read(submission, document, LongestForm);
        if (text.Content.Length >= LongestForm)
            diagnostics.Add(new Diagnostic(Severity.Warning, "document-cut", $"The document is longer than {LongestForm} characters; what lies behind them was not read.", document.Body));
        return text;
    }

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
