using Filingwire.Contracts.Evidence;
using Filingwire.Parsing.Forms.CurrentReports;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Readings;

/// <summary>Form 8-K → wire.</summary>
public static class CurrentReportMapping
{
    /// <summary>A report.</summary>
    public static Wire.CurrentReport ToProto(this CurrentReport report)
    {
        var wire = new Wire.CurrentReport
        {
            ReportDate = report.ReportDate.ToProto(),
            SignerName = report.SignerName.ToProto(),
            SignerTitle = report.SignerTitle.ToProto(),
            SignedOn = report.SignedOn.ToProto(),
            FileNumber = report.FileNumber.ToProto(),
        };
        wire.Registrants.AddRange(report.Registrants.Select(name => name.ToProto()));
        wire.Items.AddRange(report.Items.Select(item => new Wire.ReportItem
        {
            Code = item.Code,
            Caption = item.Caption.ToProto(),
            Body = item.Body.ToProto(),
            PointerOnly = item.PointerOnly,
        }));
        foreach (var exhibit in report.Exhibits)
        {
            var listed = new Wire.ReportExhibit { Number = exhibit.Number.ToProto(), Description = exhibit.Description.ToProto() };
            if (exhibit.DocumentIndex is { } index)
                listed.DocumentIndex = index;
            wire.Exhibits.Add(listed);
        }
        if (report.FiscalYearChange is { } change)
            wire.FiscalYearChange = new Wire.FiscalYearChange { DeterminedOn = change.DeterminedOn.ToProto(), NewFiscalYearEnd = change.NewFiscalYearEnd.ToProto(), Evidence = change.Evidence.ToProto() };
        wire.NonReliance.AddRange(report.NonReliance.Select(disclosure => disclosure.ToProto()));
        return wire;
    }
}
