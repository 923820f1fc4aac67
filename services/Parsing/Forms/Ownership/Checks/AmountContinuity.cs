using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Ownership.Checks;

/// <summary>
/// Whether the amounts owned follow from one transaction of a class to the next. Filers state either the running amount or, on every row, the
/// final one; both are in order, in the order of the rows or in the reverse.
/// </summary>
internal static class AmountContinuity
{
    /// <summary>Amounts are filed with four decimals; sums of rounded parts may differ a little.</summary>
    private const decimal Tolerance = 0.01m;

    /// <summary>Each row is held against each other; the specification allows 30.</summary>
    private const int MostRows = 300;

    /// <summary>Checks the rows of one table.</summary>
    public static void Check(IReadOnlyList<OwnershipRow> rows, List<Diagnostic> diagnostics)
    {
        for (var i = 0; i < Math.Min(rows.Count, MostRows); i++)
        {
            if (!IsCountable(rows[i]) || HasEarlier(rows, i))
                continue;
            var (forward, backward, constant) = (true, true, true);
            var previous = rows[i];
            OwnershipRow? last = null;
            for (var j = i + 1; j < Math.Min(rows.Count, MostRows); j++)
            {
                var row = rows[j];
                if (!IsCountable(row) || !IsSameClass(rows[i], row))
                    continue;
                forward &= Follows(previous, row);
                backward &= Follows(row, previous);
                constant &= Owned(row) == Owned(previous);
                previous = last = row;
            }
            if (last is not null && !forward && !backward && !constant)
                diagnostics.Add(new Diagnostic(Severity.Info, "amounts-not-continuous",
                    "The amounts owned after the transactions of one class do not follow from each other.", rows[i].Span.Union(last.Span)));
        }
    }

    private static bool IsCountable(OwnershipRow row) =>
        row is { Kind: OwnershipRowKind.Transaction, TransactionShares.Value: not null, SharesOwnedFollowing.Value: not null, AcquiredDisposedCode.Value: "A" or "D" };

    private static bool HasEarlier(IReadOnlyList<OwnershipRow> rows, int index)
    {
        for (var i = 0; i < index; i++)
            if (IsCountable(rows[i]) && IsSameClass(rows[i], rows[index]))
                return true;
        return false;
    }

    private static bool IsSameClass(OwnershipRow one, OwnershipRow other) =>
        one.SecurityTitle?.Value == other.SecurityTitle?.Value && one.DirectOrIndirect?.Value == other.DirectOrIndirect?.Value
        && one.NatureOfOwnership?.Value == other.NatureOfOwnership?.Value && one.ConversionOrExercisePrice?.Value == other.ConversionOrExercisePrice?.Value
        && one.ExpirationDate?.Value == other.ExpirationDate?.Value && SameNotes(one, other);

    /// <summary>Where the nature of ownership stands in a footnote, the footnote tells the holders apart.</summary>
    private static bool SameNotes(OwnershipRow one, OwnershipRow other)
    {
        var (first, second) = (one.NatureOfOwnership?.FootnoteIds ?? [], other.NatureOfOwnership?.FootnoteIds ?? []);
        return first.Count == second.Count && (first.Count == 0 || first.SequenceEqual(second));
    }

    private static bool Follows(OwnershipRow earlier, OwnershipRow later)
    {
        var change = later.TransactionShares!.Value!.Value * (later.AcquiredDisposedCode!.Value == "A" ? 1 : -1);
        return Math.Abs(Owned(earlier) + change - Owned(later)) <= Tolerance;
    }

    private static decimal Owned(OwnershipRow row) => row.SharesOwnedFollowing!.Value!.Value;
}
