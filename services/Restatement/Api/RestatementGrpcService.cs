using Filingwire.Contracts.Codes;
using Filingwire.Hosting.Errors;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.LateFilings;
using Filingwire.Restatement.Restatements;
using Filingwire.Restatement.Storage;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Codes;
using Grpc.Core;
using static Filingwire.Restatement.Api.GroundMessages;
using static Filingwire.Restatement.Api.RequestReading;

namespace Filingwire.Restatement.Api;

/// <summary>The gRPC façade; see protos/filingwire/restatement/v1/restatement_service.proto for every method's promise.</summary>
internal sealed class RestatementGrpcService(IssuerStore store, CaseRows rows, InsidersInWindow insiders, TimeProvider time) : RestatementService.RestatementServiceBase
{
    private DateOnly Today => EasternTime.DateOf(time.GetUtcNow());

    public override async Task<GetIssuerStatusResponse> GetIssuerStatus(GetIssuerStatusRequest request, ServerCallContext context)
    {
        var (issuer, asOf) = (Issuer(request.Issuer), AsOf(request.HasAsOf, request.AsOf));
        var document = await store.FindAsync(issuer, context.CancellationToken);
        return new GetIssuerStatusResponse { Status = document is null ? StatusMessages.Unknown(issuer, asOf) : StatusMessages.Of(document, asOf, Today) };
    }

    public override async Task<GetLateFilingResponse> GetLateFiling(GetLateFilingRequest request, ServerCallContext context)
    {
        var ((issuer, report), asOf) = (LateFiling(request.Name), AsOf(request.HasAsOf, request.AsOf));
        var document = await store.FindAsync(issuer, context.CancellationToken);
        var found = document?.On(asOf, Today).LateFilings.FirstOrDefault(late => late.Key.SameReport(report));
        return new GetLateFilingResponse
        {
            LateFiling = found?.ToProto(document!.Key(), document.Name(), asOf) ?? throw RequestException.NotFound("LATE_FILING_NOT_FOUND", request.Name),
        };
    }

    public override async Task<ListLateFilingsResponse> ListLateFilings(ListLateFilingsRequest request, ServerCallContext context)
    {
        var filter = new LateFilingFilter(
            await PresentKeyAsync(request.Issuer, context.CancellationToken),
            Codes<LateFiling.Types.State, LateFilingState>(request.States, "states"),
            request.ReportTypes,
            Codes<V1.NoticeSeverity, Sec.Codes.NoticeSeverity>(request.Severities, "severities"),
            OptionalDate(request.HasPeriodEndFrom, request.PeriodEndFrom, "period_end_from"),
            OptionalDate(request.HasPeriodEndTo, request.PeriodEndTo, "period_end_to"),
            OptionalDate(request.HasOpenedFrom, request.OpenedFrom, "opened_from"),
            OptionalDate(request.HasOpenedTo, request.OpenedTo, "opened_to"));
        var today = Today;
        var response = new ListLateFilingsResponse { NextPageToken = request.PageToken };
        // Rows know the states of the moment in which they were written; those of today are derived here. An empty page would only be asked on.
        do
        {
            var page = await rows.ListAsync(filter, request.PageSize, response.NextPageToken, context.CancellationToken);
            var views = await ViewsAsync([.. page.Items.Select(row => row.Value.Issuer)], today, context.CancellationToken);
            response.NextPageToken = page.NextPageToken;
            foreach (var row in page.Items)
                if (views.TryGetValue(row.Value.Issuer, out var of) && of.View.LateFilings.FirstOrDefault(late => late.Key.Text == row.Value.Key) is { } late && filter.Wants(late.State))
                    response.LateFilings.Add(late.ToProto(of.Document.Key(), of.Document.Name(), today));
        }
        while (response is { LateFilings.Count: 0, NextPageToken.Length: > 0 });
        return response;
    }

    public override async Task<GetRestatementCaseResponse> GetRestatementCase(GetRestatementCaseRequest request, ServerCallContext context)
    {
        var ((issuer, disclosure), asOf) = (RestatementCase(request.Name), AsOf(request.HasAsOf, request.AsOf));
        var document = await store.FindAsync(issuer, context.CancellationToken);
        var found = document?.On(asOf, Today).Restatements.FirstOrDefault(known => known.Disclosures.Any(member => member.Text == disclosure));
        if (found is null)
            throw RequestException.NotFound("RESTATEMENT_CASE_NOT_FOUND", request.Name);
        var message = found.ToProto(document!.Key(), document.Name(), asOf);
        if (LookBack.Of(found, document.FiscalYearEnd()) is { } window)
            message.RecoveryWindow = await insiders.FillAsync(window, message.Issuer, context.CancellationToken);
        return new GetRestatementCaseResponse { RestatementCase = message };
    }

    public override async Task<ListRestatementCasesResponse> ListRestatementCases(ListRestatementCasesRequest request, ServerCallContext context)
    {
        var filter = new RestatementFilter(
            await PresentKeyAsync(request.Issuer, context.CancellationToken),
            Codes<V1.RestatementCase.Types.State, RestatementState>(request.States, "states"),
            Codes<V1.RestatementCase.Types.Magnitude, Magnitude>(request.Magnitudes, "magnitudes"),
            [.. request.Areas.Select(area => area.ToCode().Kebab())],
            request.FormTypes,
            OptionalDate(request.HasPeriodEndFrom, request.PeriodEndFrom, "period_end_from"),
            OptionalDate(request.HasPeriodEndTo, request.PeriodEndTo, "period_end_to"),
            OptionalDate(request.HasOpenedFrom, request.OpenedFrom, "opened_from"),
            OptionalDate(request.HasOpenedTo, request.OpenedTo, "opened_to"));
        var page = await rows.ListAsync(filter, request.PageSize, request.PageToken, context.CancellationToken);
        var views = await ViewsAsync([.. page.Items.Select(row => row.Value.Issuer)], Today, context.CancellationToken);
        var response = new ListRestatementCasesResponse { NextPageToken = page.NextPageToken };
        foreach (var row in page.Items)
            if (views.TryGetValue(row.Value.Issuer, out var of) && of.View.Restatements.FirstOrDefault(found => found.Key == row.Value.Key) is { } found)
                response.RestatementCases.Add(found.ToProto(of.Document.Key(), of.Document.Name(), Today));
        return response;
    }

    public override async Task<GetTimelineResponse> GetTimeline(GetTimelineRequest request, ServerCallContext context)
    {
        var (issuer, asOf) = (Issuer(request.Issuer), AsOf(request.HasAsOf, request.AsOf));
        var document = await store.FindAsync(issuer, context.CancellationToken);
        var response = new GetTimelineResponse();
        foreach (var entry in document is null ? [] : Issuers.TimelineEntry.Of(document.Key(), document.Facts, document.On(asOf, Today), asOf))
        {
            var message = new V1.TimelineEntry { Kind = entry.Kind, Text = entry.Text, Resource = entry.Resource, Filing = entry.Filing?.ToMention() };
            if (entry.Date is { } date)
                message.Date = Iso(date);
            response.Entries.Add(message);
        }
        return response;
    }

    public override Task<ComputeDeadlinesResponse> ComputeDeadlines(ComputeDeadlinesRequest request, ServerCallContext context) =>
        Task.FromResult(DeadlineCalculator.Compute(request));

    private DateOnly AsOf(bool present, string text) => present ? Date(text, "as_of") : Today;

    /// <summary>The key under which an issuer's cases are kept now; null for all issuers.</summary>
    private async Task<string?> PresentKeyAsync(string name, CancellationToken cancellation)
    {
        if (OptionalIssuer(name) is not { } issuer)
            return null;
        var present = (await store.FindAsync(issuer, cancellation))?.Issuer ?? issuer.ToString();
        await store.CompleteRowsAsync(present, cancellation);
        return present;
    }

    private async Task<Dictionary<string, (IssuerDocument Document, IssuerView View)>> ViewsAsync(IReadOnlyCollection<string> issuers, DateOnly today, CancellationToken cancellation)
    {
        var found = await store.FindManyAsync([.. issuers.Distinct(StringComparer.Ordinal)], cancellation);
        return found.ToDictionary(pair => pair.Key, pair => (pair.Value.Value, pair.Value.Value.On(today, today)), StringComparer.Ordinal);
    }
}
