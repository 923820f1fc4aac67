using System.Text;
using Filingwire.Parsing.Forms.Restatements;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Unit.Parsing.Restatements;

/// <summary>The words of non-reliance and restatement, a row each, with sentences that only look like them.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("The financial statements for the fiscal year ended May 31, 2012 should no longer be relied upon.", true)]
    [InlineData("Such previously issued financial statements should not be relied upon.", true)]
    [InlineData("The Company’s financial statements cannot be relied upon.", true)]
    [InlineData("The statements should likewise no longer be relied on.", true)]
    [InlineData("Investors should not rely on the previously issued financial statements.", true)]
    [InlineData("Reliance should no longer be placed on the audit report.", true)]
    [InlineData("No reliance should be placed on the financial statements.", true)]
    [InlineData("Action should be taken to prevent future reliance on its audit report.", true)]
    [InlineData("The firm is withdrawing its audit report on the 2011 financial statements.", true)]
    [InlineData("Its report on the 2011 financial statements has been withdrawn.", true)]
    [InlineData("The firm is no longer willing to be associated with the financial statements.", true)]
    [InlineData("Investors are cautioned not to rely on the previously issued financial statements.", true)]
    [InlineData("Because revenue had not been properly recorded, the Company’s financial statements should no longer be relied upon.", true)]
    [InlineData("You should not rely on forward-looking statements.", false)]
    [InlineData("Investors should not place undue reliance on such statements, which should not be relied upon as representing the Company’s views.", false)]
    [InlineData("The Company has not concluded that its financial statements should no longer be relied upon.", false)]
    [InlineData("It is evaluating whether the financial statements should no longer be relied upon.", false)]
    [InlineData("If our financial statements could no longer be relied upon, investors could lose confidence.", false)]
    [InlineData("One of its customers announced that its financial statements should no longer be relied upon.", false)]
    [InlineData("In April 2013 it concluded that the statements should not be relied upon and subsequently restated them.", false)]
    [InlineData("The financial statements may continue to be relied upon.", false)]
    public void Non_reliance(string sentence, bool asserted) => Assert.Equal(asserted, NonRelianceWords.Find(sentence) is not null);

    [Theory]
    [InlineData("The Company will restate its financial statements for 2013.", true)]
    [InlineData("The restatement will be reflected in the Form 10-K.", true)]
    [InlineData("The financial statements should be restated.", true)]
    [InlineData("If management determines that the errors are material, the Company will restate.", false)]
    [InlineData("Prior periods have been restated to give effect to the reverse stock split.", false)]
    [InlineData("The results were restated for discontinued operations.", false)]
    [InlineData("Prior years were restated upon adoption of the new standard.", false)]
    [InlineData("Revenue was restated at constant currency.", false)]
    [InlineData("The Amended and Restated Bylaws were approved.", false)]
    [InlineData("As previously disclosed, in Amendment No. 1 filed on May 24, 2021 the Company restated its financial statements to correct its accounting.", false)]
    [InlineData("the year ended December 31, 2001 (which year had previously been restated in a settlement)", false)]
    [InlineData("net loss compared with 2003, as restated", false)]
    public void Restatement_in_a_notice(string sentence, bool asserted) => Assert.Equal(asserted, RestatementWords.Find(sentence, DisclosureKind.NoticeAdmission) is not null);

    [Fact]
    public void What_follows_in_the_paragraph_of_a_safe_harbour_is_left_out_and_the_next_paragraph_is_not()
    {
        var kept = SafeHarbour.Without(Sentences("We will restate.\n\nThis report contains forward-looking statements. Factors include the possibility that statements need to be restated.\n\nThe audit is not complete."));
        Assert.Equal(["We will restate.", "The audit is not complete."], kept.Select(sentence => sentence.Text));
    }

    [Theory]
    [InlineData("The financial statements for the year ended December 31, 2013 should no longer be relied upon.", "Annual 2013-12-31")]
    [InlineData("The financial statements for 2012 and 2013 should no longer be relied upon.", "Annual 2012; Annual 2013")]
    [InlineData("The following financial statements should no longer be relied upon:\n\n• the audited statements for the year ended June 30, 2012; and\n\n• the unaudited statements for the quarters ended September 30, 2012 and December 31, 2012.", "Annual 2012-06-30; Interim 2012-09-30; Interim 2012-12-31")]
    [InlineData("The statements for the quarter ended March 31, 2013 should be restated. The restated statements will be included in the Annual Report on Form 10-K for the year ended December 31, 2013.", "Interim 2013-03-31")]
    [InlineData("The statements for the quarter ended March 31, 2013 should be restated. The Company has not determined whether its restated results affect the year ended December 31, 2011.", "Interim 2013-03-31")]
    [InlineData("The financial statements for the quarter ended March 29, 2020 should no longer be relied upon, and those for the year ended December 29, 2019 are unaffected.", "Interim 2020-03-29")]
    [InlineData("In connection with the preparation of its financial statements for the quarter ended June 30, 2013, it concluded that the statements for the year ended December 31, 2012 should no longer be relied upon.", "Annual 2012-12-31")]
    [InlineData("The Company will file an amendment to its Form 10-K for the year ended December 31, 2012 to restate those statements, which should no longer be relied upon.", "Annual 2012-12-31")]
    [InlineData("The financial statements should no longer be relied upon. The financial statements affected include those in the Annual Reports on Form 10-K for the years ended December 31, 1999 through 2001.", "Annual 1999-12-31; Annual 2000-12-31; Annual 2001-12-31")]
    public void Affected_periods(string text, string periods)
    {
        var disclosure = Assert.IsType<RestatementDisclosure>(DisclosureReader.Read(Sentences(text), new DisclosureContext(DisclosureKind.NoticeAdmission, "test"), []));
        Assert.Equal(periods, string.Join("; ", disclosure.Periods.Select(period => $"{period.Kind} {period.End.Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? $"{period.FiscalYear}{(period.FiscalQuarter is { } quarter ? $"Q{quarter}" : "")}"}")));
    }

    [Theory]
    [InlineData("The restatement will reduce revenue by $1.2 million and increase net loss by $0.8 million.", "revenue Overstated 1200000; net-loss Understated 800000")]
    [InlineData("Revenue was overstated by $2.9 million due to an error.", "revenue Overstated 2900000")]
    [InlineData("Revenue, accrued expenses and net loss were understated by approximately $2.2 million because of the error.", "revenue Understated 2200000; accrued-expenses Understated 2200000; net-loss Understated 2200000")]
    [InlineData("The error overstated revenue by $27.4 million and operating income by $31.0 million.", "revenue Overstated 27400000; income-from-operations Overstated 31000000")]
    [InlineData("The correction will result in a $4.2 million reduction in revenue.", "revenue Overstated 4200000")]
    [InlineData("The restatement will increase net loss by $4.6 million, to $17.3 million.", "net-loss Understated 4600000")]
    [InlineData("After the correction the net loss will be $9.4 million instead of the $4.6 million previously reported.", "net-loss Understated 4800000")]
    [InlineData("The restatement changes net income of $288,119 previously reported to a net loss of $706,531.", "net-income Overstated 994650")]
    [InlineData("The restatement will reduce revenue by $21.6 million for the year ended December 31, 2000 and $34.9 million for the year ended December 31, 2001.", "revenue Overstated 21600000 2000-12-31; revenue Overstated 34900000 2001-12-31")]
    [InlineData("The restatement reduced net income by $3.9 million, $2.6 million and $1.2 million for the years ended December 31, 2004, 2003 and 2002, respectively.", "net-income Overstated 3900000 2004-12-31; net-income Overstated 2600000 2003-12-31; net-income Overstated 1200000 2002-12-31")]
    [InlineData("The restatement has no effect on revenue or on net income of $5.0 million.", "")]
    public void Effects(string text, string effects)
    {
        var sentences = Sentences(text);
        var read = ErrorEffects.Read(sentences, FiscalCalendar.Of(sentences, null), [], new DisclosureContext(DisclosureKind.NonReliance402A, "test"));
        Assert.Equal(effects, string.Join("; ", read.Where(effect => effect.Amount is not null).Select(effect => string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{effect.MetricCode} {effect.Direction} {effect.Amount!.Value:0.##}{(effect.PeriodEnd?.Value is { } end ? " " + end.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")}"))));
    }

    [Fact]
    public void A_table_as_reported_and_as_restated()
    {
        var sentences = Sentences("The effect of the restatement is as follows (in thousands):\n\n                          As Previously\n                            Reported      As Restated\n                          ------------    -----------\nYear ended December 31, 2003:\nRevenue ..............   $ 14,208        $ 13,117\nNet income (loss) ....        500          (1,200)\n");
        var effects = ErrorEffects.Read(sentences, FiscalCalendar.Of(sentences, null), [], new DisclosureContext(DisclosureKind.NonReliance402A, "test"));
        Assert.Equal("revenue Overstated 1091000 2003-12-31; net-income Overstated 1700000 2003-12-31", string.Join("; ", effects.Select(effect => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{effect.MetricCode} {effect.Direction} {effect.Amount!.Value:0.##} {effect.PeriodEnd!.Value:yyyy-MM-dd}"))));
    }

    [Theory]
    [InlineData("It discussed the matters with Marcum LLP, the Company’s independent registered public accounting firm.", "Marcum LLP")]
    [InlineData("Management discussed this with Dixon Hughes PLLC, its independent accountants.", "Dixon Hughes PLLC")]
    [InlineData("It was advised by KPMG that the report should not be relied upon.", "KPMG")]
    [InlineData("The division was sold to Northbound Data LLC.", null)]
    [InlineData("It retained Wilmer Cutler LLP as counsel.", null)]
    public void Auditors(string sentence, string? firm) => Assert.Equal(firm, AuditorNames.Find(Sentences(sentence)[0], "test", 85)?.Value);

    [Theory]
    [InlineData("The restatement will be in its Form 10-K for the year ended January 29, 2005, which it expects to file by April 14, 2005.", "2005-04-14")]
    [InlineData("The Trust plans to restate the balance sheets in amended Forms 10-Q/A, to be filed not later than March 29, 2019.", "2019-03-29")]
    [InlineData("It intends to file an amended report on or about June 30, 2017.", "2017-06-30")]
    [InlineData("The registrant expects to file on or prior to August 19, 2019.", "2019-08-19")]
    [InlineData("The Company will not file its report by June 30, 2017.", null)]
    [InlineData("The Company cannot file the Form 10-K by March 31, 2009, the due date.", null)]
    [InlineData("The report was filed on March 31, 2009.", null)]
    public void Expected_dates(string sentence, string? date) => Assert.Equal(date, ExpectedDates.Find(sentence)?.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static IReadOnlyList<Passage> Sentences(string text)
    {
        var source = SourceText.FromPlainText(Encoding.UTF8.GetBytes(text), 0);
        return Prose.Sentences(source, new TextRange(0, source.Content.Length));
    }
}
