using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Api;

/// <summary>Answers BatchGetFilings within bounds: each filing once, and no more than one message should carry.</summary>
/// <param name="store">Where the filings are.</param>
/// <param name="mostBytes">Bytes of an answer, well under what a peer takes in one message; one filing alone may be larger.</param>
internal sealed class FilingBatch(FilingStore store, int mostBytes = 16 << 20)
{
    private const int MostFilings = 100;

    /// <summary>The first of the filings asked for, as many as fit.</summary>
    public async Task<BatchGetFilingsResponse> AnswerAsync(BatchGetFilingsRequest request, CancellationToken cancellation)
    {
        var ids = Wanted(request);
        var records = await store.FindManyAsync(ids, cancellation);
        var response = new BatchGetFilingsResponse();
        var bytes = 0;
        for (var i = 0; i < ids.Count; i++)
        {
            var record = records.GetValueOrDefault(ids[i])?.Value ?? throw RequestException.NotFound("FILING_NOT_FOUND", request.Requests[i].Name);
            var filing = await store.ReadingAsync(record, FilingRequests.Chosen(record, request.Requests[i]), cancellation);
            bytes += filing.CalculateSize();
            if (bytes > mostBytes && i > 0)
            {
                response.Unanswered = ids.Count - i;
                break;
            }
            response.Filings.Add(filing);
        }
        return response;
    }

    private static List<FilingId> Wanted(BatchGetFilingsRequest request)
    {
        if (request.Requests.Count > MostFilings)
            throw RequestException.Invalid("BATCH_TOO_LARGE", "requests", $"At most {MostFilings} filings are fetched in one call.");
        var ids = request.Requests.Select(one => FilingRequests.IdOf(one.Name)).ToList();
        return request.Requests.Distinct().Count() == ids.Count
            ? ids
            : throw RequestException.Invalid("BATCH_REPEATED", "requests", "A filing is asked for once in a call.");
    }
}
