using Filingwire.Parsing.Forms.PeriodicReports;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Periodic reports → wire. The enums have the wire's numbers.</summary>
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
        FilerStatus = (Wire.PeriodicReport.Types.FilerStatus)(report.FilerStatus?.Code ?? 0),
        FilerStatusEvidence = report.FilerStatus?.Evidence.ToProto(),
        ErrorCorrection = report.ErrorCorrection.ToProto(),
        RecoveryAnalysis = report.RecoveryAnalysis.ToProto(),
        ExplanatoryNote = report.ExplanatoryNote.ToProto(),
        AmendmentPurpose = (Wire.PeriodicReport.Types.AmendmentPurpose)(report.AmendmentPurpose ?? 0),
        Restatement = report.Restatement.ToProto(),
        FileNumber = report.FileNumber.ToProto(),
        DistributionDate = report.DistributionDate.ToProto(),
    };
}
