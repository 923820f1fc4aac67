using System.Globalization;
using System.Text;
using Filingwire.Edgar.Indexes;

namespace Filingwire.Unit.Edgar;

public sealed class IndexFileTests
{
    private const string Dashes = "--------------------------------------------------------------------------------";

    [Theory]
    [InlineData("master.20181231.idx", IndexLayout.Barred, 193, "2018-12-31", "1000228|HENRY SCHEIN INC|4|2018-12-31|0001209191-18-064398")]
    [InlineData("company.20221003.idx", IndexLayout.CompanyFirst, 109, "2022-10-03",
        "1700461|1st stREIT Office Inc.|1-A POS|2022-10-03|0001104659-22-105357")]
    [InlineData("crawler.20230703.idx", IndexLayout.CompanyFirst, 110, "2023-07-03", "1975393|3J LLC|D|2023-07-03|0001975393-23-000001")]
    [InlineData("form.20200318.idx", IndexLayout.FormFirst, 110, "2020-03-18",
        "1806014|DLP Positive Note Fund LLC|1-A|2020-03-18|0001140361-20-006155")]
    [InlineData("form.20260716.idx", IndexLayout.FormFirst, 4, "2026-07-16",
        "2016678|Bequest Bonds I Inc|1-A POS|2026-07-16|0001213900-26-078683")]
    [InlineData("xbrl.2023Q1.idx", IndexLayout.Barred, 50, "2023-03-31",
        "1000045|NICHOLAS FINANCIAL INC|10-Q|2023-02-14|0000950170-23-002704")]
    public void A_recorded_index_is_read_whatever_its_heading(string file, IndexLayout layout, int rows, string received, string first)
    {
        var index = IndexFile.Read(Recorded.Bytes("index/" + file));
        Assert.NotNull(index);
        Assert.Equal(layout, index.Layout);
        Assert.Empty(index.Unread);
        Assert.True(index.IsComplete);
        Assert.Equal(rows, index.Rows.Count);
        Assert.Equal(received, index.LastDataReceived?.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(first, Text(index.Rows[0]));
    }

    [Fact]
    public void Since_December_2024_the_form_column_is_wider_than_its_title_and_an_amendment_stays_one()
    {
        var index = IndexFile.Read(Recorded.Bytes("index/form.20260821.idx"))!;
        Assert.Equal(
            [
                "910638|3D SYSTEMS CORP|4|2026-08-21|0001628280-26-058429",
                "1058811|IMMERSION CORP|SCHEDULE 13D|2026-08-21|0001104659-26-078123",
                "1158172|COMSCORE, INC.|SCHEDULE 13D/A|2026-08-21|0001104659-26-078200",
            ],
            index.Rows.Select(Text));
    }

    [Theory]
    // A type that fills the former column but for one blank, before a short name, a long one, and one with a run of blanks inside.
    [InlineData("NT N-MFP1/A ABC FUND                                                      1000045     20180601    edgar/data/1000045/0000950170-18-002704.txt", "NT N-MFP1/A", "ABC FUND")]
    [InlineData("NT N-MFP1/A ABC                                                           1000045     20180601    edgar/data/1000045/0000950170-18-002704.txt", "NT N-MFP1/A", "ABC")]
    [InlineData("NT N-MFP1/A THE LONG NAME  OF A FUND                                      1000045     20180601    edgar/data/1000045/0000950170-18-002704.txt", "NT N-MFP1/A", "THE LONG NAME  OF A FUND")]
    [InlineData("NT N-MFP1/A      ABC FUND                                                      1000045     20260601    edgar/data/1000045/0000950170-26-002704.txt", "NT N-MFP1/A", "ABC FUND")]
    [InlineData("SCHEDULE 13G/A   1 800 FLOWERS COM INC                                         1084869     20260601    edgar/data/1084869/0000950170-26-002704.txt", "SCHEDULE 13G/A", "1 800 FLOWERS COM INC")]
    [InlineData("10-K        TEAM 2000 INC 20170101                                        1000045     2018-06-01  edgar/data/1000045/0000950170-18-002704.txt", "10-K", "TEAM 2000 INC 20170101")]
    [InlineData("10-K                                                                      1000045     2018-06-01  edgar/data/1000045/0000950170-18-002704.txt", "10-K", "")]
    public void A_row_in_columns_is_read_from_its_right_end(string row, string form, string company)
    {
        var index = IndexFile.Read(Encoding.Latin1.GetBytes($"Form Type   Company Name  CIK\n{Dashes}\n{row}\n"))!;
        var read = Assert.Single(index.Rows);
        Assert.Equal((form, company), (read.FormType, read.Company));
    }

    [Theory]
    [InlineData("0000999999|UNUSUAL ZEROPAD INC|4|2026-04-15|edgar/data/999999/0000999999-26-000001.txt",
        "999999|UNUSUAL ZEROPAD INC|4|2026-04-15|0000999999-26-000001")]
    [InlineData("1000045||10-K|1997-05-01|edgar/data/1000045/0000950134-97-002093.txt", "1000045||10-K|1997-05-01|0000950134-97-002093")]
    [InlineData("1000045|A|B CORP|10-K|1997-05-01|edgar/data/1000045/0000950134-97-002093.txt",
        "1000045|A|B CORP|10-K|1997-05-01|0000950134-97-002093")]
    [InlineData("1000045|SOCIÉTÉ GÉNÉRALE|6-K|20171001|edgar/data/1000045/0000950134-17-002093.txt",
        "1000045|SOCIÉTÉ GÉNÉRALE|6-K|2017-10-01|0000950134-17-002093")]
    [InlineData("1000045|OLD CORP|10-Q|1994-05-01|edgar/data/1000045/old.txt", "1000045|OLD CORP|10-Q|1994-05-01|")]
    public void A_row_between_bars_is_read(string row, string expected)
    {
        var index = IndexFile.Read(Encoding.Latin1.GetBytes($"CIK|Company Name|Form Type|Date Filed|Filename\n{Dashes}\n{row}\n"))!;
        Assert.Equal(expected, Text(Assert.Single(index.Rows)));
    }

    [Theory]
    [InlineData("1000045|ABC|10-K|2018-13-01|edgar/data/1000045/0000950170-18-002704.txt")]
    [InlineData("1000045|ABC|10-K|20180230|edgar/data/1000045/0000950170-18-002704.txt")]
    [InlineData("X|ABC|10-K|20180203|edgar/data/1000045/0000950170-18-002704.txt")]
    [InlineData("1000045|ABC||20180203|edgar/data/1000045/0000950170-18-002704.txt")]
    [InlineData("1000045|ABC|10-K|20180203|")]
    [InlineData("no row at all")]
    public void A_line_that_is_no_row_is_named_and_the_rest_is_read(string line)
    {
        const string good = "1|GOOD|4|20180203|edgar/data/1/0000950170-18-002704.txt";
        var index = IndexFile.Read(
            Encoding.Latin1.GetBytes($"CIK|Company Name|Form Type|Date Filed|Filename\n{Dashes}\n{good}\n{line}\n\n{good}\n"))!;
        Assert.Equal(2, index.Rows.Count);
        Assert.Equal(new UnreadLine(4, line), Assert.Single(index.Unread));
    }

    [Fact]
    public void A_file_that_was_cut_off_says_so()
    {
        var whole = Recorded.Bytes("index/master.20181231.idx");
        Assert.False(IndexFile.Read(whole.AsSpan(0, whole.Length - 1))!.IsComplete);
        Assert.False(IndexFile.Read(whole.AsSpan(0, whole.Length - 30))!.IsComplete);
    }

    [Theory]
    [InlineData("errors/403-rate-threshold-exceeded.html")]
    [InlineData("errors/403-absent-object.xml")]
    [InlineData("errors/503-past-the-end.html")]
    [InlineData("feed/2025-12-12T1803.start-0000.atom.xml")]
    public void What_is_no_index_is_none(string file) => Assert.Null(IndexFile.Read(Recorded.Bytes(file)));

    [Fact]
    public void A_listing_tells_which_days_exist_and_when_they_were_written()
    {
        var files = IndexListing.Read(Recorded.Bytes("index/daily-index.2023Q1.json"))!;
        var masters = files.Where(file => file.Name.StartsWith("master.", StringComparison.Ordinal)).ToList();
        Assert.Equal(62, masters.Count);
        Assert.Contains(new ListedFile("company.20230103.idx", new DateTime(2023, 1, 3, 22, 7, 43)), files);
        Assert.Null(IndexListing.Read(Recorded.Bytes("errors/403-absent-object.xml")));
        Assert.Null(IndexListing.Read("[1]"u8.ToArray()));
    }

    [Theory]
    [InlineData("2024-12-31", "Archives/edgar/daily-index/2024/QTR4/master.20241231.idx", "Archives/edgar/full-index/2024/QTR4/master.gz",
        "2024Q4")]
    [InlineData("2025-01-02", "Archives/edgar/daily-index/2025/QTR1/master.20250102.idx", "Archives/edgar/full-index/2025/QTR1/master.gz",
        "2025Q1")]
    public void Indexes_stand_by_quarter(string date, string daily, string full, string text)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var quarter = Quarter.Of(day);
        Assert.Equal((daily, full, text), (IndexAddress.Daily(day), IndexAddress.Full(quarter), quarter.ToString()));
        Assert.True(Quarter.TryParse(text, out var read));
        Assert.Equal(quarter, read);
        Assert.Equal(quarter, quarter.Next.Previous);
        Assert.InRange(day, quarter.Start, quarter.End);
    }

    private static string Text(IndexRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Cik}|{row.Company}|{row.FormType}|{row.FiledOn:yyyy-MM-dd}|{row.Accession}");
}
