using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Filingwire.Edgar.Feed;

namespace Filingwire.Integration.Edgar;

/// <summary>Feed and indexes in EDGAR's layout.</summary>
internal static class FakeFeed
{
    private static readonly TimeZoneInfo Eastern = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static string Page(IEnumerable<(FakeFiling Filing, (string Cik, string Name, PartyRole Role) Party)> entries, DateTimeOffset now)
    {
        var page = new StringBuilder("<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>Latest Filings</title>\n");
        page.Append(CultureInfo.InvariantCulture, $"<updated>{Time(now)}</updated>\n");
        foreach (var (filing, party) in entries)
            page.Append(CultureInfo.InvariantCulture, $"""
                <entry>
                <title>{SecurityElement.Escape($"{filing.FormType} - {party.Name} ({party.Cik.PadLeft(10, '0')}) ({Role(party.Role)})")}</title>
                <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/{party.Cik}/{filing.Accession.Replace("-", "", StringComparison.Ordinal)}/{filing.Accession}-index.htm"/>
                <summary type="html">
                 &lt;b&gt;Filed:&lt;/b&gt; {filing.FiledOn:yyyy-MM-dd} &lt;b&gt;AccNo:&lt;/b&gt; {filing.Accession} &lt;b&gt;Size:&lt;/b&gt; 10 KB
                </summary>
                <updated>{Time(filing.AcceptedAt)}</updated>
                <category scheme="https://www.sec.gov/" label="form type" term="{filing.FormType}"/>
                <id>urn:tag:sec.gov,2008:accession-number={filing.Accession}</id>
                </entry>

                """);
        return page.Append("</feed>\n").ToString();
    }

    public static byte[] Index(IEnumerable<FakeFiling> filings, DateOnly received, bool isFull)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Description:           Master Index of EDGAR Dissemination Feed\nLast Data Received:    {received:MMMM d, yyyy}\n");
        text.Append("Comments:              webmaster@sec.gov\nAnonymous FTP:         ftp://ftp.sec.gov/edgar/\n \nCIK|Company Name|Form Type|Date Filed|File Name\n");
        text.Append('-', 80).Append('\n');
        var rows = filings.SelectMany(filing => filing.Parties.Select(party => (party, filing))).OrderBy(row => row.party.Cik, StringComparer.Ordinal);
        foreach (var (party, filing) in rows)
        {
            var date = filing.FiledOn.ToString(isFull ? "yyyy-MM-dd" : "yyyyMMdd", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{party.Cik}|{party.Name}|{filing.FormType}|{date}|edgar/data/{party.Cik}/{filing.Accession}.txt\n");
        }
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static byte[] Gzip(byte[] body)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(body);
        return output.ToArray();
    }

    private static string Time(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Eastern).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Role(PartyRole role) => role switch { PartyRole.FiledBy => "Filed by", PartyRole.Other => "Depositor", _ => role.ToString() };
}
