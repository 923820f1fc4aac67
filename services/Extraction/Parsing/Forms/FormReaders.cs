namespace Filingwire.Extraction.Parsing.Forms;

/// <summary>The readers of all form families, in order of preference where two are equally sure.</summary>
public static class FormReaders
{
    /// <summary>All readers.</summary>
    public static IReadOnlyList<IFormReader> All { get; } =
    [
        new Ownership.OwnershipReader(),
        new LateFilingNotices.LateFilingNoticeReader(),
        new CurrentReports.CurrentReportReader(),
        new PeriodicReports.PeriodicReportReader(),
    ];
}
