using Filingwire.Contracts.Codes;
using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Forms.PeriodicReports;
using Filingwire.Sec.Codes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Periodic reports → wire.</summary>
public static class PeriodicReportMapping
{
    /// <summary>A report.</summary>
    public static Wire.PeriodicReport ToProto(this PeriodicReport report) => new()
    {
        ReportType = report.ReportType.ToProto(),
        Amendment = report.Amendment.ToProto(),
        AmendmentNumber = report.AmendmentNumber.ToProto(),
        PeriodEnd = report.PeriodEnd.ToProto(),
        TransitionReport = report.TransitionReport.ToProto(),
        RegistrantName = report.RegistrantName.ToProto(),
        FilerStatus = (report.FilerStatus?.Code ?? FilerStatus.Unspecified).ToProto(),
        FilerStatusEvidence = report.FilerStatus?.Evidence.ToProto(),
        ErrorCorrection = report.ErrorCorrection.ToProto(),
        RecoveryAnalysis = report.RecoveryAnalysis.ToProto(),
        ExplanatoryNote = report.ExplanatoryNote.ToProto(),
        AmendmentPurpose = (report.AmendmentPurpose ?? AmendmentPurpose.Unspecified).ToProto(),
        Restatement = report.Restatement.ToProto(),
        FileNumber = report.FileNumber.ToProto(),
        DistributionDate = report.DistributionDate.ToProto(),
    };
}
