namespace Filingwire.Parsing.Forms;

/// <summary>The readers of all form families. The first that is certain gets a document, so what is told at a glance comes first; of two equally sure the first is preferred.</summary>
public static class FormReaders
{
    /// <summary>All readers.</summary>
    public static IReadOnlyList<IFormReader> All { get; } =
    [
        new LateFilingNotices.LateFilingNoticeReader(),
        new Ownership.OwnershipReader(),
        new CurrentReports.CurrentReportReader(),
        new PeriodicReports.PeriodicReportReader(),
    ];
}
