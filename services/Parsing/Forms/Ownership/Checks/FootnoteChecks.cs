using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Checks;

/// <summary>Footnotes that are referred to and missing, and the reverse.</summary>
internal static class FootnoteChecks
{
    /// <summary>Checks a document.</summary>
    public static void Run(OwnershipDocument document, List<Diagnostic> diagnostics)
    {
        var known = new HashSet<string>(document.Footnotes.Count, StringComparer.Ordinal);
        foreach (var footnote in document.Footnotes)
            if (!known.Add(footnote.Id))
                Report(diagnostics, Severity.Warning, "footnote-twice", "Two footnotes have one id.", footnote.Id, footnote.Text?.Source.Span);
        var used = new HashSet<string>(known.Count, StringComparer.Ordinal);
        foreach (var row in document.NonDerivativeRows)
            Use(row);
        foreach (var row in document.DerivativeRows)
            Use(row);
        foreach (var footnote in document.Footnotes)
            if (!used.Contains(footnote.Id))
                Report(diagnostics, Severity.Info, "footnote-unreferenced", "No value refers to a footnote.", footnote.Id, footnote.Text?.Source.Span);

        void Use(OwnershipRow row)
        {
            UseAll(row.TransactionCodingFootnoteIds, row.Span);
            UseOf(row.SecurityTitle, row);
            UseOf(row.ConversionOrExercisePrice, row);
            UseOf(row.TransactionDate, row);
            UseOf(row.DeemedExecutionDate, row);
            UseOf(row.TransactionTimeliness, row);
            UseOf(row.TransactionShares, row);
            UseOf(row.TransactionTotalValue, row);
            UseOf(row.TransactionPricePerShare, row);
            UseOf(row.AcquiredDisposedCode, row);
            UseOf(row.ExerciseDate, row);
            UseOf(row.ExpirationDate, row);
            UseOf(row.UnderlyingSecurityTitle, row);
            UseOf(row.UnderlyingSecurityShares, row);
            UseOf(row.UnderlyingSecurityValue, row);
            UseOf(row.SharesOwnedFollowing, row);
            UseOf(row.ValueOwnedFollowing, row);
            UseOf(row.DirectOrIndirect, row);
            UseOf(row.NatureOfOwnership, row);
        }

        void UseOf<T>(Field<T>? field, OwnershipRow row)
        {
            if (field is { FootnoteIds.Count: > 0 })
                UseAll(field.FootnoteIds, field.Source.Span ?? row.Span);
        }

        void UseAll(IReadOnlyList<string> ids, ByteSpan place)
        {
            for (var i = 0; i < ids.Count; i++)
                if (used.Add(ids[i]) && !known.Contains(ids[i]))
                    Report(diagnostics, Severity.Warning, "footnote-missing", "A value refers to a footnote that the document does not have.", ids[i], place);
        }
    }

    private static void Report(List<Diagnostic> diagnostics, Severity severity, string code, string message, string id, ByteSpan? span) =>
        diagnostics.Add(new Diagnostic(severity, code, message, span) { Parameters = new Dictionary<string, string> { ["id"] = id } });
}
