using Filingwire.Extraction.V1;
using Filingwire.Types.V1;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Filingwire.Integration.Restatement;

/// <summary>Filings as Extraction serves them, written by hand.</summary>
internal static class Wire
{
    public static TextValue Text(string value) => new() { Value = value, Evidence = Evidence(value) };

    public static DateValue Date(string value) => new() { Value = value, Evidence = Evidence(value) };

    public static BoolValue Flag(bool value) => new() { Value = value, Evidence = Evidence("X") };

    public static Filing Notice(string id, string issuer, string filed, string report, string period, string? statedDue = null) => With(Filing(id, issuer, "NT " + report, filed), filing =>
    {
        filing.Family = FormFamily.LateFilingNotice;
        filing.LateFilingNotice = new LateFilingNotice { ReportType = Text(report), PeriodEnd = Date(period), ReliefClaimed = Flag(true) };
        if (statedDue is not null)
            filing.LateFilingNotice.StatedDueDate = Date(statedDue);
    });

    public static Filing Report(string id, string issuer, string filed, string form, string period) => With(Filing(id, issuer, form, filed), filing =>
    {
        filing.Family = FormFamily.PeriodicReport;
        filing.PeriodicReport = new PeriodicReport { ReportType = Text(form), PeriodEnd = Date(period) };
    });

    public static Filing NonReliance(string id, string issuer, string filed, AreaFinding.Types.Area area, params string[] years) => With(Filing(id, issuer, "8-K", filed), filing =>
    {
        filing.Family = FormFamily.CurrentReport;
        filing.CurrentReport = new CurrentReport { ReportDate = Date(filed) };
        var disclosure = new RestatementDisclosure { Kind = RestatementDisclosure.Types.Kind.NonReliance402A, NonReliance = Flag(true), Evidence = Evidence("4.02") };
        disclosure.Areas.Add(new AreaFinding { Area = area, Evidence = Evidence("area") });
        disclosure.Periods.AddRange(years.Select(year => new AffectedPeriod { PeriodEnd = Date(year), Kind = AffectedPeriod.Types.PeriodKind.Annual }));
        filing.CurrentReport.NonReliance.Add(disclosure);
    });

    public static Filing Filing(string id, string issuer, string form, string filed) => new()
    {
        Name = "filings/" + id,
        Revision = "1",
        Generation = 1,
        FormType = Text(form),
        FiledOn = Date(filed),
        Issuer = "issuers/" + issuer,
        ReceivedAt = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        Issuers = { new Party { Name = Text("Issuer " + issuer), FiscalYearEnd = Text("1231") } },
    };

    private static Evidence Evidence(string text) => new() { AsWritten = text, Span = new ByteSpan { Start = 0, End = text.Length }, Rule = "by-hand", Confidence = 100 };

    private static Filing With(Filing filing, Action<Filing> change)
    {
        change(filing);
        return filing;
    }
}
