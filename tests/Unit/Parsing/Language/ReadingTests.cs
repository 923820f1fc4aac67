using System.Globalization;
using Filingwire.Parsing.Language;

namespace Filingwire.Unit.Parsing.Language;

/// <summary>Dates, amounts and periods as filings write them, a row each.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("June 30, 2024", "2024-06-30")]
    [InlineData("JUNE 30 2024", "2024-06-30")]
    [InlineData("30 June 2024", "2024-06-30")]
    [InlineData("the 31st day of March, 2015", "2015-03-31")]
    [InlineData("Sept. 30, 1998", "1998-09-30")]
    [InlineData("12/31/98 and 1/2/2003", "1998-12-31 2003-01-02")]
    [InlineData("2024-06-30", "2024-06-30")]
    [InlineData("June 31, 2024", "")]
    [InlineData("February 29, 2023", "")]
    [InlineData("May 2024", "")]
    [InlineData("Rule 12-31-2", "")]
    public void Dates_of_a_text(string text, string dates) =>
        Assert.Equal(dates, string.Join(' ', Dates.FindAll(text).Select(found => found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("$25.9 million", "25900000 USD")]
    [InlineData("\\$25.9 million", "25900000 USD")]
    [InlineData("approximately $570 to $580 million", "570000000-580000000 USD about")]
    [InlineData("between $1.0 million and $1.2 million", "1000000-1200000 USD about")]
    [InlineData("$1,234,567", "1234567 USD")]
    [InlineData("$(1.2) million", "-1200000 USD")]
    [InlineData("US$0.8 million", "800000 USD")]
    [InlineData("€3.5 billion", "3500000000 EUR")]
    [InlineData("C$12 thousand", "12000 CAD")]
    [InlineData("$0.45 per diluted share", "0.45 USD per share")]
    [InlineData("$5 million and $6 million", "5000000 USD; 6000000 USD")]
    [InlineData("$(72.0) million to $(66.0) million", "-72000000--66000000 USD about")]
    [InlineData("R$ 231.8 million (approximately US$59.2 million)", "231800000 BRL")]
    [InlineData("RMB412.6 million (US$65.6 million)", "412600000 CNY")]
    [InlineData("$.17 per share", "0.17 USD per share")]
    [InlineData("no amounts in 2024", "")]
    public void Amounts_of_a_text(string text, string amounts) => Assert.Equal(amounts, string.Join("; ", Amounts.FindAll(text).Select(found =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Low}{(found.High is { } high ? $"-{high}" : "")} {found.Currency}{(found.Approximate ? " about" : "")}{(found.PerShare ? " per share" : "")}"))));

    [Theory]
    [InlineData("for the quarter ended June 30, 2024", null, "Interim 2024-06-30 3")]
    [InlineData("for the fiscal years ended December 31, 2023 and 2022", null, "Annual 2023-12-31 12; Annual 2022-12-31 12")]
    [InlineData("quarters ended March 31, June 30 and September 30, 2023", null, "Interim 2023-03-31 3; Interim 2023-06-30 3; Interim 2023-09-30 3")]
    [InlineData("the nine months ended September 30, 2023", null, "Interim 2023-09-30 9")]
    [InlineData("the twelve months ended September 30, 2023", null, "Annual 2023-09-30 12")]
    [InlineData("as of December 31, 2023", null, "Instant 2023-12-31 0")]
    [InlineData("each of the years in the three-year period ended December 31, 2009", null, "Annual 2009-12-31 12; Annual 2008-12-31 12; Annual 2007-12-31 12")]
    [InlineData("Q1 2023", "2022-12-31", "Interim 2023-03-31 3")]
    [InlineData("the first three quarters of fiscal 2005", "2005-06-30", "Interim 2004-09-30 3; Interim 2004-12-31 3; Interim 2005-03-31 3")]
    [InlineData("fiscal 2005", "2002-01-27", "Annual ? 12")]
    [InlineData("fiscal years 2003 through 2006", "2006-12-31", "Annual 2003-12-31 12; Annual 2004-12-31 12; Annual 2005-12-31 12; Annual 2006-12-31 12")]
    [InlineData("quarterly periods ended March 31, June 30 and September 30 of 2013 and 2014", null, "Interim 2013-03-31 3; Interim 2014-03-31 3; Interim 2013-06-30 3; Interim 2014-06-30 3; Interim 2013-09-30 3; Interim 2014-09-30 3")]
    [InlineData("quarterly periods ended March 31, June 30 and September 30 in fiscal years 2023 and 2024", null, "Interim 2023-03-31 3; Interim 2024-03-31 3; Interim 2023-06-30 3; Interim 2024-06-30 3; Interim 2023-09-30 3; Interim 2024-09-30 3")]
    [InlineData("10-KSB for 12/31/06 and 10-QSBs for 3/31/07, 6/30/07", null, "Annual 2006-12-31 12; Interim 2007-03-31 3; Interim 2007-06-30 3")]
    [InlineData("the years ended December 31, 1999 through 2001", null, "Annual 1999-12-31 12; Annual 2000-12-31 12; Annual 2001-12-31 12")]
    [InlineData("the quarters ended March 31, 2004 through September 30, 2004", null, "Interim 2004-03-31 3; Interim 2004-06-30 3; Interim 2004-09-30 3")]
    [InlineData("thirteen weeks ended September 28, 2014", null, "Interim 2014-09-28 3")]
    [InlineData("the thirty-nine weeks ended November 1, 2014", null, "Interim 2014-11-01 9")]
    [InlineData("the fifty-two weeks ended February 1, 2014", null, "Annual 2014-02-01 12")]
    [InlineData("as of December 31, 2020 and for the year then ended", null, "Annual 2020-12-31 12")]
    [InlineData("the first quarter of 2002 through the third quarter of 2002", "2001-12-31", "Interim 2002-03-31 3; Interim 2002-06-30 3; Interim 2002-09-30 3")]
    [InlineData("the quarter ended March 2007", null, "Interim 2007-03-31 3")]
    [InlineData("the years ended December 31, 2013 and the quarterly periods within those years", null, "Annual 2013-12-31 12; Interim 2013-03-31 3; Interim 2013-06-30 3; Interim 2013-09-30 3")]
    [InlineData("each of the quarterly periods within the fiscal year ended December 31, 2014", null, "Interim 2014-03-31 3; Interim 2014-06-30 3; Interim 2014-09-30 3")]
    [InlineData("fiscal years ended May 31, 2011 and 2010", null, "Annual 2011-05-31 12; Annual 2010-05-31 12")]
    [InlineData("on June 30, 2024 the company moved", null, "")]
    public void Periods_of_a_text(string text, string? yearEnd, string periods) => Assert.Equal(periods, string.Join("; ", Periods.FindAll(text,
        yearEnd is null ? null : DateOnly.ParseExact(yearEnd, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Select(found => string.Create(CultureInfo.InvariantCulture, $"{found.Kind} {found.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "?"} {found.Months}"))));

    [Theory]
    [InlineData("a restatement is required", "restatement", true)]
    [InlineData("no restatement is required", "restatement", false)]
    [InlineData("whether a restatement is required", "restatement", false)]
    [InlineData("it may lead to a restatement", "restatement", false)]
    [InlineData("was not reviewed and therefore a restatement is required", "restatement", true)]
    // May is a month.
    [InlineData("amends the report originally filed on May 13, 2024 to restate the statements", "restate", true)]
    [InlineData("AMENDS THE REPORT FILED ON MAY 13, 2024 TO restate THE STATEMENTS", "restate", true)]
    [InlineData("the report filed in May 2024 is amended to restate the statements", "restate", true)]
    [InlineData("it may restate the statements", "restate", false)]
    public void Assertions(string text, string word, bool holds) => Assert.Equal(holds, Assertion.Holds(text, text.IndexOf(word, StringComparison.Ordinal)));
}
