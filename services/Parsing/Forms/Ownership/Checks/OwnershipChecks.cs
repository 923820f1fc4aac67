using System.Globalization;
using Filingwire.Parsing.Envelopes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Checks;

/// <summary>
/// What is odd in a document that was read: rules of the specification that it breaks and facts that contradict each other. A check reports; it
/// never changes a value, since filers are right more often than repairs.
/// </summary>
internal sealed class OwnershipChecks
{
    // EDGAR Ownership XML Technical Specification, section 3: at most 30 rows per table, 10 owners, 10 signatures, 99 footnotes.
    private const int MostRows = 30;
    private const int MostOwners = 10;
    private const int MostFootnotes = 99;

    private readonly OwnershipDocument document;
    private readonly SubmissionHeader? header;
    private readonly List<Diagnostic> diagnostics;

    private OwnershipChecks(OwnershipDocument document, SubmissionHeader? header, List<Diagnostic> diagnostics)
    {
        this.document = document;
        this.header = header;
        this.diagnostics = diagnostics;
    }

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="header">The submission's header, if there is one.</param>
    /// <param name="signed">The last signature's date, which stands in for an unknown filing date.</param>
    /// <param name="diagnostics">Receives what is odd.</param>
    public static void Run(OwnershipDocument document, SubmissionHeader? header, DateOnly? signed, List<Diagnostic> diagnostics)
    {
        var checks = new OwnershipChecks(document, header, diagnostics);
        checks.CheckHeader();
        checks.CheckCounts();
        checks.CheckOwners();
        checks.CheckContent();
        var rows = new RowChecks(diagnostics, header?.FiledOn?.Value ?? signed);
        foreach (var row in document.NonDerivativeRows)
            rows.Check(row, derivative: false);
        foreach (var row in document.DerivativeRows)
            rows.Check(row, derivative: true);
        FootnoteChecks.Run(document, diagnostics);
        AmountContinuity.Check(document.NonDerivativeRows, diagnostics);
        AmountContinuity.Check(document.DerivativeRows, diagnostics);
    }

    private void CheckHeader()
    {
        if (header?.FormType?.Value is { } type && document.DocumentType?.Value is { } own && type != own)
            Warn("form-type-differs", "The header's form type differs from the document's.", document.DocumentType.Source.Span);
        if (header?.PeriodOfReport?.Value is { } period && document.PeriodOfReport?.Value is { } ownPeriod && period != ownPeriod)
            Warn("period-differs", "The header's period of report differs from the document's.", document.PeriodOfReport.Source.Span);
    }

    private void CheckCounts()
    {
        Limit(document.NonDerivativeRows.Count, MostRows, "rows of Table I");
        Limit(document.DerivativeRows.Count, MostRows, "rows of Table II");
        Limit(document.ReportingOwners.Count, MostOwners, "reporting owners");
        Limit(document.Signatures.Count, MostOwners, "signatures");
        Limit(document.Footnotes.Count, MostFootnotes, "footnotes");
    }

    private void Limit(int count, int most, string of)
    {
        if (count > most)
            Warn("limit-exceeded", string.Create(CultureInfo.InvariantCulture, $"The document has {count} {of}; the specification allows {most}."), null);
    }

    private void CheckOwners()
    {
        if (document.ReportingOwners.Count == 0)
            Warn("owner-missing", "The document names no reporting owner.", null);
        foreach (var owner in document.ReportingOwners)
        {
            var place = (owner.Name ?? owner.Cik)?.Source.Span;
            if (owner is not ({ IsDirector.Value: true } or { IsOfficer.Value: true } or { IsTenPercentOwner.Value: true } or { IsOther.Value: true }))
                Inform("relationship-missing", "No relationship of the owner to the issuer is marked.", place);
            if (owner.IsOfficer?.Value == true && owner.OfficerTitle?.Value is null)
                Inform("officer-title-missing", "The owner is an officer without a title.", place);
            if (owner.IsOther?.Value == true && owner.OtherText?.Value is null)
                Inform("other-text-missing", "The owner has another relationship, which is not explained.", place);
        }
    }

    private void CheckContent()
    {
        var form = document.DocumentType?.Value;
        var rows = document.NonDerivativeRows.Count + document.DerivativeRows.Count;
        if (document.Issuer is { Cik: null, Name: null })
            Warn("issuer-missing", "The document names no issuer.", null);
        if (document.Signatures.Count == 0)
            Warn("signature-missing", "The document has no signature.", null);
        if (form is not ("3" or "3/A" or "4" or "4/A" or "5" or "5/A"))
            Warn("document-type-unknown", "The document type is none of 3, 4 and 5.", document.DocumentType?.Source.Span);
        else if (form.Length > 1 && document.DateOfOriginalSubmission?.Value is null)
            Inform("original-date-missing", "An amendment does not say when the original was filed.", document.DocumentType!.Source.Span);
        // A Form 3 without rows says so by noSecuritiesOwned; Forms 4 and 5 may have none only with the exit box.
        if (rows == 0 && form is not null && (form[0] == '3' ? document.NoSecuritiesOwned?.Value != true : document.NotSubjectToSection16?.Value != true))
            Warn("rows-missing", "The document has no rows, and no box says why.", null);
        if (rows > 0 && document.NoSecuritiesOwned?.Value == true)
            Warn("rows-contradict-box", "The document says that no securities are owned, and lists some.", document.NoSecuritiesOwned.Source.Span);
    }

    private void Warn(string code, string message, ByteSpan? span) => diagnostics.Add(new Diagnostic(Severity.Warning, code, message, span));

    private void Inform(string code, string message, ByteSpan? span) => diagnostics.Add(new Diagnostic(Severity.Info, code, message, span));
}
