using Filingwire.Parsing;
using Filingwire.Parsing.Forms;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Parsing.Forms.PeriodicReports;
using Filingwire.Sec.Codes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>
/// Which family of forms has which message: one row each. Its form types and its reader stand with the reader (<see cref="FormReaders"/>), its name in events is
/// the family's own, and who wants it says so where filings are taken in.
/// </summary>
internal sealed record ContentMapping(FormFamily Family, Action<Wire.Filing, IFormContent> Content)
{
    /// <summary>All families that are read.</summary>
    public static IReadOnlyList<ContentMapping> All { get; } =
    [
        Of<OwnershipDocument>(FormFamily.Ownership, (filing, document) => filing.Ownership = document.ToProto()),
        Of<LateFilingNotice>(FormFamily.LateFilingNotice, (filing, notice) => filing.LateFilingNotice = notice.ToProto()),
        Of<CurrentReport>(FormFamily.CurrentReport, (filing, report) => filing.CurrentReport = report.ToProto()),
        Of<PeriodicReport>(FormFamily.PeriodicReport, (filing, report) => filing.PeriodicReport = report.ToProto()),
    ];

    /// <summary>Sets a filing's content.</summary>
    public static void Set(Wire.Filing filing, FormFamily family, IFormContent content) => All.Single(row => row.Family == family).Content(filing, content);

    private static ContentMapping Of<T>(FormFamily family, Action<Wire.Filing, T> set)
        where T : IFormContent => new(family, (filing, content) => set(filing, (T)content));
}
