using System.Text;
using Filingwire.Corpus.Notices;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Sec.Codes;

namespace Filingwire.Corpus.CurrentReports;

/// <summary>Hard cases of Item 4.02 and of splitting Form 8-K, one row each.</summary>
public sealed class NonRelianceCases
{
    private const string Caption = "Item 4.02 Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review.";

    private static string Report(string items, string registrant = "ACME CORP.\n(Exact name of registrant as specified in its charter)", string form = "FORM 8-K", string date = "April 15, 2025") => $"""
        UNITED STATES SECURITIES AND EXCHANGE COMMISSION
        {form}
        CURRENT REPORT
        Pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934
        Date of Report (Date of earliest event reported): {date}

        {registrant}

        Delaware        001-12345        12-3456789

        {items}

        SIGNATURES
        Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed.
        Date: April 16, 2025
        By: /s/ Jane Doe
        Jane Doe
        Chief Financial Officer
        """;

    private static (CurrentReport Report, ParsedFiling Filing) Read(string text)
    {
        var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing);
        return (Assert.IsType<CurrentReport>(filing.Reading.Content), filing);
    }

    private static RestatementDisclosure Single(string body) => Assert.Single(Read(Report($"{Caption}\n\n{body}")).Report.NonReliance);

    private static string[] PeriodsOf(string body) => [.. DisclosureFacts.Of(Single(body), "").Single(fact => fact.Field == "periods").Values];

    [Case("R1", "R2")]
    [Theory] // R1
    [InlineData("-------------------------Item 4.02 Non-Reliance on Previously Issued Financial Statements.\n\nThe Board concluded that they should not be relied upon.", "4.02")]
    [InlineData("ITEM 4.02.\tNON-RELIANCE ON PREVIOUSLY ISSUED FINANCIAL STATEMENTS\n\nThe Board concluded that they should not be relied upon.", "4.02")]
    [InlineData("Item 2.02\n\nResults of Operations and Financial Condition\n\nA release was issued.\n\nItem 9.01(d). Exhibits.\n\n99.1 Release", "2.02 9.01")]
    [InlineData("Item 5.02(b) Departure of Directors\n\nX left under Item 1.01 of the plan, as said in Item 8.01 below.", "5.02")]
    [InlineData("Item 8.01 Other Events\nItem 9.01 Financial Statements and Exhibits\nSIGNATURES\nEXHIBIT INDEX\n\nItem 8.01 Other Events.\n\nThe company did a thing of interest to its holders.\n\nItem 9.01 Financial Statements and Exhibits.\n\n99.1 A release of that day", "8.01 9.01")]
    [InlineData("Items 2.02 and 7.01. Results of Operations and Financial Condition; Regulation FD Disclosure.\n\nA release was issued.", "2.02 7.01")]
    [InlineData("Item 5. Other Events\n\nA thing happened.\n\nItem 7. Financial Statements and Exhibits\n\n99.1 Release", "5 7")] // R2
    public void R1_and_R2_items_in_every_form(string items, string codes) => Assert.Equal(codes, string.Join(' ', Read(Report(items)).Report.Items.Select(item => item.Code)));

    [Case("R2")]
    [Theory] // R2
    [InlineData("ITEM INFORMATION:\t\tNon-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review")]
    [InlineData("ITEM INFORMATION:\t\t4.02")]
    public void R2_the_header_may_name_the_item_that_the_text_does_not_head(string line)
    {
        var header = $"<SEC-HEADER>x.hdr.sgml : 20250415\nACCESSION NUMBER:\t\t0000000001-25-000001\nCONFORMED SUBMISSION TYPE:\t8-K\n{line}\nFILED AS OF DATE:\t\t20250415\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n";
        var (report, filing) = Read(header + Report("On April 10, 2025 the Board concluded that the financial statements for the year ended December 31, 2023 should no longer be relied upon.") + "\n</TEXT>\n</DOCUMENT>\n");
        Assert.Single(report.NonReliance);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "item-4.02-without-heading");
    }

    [Case("R3")]
    [Theory] // R3
    [InlineData("On May 1, 2025, the Audit Committee concluded that the financial statements for the year ended December 31, 2024 should no longer be relied upon.", "NonReliance402A")]
    [InlineData("On May 1, 2025, the Company was advised by its independent registered public accounting firm, Smith & Co LLP, that action should be taken to prevent future reliance on its audit report for the year ended December 31, 2024.", "NonReliance402B")]
    [InlineData("On May 1, 2025, the Board concluded that the financial statements for the year ended December 31, 2024 should no longer be relied upon. On May 2, 2025, the Company received a letter from its auditor, Smith & Co LLP, stating that its report should no longer be relied upon.", "NonReliance402A NonReliance402B")]
    public void R3_limbs(string body, string limbs) => Assert.Equal(limbs, string.Join(' ', Read(Report($"{Caption}\n\n{body}")).Report.NonReliance.Select(limb => limb.Kind)));

    [Case("R4")]
    [Fact]
    public void R4_amended_and_restated_documents_are_no_restatement()
    {
        var (report, filing) = Read(Report("Item 5.03 Amendments to Articles of Incorporation or Bylaws\n\nThe Board approved the Second Amended and Restated Bylaws and a Restated Certificate of Incorporation."));
        Assert.Empty(report.NonReliance);
        Assert.DoesNotContain(filing.Diagnostics, diagnostic => diagnostic.Code == "non-reliance-outside-item-4.02");
    }

    [Case("R5")]
    [Theory] // R5
    [InlineData("Management has concluded that a material weakness existed.", true)]
    [InlineData("A material weakness is a deficiency, or a combination of deficiencies, in internal control.", null)]
    [InlineData("The Company is evaluating whether a material weakness exists.", null)]
    public void R5_a_definition_is_no_weakness(string sentence, bool? weakness) =>
        Assert.Equal(weakness, Single("The Board concluded that the 2024 statements should no longer be relied upon. " + sentence).MaterialWeakness?.Value);

    [Case("R6")]
    [Fact]
    public void R6_amendments_and_amounts_to_be_determined()
    {
        var (_, filing) = Read(Report($"{Caption}\n\nThe Board concluded that they should not be relied upon.", form: "FORM 8-K/A\n(Amendment No. 1)"));
        Assert.Equal("8-K/A", filing.FormType.Value);
        var open = Assert.Single(Single("The Board concluded that the statements should no longer be relied upon. Revenue was overstated by an amount that has not yet been determined.").Effects);
        Assert.Equal(("revenue", EffectDirection.Overstated, true), (open.MetricCode, open.Direction, open.ToBeDetermined));
        var known = Assert.Single(Single("The Board concluded that the statements should no longer be relied upon. Net income was overstated by $2.1 million for the year ended December 31, 2024.").Effects);
        Assert.Equal(("net-income", 2_100_000m, new DateOnly(2024, 12, 31)), (known.MetricCode, known.Amount?.Value, known.PeriodEnd?.Value));
    }

    [Case("R7")]
    [Theory] // R7
    [InlineData("each of the quarters ended March 31, June 30 and September 30, 2023", "Interim 2023-03-31; Interim 2023-06-30; Interim 2023-09-30")]
    [InlineData("the fiscal years ended December 31, 2023, 2022 and 2021", "Annual 2023-12-31; Annual 2022-12-31; Annual 2021-12-31")]
    [InlineData("the fiscal year ended June 30, 2023 and the quarters ended September 30, 2023 and December 31, 2023", "Annual 2023-06-30; Interim 2023-09-30; Interim 2023-12-31")]
    [InlineData("Q1 2023", "Interim Q1 2023")]
    [InlineData("fiscal 2021 and fiscal 2022", "Annual FY 2021; Annual FY 2022")]
    [InlineData("the period from inception (February 3, 2020) through December 31, 2020", "Range 2020-02-03 to 2020-12-31")]
    [InlineData("the three and six months ended June 30, 2023", "Interim 2023-06-30")]
    [InlineData("the balance sheet as of October 14, 2020", "Instant 2020-10-14")]
    [InlineData("the first three quarters of fiscal 2005", "Interim Q1 2005; Interim Q2 2005; Interim Q3 2005")]
    [InlineData("each of the quarters in fiscal year 2004", "Interim Q1 2004; Interim Q2 2004; Interim Q3 2004; Interim Q4 2004")]
    [InlineData("the second quarter of fiscal 2005 and the third quarter of fiscal 2005", "Interim Q2 2005; Interim Q3 2005")]
    public void R7_phrases_of_periods(string phrase, string periods) =>
        Assert.Equal(periods, string.Join("; ", PeriodsOf($"The Board concluded that the Company's financial statements for {phrase} should no longer be relied upon.")));

    [Case("R8")]
    [Fact]
    public void R8_several_registrants()
    {
        var (report, _) = Read(Report($"{Caption}\n\nThe Board concluded that they should not be relied upon.", registrant: "ACME CORP.\n(Exact name of registrant as specified in its charter)\n\nACME FUNDING LLC\n(Exact name of registrant as specified in its charter)"));
        Assert.Equal(["ACME CORP.", "ACME FUNDING LLC"], report.Registrants.Select(name => name.Value));
    }

    [Case("R9")]
    [Fact]
    public void R9_non_reliance_under_another_item_is_reported_and_not_taken_for_item_402()
    {
        var (report, filing) = Read(Report("Item 8.01 Other Events.\n\nThe Board concluded that the financial statements for the year ended December 31, 2024 should no longer be relied upon."));
        Assert.Empty(report.NonReliance);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "non-reliance-outside-item-4.02");
    }

    [Case("R12")]
    [Theory] // R12
    [InlineData("The information set forth in Item 4.02 of this report is incorporated herein by reference.", true)]
    [InlineData("On April 15, 2025 the company announced a split of its shares.", false)]
    public void R12_pointers_are_marked(string body, bool pointer) => Assert.Equal(pointer, Assert.Single(Read(Report($"Item 8.01 Other Events.\n\n{body}")).Report.Items).PointerOnly);

    [Case("R15")]
    [Theory] // R15
    [InlineData("(d) Exhibits\n\nExhibit No.\tDescription\n99.1\tPress release dated April 15, 2025\n104\tCover Page Interactive Data File")]
    [InlineData("(d) Exhibits.\n\n   Exhibit 99.1 - Press release dated April 15, 2025\n   Exhibit 104 - Cover Page Interactive Data File")]
    [InlineData("(c) Exhibits\n\n  Exhibit No.     Description\n  -----------     -----------\n  99.1            Press release dated April 15, 2025\n  104*            Cover Page Interactive Data File")]
    [InlineData("(d) Exhibits\n\n99.1\n\nPress release dated April 15, 2025\n\n104\n\nCover Page Interactive Data File")]
    public void R15_exhibits_in_every_layout(string list)
    {
        var submission = "<SEC-HEADER>x.hdr.sgml : 20250415\nACCESSION NUMBER:\t\t0000000001-25-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nFILED AS OF DATE:\t\t20250415\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n"
            + Report("Item 9.01 Financial Statements and Exhibits.\n\n" + list) + "\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<TEXT>\nA release.\n</TEXT>\n</DOCUMENT>\n";
        Assert.Equal(["99.1 Press release dated April 15, 2025 1", "104 Cover Page Interactive Data File "], Read(submission).Report.Exhibits.Select(exhibit => $"{exhibit.Number.Value} {exhibit.Description.Value} {exhibit.DocumentIndex}"));
    }

    [Case("R15")]
    [Fact] // R12, R15
    public void R15_an_item_that_points_to_an_exhibit_says_what_the_exhibit_says()
    {
        var submission = "<SEC-HEADER>x.hdr.sgml : 20250415\nACCESSION NUMBER:\t\t0000000001-25-000001\nCONFORMED SUBMISSION TYPE:\t8-K\nFILED AS OF DATE:\t\t20250415\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<SEQUENCE>1\n<TEXT>\n"
            + Report($"{Caption}\n\nThe information in Exhibit 99.1 is incorporated herein by reference.") + "\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<TEXT>\n<html><body><p>BOISE, April 15, 2025. The Audit Committee concluded on April 10, 2025 that the financial statements for the year ended December 31, 2024 should no longer be relied upon.</p></body></html>\n</TEXT>\n</DOCUMENT>\n";
        var (report, filing) = Read(submission);
        var disclosure = Assert.Single(report.NonReliance);
        Assert.Equal(new DateOnly(2024, 12, 31), Assert.Single(disclosure.Periods).End.Value);
        Assert.True(filing.Submission.Documents[1].Body.Contains(disclosure.Evidence.Span!.Value));
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "item-4.02-in-exhibit");
    }

    [Theory]
    [InlineData("The Board has not concluded that the statements should no longer be relied upon.")]
    [InlineData("It is possible that the statements could no longer be relied upon if errors were found.")]
    public void Possibilities_outside_the_item_are_not_reported(string sentence) =>
        Assert.DoesNotContain(Read(Report($"Item 8.01 Other Events.\n\n{sentence}")).Filing.Diagnostics, diagnostic => diagnostic.Code == "non-reliance-outside-item-4.02");
}
