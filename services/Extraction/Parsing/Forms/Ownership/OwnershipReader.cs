using Filingwire.Extraction.Parsing.Envelopes;
using Filingwire.Extraction.Parsing.Evidence;

namespace Filingwire.Extraction.Parsing.Forms.Ownership;

/// <summary>Forms 3, 4 and 5 under Section 16(a) of the Exchange Act, in every format in which EDGAR has held them.</summary>
public sealed class OwnershipReader : IFormReader
{
    /// <inheritdoc/>
    public bool Reads(string formType) => formType is "3" or "3/A" or "4" or "4/A" or "5" or "5/A";

    /// <inheritdoc/>
    public int Recognise(Submission submission, SubmissionDocument document)
    {
        var bytes = submission.Bytes.Span[document.Body.Start..document.Body.End];
        return document.Format == DocumentFormat.Xml && bytes[..Math.Min(bytes.Length, 65536)].IndexOf("<ownershipDocument"u8) >= 0 ? 100 : 0;
    }

    /// <inheritdoc/>
    public FormReading Read(Submission submission, SubmissionDocument document, List<Diagnostic> diagnostics)
    {
        var content = new OwnershipXmlReader(submission.Bytes.Span, document.Body, diagnostics).Read();
        return new FormReading
        {
            Family = FormFamily.Ownership,
            FormType = content.DocumentType,
            PeriodOfReport = content.PeriodOfReport,
            SignedOn = LastSigned(content),
            Issuers = content.Issuer is { Cik: null, Name: null, TradingSymbol: null }
                ? []
                : [new NamedIssuer(content.Issuer.Cik, content.Issuer.Name, content.Issuer.TradingSymbol)],
            Content = content,
        };
    }

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
