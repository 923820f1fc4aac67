using Filingwire.Parsing.Documents;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Forms.Ownership.Checks;
using Filingwire.Parsing.Forms.Ownership.Printed;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Readers;

/// <summary>Forms 3, 4 and 5 under Section 16(a) of the Exchange Act, in every format in which EDGAR has held them.</summary>
public sealed class OwnershipReader : IFormReader
{
    private const int Looked = 65536;

    /// <inheritdoc/>
    public FormFamily Family => FormFamily.Ownership;

    /// <inheritdoc/>
    public bool Reads(string formType) => formType is "3" or "3/A" or "4" or "4/A" or "5" or "5/A";

    /// <inheritdoc/>
    public int Recognise(Submission submission, SubmissionDocument document)
    {
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        var head = bytes[..Math.Min(bytes.Length, Looked)];
        if (IsXml(head))
            return 100;
        return document.Format is DocumentFormat.Text or DocumentFormat.OcrText or DocumentFormat.Html
            ? OwnershipTextReader.Recognise(DocumentText.Read(submission, document, Looked))
            : 0;
    }

    /// <inheritdoc/>
    public FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        var content = IsXml(bytes[..Math.Min(bytes.Length, Looked)])
            ? new OwnershipXmlReader(submission.Bytes.Span, document.Body, diagnostics).Read()
            : OwnershipTextReader.Read(DocumentText.Read(submission, document), diagnostics);
        var signed = LastSigned(content);
        OwnershipChecks.Run(content, submission.Header, signed?.Value, diagnostics);
        return new FormReading
        {
            FormType = content.DocumentType,
            PeriodOfReport = content.PeriodOfReport,
            SignedOn = signed,
            Issuers = content.Issuer is { Cik: null, Name: null, TradingSymbol: null }
                ? []
                : [new NamedIssuer(content.Issuer.Cik, content.Issuer.Name, content.Issuer.TradingSymbol)],
            Content = content,
        };
    }

    private static bool IsXml(ReadOnlySpan<byte> head) => head.IndexOf("<ownershipDocument"u8) >= 0;

    /// <summary>A filing cannot precede its last signature, so the last one stands in for an unknown filing date.</summary>
    private static Field<DateOnly?>? LastSigned(OwnershipDocument content)
    {
        Field<DateOnly?>? last = null;
        foreach (var signature in content.Signatures)
            if (signature.Date is { Value: { } date } && (last?.Value is not { } latest || date > latest))
                last = signature.Date;
        return last;
    }
}
