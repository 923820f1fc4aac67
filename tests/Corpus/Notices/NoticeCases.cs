using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.LateFilingNotices;
using Filingwire.Sec.Codes;
using static Filingwire.Corpus.Notices.NoticeForm;

namespace Filingwire.Corpus.Notices;

/// <summary>Hard cases of Form 12b-25, one row each: a part of the form as filers write it, and what it says.</summary>
public sealed class NoticeCases
{
    [Case("N1")]
    [Theory] // N1
    [InlineData("☒ Form 10-K ☐ Form 20-F ☐ Form 10-Q", "10-K")]
    [InlineData("Form 10-K ☐ Form 20-F ☐ Form 10-Q ☑", "10-Q")]
    [InlineData("[ ] Form 10-K [ ] Form 20-F [X] Form 10-Q", "10-Q")]
    [InlineData("( ) Form 10-K (x) Form 20-F ( ) Form 10-Q", "20-F")]
    [InlineData("X Form 10-K   __ Form 20-F  __ Form 10-Q", "10-K")]
    [InlineData("X Form 10-K     Form 20-F     Form 10-Q", "10-K")]
    [InlineData("|_| Form 10-K |_| Form 11-K |X| Form 10-Q", "10-Q")]
    [InlineData("o Form 10-K  o Form 20-F  x Form 10-Q", "10-Q")]
    [InlineData("¨ Form 10-K þ Form 11-K ¨ Form 10-Q", "11-K")]
    [InlineData("[X] Form 10-K and Form 10-KSB [ ] Form 20-F [ ] Form 10-Q and Form 10-QSB", "10-K")]
    [InlineData("[ ] Form 10-K\n[ ] Form 10-D\n[X] Form N-CSR", "N-CSR")]
    public void N1_boxes_before_and_behind_their_labels_in_every_style(string boxes, string report)
    {
        var (notice, _) = Read(Form(cover: "(Check one): " + boxes));
        Assert.Equal((report, "nt.cover.ticked-report"), (notice.ReportType?.Value, notice.ReportType?.Source.Rule));
    }

    [Case("N1")]
    [Theory] // N1
    [InlineData("[X] Yes [X] No")]
    [InlineData("[ ] Yes [ ] No")]
    [InlineData("Yes No")]
    public void N1_both_or_neither_answer_is_no_answer(string boxes)
    {
        var (notice, filing) = Read(Form(change: boxes));
        Assert.Null(notice.SignificantChangeAnticipated);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "answer-unreadable");
    }

    [Case("N1")]
    [Theory] // N1
    [InlineData("Yes ☑ No", true)]
    [InlineData("Yes X No ___", true)]
    [InlineData("Yes ___ No X", false)]
    [InlineData("Yes   No ☒", false)]
    [InlineData("☒ Yes   No", true)]
    [InlineData("|X| Yes |_| No", true)]
    [InlineData("( ) Yes (X) No", false)]
    public void N1_a_tick_belongs_to_the_label_on_its_side(string boxes, bool answer) =>
        Assert.Equal(answer, Read(Form(others: boxes, change: boxes)).Notice.OtherReportsFiled?.Value);

    [Theory] // N1: one box for all three, and a box for each
    [InlineData("[X] (a) The reasons\n    (b) The subject\n    (c) The accountant's statement", null, null, true)]
    [InlineData("[X] (a) The reasons\n[ ] (b) The subject\n[ ] (c) The accountant's statement", true, false, false)]
    [InlineData("[X] (a) The reasons\n[X] (b) The subject\n[ ] (c) The accountant's statement", true, true, true)]
    [InlineData("[ ] (a) The reasons; (b) The subject; (c) The accountant's statement", null, null, false)]
    public void Boxes_of_part_two(string part, bool? a, bool? b, bool claimed)
    {
        var (notice, _) = Read(Form(partTwo: part));
        Assert.Equal((a, b, claimed), (notice.BoxA?.Value, notice.BoxB?.Value, notice.ReliefClaimed?.Value));
    }

    [Case("N2")]
    [Fact]
    public void N2_the_heading_of_part_four_may_be_missing() => Assert.Equal("More time is needed.", Read(Form(partFour: "")).Notice.Narrative?.Value);

    [Case("N3")]
    [Fact]
    public void N3_a_narrative_may_use_the_words_of_the_form()
    {
        const string narrative = "As said in Part III of the last notice, results of operations could not be prepared in the time period.";
        Assert.Equal(narrative, Read(Form(narrative: narrative)).Notice.Narrative?.Value);
    }

    [Case("N4")]
    [Fact]
    public void N4_instructions_do_not_leak() => Assert.Equal("More time is needed.", Read(Form(narrative: "(Attach extra sheets if needed.)\nMore time is needed.")).Notice.Narrative?.Value);

    [Case("N5", "N6")]
    [Fact]
    public void N5_and_N6_an_explanation_without_its_instruction_ends_before_the_signature()
    {
        var (notice, _) = Read(Form(change: "[X] Yes [ ] No", ifSo: "", explanation: "Net loss for the year ended December 31, 2023 was $2.0 million, compared to $1.0 million for the year ended December 31, 2022."));
        Assert.StartsWith("Net loss", notice.ChangeExplanation?.Value, StringComparison.Ordinal);
        Assert.EndsWith("2022.", notice.ChangeExplanation?.Value, StringComparison.Ordinal);
        Assert.Equal("ACME CORP.", notice.SigningRegistrant?.Value);
    }

    [Theory] // N5, N14: sentences of real notices
    [InlineData("The Company expects to report total revenues increased from $0.8 million for the quarter ended March 31, 2014 to $1.6 million for the quarter ended March 31, 2015.",
        "revenue 1600000 USD for 3 months to 2015-03-31, before 800000 at 2014-03-31, increase")]
    [InlineData("The Company expects to record a net loss of $0.01 million for the quarter ended March 31, 2014 as compared to a net loss of $0.6 million for the quarter ended March 31, 2015.",
        "net-loss 600000 USD for 3 months to 2015-03-31, before 10000 at 2014-03-31, increase")]
    [Case("N5", "N14")]
    [InlineData("The change is due to increased depreciation and amortization ($0.2 million) as well as an increase in general and administrative expenses ($0.5 million).", "depreciation-and-amortization ? USD for 12 months to 2023-12-31, by 200000, increase; general-and-administrative-expense ? USD for 12 months to 2023-12-31, by 500000, increase")]
    [InlineData("The increase in net loss was due to a year over year increase in interest expense and amortization of deferred financing costs of $0.4 million.", "\"interest expense and amortization\" ? USD for 12 months to 2023-12-31, by 400000, increase")]
    public void N5_and_N14_the_earlier_period_may_come_first_and_changes_are_no_values(string sentence, string figures) =>
        Assert.Equal(figures, string.Join("; ", NoticeFacts.Of(Read(Form(change: "[X] Yes [ ] No", explanation: sentence)).Filing).GetValueOrDefault("figures") ?? []));

    [Case("N7")]
    [Theory] // N7
    [InlineData("The Company filed its Annual Report on Form 10-K at 18:05 on March 31, 2024.", true)]
    [InlineData("The Company filed its Annual Report on Form 10-K for the year ended December 31, 2022 on March 31, 2023.", null)]
    [InlineData("The Company has not filed its Annual Report on Form 10-K on March 31, 2024.", null)]
    public void N7_the_report_may_have_been_filed_already(string narrative, bool? filed) => Assert.Equal(filed, Read(Form(narrative: narrative)).Notice.ReportAlreadyFiled?.Value);

    [Case("N8")]
    [Fact]
    public void N8_a_narrative_may_give_four_reasons()
    {
        var (notice, _) = Read(Form(narrative: "The Company became an accelerated filer for the first time, this is the first year of its new independent auditors, it completed the acquisition of a business, and additional time is needed to complete the audit."));
        LateFilingReason[] expected = [LateFilingReason.AuditorChangeOrFirstYear, LateFilingReason.Transaction, LateFilingReason.FilerStatusChange, LateFilingReason.AuditOrReviewIncomplete];
        Assert.Equal(expected, notice.Reasons.Select(reason => reason.Code));
    }

    [Case("N8")]
    [Fact] // N8: what a real notice says
    public void N8_internal_control_alone_is_no_weakness()
    {
        var (notice, _) = Read(Form(narrative: """
            The Company completed a series of transactions. As a result, the Company is working with its independent registered public accounting firm to complete the audit of the Company's financial statements and requires additional time to do so.

            Fiscal 2026 is also the first year in which the Company's financial statements have been audited by its current independent registered public accounting firm, and the audit has involved additional first-year audit procedures.

            In addition, the Company became an accelerated filer and its auditors are also completing procedures relating to management's assessment of internal control over financial reporting.

            The Company currently expects to file its Annual Report within the extension period prescribed by Rule 12b-25.

            The Company currently does not expect that the delay will affect its previously announced results or its financial statements for any prior fiscal periods.
            """));
        Assert.Equal([LateFilingReason.AuditorChangeOrFirstYear, LateFilingReason.Transaction, LateFilingReason.FilerStatusChange, LateFilingReason.AuditOrReviewIncomplete], notice.Reasons.Select(reason => reason.Code));
        Assert.Null(notice.Admission);
        Assert.True(notice.ExpectsToFileWithinExtension?.Value);
    }

    [Case("N9")]
    [Fact]
    public void N9_the_period_of_the_form_beats_the_header()
    {
        var header = "<SEC-HEADER>x.hdr.sgml : 20240401\nACCESSION NUMBER:\t\t0000000001-24-000001\nCONFORMED SUBMISSION TYPE:\tNT 10-K\nCONFORMED PERIOD OF REPORT:\t20240401\nFILED AS OF DATE:\t\t20240401\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>NT 10-K\n<SEQUENCE>1\n<TEXT>\n";
        Assert.Equal(new DateOnly(2023, 12, 31), Read(header + Form() + "\n</TEXT>\n</DOCUMENT>\n").Filing.Reading.PeriodOfReport?.Value);
    }

    [Case("N10")]
    [Fact]
    public void N10_a_period_that_ends_after_the_signature_is_reported() =>
        Assert.Contains(Read(Form(period: "For Period Ended: March 31, 2024")).Filing.Diagnostics, diagnostic => diagnostic.Code == "period-too-close-to-signature");

    [Case("N11")]
    [Fact]
    public void N11_transition_reports_and_portions()
    {
        var (notice, _) = Read(Form(cover: "(Check one): [ ] Form 10-K [ ] Form 10-Q\n[X] Transition Report on Form 10-K\n[ ] Transition Report on Form 10-Q", period: "For Period Ended:\nFor the Transition Period Ended: June 30, 2023")
            .Replace("PART I -", "If the notification relates to a portion of the filing checked above, identify the Item(s) to which the notification relates: Part III, Items 10-14\nPART I -", StringComparison.Ordinal));
        Assert.Equal(("10-K", true, new DateOnly(2023, 6, 30), "Part III, Items 10-14"), (notice.ReportType?.Value, notice.TransitionReport?.Value, notice.TransitionPeriodEnd?.Value, notice.Portion?.Value));
        Assert.Null(notice.PeriodEnd);
    }

    [Case("N12")]
    [Fact]
    public void N12_amended_notices_and_several_registrants()
    {
        var (notice, filing) = Read(Form(cover: "(Amendment No. 1)\n(Check one): [X] Form 10-K [ ] Form 10-Q", name: "Acme Holdings, Inc.\nAcme Operating Company, LLC"));
        Assert.Equal("NT 10-K/A", filing.FormType.Value);
        Assert.Equal(["Acme Holdings, Inc.", "Acme Operating Company, LLC"], filing.Reading.Issuers.Select(issuer => issuer.Name?.Value));
        Assert.Equal("Acme Operating Company, LLC", Assert.Single(notice.CoRegistrants).Value);
    }

    [Case("N13")]
    [Fact]
    public void N13_abbreviations_and_broken_words_do_not_cut()
    {
        var (notice, _) = Read(Form(narrative: "Acme Corp. expects to file within the extension period of fifteen calendar days.").Replace("prescribed time period.", "p rescribed\ntime period.", StringComparison.Ordinal));
        Assert.Equal("Acme Corp. expects to file within the extension period of fifteen calendar days.", notice.Narrative?.Value);
        Assert.True(notice.ExpectsToFileWithinExtension?.Value);
    }

    [Case("N14")]
    [Fact]
    public void N14_ranges_losses_and_directions()
    {
        var (notice, _) = Read(Form(change: "[X] Yes [ ] No", explanation: "Net loss for the three months ended December 31, 2023 is expected to be in the range of $0.8 million to $1.6 million."));
        var figure = Assert.Single(notice.Figures);
        Assert.Equal((800_000m, 1_600_000m, true, "net-loss"), (figure.Value?.Value, figure.ValueHigh?.Value, figure.Approximate, figure.MetricCode));
    }

    [Case("N15")]
    [Fact]
    public void N15_a_ticked_change_alone_is_not_severe() => Assert.Equal(NoticeSeverity.Routine, Read(Form(change: "[X] Yes [ ] No")).Notice.Severity);

    [Case("N19")]
    [Theory] // N19
    [InlineData("NT 10-K", true)]
    [InlineData("NT 10-Q/A", true)]
    [InlineData("NT 20-F", true)]
    [InlineData("NT 11-K", true)]
    [InlineData("NT 10-D", true)]
    [InlineData("NT 15D2", true)]
    [InlineData("NT-NCEN", true)]
    [InlineData("NT-NCSR/A", true)]
    [InlineData("NT-NSAR", true)]
    [InlineData("NTFNCSR", true)]
    [InlineData("NTN 10K", true)]
    [InlineData("NT N-MFP", false)]
    [InlineData("NT NPORT-P", false)]
    [InlineData("NT N-CEN", false)]
    [InlineData("NT 10K", false)]
    [InlineData("10-K", false)]
    public void N19_types_of_notices(string type, bool notice) => Assert.Equal(notice, new LateFilingNoticeReader().Reads(type));

    [Case("N20")]
    [Fact]
    public void N20_an_explanation_may_stand_in_an_attachment()
    {
        var (notice, _) = Read(Form(change: "[X] Yes [ ] No", explanation: "See Attachment A.", tail: "\nATTACHMENT A\n\nRevenue for the year ended December 31, 2023 was $5.0 million, compared to $4.0 million for the year ended December 31, 2022.\n"));
        Assert.StartsWith("Revenue for the year", notice.ChangeExplanation?.Value, StringComparison.Ordinal);
        Assert.Equal(5_000_000m, Assert.Single(notice.Figures).Value?.Value);
    }

    [Case("N19")]
    [Theory] // N19
    [InlineData("NT 10-K", "10-K")]
    [InlineData("NT 10-K/A", "10-K")]
    [InlineData("NT 10-Q", "10-Q")]
    [InlineData("NT 20-F", "20-F")]
    [InlineData("NT 11-K/A", "11-K")]
    [InlineData("NT 10-D", "10-D")]
    [InlineData("NT 15D2", "15D2")]
    [InlineData("NT-NCEN", "N-CEN")]
    [InlineData("NT-NCSR/A", "N-CSR")]
    [InlineData("NT-NSAR", "N-SAR")]
    [InlineData("NTN 10K", "10-K")]
    [InlineData("NTN 10Q/A", "10-Q")]
    [InlineData("NTN 20F", "20-F")]
    [InlineData("NTFNCSR", "N-CSR")]
    [InlineData("NTFNSAR", "N-SAR")]
    public void N19_every_type_is_read_and_names_its_report(string type, string report)
    {
        var header = $"<SEC-HEADER>x.hdr.sgml : 20240401\nACCESSION NUMBER:\t\t0000000001-24-000001\nCONFORMED SUBMISSION TYPE:\t{type}\nFILED AS OF DATE:\t\t20240401\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<TEXT>\n";
        var (notice, filing) = Read(header + Form(cover: "(Check one):") + "\n</TEXT>\n</DOCUMENT>\n");
        Assert.Equal((type, report, new DateOnly(2023, 12, 31)), (filing.FormType.Value, notice.ReportType?.Value, notice.PeriodEnd?.Value));
    }

    [Case("N21")]
    [Fact]
    public void N21_text_without_the_form_is_not_recognised() =>
        Assert.Equal(RejectionReason.NotRecognised, FilingParser.Parse("We will be late with our annual report."u8.ToArray()).Reason);

    [Theory]
    [InlineData("No restatement of previously issued financial statements is expected.")]
    [InlineData("The Company is determining whether a restatement could be required.")]
    [InlineData("The Company filed its Amended and Restated Certificate of Incorporation.")]
    public void Denials_possibilities_and_charters_admit_nothing(string narrative) => Assert.Null(Read(Form(narrative: narrative)).Notice.Admission);
}
