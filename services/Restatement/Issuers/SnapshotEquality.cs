using Filingwire.Contracts.Events;

namespace Filingwire.Restatement.Issuers;

/// <summary>
/// Whether two snapshots say the same. Records compare lists by reference, so each list is compared by its items here and taken out of the comparison of the
/// rest; a property that is added later is compared by itself, and a list too strictly rather than not at all.
/// </summary>
internal static class SnapshotEquality
{
    private static readonly IReadOnlyList<string> Nothing = [];
    private static readonly IReadOnlyList<RestatementPeriod> NoPeriods = [];

    public static bool Same(LateFilingSnapshot? a, LateFilingSnapshot? b) => a is null || b is null ? a is null && b is null
        : WithoutLists(a) == WithoutLists(b) && a.Notices.SequenceEqual(b.Notices) && a.Reasons.SequenceEqual(b.Reasons) && a.CrossChecks.SequenceEqual(b.CrossChecks);

    public static bool Same(RestatementSnapshot? a, RestatementSnapshot? b) => a is null || b is null ? a is null && b is null
        : WithoutLists(a) == WithoutLists(b) && a.Periods.SequenceEqual(b.Periods) && a.Areas.SequenceEqual(b.Areas) && a.Disclosures.SequenceEqual(b.Disclosures)
            && a.ExpectedFilings.SequenceEqual(b.ExpectedFilings) && a.CrossChecks.SequenceEqual(b.CrossChecks);

    private static LateFilingSnapshot WithoutLists(LateFilingSnapshot snapshot) => snapshot with { Notices = Nothing, Reasons = Nothing, CrossChecks = Nothing };

    private static RestatementSnapshot WithoutLists(RestatementSnapshot snapshot) =>
        snapshot with { Periods = NoPeriods, Areas = Nothing, Disclosures = Nothing, ExpectedFilings = Nothing, CrossChecks = Nothing };
}
