using Filingwire.Contracts.Codes;
using Filingwire.Hosting.Errors;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;
using static Filingwire.Restatement.Api.RequestReading;

namespace Filingwire.Restatement.Api;

/// <summary>Answers ComputeDeadlines.</summary>
internal static class DeadlineCalculator
{
    public static ComputeDeadlinesResponse Compute(ComputeDeadlinesRequest request)
    {
        var report = PeriodicReports.Of(request.ReportType) ?? throw RequestException.Invalid("REPORT_TYPE_UNKNOWN", "report_type", "No due date follows from the period's end for this report type.");
        var periodEnd = Date(request.PeriodEnd, "period_end");
        var determined = OptionalDate(request.HasDeterminedOn, request.DeterminedOn, "determined_on");
        var effective = OptionalDate(request.HasRegistrationEffectiveOn, request.RegistrationEffectiveOn, "registration_effective_on");
        if (!new[] { periodEnd, determined ?? periodEnd, effective ?? periodEnd }.All(Deadlines.Deadline.IsCovered))
            throw RequestException.Invalid("DATE_OUT_OF_RANGE", "period_end", $"The calendar covers {SecCalendar.FirstYear} to {SecCalendar.LastYear}.");
        if (request.HasFiscalYearEnd && !FiscalYears.TryParse(request.FiscalYearEnd, out _, out _))
            throw RequestException.Invalid("FISCAL_YEAR_END_MALFORMED", "fiscal_year_end", "A fiscal year end is written MMDD.");
        var evidence = new StatusEvidence
        {
            FiscalYearEnd = request.HasFiscalYearEnd ? request.FiscalYearEnd : null,
            StatedDue = OptionalDate(request.HasStatedDueDate, request.StatedDueDate, "stated_due_date") is { } due ? (due, null) : null,
            NoticeDate = OptionalDate(request.HasNoticeDate, request.NoticeDate, "notice_date") is { } notice ? (notice, null) : null,
            OwnCover = request.FilerStatus.ToCode() is var status and not Sec.Codes.FilerStatus.Unspecified ? (status, null) : null,
        };
        evidence = PeriodicReports.IsTransition(request.ReportType) ? Transition(evidence, periodEnd, determined) : evidence;
        evidence = effective is { } day ? evidence with { NotBefore = FirstReports.NotBefore(report, periodEnd, day) } : evidence;
        var finding = evidence.Find(report, periodEnd)!;
        var deadlines = finding.ToProto();
        var remarks = finding.Remarks.ToLookup(remark => remark.Code == Deadlines.DeadlineFinding.ClosingUnconfirmed, remark => remark.ToProto());
        deadlines.Remarks.Clear();
        deadlines.Remarks.Add(remarks[false]);
        return new ComputeDeadlinesResponse { Deadlines = deadlines, CalendarRemarks = { remarks[true] } };
    }

    private static StatusEvidence Transition(StatusEvidence evidence, DateOnly periodEnd, DateOnly? determined) =>
        TransitionReports.Start(periodEnd, determined, []) is var (start, unknown) ? evidence with { CountedFrom = start, StartUnknown = unknown } : evidence;
}
