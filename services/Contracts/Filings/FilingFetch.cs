using Filingwire.Extraction.V1;

namespace Filingwire.Contracts.Filings;

/// <summary>Fetches filings from Extraction, however many answers that takes.</summary>
public static class FilingFetch
{
    private const int MostInOneCall = 100;

    /// <summary>The filings, one for each request, in their order; what is asked for twice is fetched once.</summary>
    public static async Task<IReadOnlyList<Filing>> FetchAsync(
        this ExtractionService.ExtractionServiceClient extraction, IReadOnlyList<GetFilingRequest> requests, CancellationToken cancellation)
    {
        var wanted = requests.Distinct().ToList();
        var fetched = new Dictionary<GetFilingRequest, Filing>(wanted.Count);
        while (fetched.Count < wanted.Count)
        {
            var next = wanted.Skip(fetched.Count).Take(MostInOneCall).ToList();
            var response = await extraction.BatchGetFilingsAsync(new BatchGetFilingsRequest { Requests = { next } }, cancellationToken: cancellation);
            foreach (var (filing, request) in response.Filings.Zip(next))
                fetched.Add(request, filing);
        }
        return [.. requests.Select(request => fetched[request].Clone())];
    }
}
