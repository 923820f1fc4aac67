using Filingwire.Sec.Codes;
using Filingwire.Extraction.V1;
using Filingwire.Restatement.Facts;
using Filingwire.Restatement.Intake;
using Filingwire.Types.V1;
using static Filingwire.Unit.Restatement.Given;
using FormFamily = Filingwire.Extraction.V1.FormFamily;
using FilerStatus = Filingwire.Sec.Codes.FilerStatus;

namespace Filingwire.Unit.Restatement;

/// <summary>What the wire says that due dates and cases turn on.</summary>
public sealed class FilingFactsTests
{
    private static TextValue Text(string value) => new() { Value = value };

    private static DateValue Date(string value) => new() { Value = value };

    private static Filing Of(string form, FormFamily family, params string[] ciks)
    {
        var filing = new Filing { Name = "filings/f1", Revision = "1", Generation = 1, FormType = Text(form), Family = family, FiledOn = Date("2024-07-15"), Issuer = "issuers/" + ciks[0] };
        filing.Issuers.AddRange(ciks.Select(cik => new Party { Cik = Text(cik), Name = Text("Issuer " + cik) }));
        return filing;
    }

    [Theory]
    // 17 CFR 240.12b-2: each registrant of a combined report has a status of its own; one reading of the boxes cannot be that of all.
    [InlineData("1001", FilerStatus.LargeAccelerated)]
    [InlineData("1001 1002", FilerStatus.Unspecified)]
    public void A_combined_report_gives_no_registrant_a_status(string ciks, FilerStatus status)
    {
        var filing = Of("10-K", FormFamily.PeriodicReport, ciks.Split(' '));
        filing.PeriodicReport = new PeriodicReport { ReportType = Text("10-K"), PeriodEnd = Date("2023-12-31"), FilerStatus = PeriodicReport.Types.FilerStatus.LargeAccelerated };
        var facts = FilingFacts.Of(filing).ToList();
        Assert.Equal(ciks.Split(' '), facts.Select(known => known.Issuer.ToString()));
        Assert.All(facts, known => Assert.Equal(status, known.Fact.Report!.FilerStatus));
    }

    [Theory]
    [InlineData("EFFECT", "2024-07-15")]
    [InlineData("424B4", "2024-07-15")]
    [InlineData("424B1", "2024-07-15")]
    // Section 12(g)(1): sixty days after the filing of Form 10.
    [InlineData("10-12G", "2024-09-13")]
    public void A_registration_tells_when_it_became_effective(string form, string effective) =>
        Assert.Equal(Day(effective), Assert.Single(FilingFacts.Of(Of(form, FormFamily.Other, "1001"))).Fact.RegistrationEffectiveOn);

    [Theory]
    // Shelf takedowns and resale prospectuses say nothing about a first registration.
    [InlineData("424B5")]
    [InlineData("424B3")]
    [InlineData("S-3")]
    public void Other_filings_about_registrations_are_left_out(string form) => Assert.Empty(FilingFacts.Of(Of(form, FormFamily.Other, "1001")));

    [Fact]
    public void Periods_without_a_date_are_kept_by_their_number()
    {
        var filing = Of("8-K", FormFamily.CurrentReport, "1001");
        filing.CurrentReport = new CurrentReport
        {
            FiscalYearChange = new Filingwire.Extraction.V1.FiscalYearChange { DeterminedOn = Date("2024-07-10"), NewFiscalYearEnd = Text("0630") },
        };
        var disclosure = new RestatementDisclosure { Kind = RestatementDisclosure.Types.Kind.NonReliance402A };
        disclosure.Periods.Add(new Filingwire.Extraction.V1.AffectedPeriod { PeriodEnd = new DateValue { Evidence = new Evidence { AsWritten = "the third quarter of fiscal 2023" } }, Kind = Filingwire.Extraction.V1.AffectedPeriod.Types.PeriodKind.Interim, FiscalYear = 2023, FiscalQuarter = 3 });
        filing.CurrentReport.NonReliance.Add(disclosure);
        filing.OrderReliance.Add(new Filingwire.Extraction.V1.OrderReliance { Event = "covid-19" });
        var fact = Assert.Single(FilingFacts.Of(filing)).Fact;
        var named = Assert.Single(fact.Disclosures[0].NamedPeriods);
        Assert.Empty(fact.Disclosures[0].Periods);
        Assert.Equal((2023, 3, PeriodKind.Interim, "the third quarter of fiscal 2023"), (named.FiscalYear, named.FiscalQuarter, named.Kind, named.Source?.AsWritten));
        Assert.Equal((Day("2024-07-10"), "0630"), (fact.FiscalYearChange?.DeterminedOn, fact.FiscalYearChange?.NewFiscalYearEnd));
        Assert.Equal("covid-19", Assert.Single(fact.Reliance).Event);
    }
}
