using System.Collections.Immutable;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>
/// Restatement cases from an issuer's facts, pure. Disclosures are taken in time. One that concerns a period of an open case, or of one closed
/// within half a year, joins it, and joins such cases to each other; otherwise it opens a case of its own. One that names no period joins the
/// only open case there is.
/// </summary>
public static class RestatementFold
{
    /// <summary>A closed case still takes disclosures about its periods: a late Item 4.02, a corrected amendment.</summary>
    private const int AfterwordDays = 180;

    /// <summary>Longest silence after which a disclosure without periods is still taken as about the open case.</summary>
    private const int SameMatterDays = 365;

    /// <summary>The cases, oldest first.</summary>
    /// <param name="facts">In <see cref="FactSet.Order"/>.</param>
    public static IReadOnlyList<RestatementCase> Of(ImmutableArray<FilingFact> facts)
    {
        List<List<CaseDisclosure>> groups = [];
        foreach (var disclosure in Disclosures(facts, new FiscalPeriods(facts)))
            Place(disclosure, groups, facts);
        return [.. groups.Select(group => RestatementRules.Decide(group, facts)).OrderBy(found => found.OpenedOn ?? DateOnly.MaxValue).ThenBy(found => found.Key, StringComparer.Ordinal)];
    }

    private static IEnumerable<CaseDisclosure> Disclosures(ImmutableArray<FilingFact> facts, FiscalPeriods periods)
    {
        foreach (var fact in facts)
        {
            for (var i = 0; i < fact.Disclosures.Count; i++)
                if (!RuledOut(fact.Disclosures[i]))
                    yield return new CaseDisclosure(fact, i + 1, WithBox(fact, periods.Dated(fact.Disclosures[i], fact)));
            if (fact.Disclosures.Count == 0 && Flagged(fact) is { } flag)
                yield return new CaseDisclosure(fact, 1, flag);
        }
    }

    /// <summary>A filing that says that nothing has to be restated and everything can be relied on discloses no error.</summary>
    private static bool RuledOut(DisclosureFact disclosure) =>
        disclosure is { RestatementRequired: false, NonReliance: not true, Kind: DisclosureKind.NoticeAdmission or DisclosureKind.Unspecified };

    /// <summary>A cover box, or an amendment made to restate, without a readable explanation.</summary>
    private static DisclosureFact? Flagged(FilingFact fact) => fact.Report switch
    {
        { AmendedToRestate: true, PeriodEnd: { } end } report => new DisclosureFact
        {
            Kind = DisclosureKind.Reissuance,
            Source = report.ErrorCorrection?.Source,
            RecoveryAnalysis = RecoveryBox(fact),
            Periods = [new AffectedPeriod(end, null, RestatementRules.KindOf(report.ReportType), report.ReportType, report.ErrorCorrection?.Source)],
        },
        { ErrorCorrection: { Value: true } flag } report => new DisclosureFact
        {
            Kind = DisclosureKind.CoverFlagOnly,
            Source = flag.Source,
            RecoveryAnalysis = RecoveryBox(fact),
        },
        _ => null,
    };

    /// <summary>What the note does not say about a recovery analysis the cover's box may.</summary>
    private static DisclosureFact WithBox(FilingFact fact, DisclosureFact disclosure) =>
        disclosure.RecoveryAnalysis is null && RecoveryBox(fact) is { } box ? disclosure with { RecoveryAnalysis = box } : disclosure;

    /// <summary>The second box of the cover; an empty one says nothing before the policies of Rule 10D-1 were required.</summary>
    private static bool? RecoveryBox(FilingFact fact) =>
        fact.Report?.RecoveryAnalysis?.Value is not { } box || (!box && fact.Date < LookBack.PoliciesFrom) ? null : box;

    private static void Place(CaseDisclosure disclosure, List<List<CaseDisclosure>> groups, ImmutableArray<FilingFact> facts)
    {
        var date = disclosure.Filing.Date ?? DateOnly.MaxValue;
        var before = facts.BinarySearch(disclosure.Filing, FactSet.Order);
        var joined = groups.FindAll(group => group.Exists(member => SameFiling(member, disclosure))
            || Concerns(group, disclosure, date, facts.AsSpan(0, before)));
        // Words that end a doubt which nobody knows of are no case.
        if (joined.Count == 0 && disclosure.EndsNonReliance)
            return;
        if (joined.Count == 0)
        {
            groups.Add([disclosure]);
            return;
        }
        joined[0].AddRange(joined.Skip(1).SelectMany(group => group));
        joined[0].Add(disclosure);
        groups.RemoveAll(group => joined.IndexOf(group) > 0);
        joined[0].Sort((a, b) => FactSet.Order.Compare(a.Filing, b.Filing) is var order and not 0 ? order : a.Ordinal.CompareTo(b.Ordinal));
    }

    private static bool Concerns(List<CaseDisclosure> group, CaseDisclosure disclosure, DateOnly date, ReadOnlySpan<FilingFact> before)
    {
        // Where a doubt names no period that is understood, what comes next about any period is taken to be about it.
        var named = disclosure.Fact.Periods.Count > 0 && RestatementRules.PeriodsUnknown(group).Count == 0;
        if (named && !group.Exists(member => Overlap(member, disclosure)))
            return false;
        if (group.TrueForAll(member => member.Filing.Filing == disclosure.Filing.Filing))
            return false;
        var asItStood = RestatementRules.Stand(group, before);
        return !named
            ? asItStood.State == RestatementState.Open && group[^1].Filing.Date is { } last && date.DayNumber - last.DayNumber <= SameMatterDays
            : asItStood.ClosedOn is not { } closed || date.DayNumber - closed.DayNumber <= AfterwordDays;
    }

    /// <summary>Disclosures of one filing are one matter unless they name different periods.</summary>
    private static bool SameFiling(CaseDisclosure one, CaseDisclosure other) =>
        one.Filing.Filing == other.Filing.Filing && (one.Fact.Periods.Count == 0 || other.Fact.Periods.Count == 0 || Overlap(one, other));

    private static bool Overlap(CaseDisclosure one, CaseDisclosure other) =>
        one.Fact.Periods.Any(a => other.Fact.Periods.Any(b => First(a) <= b.End && First(b) <= a.End));

    /// <summary>The first day, as far as the kind of period tells it where the text does not.</summary>
    private static DateOnly First(AffectedPeriod period) => period.Start ?? period.Kind switch
    {
        PeriodKind.Annual => period.End.AddYears(-1).AddDays(1),
        PeriodKind.Interim => period.End.AddMonths(-3).AddDays(1),
        _ => period.End,
    };
}
