using System.Text;
using Filingwire.Corpus.Notices;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.PeriodicReports;
using Filingwire.Sec.Codes;

namespace Filingwire.Corpus.PeriodicReports;

/// <summary>Hard cases of periodic reports: does this amendment restate, which status has the filer, are the cover's flags set.</summary>
public sealed class PeriodicReportCases
{
    private static string Report(string note = "", string form = "FORM 10-K/A\n(Amendment No. 2)", string period = "For the fiscal year ended December 31, 2023",
        string status = "Large accelerated filer ☐ Accelerated filer ☒ Non-accelerated filer ☐ Smaller reporting company ☒", string correction = "☐", string recovery = "☐") => $"""
        UNITED STATES SECURITIES AND EXCHANGE COMMISSION
        {form}
        ☒ ANNUAL REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934
        {period}
        ☐ TRANSITION REPORT PURSUANT TO SECTION 13 OR 15(d) OF THE SECURITIES EXCHANGE ACT OF 1934

        Commission File Number 001-12345

        ACME CORP.
        (Exact name of registrant as specified in its charter)

        Indicate by check mark whether the registrant is a large accelerated filer, an accelerated filer, a non-accelerated filer or a smaller reporting company. See Rule 12b-2 of the Exchange Act.
        {status}

        If securities are registered pursuant to Section 12(b) of the Act, indicate by check mark whether the financial statements of the registrant included in the filing reflect the correction of an error to previously issued financial statements. {correction}

        Indicate by check mark whether any of those error corrections are restatements that required a recovery analysis of incentive-based compensation pursuant to §240.10D-1(b). {recovery}

        Indicate by check mark whether the registrant is a shell company. Yes ☐ No ☒

        {note}

        PART I

        Item 1. Business
        """;

    private static PeriodicReport Read(string text) =>
        Assert.IsType<PeriodicReport>(Assert.IsType<ParsedFiling>(FilingParser.Parse(Encoding.UTF8.GetBytes(text)).Filing).Reading.Content);

    [Case("R13")]
    [Theory] // R13
    [InlineData("This Amendment No. 2 is being filed to restate our consolidated financial statements for the fiscal years ended December 31, 2023 and 2022, because revenue was recognized in error. The previously issued statements should no longer be relied upon.", "Restatement", "Annual 2023-12-31; Annual 2022-12-31")]
    [InlineData("This Amendment is being filed solely to include the information required by Part III, Items 10, 11, 12, 13 and 14, that was omitted from the original filing.", "PartIiiOnly", "")]
    [InlineData("The sole purpose of this Amendment is to furnish Exhibit 101, Interactive Data, to the report. No other changes have been made.", "ExhibitsOnly", "")]
    [InlineData("The purpose of this Amendment is to correct a typographical error in the date of the report of the auditors. This Amendment does not restate the financial statements.", "Other", "")]
    [InlineData("This Amendment is filed to include the Amended and Restated Credit Agreement as an exhibit only.", "ExhibitsOnly", "")]
    public void R13_does_this_amendment_restate(string note, string purpose, string periods)
    {
        var report = Read(Report("EXPLANATORY NOTE\n\n" + note + " The Company has prepared this note for the convenience of its readers and holders."));
        Assert.Equal(purpose, report.AmendmentPurpose?.ToString());
        Assert.Equal(periods, string.Join("; ", DisclosureFacts.Of(report.Restatement, "").Where(fact => fact.Field == "periods").SelectMany(fact => fact.Values)));
        Assert.Equal(purpose == "Restatement", report.Restatement is not null);
        Assert.Equal("2", report.AmendmentNumber?.Value);
    }

    [Theory] // as such notes read in public filings
    [InlineData("FORM 10-K/A\n(Amendment No. 1)", "Harbor Corp. (the “Company”) is filing this Amendment No. 1 to its Annual Report on Form 10-K for the fiscal year ended December 31, 2023, originally filed on March 14, 2024 (the “Original Filing”), to restate its consolidated financial statements as of and for the years ended December 31, 2023 and 2022. As disclosed in a Current Report on Form 8-K dated August 5, 2024, the Audit Committee concluded that these statements should no longer be relied upon, because sales to a distributor had been recognized before the distributor sold the goods. Items 1A, 7, 8 and 9A are amended. Management has concluded that a material weakness existed.",
        "Restatement", "Reissuance", "Annual 2023-12-31; Annual 2022-12-31", true)]
    [InlineData("FORM 10-Q/A\n(Amendment No. 1)", "This Amendment No. 1 amends the Quarterly Report on Form 10-Q of the Company for the quarter ended June 30, 2021, to reflect a restatement of its condensed financial statements as of June 30, 2021 and for the three and six months ended June 30, 2021. The Company has determined that its warrants should have been classified as liabilities.",
        "Restatement", "Reissuance", "Interim 2021-06-30; Instant 2021-06-30", null)]
    [InlineData("FORM 10-K", "In preparing its statements for 2023 the Company found errors in its accounting for leases. The errors were not material to any prior period; the Company has revised the previously issued financial statements for the years ended December 31, 2022 and 2021 that are presented here.",
        null, "Revision", "Annual 2022-12-31; Annual 2021-12-31", null)]
    [InlineData("FORM 20-F/A\n(Amendment No. 1)", "This Form 20-F/A is filed to restate the consolidated financial statements of the Group for the year ended December 31, 2022, in which payments to a related party were omitted.",
        "Restatement", "Reissuance", "Annual 2022-12-31", null)]
    [InlineData("FORM 10-K/A\n(Amendment No. 1)", "The Company is filing this Amendment for the sole purpose of providing the information required by Part III of Form 10-K, because its definitive proxy statement will not be filed within 120 days. Except for the foregoing, this Amendment does not amend any other information and does not change the financial statements.",
        "PartIiiOnly", null, "", null)]
    [InlineData("FORM 10-K/A\n(Amendment No. 2)", "This Amendment No. 2 responds to comments of the staff of the Securities and Exchange Commission. It includes the report of the auditors with the city in which it was issued, which had been left out. The financial statements have not been restated.",
        "Other", null, "", null)]
    [InlineData("FORM 10-K/A\n(Amendment No. 1)", "The purpose of this Amendment is to include Part III information and to restate the statement of cash flows for the year ended December 31, 2023, in which proceeds from a loan were shown as an operating activity.",
        "Restatement", "Reissuance", "Annual 2023-12-31", null)]
    public void Notes_that_restate_and_notes_that_do_not(string form, string note, string? purpose, string? kind, string periods, bool? weakness)
    {
        var report = Read(Report("EXPLANATORY NOTE\n\n" + note, form: form));
        Assert.Equal((purpose, kind, weakness), (report.AmendmentPurpose?.ToString(), report.Restatement?.Kind.ToString(), report.Restatement?.MaterialWeakness?.Value));
        Assert.Equal(periods, string.Join("; ", DisclosureFacts.Of(report.Restatement, "").Where(fact => fact.Field == "periods").SelectMany(fact => fact.Values)));
    }

    [Case("R11")]
    [Theory] // R11
    [InlineData("☒", "☐", "CoverFlagOnly", null)]
    [InlineData("☒", "☒", "CoverFlagOnly", true)]
    [InlineData("☐", "☐", null, null)]
    public void R11_the_flags_of_the_cover_stand_alone(string correction, string recovery, string? kind, bool? analysis)
    {
        var report = Read(Report(form: "FORM 10-K", correction: correction, recovery: recovery));
        Assert.Equal((kind, analysis), (report.Restatement?.Kind.ToString(), report.Restatement?.RecoveryAnalysis?.Value));
        Assert.Equal((correction == "☒", recovery == "☒"), (report.ErrorCorrection?.Value, report.RecoveryAnalysis?.Value));
        Assert.Null(report.AmendmentPurpose);
    }

    [Theory]
    [InlineData("Large accelerated filer ☒ Accelerated filer ☐ Non-accelerated filer ☐", FilerStatus.LargeAccelerated)]
    [InlineData("☐ Large accelerated filer ☒ Accelerated filer ☐ Non-accelerated filer", FilerStatus.Accelerated)]
    [InlineData("Large accelerated filer [ ]  Accelerated filer [ ]  Non-accelerated filer [X]  Smaller reporting company [X]", FilerStatus.NonAccelerated)]
    [InlineData("Large accelerated filer o Accelerated filer x Non-accelerated filer o", FilerStatus.Accelerated)]
    public void The_status_of_the_filer(string boxes, FilerStatus status) => Assert.Equal(status, Read(Report(status: boxes)).FilerStatus?.Code);

    [Theory]
    [InlineData("FORM 10-K", "10-K", false)]
    [InlineData("FORM 10-K/A", "10-K", true)]
    [InlineData("FORM 10-Q", "10-Q", false)]
    [InlineData("FORM 20-F/A", "20-F", true)]
    public void The_type_of_the_report(string form, string type, bool amended)
    {
        var report = Read(Report(form: form));
        Assert.Equal((type, amended), (report.ReportType?.Value, report.Amendment?.Value));
    }

    [Fact]
    public void A_report_of_thirty_megabytes_is_read_with_bounded_memory()
    {
        var head = Encoding.UTF8.GetBytes("<html><body><p>" + Report(form: "FORM 10-K").Replace("\n", "</p>\n<p>", StringComparison.Ordinal) + "</p>");
        var row = "<tr><td>Revenue of the year</td><td>1,234,567</td></tr>\n"u8.ToArray();
        var bytes = new byte[30 * 1024 * 1024];
        head.CopyTo(bytes, 0);
        for (var at = head.Length; at + row.Length <= bytes.Length; at += row.Length)
            row.CopyTo(bytes, at);
        bytes.AsSpan(bytes.Length - row.Length).Fill((byte)' ');
        FilingParser.Parse(head);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("10-K", Assert.IsType<PeriodicReport>(FilingParser.Parse(bytes).Filing!.Reading.Content).ReportType?.Value);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 48 * 1024 * 1024);
    }
}
