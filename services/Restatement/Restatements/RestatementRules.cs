using System.Collections.Immutable;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;
using static Filingwire.Restatement.Restatements.RestatementState;

namespace Filingwire.Restatement.Restatements;

/// <summary>How a restatement case stands, from its disclosures and the issuer's reports.</summary>
internal static class RestatementRules
{
    /// <summary>The case with all that is said about it.</summary>
    /// <param name="disclosures">Oldest first, at least one.</param>
    /// <param name="facts">All of the issuer's facts, in time.</param>
    public static RestatementCase Decide(List<CaseDisclosure> disclosures, ImmutableArray<FilingFact> facts)
    {
        var standing = Stand(disclosures, facts.AsSpan());
        return standing with { Expected = ExpectedFilings.Of(standing, facts), CrossChecks = RestatementChecks.Of(standing) };
    }

    /// <summary>How the case stands, and no more.</summary>
    /// <inheritdoc cref="Decide"/>
    public static RestatementCase Stand(List<CaseDisclosure> disclosures, ReadOnlySpan<FilingFact> facts)
    {
        var periods = Periods(disclosures);
        for (var i = 0; i < periods.Count; i++)
            periods[i] = periods[i] with { RestatedBy = Restater(periods[i], disclosures, facts), RestoredBy = Restorer(periods[i], disclosures), FirstPublishedBy = FirstPublished(periods[i], facts) };
        periods.Sort((a, b) => a.End != b.End ? a.End.CompareTo(b.End) : a.Kind.CompareTo(b.Kind));
        var magnitude = disclosures.Max(Weight);
        var unknown = PeriodsUnknown(disclosures);
        var closedOn = unknown.Count > 0 ? null : ClosedOn(disclosures, periods, magnitude);
        return new RestatementCase
        {
            Key = disclosures[0].Text,
            State = closedOn is null ? Open : Closed,
            ClosedOn = closedOn,
            Magnitude = magnitude,
            Disclosures = [.. disclosures],
            Periods = periods,
            PeriodsUnknown = unknown,
        };
    }

    /// <summary>Disclosures of non-reliance whose periods are not or not all understood, unless a later one names them all or ends the doubt.</summary>
    public static IReadOnlyList<CaseDisclosure> PeriodsUnknown(List<CaseDisclosure> disclosures) =>
        [.. disclosures.Where((disclosure, i) => disclosure is { IsDoubt: true, NonReliance: true, NamesItsPeriods: false }
            && !disclosures.Skip(i + 1).Any(later => later is { IsDoubt: true, NonReliance: true, NamesItsPeriods: true } or { EndsNonReliance: true, NamesNoPeriod: true }))];

    /// <summary>The kind of period that a report covers.</summary>
    public static PeriodKind KindOf(string report) => report switch
    {
        "10-K" or "20-F" or "11-K" or "N-CEN" => PeriodKind.Annual,
        "10-Q" => PeriodKind.Interim,
        _ => PeriodKind.Unspecified,
    };

    private static Magnitude Weight(CaseDisclosure disclosure) => disclosure.Fact switch
    {
        { Kind: DisclosureKind.Reissuance } or { RestatementRequired: true } => Magnitude.Reissuance,
        // Item 4.02(b) may rest on the accountant's standing and no error at all.
        { Kind: DisclosureKind.NonReliance402A } => Magnitude.Reissuance,
        { Kind: DisclosureKind.NoticeAdmission, NonReliance: true } => Magnitude.Reissuance,
        { Kind: DisclosureKind.Revision } => Magnitude.Revision,
        { Kind: DisclosureKind.OutOfPeriod } => Magnitude.OutOfPeriod,
        _ => Magnitude.Unspecified,
    };

    /// <summary>What ended the doubt about the period, or about all periods: by its own words, and not before the last doubt.</summary>
    private static CaseDisclosure? Restorer(CasePeriod period, List<CaseDisclosure> disclosures)
    {
        var lastDoubt = disclosures.FindLastIndex(disclosure => disclosure.IsDoubt && (disclosure.Fact.Periods.Count == 0 || Names(disclosure, period)));
        return disclosures.Skip(lastDoubt + 1).FirstOrDefault(disclosure => disclosure.EndsNonReliance && (disclosure.NamesNoPeriod || Names(disclosure, period)));
    }

    /// <summary>The first report known for the period, before anything restates it.</summary>
    private static FilingFact? FirstPublished(CasePeriod period, ReadOnlySpan<FilingFact> facts)
    {
        foreach (var fact in facts)
            if (fact is { Report: { Amendment: false, PeriodEnd: { } end } report } && Same(period.End, period.Kind, end, KindOf(report.ReportType)))
                return fact;
        return null;
    }

    private static bool Names(CaseDisclosure disclosure, CasePeriod period) => disclosure.Fact.Periods.Any(named => Same(period.End, period.Kind, named.End, named.Kind));

    private static List<CasePeriod> Periods(List<CaseDisclosure> disclosures)
    {
        List<CasePeriod> periods = [];
        foreach (var disclosure in disclosures.Where(disclosure => !disclosure.EndsNonReliance))
            foreach (var named in disclosure.Fact.Periods)
            {
                var at = periods.FindIndex(period => Same(period.End, period.Kind, named.End, named.Kind));
                var known = at >= 0 ? periods[at] : new CasePeriod { End = named.End, DisclosedOn = disclosure.Filing.Date };
                var merged = known with
                {
                    Start = known.Start ?? named.Start,
                    Kind = known.Kind == PeriodKind.Unspecified ? named.Kind : known.Kind,
                    ReportType = known.ReportType ?? named.ReportType,
                    ConcludedOn = Earlier(known.ConcludedOn, disclosure.Fact.ConcludedOn?.Value),
                    NonReliance = known.NonReliance == true ? true : disclosure.NonReliance ?? known.NonReliance,
                    Effects = [.. known.Effects, .. disclosure.Fact.Effects.Where(effect => effect.PeriodEnd == named.End)],
                    Evidence = [.. known.Evidence, new Cited(disclosure.Filing, named.Source ?? disclosure.Fact.Source)],
                };
                if (at >= 0)
                    periods[at] = merged;
                else
                    periods.Add(merged);
            }
        return periods;
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null ? a : a < b ? a : b;

    private static bool Same(DateOnly end, PeriodKind kind, DateOnly otherEnd, PeriodKind otherKind) =>
        Math.Abs(end.DayNumber - otherEnd.DayNumber) <= ReportKey.Tolerance
        && (kind == otherKind || kind == PeriodKind.Unspecified || otherKind == PeriodKind.Unspecified);

    /// <summary>
    /// The first report that restates the period after (the conclusion about) it was last disclosed: an amendment of the period's own report
    /// made to restate it, or any report whose restatement names the period.
    /// </summary>
    private static FilingFact? Restater(CasePeriod period, List<CaseDisclosure> disclosures, ReadOnlySpan<FilingFact> facts)
    {
        var lastDoubt = disclosures
            .Where(disclosure => disclosure.IsDoubt && Names(disclosure, period))
            .Select(disclosure => disclosure.Fact.ConcludedOn?.Value ?? disclosure.Filing.Date)
            .Max();
        foreach (var fact in facts)
            if (fact.Report is not null && (lastDoubt is null || fact.Date is null || fact.Date >= lastDoubt) && Restates(fact, period))
                return fact;
        return null;
    }

    private static bool Restates(FilingFact fact, CasePeriod period)
    {
        if (fact.Disclosures.Any(disclosure => disclosure.Kind is DisclosureKind.Reissuance or DisclosureKind.Revision
                && disclosure.Periods.Any(named => Same(period.End, period.Kind, named.End, named.Kind))))
            return true;
        return fact.Report is { Amendment: true, PeriodEnd: { } end } report
            && (report.AmendedToRestate || report.ErrorCorrection is { Value: true } || fact.Disclosures.Any(disclosure => disclosure.Kind == DisclosureKind.Reissuance))
            && Same(period.End, period.Kind, end, KindOf(report.ReportType));
    }

    /// <summary>Null while something is to come. What needs no restated statements is closed by its disclosure.</summary>
    private static DateOnly? ClosedOn(List<CaseDisclosure> disclosures, List<CasePeriod> periods, Magnitude magnitude)
    {
        var last = disclosures.Max(disclosure => disclosure.Filing.Date) ?? DateOnly.MaxValue;
        var doubted = disclosures.Exists(disclosure => disclosure is { IsDoubt: true, NonReliance: true });
        if ((magnitude is Magnitude.OutOfPeriod or Magnitude.Revision && !doubted) || disclosures.TrueForAll(disclosure => disclosure.Fact.Kind == DisclosureKind.CoverFlagOnly))
            return last;
        return periods.Count > 0 && periods.TrueForAll(period => period.IsSettled)
            ? periods.Max(period => period.SettledOn) ?? last
            // Doubts about periods that nobody named end with the words that end them.
            : periods.Count == 0 && doubted && disclosures[^1] is { EndsNonReliance: true, NamesNoPeriod: true } ? last : null;
    }
}
