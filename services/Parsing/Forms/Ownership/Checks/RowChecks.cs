using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Checks;

/// <summary>Checks one row for itself.</summary>
internal sealed class RowChecks(List<Diagnostic> diagnostics, DateOnly? filed)
{
    /// <summary>Prices above are almost always a total; the few shares that cost more are known to their readers.</summary>
    private const decimal HighestUsualPrice = 100_000m;

    /// <summary>Section 16 took effect in 1934; no earlier date can be meant.</summary>
    private const int FirstYear = 1934;

    private const string Codes = "ACDEFGHIJLMOPSUWXZ";

    public void Check(OwnershipRow row, bool derivative)
    {
        if (row.SecurityTitle is not { Value: not null })
            Warn("title-missing", "A row has no title of the security.", row.Span);
        if (row.Kind == OwnershipRowKind.Transaction)
            CheckTransaction(row);
        CheckOwnership(row);
        if (derivative && row.UnderlyingSecurityTitle is null)
            Warn("underlying-missing", "A derivative row names no underlying security.", row.Span);
        if (row.SharesOwnedFollowing?.Value is not null && row.ValueOwnedFollowing?.Value is not null)
            Warn("amount-twofold", "A row gives the amount owned both in units and in dollars.", row.ValueOwnedFollowing.Source.Span);
        CheckSign(row.TransactionShares);
        CheckSign(row.TransactionTotalValue);
        CheckSign(row.TransactionPricePerShare);
        CheckSign(row.ConversionOrExercisePrice);
        CheckSign(row.SharesOwnedFollowing);
        CheckSign(row.ValueOwnedFollowing);
        CheckYear(row.ExerciseDate);
        CheckYear(row.ExpirationDate);
    }

    private void CheckTransaction(OwnershipRow row)
    {
        if (row.TransactionDate?.Value is not { } date)
            Warn("date-missing", "A transaction has no date.", row.Span);
        // Timeliness E: reported before it is due, which an early Form 5 transaction on a Form 4 may be.
        else if (filed is { } day && date > day && row.TransactionTimeliness?.Value != "E")
            Warn("transaction-after-filing", "A transaction is dated after the filing.", row.TransactionDate.Source.Span);
        CheckYear(row.TransactionDate);
        CheckYear(row.DeemedExecutionDate);
        if (row.TransactionCode?.Value is not { } code)
            Warn("transaction-code-missing", "A transaction has no code.", row.Span);
        else if (code.Length != 1 || !Codes.Contains(code, StringComparison.Ordinal))
            Warn("transaction-code-unknown", "A transaction code is none of the form's.", row.TransactionCode.Source.Span);
        CheckOneOf(row.AcquiredDisposedCode, "A", "D", "direction-unknown", "A transaction is neither an acquisition (A) nor a disposition (D).", row.Span);
        if (row.TransactionTimeliness is { Value: not (null or "E" or "L") } timeliness)
            Warn("timeliness-unknown", "A timeliness is neither early (E) nor late (L).", timeliness.Source.Span);
        if (row.TransactionFormType is { Value: not (null or "3" or "4" or "5") } form)
            Warn("transaction-form-unknown", "A transaction belongs to none of the Forms 3, 4 and 5.", form.Source.Span);
        CheckAmount(row);
    }

    private void CheckAmount(OwnershipRow row)
    {
        var (shares, total) = (row.TransactionShares?.Value, row.TransactionTotalValue?.Value);
        if (shares is null && total is null && row.TransactionShares is not { FootnoteIds.Count: > 0 })
            Warn("amount-missing", "A transaction gives neither units nor a total value.", row.Span);
        if (shares is not null && total is not null)
            Warn("amount-twofold", "A transaction gives both units and a total value.", row.TransactionTotalValue!.Source.Span);
        if (row.TransactionPricePerShare?.Value is not { } price)
        {
            // The specification wants a price, a footnote, or both.
            if (row.TransactionPricePerShare is not { FootnoteIds.Count: > 0 })
                Inform("price-missing", "A transaction has neither a price nor a footnote on it.", row.Span);
        }
        else if (price > HighestUsualPrice)
            Warn("price-may-be-total", "A price per unit is so high that it may be the total.", row.TransactionPricePerShare.Source.Span);
    }

    private void CheckOwnership(OwnershipRow row)
    {
        CheckOneOf(row.DirectOrIndirect, "D", "I", "ownership-form-unknown", "Ownership is neither direct (D) nor indirect (I).", row.Span);
        var hasNature = row.NatureOfOwnership is { Value: not null } or { FootnoteIds.Count: > 0 };
        if (row.DirectOrIndirect?.Value == "D" && row.NatureOfOwnership is { Value: not null })
            Inform("direct-with-nature", "Ownership is direct, and its nature is explained as if it were indirect.", row.NatureOfOwnership.Source.Span);
        if (row.DirectOrIndirect?.Value == "I" && !hasNature)
            Inform("indirect-without-nature", "Ownership is indirect, and its nature is not explained.", row.DirectOrIndirect.Source.Span);
    }

    private void CheckOneOf(Field<string?>? field, string one, string other, string code, string message, ByteSpan row)
    {
        if (field?.Value is not { } value || (value != one && value != other))
            Warn(code, message, field?.Source.Span ?? row);
    }

    private void CheckSign(Field<decimal?>? field)
    {
        if (field is { Value: < 0 })
            Warn("amount-negative", "An amount is negative, which the specification does not allow.", field.Source.Span);
    }

    private void CheckYear(Field<DateOnly?>? field)
    {
        if (field is { Value.Year: < FirstYear })
            Warn("date-implausible", "A date lies before the law that the form rests on.", field.Source.Span);
    }

    private void Warn(string code, string message, ByteSpan? span) => diagnostics.Add(new Diagnostic(Severity.Warning, code, message, span));

    private void Inform(string code, string message, ByteSpan? span) => diagnostics.Add(new Diagnostic(Severity.Info, code, message, span));
}
