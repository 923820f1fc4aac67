using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>Says why a case stands as it does.</summary>
internal static class RestatementGrounds
{
    public static IReadOnlyList<Ground> Of(RestatementCase found) => [.. All(found)];

    private static IEnumerable<Ground> All(RestatementCase found)
    {
        foreach (var disclosure in found.Disclosures)
            yield return Ground.Of(Code(disclosure.Fact.Kind), Sentence(disclosure), Rule(disclosure.Fact.Kind), new Cited(disclosure.Filing, disclosure.Fact.Source));
        foreach (var unknown in found.PeriodsUnknown)
            yield return Ground.Of("non-reliance-periods-unknown", "Statements should not be relied on, and which periods are meant is not or not fully understood.", Rule(unknown.Fact.Kind),
                unknown.Fact.NamedPeriods.Count > 0 ? unknown.Fact.NamedPeriods.Select(period => new Cited(unknown.Filing, period.Source ?? unknown.Fact.Source)) : [new Cited(unknown.Filing, unknown.Fact.Source)]);
        if (found.Periods.Count == 0)
            yield return Ground.Of("periods-unknown", "No disclosure names the periods concerned.", "", found.Disclosures.Select(disclosure => new Cited(disclosure.Filing, disclosure.Fact.Source)));
        var open = found.Periods.Where(period => !period.IsSettled).ToList();
        if (found.State == RestatementState.Open && open.Count > 0)
            yield return Ground.Of("periods-not-restated", $"{open.Count} of {found.Periods.Count} periods are not known to be restated.", "", open.SelectMany(period => period.Evidence.Take(1)));
        foreach (var restater in found.Periods.Where(period => period.RestatedBy is not null).GroupBy(period => period.RestatedBy!.Filing, StringComparer.Ordinal))
            yield return Ground.Of("period-restated", $"{restater.First().RestatedBy!.FormType} restates {string.Join(", ", restater.Select(period => period.End.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))}.", "", new Cited(restater.First().RestatedBy!, null));
        foreach (var period in found.Periods.Where(period => period is { RestatedBy: null, RestoredBy: not null }))
            yield return Ground.Of("reliance-restored", $"The statements of the period ended {period.End:yyyy-MM-dd} are relied on again without a restatement: {Sentence(period.RestoredBy!)}", Rule(period.RestoredBy!.Fact.Kind), new Cited(period.RestoredBy.Filing, period.RestoredBy.Fact.Source));
        foreach (var expected in found.Expected)
            yield return Ground.Of("filing-expected", $"{expected.FormType}{(expected.Date is { } date ? $" of {date:yyyy-MM-dd}" : "")} is mentioned and was not received.", "", expected.MentionedBy);
        foreach (var filing in found.Disclosures.Select(disclosure => disclosure.Filing).DistinctBy(filing => filing.Filing))
            if (LateFilingGrounds.DateRemark(filing) is { } remark)
                yield return remark;
    }

    private static string Code(DisclosureKind kind) => kind switch
    {
        DisclosureKind.NonReliance402A => "non-reliance-402a",
        DisclosureKind.NonReliance402B => "non-reliance-402b",
        DisclosureKind.Reissuance => "reissuance",
        DisclosureKind.Revision => "revision",
        DisclosureKind.OutOfPeriod => "out-of-period",
        DisclosureKind.CoverFlagOnly => "cover-flag",
        DisclosureKind.NoticeAdmission => "notice-admission",
        DisclosureKind.ReauditWithoutChange => "reaudit-without-change",
        DisclosureKind.ConclusionWithdrawn => "conclusion-withdrawn",
        DisclosureKind.RelianceRestored => "reliance-restored-by-statement",
        _ => "disclosure",
    };

    private static string Sentence(CaseDisclosure disclosure) => disclosure.Fact.Kind switch
    {
        DisclosureKind.NonReliance402A => "The issuer concluded that statements should no longer be relied on.",
        DisclosureKind.NonReliance402B => "The accountant advised that an audit report or review should no longer be relied on.",
        DisclosureKind.Reissuance => "Statements were issued again, restated.",
        DisclosureKind.Revision => "Comparatives were revised; earlier statements may be relied on.",
        DisclosureKind.OutOfPeriod => "An error of earlier periods was booked in the current one.",
        DisclosureKind.CoverFlagOnly => "The cover says that the statements correct an error of earlier ones; nothing more could be read.",
        DisclosureKind.NoticeAdmission => disclosure.NonReliance == true
            ? "A notice of late filing says that statements should no longer be relied on."
            : "A notice of late filing admits errors in statements issued before.",
        DisclosureKind.ReauditWithoutChange => "An audit made again changed nothing in the statements.",
        DisclosureKind.ConclusionWithdrawn => "The conclusion that statements should not be relied on was withdrawn.",
        DisclosureKind.RelianceRestored => "The issuer says that the statements can be relied on.",
        _ => "An error in statements issued before is disclosed.",
    };

    private static string Rule(DisclosureKind kind) => kind switch
    {
        DisclosureKind.NonReliance402A => "Form 8-K, Item 4.02(a)",
        DisclosureKind.NonReliance402B => "Form 8-K, Item 4.02(b)",
        DisclosureKind.Reissuance or DisclosureKind.Revision or DisclosureKind.OutOfPeriod => "ASC 250-10",
        DisclosureKind.CoverFlagOnly => "Form 10-K, cover page",
        DisclosureKind.NoticeAdmission => "Form 12b-25, Part III",
        DisclosureKind.ReauditWithoutChange or DisclosureKind.ConclusionWithdrawn or DisclosureKind.RelianceRestored => "Form 8-K, Item 4.02",
        _ => "",
    };
}
