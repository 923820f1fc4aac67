using Filingwire.Parsing.Forms;

namespace Filingwire.Parsing;

/// <summary>The readers of all form families. The first that is certain gets a document, so what is told at a glance comes first; of two equally sure the first is preferred.</summary>
public static class FormReaders
{
    /// <summary>All readers.</summary>
    public static IReadOnlyList<IFormReader> All { get; } =
    [
        new Forms.LateFilingNotices.LateFilingNoticeReader(),
        new Forms.Ownership.Readers.OwnershipReader(),
        new Forms.CurrentReports.CurrentReportReader(),
        new Forms.PeriodicReports.PeriodicReportReader(),
    ];
}
