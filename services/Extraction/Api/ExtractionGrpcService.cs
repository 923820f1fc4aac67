using Filingwire.Extraction.Intake;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Parsing;
using Filingwire.Sec.Identifiers;
using Google.Protobuf;
using Grpc.Core;

namespace Filingwire.Extraction.Api;

/// <summary>The gRPC façade; see protos/filingwire/extraction/v1/extraction_service.proto for every method's promise.</summary>
internal sealed class ExtractionGrpcService(FilingIntake intake, FilingStore store) : V1.ExtractionService.ExtractionServiceBase
{
    private const int ChunkBytes = 64 * 1024;
    private const int LargestBatch = 100;

    public override async Task<SubmitFilingResponse> SubmitFiling(SubmitFilingRequest request, ServerCallContext context)
    {
        var submitted = await intake.SubmitAsync(request.Content.Memory, request.Stated, context.CancellationToken);
        return new SubmitFilingResponse { Filing = Viewed(submitted.Filing, request.View), AlreadyKnown = submitted.AlreadyKnown };
    }

    public override async Task<UploadFilingResponse> UploadFiling(IAsyncStreamReader<UploadFilingRequest> requestStream, ServerCallContext context)
    {
        V1.StatedFacts? stated = null;
        var view = FilingView.Unspecified;
        using var content = new UploadedContent();
        await foreach (var piece in requestStream.ReadAllAsync(context.CancellationToken))
        {
            stated ??= piece.Stated;
            view = view == FilingView.Unspecified ? piece.View : view;
            content.Add(piece.Chunk.Span);
        }
        var submitted = content.TooLarge
            ? throw await intake.RejectAsync(content.Sha256(), content.Length, RejectionReason.TooLarge, UploadedContent.TooLargeMessage(content.Length), context.CancellationToken)
            : await intake.SubmitAsync(content.Bytes, stated, context.CancellationToken);
        return new UploadFilingResponse { Filing = Viewed(submitted.Filing, view), AlreadyKnown = submitted.AlreadyKnown };
    }

    public override Task<ParseFilingResponse> ParseFiling(ParseFilingRequest request, ServerCallContext context) =>
        Task.FromResult(new ParseFilingResponse { Filing = FilingIntake.Identify(request.Content.Memory, request.Stated).ToProto() });

    public override async Task<GetFilingResponse> GetFiling(GetFilingRequest request, ServerCallContext context)
    {
        var record = await FindAsync(request.Name, context.CancellationToken);
        return new GetFilingResponse { Filing = await store.ReadingAsync(record, Chosen(record, request), context.CancellationToken) };
    }

    public override async Task<BatchGetFilingsResponse> BatchGetFilings(BatchGetFilingsRequest request, ServerCallContext context)
    {
        if (request.Requests.Count > LargestBatch)
            throw RequestException.Invalid("BATCH_TOO_LARGE", "requests", $"At most {LargestBatch} filings are fetched in one call.");
        var records = await store.FindManyAsync([.. request.Requests.Select(one => IdOf(one.Name))], context.CancellationToken);
        var response = new BatchGetFilingsResponse();
        foreach (var one in request.Requests)
        {
            var record = records.GetValueOrDefault(IdOf(one.Name))?.Value ?? throw RequestException.NotFound("FILING_NOT_FOUND", one.Name);
            response.Filings.Add(await store.ReadingAsync(record, Chosen(record, one), context.CancellationToken));
        }
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
            response.Filings.Add(Viewed(await store.ReadingAsync(item.Value, item.Value.Present, context.CancellationToken), FilingView.Basic));
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

    private static Filing Viewed(Filing filing, FilingView view)
    {
        if (view == FilingView.Basic)
        {
            filing.ClearContent();
            filing.Documents.Clear();
        }
        return filing;
    }

    private static FilingRecord.Reading Chosen(FilingRecord record, GetFilingRequest request) => request.Revision.Length == 0
        ? record.Present
        : record.Readings.LastOrDefault(candidate => candidate.Revision == request.Revision)
            ?? throw RequestException.NotFound("REVISION_NOT_FOUND", $"{request.Name}@{request.Revision}");

    private static FilingId IdOf(string name) => FilingId.TryParseResourceName(name, out var id)
        ? id
        : throw RequestException.Invalid("FILING_NAME_MALFORMED", "name", "A filing is filings/{accession number} or filings/sha256-{64 hex digits}.");

    private async Task<FilingRecord> FindAsync(string name, CancellationToken cancellation)
    {
        var found = await store.FindAsync(IdOf(name), cancellation) ?? throw RequestException.NotFound("FILING_NOT_FOUND", name);
        return found.Value;
    }
}
