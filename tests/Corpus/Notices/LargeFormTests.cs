using System.Text;
using Filingwire.Parsing;
using Filingwire.Parsing.Forms.CurrentReports;
using Filingwire.Parsing.Forms.LateFilingNotices;

namespace Filingwire.Corpus.Notices;

/// <summary>Forms with 30 MB behind them: read to a bound, in bounded memory, with a diagnostic.</summary>
public sealed class LargeFormTests
{
    private const int Size = 30 * 1024 * 1024;
    private const long MostMemory = 256L * 1024 * 1024;

    [Theory]
    [InlineData("Revenue of the year    1,234,567    2,345,678\n")]
    [InlineData("a\tb\t1\t")]
    [InlineData("the Company expects that revenue increased by $1.0 million, or 5%, and ")]
    public void A_notice_of_thirty_megabytes(string filler)
    {
        var bytes = Filled(NoticeForm.Form(change: "[X] Yes [ ] No", tail: "ATTACHMENT A\n\n"), filler);
        var (filing, memory) = Read(bytes);
        Assert.Equal("10-K", Assert.IsType<LateFilingNotice>(filing.Reading.Content).ReportType?.Value);
        Assert.Contains(filing.Diagnostics, diagnostic => diagnostic.Code == "document-cut");
        Assert.InRange(memory, 0, MostMemory);
    }

    [Theory]
    [InlineData("Item 8.01 is not to be relied upon. ")]
    [InlineData("The financial statements should no longer be relied upon, quarters ended March 31, ")]
    public void A_current_report_of_thirty_megabytes(string filler)
    {
        var bytes = Filled("FORM 8-K\nCURRENT REPORT\nDate of Report (Date of earliest event reported): April 15, 2025\n\nItem 4.02 Non-Reliance on Previously Issued Financial Statements\n\n", filler);
        var (filing, memory) = Read(bytes);
        Assert.NotEmpty(Assert.IsType<CurrentReport>(filing.Reading.Content).NonReliance);
        Assert.InRange(memory, 0, MostMemory);
    }

    private static byte[] Filled(string head, string filler)
    {
        var (start, row, bytes) = (Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes(filler), new byte[Size]);
        start.CopyTo(bytes, 0);
        var at = start.Length;
        for (; at + row.Length <= bytes.Length; at += row.Length)
            row.CopyTo(bytes, at);
        bytes.AsSpan(at).Fill((byte)' ');
        return bytes;
    }

    private static (ParsedFiling Filing, long Memory) Read(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var filing = Assert.IsType<ParsedFiling>(FilingParser.Parse(bytes).Filing);
        return (filing, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
