using Filingwire.Restatement.Facts;
using Filingwire.Restatement.LateFilings;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.Restatements;

/// <summary>Warnings about a case's disclosures.</summary>
internal static class RestatementChecks
{
    private const int CurrentReportDays = 4;

    /// <summary>Item 4.02 is due four business days after the conclusion; an amended 8-K is not held to it.</summary>
    public static IReadOnlyList<CrossCheck> Of(RestatementCase found) =>
        [.. from disclosure in found.Disclosures
            where disclosure is { Fact.Kind: DisclosureKind.NonReliance402A or DisclosureKind.NonReliance402B, Filing: { IsAmendment: false, DateBasis: not FilingDateBasis.Received } }
            let due = Due(disclosure)
            where disclosure.Filing.Date > due
            select new CrossCheck(
                CrossCheckKind.LateNonRelianceReport,
                Ground.Of("late-non-reliance-report", $"Item 4.02 was due on {due:yyyy-MM-dd}, four business days after the conclusion.", "Form 8-K, General Instruction B.1", Cited.Of(disclosure.Filing, disclosure.Fact.ConcludedOn!)),
                SecCalendar.BusinessDaysBetween(due!.Value, disclosure.Filing.Date!.Value))];

    private static DateOnly? Due(CaseDisclosure disclosure) =>
        disclosure.Fact.ConcludedOn is { } concluded ? SecCalendar.AddBusinessDays(concluded.Value, CurrentReportDays) : null;
}
