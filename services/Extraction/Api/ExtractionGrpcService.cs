using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Hosting.Security;
using Filingwire.Parsing;
using Filingwire.Sec.Identifiers;
using Google.Protobuf;
using Grpc.Core;

namespace Filingwire.Extraction.Api;

/// <summary>The gRPC façade; see protos/filingwire/extraction/v1/extraction_service.proto for every method's promise.</summary>
internal sealed class ExtractionGrpcService(FilingIntake intake, FilingStore store, Uploads uploads, AddressRight addresses) : V1.ExtractionService.ExtractionServiceBase
{
    private const int ChunkBytes = 64 * 1024;

    public override async Task<SubmitFilingResponse> SubmitFiling(SubmitFilingRequest request, ServerCallContext context)
    {
        var submitted = await intake.SubmitAsync(request.Content.Memory, request.Stated, context.CancellationToken);
        return new SubmitFilingResponse { Filing = Viewed(submitted.Filing, request.View), AlreadyKnown = submitted.AlreadyKnown };
    }

    public override Task<UploadFilingResponse> UploadFiling(IAsyncStreamReader<UploadFilingRequest> requestStream, ServerCallContext context) =>
        uploads.TakeAsync(requestStream, upload => TakeAsync(upload, context.CancellationToken), context.CancellationToken);

    public override Task<ParseFilingResponse> ParseFiling(ParseFilingRequest request, ServerCallContext context) =>
        Task.FromResult(new ParseFilingResponse { Filing = FilingIntake.Identify(request.Content.Memory, request.Stated).ToProto() });

    public override async Task<GetFilingResponse> GetFiling(GetFilingRequest request, ServerCallContext context)
    {
        var record = await FindAsync(request.Name, context.CancellationToken);
        var reading = await store.ReadingAsync(record, FilingRequests.Chosen(record, request), context.CancellationToken);
        return new GetFilingResponse { Filing = Shown(reading, context) };
    }

    public override async Task<BatchGetFilingsResponse> BatchGetFilings(BatchGetFilingsRequest request, ServerCallContext context)
    {
        var response = await new FilingBatch(store).AnswerAsync(request, context.CancellationToken);
        foreach (var filing in response.Filings)
            Shown(filing, context);
        return response;
    }

    public override async Task<ListFilingsResponse> ListFilings(ListFilingsRequest request, ServerCallContext context)
    {
        string? issuer = null;
        if (request.Issuer.Length > 0)
            issuer = IssuerKey.TryParseResourceName(request.Issuer, out var key)
                ? key.ResourceName
                : throw RequestException.Invalid("ISSUER_MALFORMED", "issuer", "An issuer is issuers/{cik} or issuers/n-{name}.");
        var page = await store.ListAsync(issuer, request.FormTypes, request.PageSize, request.PageToken, context.CancellationToken);
        var response = new ListFilingsResponse { NextPageToken = page.NextPageToken };
        foreach (var item in page.Items)
        {
            response.Filings.Add(Shown(Viewed(await store.ReadingAsync(item.Value, item.Value.Present, context.CancellationToken), FilingView.Basic), context));
        }
        return response;
    }

    public override async Task DownloadFiling(DownloadFilingRequest request, IServerStreamWriter<DownloadFilingResponse> responseStream, ServerCallContext context)
    {
        var bytes = await store.BytesAsync(await FindAsync(request.Name, context.CancellationToken), context.CancellationToken);
        for (var at = 0; at < bytes.Length; at += ChunkBytes)
            await responseStream.WriteAsync(
                new DownloadFilingResponse { Chunk = UnsafeByteOperations.UnsafeWrap(bytes.AsMemory(at, Math.Min(ChunkBytes, bytes.Length - at))) },
                context.CancellationToken);
    }

    public override async Task<ReparseFilingResponse> ReparseFiling(ReparseFilingRequest request, ServerCallContext context)
    {
        var (filing, changed) = await intake.ReparseAsync(await FindAsync(request.Name, context.CancellationToken), context.CancellationToken);
        return new ReparseFilingResponse { Filing = filing, Changed = changed };
    }

    private async Task<UploadFilingResponse> TakeAsync(Upload upload, CancellationToken cancellation)
    {
        var content = upload.Content;
        var submitted = content.TooLarge
            ? throw await intake.RejectAsync(
                content.Sha256(), content.Length, RejectionReason.TooLarge, UploadedContent.TooLargeMessage(content.Length), cancellation)
            : await intake.SubmitAsync(content.Bytes, upload.Stated, cancellation);
        return new UploadFilingResponse { Filing = Viewed(submitted.Filing, upload.View), AlreadyKnown = submitted.AlreadyKnown };
    }

    private Filing Shown(Filing filing, ServerCallContext context) => addresses.IsHeldBy(context) ? filing : filing.WithoutPersonalAddresses();

    private static Filing Viewed(Filing filing, FilingView view)
    {
        if (view == FilingView.Basic)
        {
            filing.ClearContent();
            filing.Documents.Clear();
        }
        return filing;
    }

    private async Task<FilingRecord> FindAsync(string name, CancellationToken cancellation)
    {
        var found = await store.FindAsync(FilingRequests.IdOf(name), cancellation) ?? throw RequestException.NotFound("FILING_NOT_FOUND", name);
        return found.Value;
    }
}
