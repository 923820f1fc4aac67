using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing;

/// <summary>
/// Reads a filing: envelope → documents → the form's own stages → checks. Pure: the same bytes give the same result for one
/// <see cref="Revision"/>. Bad data gives diagnostics; only what is no filing at all is refused, with a reason.
/// </summary>
public static class FilingParser
{
    /// <summary>Revision of the parser, ordered as text; raised whenever the same bytes may give another result.</summary>
    public const string Revision = "2026.11.3";

    /// <summary>Largest submission that is read, in bytes.</summary>
    public const int MaxBytes = 40 * 1024 * 1024;

    private const int SureEnough = 50;
    private const int Certain = 100;

    /// <summary>Reads a filing.</summary>
    /// <param name="bytes">The submission as received.</param>
    public static ParseResult Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            return ParseResult.Rejected(RejectionReason.Empty, "The submission has no content.");
        if (bytes.Length > MaxBytes)
            return ParseResult.Rejected(RejectionReason.TooLarge, $"The submission has {bytes.Length} bytes; at most {MaxBytes} are read.");

        var diagnostics = new List<Diagnostic>();
        var submission = EnvelopeReader.Read(bytes, diagnostics);
        var readable = submission.Documents.Where(document => document.Format != DocumentFormat.Binary && document.Body.Length > 0).ToList();
        if (readable.Count == 0)
            return submission.Header?.FormType is { Value: not null } declared
                ? Recognised(submission, submission.Documents[0], declared, diagnostics)
                : ParseResult.Rejected(RejectionReason.Binary, "The submission holds no text.");

        var (reader, document) = Choose(submission, readable);
        if (reader is null)
            return submission.Header?.FormType is { Value: not null } type
                ? Recognised(submission, document, type, diagnostics)
                : ParseResult.Rejected(RejectionReason.NotRecognised, "The text is none of the forms that are read here, and no header says what it is.");

        var reading = reader.Read(submission, document, diagnostics);
        var formType = submission.Header?.FormType ?? reading.FormType;
        if (formType is null)
            return ParseResult.Rejected(RejectionReason.NotRecognised, "The form's type cannot be told from the text.");
        return ParseResult.Parsed(new ParsedFiling
        {
            Submission = submission,
            FormType = formType,
            Format = document.Format,
            Reading = reading,
            Diagnostics = diagnostics,
        });
    }

    private static (IFormReader? Reader, SubmissionDocument Document) Choose(Submission submission, List<SubmissionDocument> readable)
    {
        if (submission.Header?.FormType?.Value is { } declared && FormReaders.All.FirstOrDefault(reader => reader.Reads(declared)) is { } named)
            return (named, readable.FirstOrDefault(document => document.Type?.Value is { } type && named.Reads(type)) ?? readable[0]);
        if (submission.Header?.FormType?.Value is not null)
            return (null, readable[0]);
        var (best, bestDocument, bestSure) = ((IFormReader?)null, readable[0], SureEnough - 1);
        foreach (var document in readable)
            foreach (var reader in FormReaders.All)
            {
                var sure = reader.Recognise(submission, document);
                if (sure > bestSure)
                    (best, bestDocument, bestSure) = (reader, document, sure);
                if (sure == Certain)
                    return (best, bestDocument);
            }
        return (best, bestDocument);
    }

    private static ParseResult Recognised(Submission submission, SubmissionDocument document, Field<string?> formType, List<Diagnostic> diagnostics) =>
        ParseResult.Parsed(new ParsedFiling
        {
            Submission = submission,
            FormType = formType,
            Format = document.Format,
            Reading = new FormReading { Family = FormFamily.Other },
            Diagnostics = diagnostics,
        });
}
