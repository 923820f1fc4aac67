using Filingwire.Extraction.Storage;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Extraction.Api;

/// <summary>What a request means by a filing's name and revision.</summary>
internal static class FilingRequests
{
    /// <summary>The filing that a name stands for.</summary>
    /// <exception cref="RequestException">FILING_NAME_MALFORMED.</exception>
    public static FilingId IdOf(string name) => FilingId.TryParseResourceName(name, out var id)
        ? id
        : throw RequestException.Invalid(
            "FILING_NAME_MALFORMED", "name", "A filing is filings/{accession number} or filings/sha256-{64 hex digits}.");

    /// <summary>The reading of a revision; the present one when none is named.</summary>
    /// <exception cref="RequestException">REVISION_NOT_FOUND.</exception>
    public static FilingRecord.Reading Chosen(FilingRecord record, GetFilingRequest request) => request.Revision.Length == 0
        ? record.Present
        : record.Readings.LastOrDefault(candidate => candidate.Revision == request.Revision)
            ?? throw RequestException.NotFound("REVISION_NOT_FOUND", $"{request.Name}@{request.Revision}");
}
