using System.Collections.Immutable;
using Filingwire.Restatement.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;

namespace Filingwire.Restatement.LateFilings;

/// <summary>Warnings that arise when a notice is held against the issuer's other filings.</summary>
internal static class NoticeChecks
{
    /// <summary>The SEC's cases of 2021 and 2023 lie within 4 to 14 days of the notice.</summary>
    public const int SilenceDays = 14;

    public static IReadOnlyList<CrossCheck> Of(LateFilingCase decided, ImmutableArray<FilingFact> facts) =>
        [.. decided.Notices.SelectMany(notice => Silent(notice, facts)), .. AfterReport(decided), .. Late(decided), .. WithoutStatement(decided)];

    // Rule 12b-25(c): who gives one of these as the primary reason waits for somebody else's opinion, report or certification.
    private static IEnumerable<CrossCheck> WithoutStatement(LateFilingCase decided)
    {
        if (decided.ReliefClaimed == true && decided.Notices is [var first, ..] && first.Notice.Reasons is [var primary, ..] && NoticeFact.OfTheAccountant.Contains(primary.Value)
            && !decided.Notices.Any(notice => notice.Notice.AccountantStatement is { Value: true }))
            yield return new CrossCheck(
                CrossCheckKind.AccountantStatementMissing,
                Ground.Of("accountant-statement-missing", "The accountant is given as the reason, and no signed statement of the accountant is with the notice; where the rule asks for one, the extension is not there without it.", "17 CFR 240.12b-25(b)(1), (c)", Cited.Of(first.Filing, primary)),
                null);
    }

    private static IEnumerable<CrossCheck> Silent(CaseNotice notice, ImmutableArray<FilingFact> facts)
    {
        if (notice.AdmitsError || notice.Notice.Reasons.Any(reason => IsAboutErrors(reason.Value)) || notice.Filing.Date is not { } noticed)
            yield break;
        var follower = facts.FirstOrDefault(fact => fact.Date >= noticed && fact.Date <= noticed.AddDays(SilenceDays) && fact.Notice is null && SpeaksOfError(fact));
        if (follower is null)
            yield break;
        var days = follower.Date!.Value.DayNumber - noticed.DayNumber;
        yield return new CrossCheck(
            CrossCheckKind.SilentNotice,
            Ground.Of("silent-notice", $"The notice says nothing about errors; {days} days later this {follower.FormType} did.", "17 CFR 240.12b-25(a); Form 12b-25, Parts III and IV(3)", new Cited(notice.Filing, null), new Cited(follower, follower.Disclosures.Count > 0 ? follower.Disclosures[0].Source : null)),
            days);
    }

    /// <summary>A notice that gives one of these reasons has not been silent.</summary>
    private static bool IsAboutErrors(LateFilingReason reason) => reason is LateFilingReason.ErrorOrRestatement
        or LateFilingReason.AccountingMatterUnderReview or LateFilingReason.MaterialWeakness or LateFilingReason.InternalInvestigation;

    private static bool SpeaksOfError(FilingFact fact) =>
        fact.Disclosures.Any(disclosure => disclosure.Kind is not (DisclosureKind.OutOfPeriod or DisclosureKind.Unspecified))
        || fact.Report is { ErrorCorrection.Value: true } or { AmendedToRestate: true };

    private static IEnumerable<CrossCheck> AfterReport(LateFilingCase decided)
    {
        if (decided is { State: LateFilingState.AlreadyFiled, Report: { } report, Notices: [var notice, ..] } && report.Date <= notice.Filing.Date)
            yield return new CrossCheck(
                CrossCheckKind.NoticeAfterReport,
                Ground.Of("notice-after-report", "The notice was filed after the report that it announces.", "17 CFR 240.12b-25(a)", new Cited(notice.Filing, null), new Cited(report, null)),
                notice.Filing.Date!.Value.DayNumber - report.Date!.Value.DayNumber);
    }

    private static IEnumerable<CrossCheck> Late(LateFilingCase decided)
    {
        if (decided.Notices is [{ InTime: false } notice, ..])
            yield return new CrossCheck(
                CrossCheckKind.LateNotice,
                Ground.Of("late-notice", "Form 12b-25 is due one business day after the report.", "17 CFR 240.12b-25(a)", new Cited(notice.Filing, null)),
                decided.Deadlines is { } deadlines && notice.Filing.Date is { } date ? SecCalendar.BusinessDaysBetween(deadlines.LatestNoticeDue, date) is var days and > 0 ? days : null : null);
    }
}
