using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Amendments;

/// <summary>
/// What an amendment does: row by row it takes the place of the rows that it states again, in its original and in earlier amendments of that.
/// Rows that it does not mention stay as they are, because amendments often hold only what was wrong, unless it is a <see cref="RestatedForm"/> or takes them back, see <see cref="Retraction"/>;
/// rows of its own that match nothing are additions. A 4/A touches Forms 4 only, a 3/A Forms 3, a 5/A Forms 5.
/// </summary>
internal static class Amendment
{
    /// <summary>
    /// Days by which the typed date of the original may miss its filing date: it is often the date of signature or of a submission after hours,
    /// which count as filed later, over a long weekend at most.
    /// </summary>
    private const int DateTolerance = 5;

    public static void Apply(
        OwnershipReport amendment,
        IReadOnlyList<OwnershipReport> reports,
        Dictionary<FilingId, IReadOnlyList<OwnerKey>> owners,
        Standings standings)
    {
        var earlier = standings.SharingOwners(owners[amendment.Filing])
            .Where(report => report.Form == amendment.Form && report.Filing != amendment.Filing && !standings.IsDuplicate(report)
                && FilingOrder.Compare(report, amendment) < 0)
            .ToList();
        earlier.Sort(FilingOrder.Compare);
        var related = Related(amendment, earlier);
        if (!related.Exists(report => !report.IsAmendment))
            standings.MarkOrphan(amendment);
        var open = related
            .SelectMany(report => report.Rows, (report, row) => new LedgerRow(report, row, [], standings.Of(report.KeyOf(row))))
            .Where(row => row.IsCurrent)
            .ToList();
        var matches = RowMatching.Match(amendment, open);
        foreach (var (stated, replaced, rule) in matches)
            standings.Supersede(replaced.Key, amendment.KeyOf(stated), rule);
        foreach (var (left, rule) in RestatedForm.LeftOut(amendment, open, matches))
            standings.LeaveOut(left.Key, amendment, rule);
        foreach (var (gone, rule) in Retraction.Of(amendment, open, matches))
            if (standings.Of(gone).State == RowState.Current)
                standings.LeaveOut(gone, amendment, rule);
    }

    /// <summary>True when the one may be an amendment of the other by form, order and the dates that it names or the rows that it repeats.</summary>
    public static bool MayAmend(OwnershipReport amendment, OwnershipReport report) =>
        amendment.Form == report.Form && FilingOrder.Compare(report, amendment) < 0 && (Targets(amendment, report) || SameTarget(report, amendment) || Repeats(amendment, report));

    /// <summary>The original, and the amendments made to it before this one.</summary>
    private static List<OwnershipReport> Related(OwnershipReport amendment, List<OwnershipReport> earlier)
    {
        var originals = Originals(amendment, earlier.FindAll(report => !report.IsAmendment));
        var ids = originals.Select(original => original.Filing).ToHashSet();
        return earlier.FindAll(report => ids.Contains(report.Filing)
            || (report.IsAmendment && (SameTarget(report, amendment) || originals.Exists(original => Targets(report, original)))));
    }

    /// <summary>
    /// In this order: filed on the date that the amendment names (its period deciding among several); filed within some days of it; of the same period;
    /// holding a row that the amendment states again. What the filer typed is often wrong, so a date that fits nothing does not end the search.
    /// </summary>
    private static List<OwnershipReport> Originals(OwnershipReport amendment, List<OwnershipReport> candidates)
    {
        if (amendment.OriginalFiledOn is { } date)
        {
            var exact = candidates.FindAll(original => original.Filed.Date == date);
            if (exact.Count > 0)
                return Narrowed(exact, amendment);
            var near = candidates.FindAll(original => Distance(original, date) <= DateTolerance);
            if (near.Count > 0)
                return Narrowed(near.FindAll(original => Distance(original, date) == near.Min(other => Distance(other, date))), amendment);
        }
        var samePeriod = candidates.FindAll(original => original.PeriodOfReport is not null && original.PeriodOfReport == amendment.PeriodOfReport);
        if (samePeriod.Count > 0)
            return samePeriod;
        var sharing = candidates.FindLast(original => Repeats(amendment, original));
        return sharing is null ? [] : [sharing];
    }

    private static List<OwnershipReport> Narrowed(List<OwnershipReport> originals, OwnershipReport amendment)
    {
        var samePeriod = originals.FindAll(original => original.PeriodOfReport == amendment.PeriodOfReport);
        return samePeriod.Count > 0 ? samePeriod : originals;
    }

    private static bool Repeats(OwnershipReport amendment, OwnershipReport original) =>
        RowMatching.Match(amendment, [.. original.Rows.Select(row => new LedgerRow(original, row, [], RowStanding.Untouched(original)))])
            .Any(match => match.Rule == RowMatching.SameRow);

    private static int Distance(OwnershipReport original, DateOnly date) =>
        original.Filed.Date is { } filed ? Math.Abs(filed.DayNumber - date.DayNumber) : int.MaxValue;

    private static bool Targets(OwnershipReport amendment, OwnershipReport original) =>
        (amendment.OriginalFiledOn is { } date && Distance(original, date) <= DateTolerance)
        || (amendment.PeriodOfReport is not null && amendment.PeriodOfReport == original.PeriodOfReport);

    // An amendment of an amendment names either the first original or the amendment's own date.
    private static bool SameTarget(OwnershipReport earlier, OwnershipReport amendment) =>
        (amendment.OriginalFiledOn is { } date && (earlier.OriginalFiledOn == date || earlier.Filed.Date == date))
        || (amendment.PeriodOfReport is not null && amendment.PeriodOfReport == earlier.PeriodOfReport);
}
