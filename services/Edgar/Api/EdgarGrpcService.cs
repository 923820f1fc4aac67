using System.Globalization;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Intake;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.V1;
using Filingwire.Hosting.Errors;
using Grpc.Core;

namespace Filingwire.Edgar.Api;

/// <summary>The gRPC façade; see protos/filingwire/edgar/v1/edgar_service.proto for every method's promise.</summary>
internal sealed class EdgarGrpcService(
    LedgerStore ledger, QuarterBook quarters, DayClose close, QuarterComparison comparison, BackfillLane backfill, FetchLane fetches,
        Follower follower, StatusAnswer status,
    TimelinessAnswer timeliness)
    : EdgarService.EdgarServiceBase
{
    private const int PageSize = 1000;

    public override Task<GetLedgerStatusResponse> GetLedgerStatus(GetLedgerStatusRequest request, ServerCallContext context) =>
        status.AskAsync(context.CancellationToken);

    public override async Task<GetAccessionResponse> GetAccession(GetAccessionRequest request, ServerCallContext context)
    {
        var found = await ledger.FindAsync(AccessionOf(request.Accession), context.CancellationToken);
        return new GetAccessionResponse { Entry = (found ?? throw RequestException.NotFound("ACCESSION_NOT_FOUND",
            request.Accession)).Value.Entry.ToProto() };
    }

    public override async Task<ListAccessionsResponse> ListAccessions(ListAccessionsRequest request, ServerCallContext context)
    {
        var page = await ledger.ListAsync(
            request.Cik.Length == 0 ? null : CikOf(request.Cik),
            request.HasFiledFrom ? DayOf(request.FiledFrom, "filed_from") : null,
            request.HasFiledTo ? DayOf(request.FiledTo, "filed_to") : null,
            request.State.ToState(), request.PageSize, request.PageToken, context.CancellationToken);
        return new ListAccessionsResponse { Entries = { page.Items.Select(item => item.Value.Entry.ToProto()) },
            NextPageToken = page.NextPageToken };
    }

    public override async Task<BackfillResponse> Backfill(BackfillRequest request, ServerCallContext context)
    {
        var (from, to) = (QuarterOf(request.FromQuarter, "from_quarter"), QuarterOf(request.ToQuarter, "to_quarter"));
        if (to < from)
            throw RequestException.Invalid("QUARTER_MALFORMED", "to_quarter", $"{to} is before {from}.");
        await backfill.RequestAsync(from, to, request.LedgerOnly, context.CancellationToken);
        var response = new BackfillResponse();
        for (var quarter = from; quarter <= to; quarter = quarter.Next)
            if (await quarters.FindAsync(quarter, context.CancellationToken) is { } found)
                response.Quarters.Add(found.ToProto());
        return response;
    }

    public override async Task<CloseDayResponse> CloseDay(CloseDayRequest request, ServerCallContext context)
    {
        var day = DayOf(request.Day, "day");
        if (!SecCalendar.IsBusinessDay(day))
            throw new DomainError(ErrorKind.Precondition, "NOT_A_BUSINESS_DAY",
                $"{request.Day} is no business day of the SEC; it has no index.").ToException();
        DemandFollower();
        var (meaning, closed) = await close.CloseAsync(day, Lane.OnDemand, context.CancellationToken);
        return meaning is Meaning.Content or Meaning.Unchanged
            ? new CloseDayResponse { Day = closed.ToProto() }
            : throw IndexNotRead($"The index of {request.Day} is {meaning}.");
    }

    public override async Task<CompareQuarterResponse> CompareQuarter(CompareQuarterRequest request, ServerCallContext context)
    {
        var quarter = QuarterOf(request.Quarter, "quarter");
        DemandFollower();
        if (!await comparison.CompareAsync(quarter, Lane.OnDemand, context.CancellationToken))
            throw IndexNotRead($"The index of {quarter} cannot be read now.");
        return new CompareQuarterResponse { Quarter = (await quarters.FindAsync(quarter, context.CancellationToken))!.ToProto() };
    }

    public override async Task<ListTimelinessResponse> ListTimeliness(ListTimelinessRequest request, ServerCallContext context) =>
        await timeliness.AskAsync(
        CikOf(request.Cik), request.HasAsOf ? DayOf(request.AsOf, "as_of") : null, context.CancellationToken);

    public override async Task<RepairResponse> Repair(RepairRequest request, ServerCallContext context)
    {
        if ((request.Accession.Length == 0) == (request.Cik.Length == 0))
            throw RequestException.Invalid("REPAIR_TARGET_MISSING", "accession",
                "Either an accession number or a CIK says what is to be fetched again.");
        var count = request.Accession.Length > 0
            ? await RefetchAsync(AccessionOf(request.Accession), context.CancellationToken)
            : await RefetchAllAsync(CikOf(request.Cik), context.CancellationToken);
        fetches.Wake();
        return new RepairResponse { Submissions = count };
    }

    private async Task<int> RefetchAsync(string accession, CancellationToken cancellation)
    {
        if (await ledger.FindAsync(accession, cancellation) is null)
            throw RequestException.NotFound("ACCESSION_NOT_FOUND", accession);
        await ledger.RefetchAsync(accession, Lane.OnDemand, cancellation);
        return 1;
    }

    private async Task<int> RefetchAllAsync(string cik, CancellationToken cancellation)
    {
        var count = 0;
        for (var token = ""; ;)
        {
            var page = await ledger.ListAsync(cik, null, null, null, PageSize, token, cancellation);
            foreach (var item in page.Items.Where(item => item.Value.Entry.Wanted))
            {
                await ledger.RefetchAsync(item.Id, Lane.OnDemand, cancellation);
                count++;
            }
            token = page.NextPageToken;
            if (token.Length == 0)
                return count;
        }
    }

    /// <summary>Only the process that follows asks EDGAR, so that all replicas together stay within the budget.</summary>
    private void DemandFollower()
    {
        if (!follower.IsActive)
            throw new DomainError(ErrorKind.Unavailable, "FOLLOWED_ELSEWHERE",
                "Another replica follows EDGAR, or none does yet; ask again.").ToException();
    }

    private static RequestException IndexNotRead(string message) => new DomainError(ErrorKind.Precondition, "INDEX_NOT_READ", message)
        .ToException();

    private static string AccessionOf(string text) => AccessionNumber.TryParse(text, out var accession)
        ? accession.ToString()
        : throw RequestException.Invalid("ACCESSION_MALFORMED", "accession", "An accession number is 0001234567-25-000001.");

    private static string CikOf(string text) => Cik.TryParse(text, out var cik)
        ? cik.ToString()
        : throw RequestException.Invalid("CIK_MALFORMED", "cik", "A CIK has one to ten digits.");

    private static Quarter QuarterOf(string text, string field) => Quarter.TryParse(text, out var quarter)
        ? quarter
        : throw RequestException.Invalid("QUARTER_MALFORMED", field, "A quarter is written 2025Q4; the first is 1993Q1.");

    private static DateOnly DayOf(string text, string field) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw RequestException.Invalid("DATE_MALFORMED", field, "A date is written 2025-12-12.");
}
