using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Timeliness;
using Filingwire.Sec.Calendar;
using Wire = Filingwire.Edgar.V1;

namespace Filingwire.Edgar.Api;

/// <summary>How an issuer's periodic reports have come, by what the ledger holds.</summary>
internal sealed class TimelinessAnswer(LedgerStore ledger, EdgarOptions options)
{
    private const int PageSize = 1000;

    /// <summary>The answer.</summary>
    public async Task<Wire.ListTimelinessResponse> AskAsync(string cik, DateOnly? asOf, CancellationToken cancellation)
    {
        var today = asOf ?? EasternTime.DateOf(options.Time.GetUtcNow());
        var history = TimelinessHistory.Of(await RowsAsync(cik, today, cancellation), today);
        var response = new Wire.ListTimelinessResponse
        {
            Outcomes = { history.Outcomes.Select(ToProto) },
            FiscalYearEndMonth = history.Rhythm?.YearEndMonth ?? 0,
            FiscalYearFit = history.Rhythm?.Fit ?? 0,
            LateStreak = history.LateStreak,
            NoticesInEight = history.NoticesInEight,
        };
        if (history.LateShare is { } share)
            response.LateShare = share;
        return response;
    }

    private async Task<List<IndexedReport>> RowsAsync(string cik, DateOnly today, CancellationToken cancellation)
    {
        var rows = new List<IndexedReport>();
        for (var token = ""; ;)
        {
            var page = await ledger.ListAsync(cik, null, today, null, PageSize, token, cancellation);
            rows.AddRange(page.Items.Select(item => item.Value.Entry).Where(entry => !entry.IsGone && entry.FiledOn is not null)
                .Select(entry => new IndexedReport(entry.Accession, entry.FormType, entry.FiledOn!.Value)));
            token = page.NextPageToken;
            if (token.Length == 0)
                return rows;
        }
    }

    private static Wire.ReportOutcome ToProto(ReportOutcome outcome)
    {
        var proto = new Wire.ReportOutcome
        {
            Report = outcome.Report,
            PeriodEnd = LedgerProtos.Iso(outcome.PeriodEnd),
            EarliestDue = LedgerProtos.Iso(outcome.EarliestDue),
            LatestDue = LedgerProtos.Iso(outcome.LatestDue),
            NoticeInTime = outcome.IsNoticeInTime,
            Outcome = ToProto(outcome.Outcome),
        };
        if (outcome.Filed is { } filed)
            (proto.FiledOn, proto.Accession, proto.FormType) = (LedgerProtos.Iso(filed.FiledOn), filed.Accession, filed.FormType);
        if (outcome.Notice is { } notice)
            (proto.NoticeOn, proto.NoticeAccession) = (LedgerProtos.Iso(notice.FiledOn), notice.Accession);
        if (outcome.DaysLate is { } days)
            proto.DaysLate = days;
        return proto;
    }

    private static Wire.ReportOutcome.Types.Outcome ToProto(Outcome outcome) => outcome switch
    {
        Outcome.OnTime => Wire.ReportOutcome.Types.Outcome.OnTime,
        Outcome.OnTimeForSome => Wire.ReportOutcome.Types.Outcome.OnTimeForSome,
        Outcome.OnTimeByNotice => Wire.ReportOutcome.Types.Outcome.OnTimeByNotice,
        Outcome.LateWithNotice => Wire.ReportOutcome.Types.Outcome.LateWithNotice,
        Outcome.LateWithoutNotice => Wire.ReportOutcome.Types.Outcome.LateWithoutNotice,
        Outcome.Missing => Wire.ReportOutcome.Types.Outcome.Missing,
        Outcome.Open => Wire.ReportOutcome.Types.Outcome.Open,
        _ => Wire.ReportOutcome.Types.Outcome.Ended,
    };
}
