using System.Collections.Immutable;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;

namespace Filingwire.Restatement.Restatements;

/// <summary>What a case's filings refer to or announce, held against what was received.</summary>
internal static class ExpectedFilings
{
    /// <summary>Form 8-K is due four business days after its date of report; a reference may give either date.</summary>
    private const int CurrentReportDays = 4;

    public static IReadOnlyList<ExpectedFiling> Of(RestatementCase found, ImmutableArray<FilingFact> facts)
    {
        var mentions =
            from disclosure in found.Disclosures
            from expected in Mentioned(disclosure)
            where !facts.Any(fact => fact.Filing != disclosure.Filing.Filing && Is(fact, expected, disclosure))
            select expected;
        return [.. mentions.DistinctBy(expected => (expected.FormType, expected.Date, expected.PeriodEnd))];
    }

    private static IEnumerable<ExpectedFiling> Mentioned(CaseDisclosure disclosure)
    {
        foreach (var reference in disclosure.Filing.References)
            if ((reference.Date is not null || reference.PeriodEnd is not null) && !IsOwnReport(disclosure.Filing, reference))
                yield return new ExpectedFiling(reference.FormType, reference.Date, reference.PeriodEnd, new Cited(disclosure.Filing, reference.Source));
        foreach (var amendment in disclosure.Fact.ExpectedAmendments)
            yield return new ExpectedFiling(amendment.Value, null, null, Cited.Of(disclosure.Filing, amendment));
    }

    /// <summary>The late report that a notice is about has a case of its own.</summary>
    private static bool IsOwnReport(FilingFact filing, ReferenceFact reference) =>
        filing.Notice is { } notice && reference.FormType == notice.ReportType?.Value && (reference.PeriodEnd is null || reference.PeriodEnd == notice.PeriodEnd?.Value);

    private static bool Is(FilingFact fact, ExpectedFiling expected, CaseDisclosure disclosure)
    {
        if (fact.FormType != expected.FormType)
            return false;
        if (expected.PeriodEnd is { } period)
            return fact.Report?.PeriodEnd == period;
        if (expected.Date is { } date)
            return fact.ReportDate == date || fact.Date == date || (fact.ReportDate is null && fact.Date > date && fact.Date <= SecCalendar.AddBusinessDays(date, CurrentReportDays));
        return fact.Date is null || disclosure.Filing.Date is null || fact.Date >= disclosure.Filing.Date;
    }
}
