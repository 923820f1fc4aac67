using Filingwire.Contracts.Codes;
using Filingwire.Hosting.Errors;
using Filingwire.Restatement.Deadlines;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Calendar;
using static Filingwire.Restatement.Api.RequestReading;

namespace Filingwire.Restatement.Api;

/// <summary>Answers ComputeDeadlines.</summary>
internal static class DeadlineCalculator
{
    public static ComputeDeadlinesResponse Compute(ComputeDeadlinesRequest request)
    {
        var report = PeriodicReports.Of(request.ReportType) ?? throw RequestException.Invalid("REPORT_TYPE_UNKNOWN", "report_type", "No due date follows from the period's end for this report type.");
        var periodEnd = Date(request.PeriodEnd, "period_end");
        // The latest extension ends within ten months.
        if (!SecCalendar.Covers(periodEnd) || !SecCalendar.Covers(periodEnd.AddMonths(10)))
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
        var finding = evidence.Find(report, periodEnd)!;
        var deadlines = finding.ToProto();
        var remarks = finding.Remarks.ToLookup(remark => remark.Code == Deadlines.DeadlineFinding.ClosingUnconfirmed, remark => remark.ToProto());
        deadlines.Remarks.Clear();
        deadlines.Remarks.Add(remarks[false]);
        return new ComputeDeadlinesResponse { Deadlines = deadlines, CalendarRemarks = { remarks[true] } };
    }
}
