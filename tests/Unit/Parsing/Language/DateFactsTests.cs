using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.PeriodicReports;

namespace Filingwire.Unit.Parsing.Language;

/// <summary>What decides due dates: the period of Forms 10-D and N-CSR, the distribution date, a changed fiscal year, reliance on an order.</summary>
public sealed class DateFactsTests
{
    private static ParsedFiling Parse(string type, string text) => Assert.IsType<ParsedFiling>(FilingParser.Parse(Encoding.UTF8.GetBytes(
        $"<SEC-DOCUMENT>0000000001-24-000001.txt : 20240401\n<SEC-HEADER>0000000001-24-000001.hdr.sgml : 20240401\nACCESSION NUMBER:\t\t0000000001-24-000001\nCONFORMED SUBMISSION TYPE:\t{type}\nFILED AS OF DATE:\t\t20240401\n\nFILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\t\tEXAMPLE TRUST\n\t\tCENTRAL INDEX KEY:\t\t\t0000001001\n</SEC-HEADER>\n"
        + $"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n")).Filing);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    // Form 10-D: the period ends with the second date; the term runs from the distribution date (General Instruction A(2)).
    [InlineData("For the monthly distribution period from: June 1, 2023 to June 30, 2023", "the Distribution Date of July 17, 2023", "2023-06-30", "2023-07-17")]
    [InlineData("For the quarterly distribution period from April 16, 2023 to July 15, 2023", "Payment Date: 07/17/2023", "2023-07-15", "2023-07-17")]
    [InlineData("For the monthly distribution period from May 16, 2023 through June 15, 2023", "the distribution is described in Exhibit 99.1", "2023-06-15", null)]
    // Two different dates decide nothing, and neither does the next one.
    [InlineData("For the monthly distribution period from June 1, 2023 to June 30, 2023", "Distribution Date: July 17, 2023. The next Distribution Date is August 15, 2023", "2023-06-30", "2023-07-17")]
    [InlineData("For the monthly distribution period from June 1, 2023 to June 30, 2023", "Distribution Date: July 17, 2023. Distribution Date: August 15, 2023", "2023-06-30", null)]
    public void A_distribution_report(string cover, string body, string period, string? distribution)
    {
        var report = Assert.IsType<PeriodicReport>(Parse("10-D", $"FORM 10-D\n\nASSET-BACKED ISSUER DISTRIBUTION REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934\n\n{cover}\n\nPART I\n\nItem 1. Distribution and Pool Performance Information.\n\nFor {body}.\n").Reading.Content);
        Assert.Equal((period, distribution), (Iso(report.PeriodEnd?.Value), Iso(report.DistributionDate?.Value)));
    }

    [Theory]
    // Form N-CSR: the half year is the period, not the fiscal year.
    [InlineData("Date of fiscal year end: December 31, 2023\n\nDate of reporting period: June 30, 2023", "2023-06-30")]
    [InlineData("Date of fiscal year end: December 31\n\nDate of reporting period: January 1, 2023 through June 30, 2023", "2023-06-30")]
    public void A_fund_report_is_about_its_reporting_period(string cover, string period)
    {
        var report = Assert.IsType<PeriodicReport>(Parse("N-CSRS", $"FORM N-CSR\n\nCERTIFIED SHAREHOLDER REPORT OF REGISTERED MANAGEMENT INVESTMENT COMPANIES\n\n{cover}\n\nItem 1. Reports to Stockholders.\n").Reading.Content);
        Assert.Equal(period, Iso(report.PeriodEnd?.Value));
    }

    private static ParsedFiling Current(string item, string body) => Parse("8-K",
        $"FORM 8-K\n\nCURRENT REPORT\n\nDate of Report (Date of earliest event reported): March 5, 2024\n\nItem {item} Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year.\n\n{body}\n\nSIGNATURE\n\nDate: March 8, 2024\n");

    [Theory]
    // Form 8-K, Item 5.03(b).
    [InlineData("On March 1, 2024, the Board of Directors approved a change in the Company's fiscal year end from December 31 to June 30.", "2024-03-01", "0630")]
    [InlineData("The Board changed the Company's fiscal year from a fiscal year ending on December 31 to a fiscal year ending on September 30, effective immediately.", "2024-03-05", "0930")]
    [InlineData("On March 1, 2024, the Board amended the By-laws to change the number of directors from five to seven.", null, null)]
    [InlineData("The Board has not changed the Company's fiscal year end from December 31 to June 30.", null, null)]
    public void A_changed_fiscal_year(string body, string? determined, string? end)
    {
        var change = Assert.IsType<CurrentReport>(Current("5.03", body).Reading.Content).FiscalYearChange;
        Assert.Equal((determined, end), (Iso(change?.DeterminedOn?.Value), change?.NewFiscalYearEnd?.Value));
    }

    [Theory]
    // What ends non-reliance without a restatement, under any item.
    [InlineData("4.02", "The re-audit of the financial statements for the fiscal year ended December 31, 2022 was completed and resulted in no changes to the previously issued statements.", "ReauditWithoutChange 2022-12-31")]
    [InlineData("4.02", "The Audit Committee has withdrawn its conclusion that the financial statements should no longer be relied upon.", "ConclusionWithdrawn")]
    [InlineData("8.01", "The financial statements for the quarter ended March 31, 2023 may again be relied upon.", "RelianceRestored 2023-03-31")]
    // Not an ending: other periods in passing, a doubt raised after it, a possibility, a period that cannot be read.
    [InlineData("8.01", "The financial statements for the year ended December 31, 2021 can still be relied upon.", "")]
    [InlineData("8.01", "The Company expects that the financial statements could again be relied upon after a re-audit without changes.", "")]
    [InlineData("8.01", "The 2021 financial statements may again be relied upon.", "")]
    public void Words_that_end_a_doubt(string item, string body, string ending) =>
        Assert.Equal(ending, string.Join(' ', Assert.IsType<CurrentReport>(Current(item, body).Reading.Content).NonReliance.Where(found => (int)found.Kind >= 8)
            .SelectMany(found => found.Periods.Select(period => Iso(period.End.Value)).Prepend(found.Kind.ToString()))));

    [Theory]
    [InlineData("The Company is relying on the SEC's Order under Section 36 (Release No. 34-88465) to delay the filing of its Quarterly Report due to circumstances related to COVID-19.", "covid-19")]
    [InlineData("The Company will file its report in reliance on the order. Its offices were closed because of the coronavirus pandemic.", "covid-19")]
    [InlineData("The Registrant is filing this report late in reliance upon the exemptive order for those affected by Hurricane Irma.", "hurricane-irma")]
    // Who only tells of the event relies on nothing.
    [InlineData("COVID-19 has affected our operations, and our offices were closed.", "")]
    [InlineData("Hurricane Harvey damaged our plant in Houston.", "")]
    [InlineData("The Company is not relying on the SEC's order about COVID-19.", "")]
    public void Reliance_on_an_order(string body, string events) =>
        Assert.Equal(events, string.Join(' ', Current("8.01", body).Reading.OrderReliance.Select(reliance => reliance.Event)));
}
