using Filingwire.Parsing.Forms;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Parsing.Forms.Ownership;
using Filingwire.Parsing.Forms.PeriodicReports;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>The one place that knows which form family has which message.</summary>
internal static class ContentMapping
{
    /// <summary>Sets the content; nothing for forms that are recognised but not read.</summary>
    public static void SetContent(this Wire.Filing filing, IFormContent? content)
    {
        switch (content)
        {
            case null:
                break;
            case OwnershipDocument ownership:
                filing.Ownership = ownership.ToProto();
                break;
            case LateFilingNotice notice:
                filing.LateFilingNotice = notice.ToProto();
                break;
            case CurrentReport report:
                filing.CurrentReport = report.ToProto();
                break;
            case PeriodicReport report:
                filing.PeriodicReport = report.ToProto();
                break;
            default:
                throw new NotSupportedException($"No message for {content.GetType().Name}.");
        }
    }
}
