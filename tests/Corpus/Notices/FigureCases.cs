using Filingwire.Sec.Codes;
using static Filingwire.Corpus.Notices.NoticeForm;

namespace Filingwire.Corpus.Notices;

/// <summary>Figures of explanations as filers write them: changes in sentences, and tables in HTML and typed text.</summary>
public sealed class FigureCases
{
    private static string FiguresOf(string explanation) => Figures(Form(change: "[X] Yes [ ] No", explanation: explanation));

    // Form 12b-25 in markup, so that a table in it is a table.
    private static string FiguresOfHtml(string table, string cover = "(Check one): [X] Form 10-K [ ] Form 20-F [ ] Form 10-Q") =>
        Figures("<html><body>" + Form(cover: cover, change: "[X] Yes [ ] No", explanation: "@@").Replace("\n", "<br>\n", StringComparison.Ordinal).Replace("@@", table, StringComparison.Ordinal) + "</body></html>");

    [Theory]
    [InlineData("Revenue increased by $2.0 million, or 15%, to $15.3 million for the quarter ended June 30, 2024.", "revenue 15300000 USD for 3 months to 2024-06-30, by 2000000, by 15%, increase")]
    [InlineData("Net loss for the three months ended June 30, 2024 decreased by $1.2 million compared to the three months ended June 30, 2023.", "net-loss ? USD for 3 months to 2024-06-30, against at 2023-06-30, by 1200000, decrease")]
    [InlineData("The Company expects a decrease of approximately $1.2 million in revenue compared to the prior year.", "revenue about ? USD for 12 months to 2023-12-31, by 1200000, decrease")]
    [InlineData("Research and development expenses increased $3.4 million for the year ended December 31, 2023.", "research-and-development-expense ? USD for 12 months to 2023-12-31, by 3400000, increase")]
    [InlineData("A $0.8 million (or 20%) increase in general and administrative expenses is expected.", "general-and-administrative-expense ? USD for 12 months to 2023-12-31, by 800000, by 20%, increase")]
    [InlineData("Total revenue is expected to decline by approximately 25% compared to the year ended December 31, 2022.", "revenue about ?  for 12 months to 2023-12-31, against at 2022-12-31, by 25%, decrease")]
    [InlineData("Net income was $5.0 million for the year ended December 31, 2023, an increase of $1.0 million, or 25%, compared to $4.0 million for the year ended December 31, 2022.", "net-income 5000000 USD for 12 months to 2023-12-31, before 4000000 at 2022-12-31, by 1000000, by 25%, increase")]
    [InlineData("Revenue increased by $2.0 million from $5.0 million for the year ended December 31, 2022.", "revenue ? USD for 12 months to 2023-12-31, before 5000000 at 2022-12-31, by 2000000, increase")]
    [InlineData("Interest expense rose between $1.0 million and $1.5 million.", "interest-expense about ? USD for 12 months to 2023-12-31, by 1000000-1500000, increase")]
    [InlineData("Approximately 70% of our revenue comes from one customer.", "")]
    [InlineData("Net loss was $2.0 million and general and administrative expenses increased by $0.5 million.", "net-loss 2000000 USD for 12 months to 2023-12-31; general-and-administrative-expense ? USD for 12 months to 2023-12-31, by 500000, increase")]
    [InlineData("We do not expect revenue to increase by $2.0 million.", "")]
    public void Changes_are_read_as_they_are_stated(string sentence, string figures) => Assert.Equal(figures, FiguresOf(sentence));

    [Fact]
    public void A_typed_table_with_dollars_brackets_and_a_column_of_per_cent() => Assert.Equal(
        "revenue 12345000 USD for 3 months to 2023-12-31, before 10230000 at 2022-12-31, by 21%, increase; net-loss 1234000 USD for 3 months to 2023-12-31, before 567000 at 2022-12-31, by 118%, increase; "
        + "net-loss-per-share 0.12 USD/share for 3 months to 2023-12-31, before 0.06 at 2022-12-31, by 100%, increase",
        FiguresOf("""
            The expected results are as follows (in thousands, except per share data):

                                            Three Months Ended
                                               December 31,
                                            2023        2022     % Change
                                          --------    --------   --------
            Revenue ....................  $ 12,345    $ 10,230       21%
            Net loss ...................  $ (1,234)   $   (567)     118%
            Net loss per share .........  $  (0.12)   $  (0.06)     100%
            """));

    [Fact]
    public void A_table_of_cells_with_signs_and_brackets_in_cells_of_their_own() => Assert.Equal(
        "revenue 2500000 USD for 3 months to 2024-06-30, before 3000000 at 2023-06-30, decrease; revenue 4100000 USD for 6 months to 2024-06-30, before 6500000 at 2023-06-30, decrease; "
        + "income-from-operations -300000 USD for 3 months to 2024-06-30, before 100000 at 2023-06-30, decrease; income-from-operations -800000 USD for 6 months to 2024-06-30, before 450000 at 2023-06-30, decrease",
        FiguresOfHtml("""
            <p>(In thousands)</p>
            <table><tr><td></td><td></td><td colspan="6">Three Months Ended<br>June 30,</td><td></td><td colspan="6">Six Months Ended<br>June 30,</td></tr>
            <tr><td></td><td></td><td colspan="2">2024</td><td></td><td colspan="2">2023</td><td></td><td></td><td colspan="2">2024</td><td></td><td colspan="2">2023</td></tr>
            <tr><td>Total revenues</td><td></td><td>$</td><td>2,500</td><td></td><td>$</td><td>3,000</td><td></td><td></td><td>$</td><td>4,100</td><td></td><td>$</td><td>6,500</td></tr>
            <tr><td>Operating income (loss)</td><td></td><td></td><td>(300</td><td>)</td><td></td><td>100</td><td></td><td></td><td></td><td>(800</td><td>)</td><td></td><td>450</td></tr></table>
            """));

    [Fact]
    public void A_balance_sheet_below_a_statement_of_income_has_instants() => Assert.Equal(
        "net-income 7000000 USD for 12 months to 2023-12-31, before 6000000 at 2022-12-31, increase; total-assets 90000000 USD at 2023-12-31, before 80000000 at 2022-12-31, increase",
        FiguresOfHtml("""
            <table><tr><td>(in millions)</td><td>Year Ended December 31, 2023</td><td>Year Ended December 31, 2022</td></tr><tr><td>Net income</td><td>$7.0</td><td>$6.0</td></tr>
            <tr><td></td><td>December 31, 2023</td><td>December 31, 2022</td></tr><tr><td>Total assets</td><td>$90.0</td><td>$80.0</td></tr></table>
            """));

    [Fact]
    public void A_column_of_changes_is_not_a_period() => Assert.Equal(
        "revenue 5000 USD for 12 months to 2023-12-31, before 4000 at 2022-12-31, by 1000, by 25%, increase; gross-margin 45.5 % for 12 months to 2023-12-31, before 40.1 at 2022-12-31, increase",
        FiguresOfHtml("""
            <table><tr><td></td><td colspan="2">Years ended December 31,</td><td colspan="2">Change</td></tr><tr><td></td><td>2023</td><td>2022</td><td>$</td><td>%</td></tr>
            <tr><td>Net revenue</td><td>$5,000</td><td>$4,000</td><td>$1,000</td><td>25%</td></tr><tr><td>Gross margin</td><td>45.5%</td><td>40.1%</td></tr></table>
            """));

    [Fact]
    public void Three_years_are_two_comparisons_and_a_dash_is_no_number() => Assert.Equal(
        "impairment-charge 4 USD for 12 months to 2023-12-31, against at 2022-12-31; revenue 3 USD for 12 months to 2023-12-31, before 2 at 2022-12-31, increase; revenue 2 USD for 12 months to 2022-12-31, before 1 at 2021-12-31, increase",
        FiguresOfHtml("""
            <table><tr><td></td><td>2023</td><td>2022</td><td>2021</td></tr><tr><td>Impairment charges</td><td>4</td><td>—</td><td>—</td></tr><tr><td>Revenue</td><td>$3</td><td>$2</td><td>$1</td></tr></table>
            """));

    [Fact] // as a real press release lays it out: the heading's cells hold paragraphs
    public void What_was_reported_before_is_what_the_restated_value_is_compared_with() => Assert.Equal(
        "net-income 96247000 USD for 12 months to 2001-01-28, before 99937000 at 2001-01-28, by 3690000, decrease; net-income 40959000 USD for 12 months to 2000-01-30, before 38098000 at 2000-01-30, by 2861000, increase; "
        + "net-income-per-share 0.73 USD/share for 12 months to 2001-01-28, before 0.76 at 2001-01-28, decrease; net-income-per-share 0.34 USD/share for 12 months to 2000-01-30, before 0.32 at 2000-01-30, increase",
        FiguresOfHtml("""
            <p>(In thousands, except per share data)</p><p>(unaudited)</p>
            <table><tr><td></td><td colspan="3"><p>Fiscal 2000</p><p>Twelve Months Ended</p><p>1/30/2000(3)</p></td><td></td><td colspan="3"><p>Fiscal 2001</p><p>Twelve Months Ended</p><p>1/28/2001(4)</p></td></tr>
            <tr><td></td><td>As Reported</td><td>Adjustments</td><td>Restated</td><td></td><td>As Reported</td><td>Adjustments</td><td>Restated</td></tr>
            <tr><td>Net income</td><td>$38,098</td><td>$2,861</td><td>$40,959</td><td></td><td>$99,937</td><td>$(3,690</td><td>)</td><td>$96,247</td></tr>
            <tr><td>Basic net income per share(2)</td><td>$0.32</td><td></td><td>0.34</td><td></td><td>$0.76</td><td></td><td>$0.73</td></tr></table>
            """));

    [Theory]
    [InlineData("Revenue increased from $0.8 million to $1.6 million.", "revenue 1600000 USD for 12 months to 2023-12-31, before 800000, increase")]
    [InlineData("The Company expects net income of approximately $79 to $84 million, or $0.45 to $0.48 per diluted share.", "net-income about 79000000-84000000 USD for 12 months to 2023-12-31; net-income-per-share about 0.45-0.48 USD/share for 12 months to 2023-12-31")]
    [InlineData("Net income for fiscal 2001 will decrease by approximately $3.7 million or $0.03 per diluted share.", "net-income about ? USD for 12 months to 2001-12-31, by 3700000, decrease; net-income-per-share ? USD/share for 12 months to 2001-12-31, by 0.03, decrease")]
    public void Moves_ranges_and_amounts_per_share(string sentence, string figures) => Assert.Equal(figures, FiguresOf(sentence));

    [Fact]
    public void Ranges_and_estimates_in_a_table() => Assert.Equal(
        "revenue about 25000000-27000000 USD for 3 months to 2024-03-31",
        FiguresOfHtml("<table><tr><td>(dollars in millions)</td><td>Quarter Ended March 31, 2024 (estimated)</td></tr><tr><td>Revenue</td><td>$25 - $27</td></tr></table>"));

    [Theory]
    [InlineData("<table><tr><td>(1)</td><td>Name and title</td><td>2</td></tr><tr><td>See page</td><td>14</td></tr></table>")]
    [InlineData("<table><tr><td>Date filed</td><td>2023</td></tr><tr><td>Item</td><td>2022</td></tr></table>")]
    public void Other_tables_hold_no_figures(string table) => Assert.Equal("", FiguresOfHtml(table));

    private static string Submission(string form, params (string Type, string Text)[] exhibits) =>
        "<SEC-HEADER>x.hdr.sgml : 20240401\nACCESSION NUMBER:\t\t0000000001-24-000001\nCONFORMED SUBMISSION TYPE:\tNT 10-K\nFILED AS OF DATE:\t\t20240401\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>NT 10-K\n<SEQUENCE>1\n<TEXT>\n" + form + "\n</TEXT>\n</DOCUMENT>\n"
        + string.Concat(exhibits.Select((exhibit, i) => $"<DOCUMENT>\n<TYPE>{exhibit.Type}\n<SEQUENCE>{i + 2}\n<TEXT>\n{exhibit.Text}\n</TEXT>\n</DOCUMENT>\n"));

    [Case("N20")]
    [Fact] // N20
    public void N20_an_explanation_may_stand_in_a_document_of_its_own()
    {
        var text = Submission(Form(change: "[X] Yes [ ] No", explanation: "See Exhibit 99.2 attached hereto."),
            ("EX-99.1", "EXHIBIT 99.1\n\nTo the Commission: We are unable to complete our audit of the statements of Acme Corp. by the due date, because we have not received the confirmations of banks.\n\nSmith & Co LLP"),
            ("EX-99.2", "<html><body><p>Exhibit 99.2</p><p>Net loss for the year ended December 31, 2023 was $2.0 million, compared to $1.0 million for the year ended December 31, 2022.</p></body></html>"));
        var (notice, filing) = Read(text);
        Assert.StartsWith("Net loss for the year", notice.ChangeExplanation?.Value, StringComparison.Ordinal);
        Assert.Equal("net-loss 2000000 USD for 12 months to 2023-12-31, before 1000000 at 2022-12-31, increase", Assert.Single(NoticeFacts.Of(filing)["figures"]));
        Assert.Equal(["AccountantStatement 1 EX-99.1", "Explanation 2 EX-99.2"], notice.Attachments.Select(attachment => $"{attachment.Purpose} {attachment.DocumentIndex} {attachment.DocumentType?.Value}"));
        Assert.All(notice.Attachments, attachment => Assert.True(filing.Submission.Documents[attachment.DocumentIndex].Body.Contains(attachment.Text.Source.Span!.Value)));
        Assert.True(filing.Submission.Documents[2].Body.Contains(notice.Figures[0].Value!.Source.Span!.Value));
        Assert.True(notice.AccountantStatementAttached?.Value);
    }

    [Case("N20")]
    [Fact] // N20
    public void N20_figures_of_an_attachment_that_an_explanation_refers_to_are_read_too()
    {
        var text = Submission(Form(change: "[X] Yes [ ] No", explanation: "Revenue of $5.0 million is expected for the year ended December 31, 2023, which is more than in the year before because of the growth of the business of the Company in all of its markets, and in particular abroad. For further information see the attached press release."),
            ("EX-99", "ACME CORP. REPORTS\n\n(in thousands)\n              Year ended December 31,\n                 2023      2022\nGross profit   $ 2,000   $ 1,500\n"));
        Assert.Equal("revenue 5000000 USD for 12 months to 2023-12-31; gross-profit 2000000 USD for 12 months to 2023-12-31, before 1500000 at 2022-12-31, increase", Figures(text));
    }

    [Case("N20")]
    [Fact] // N20
    public void N20_a_narrative_and_an_accountants_statement_behind_the_form()
    {
        var (notice, _) = Read(Form(narrative: "See Attachment A.", tail: "\nATTACHMENT A\n\nThe Company needs additional time to complete the preparation of its financial statements.\n\nATTACHMENT B\n\nWe have not completed our audit procedures, because the inventory was counted late.\n\nSmith & Co LLP\n"));
        Assert.Equal("The Company needs additional time to complete the preparation of its financial statements.", notice.Narrative?.Value);
        Assert.Equal("StatementsIncomplete", Assert.Single(notice.Reasons).Code.ToString());
        Assert.True(notice.AccountantStatementAttached?.Value);
    }

    [Fact]
    public void The_wire_tells_an_instant_from_an_open_period_and_a_change_from_a_value()
    {
        var (notice, _) = Read(Form(change: "[X] Yes [ ] No", explanation: "Revenue increased by $2.0 million, or 15%. As of December 31, 2023, total assets were $9.0 million."));
        var wire = Filingwire.Extraction.Readings.LateFilingNoticeMapping.ToProto(notice);
        Assert.Equal((null, "2000000", "15", "1000000", 1), (wire.Figures[0].Value, wire.Figures[0].Change.Value, wire.Figures[0].ChangePercent.Value, wire.Figures[0].Scale.Value, (int)wire.Figures[0].PeriodKind));
        Assert.Equal(("9000000", 0, "Instant"), (wire.Figures[1].Value.Value, wire.Figures[1].DurationMonths, wire.Figures[1].PeriodKind.ToString()));
    }
}
