using System.Text;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Reconciliation;

namespace Filingwire.Unit.Edgar;

public sealed class FeedPageTests
{
    private static readonly FeedPage First = FeedPage.Read(Recorded.Bytes("feed/2025-12-12T1803.start-0000.atom.xml"))!;
    private static readonly FeedPage Second = FeedPage.Read(Recorded.Bytes("feed/2025-12-12T1803.start-0100.atom.xml"))!;

    [Fact]
    public void A_recorded_page_is_read_whole()
    {
        Assert.Equal(new DateTimeOffset(2025, 12, 12, 18, 3, 31, TimeSpan.FromHours(-5)), First.WrittenAt);
        Assert.Equal((100, 0), (First.Entries.Count, First.Unread));
        Assert.Equal((100, 0), (Second.Entries.Count, Second.Unread));
        var entry = First.Entries[0];
        Assert.Equal("0002063236-25-000004", entry.Accession.ToString());
        Assert.Equal(("4", "2063236", "Perez Daniel Antonio", PartyRole.Reporting), (entry.FormType, entry.Cik.ToString(), entry.Name, entry.Role));
        Assert.Equal((new DateOnly(2025, 12, 12), 10L << 10), (entry.FiledOn, entry.Size!.Value));
        Assert.Equal(new DateTimeOffset(2025, 12, 12, 23, 2, 43, TimeSpan.Zero), entry.AcceptedAt);
    }

    [Fact]
    public void The_items_of_a_current_report_are_its_codes()
    {
        var report = Second.Entries.First(entry => entry.Accession.ToString() == "0001493152-25-027594");
        Assert.Equal(["1.01", "2.01", "2.03", "5.02", "9.01"], report.Items);
    }

    [Fact]
    public void Entries_of_one_filing_come_to_one_sighting_with_all_its_parties()
    {
        var at = First.WrittenAt!.Value;
        var seen = IndexedAccessions.Of(First.Entries.Concat(First.Entries.Take(7)), at);
        Assert.Equal(First.Entries.Select(entry => entry.Accession).Distinct().Count(), seen.Count);
        var (accession, sighting) = seen[0];
        Assert.Equal("0002063236-25-000004", accession);
        Assert.Equal(
            [new Party("2063236", "Perez Daniel Antonio", PartyRole.Reporting), new Party("1673743", "Hinge Health, Inc.", PartyRole.Issuer)],
            sighting.Parties);
    }

    [Theory]
    [InlineData("3 - WCAS - CO-INVEST HOLDCO, L.P. (0001845108) (Reporting)", "3", "WCAS - CO-INVEST HOLDCO, L.P.", PartyRole.Reporting)]
    [InlineData("13F-HR - Hillcrest Wealth Advisors - NY, LLC (0001767121) (Filer)", "13F-HR", "Hillcrest Wealth Advisors - NY, LLC", PartyRole.Filer)]
    [InlineData("SCHEDULE 13D/A - A (B) CORP (0001845108) (Filed by)", "SCHEDULE 13D/A", "A (B) CORP", PartyRole.FiledBy)]
    [InlineData("424B2 - TRUST 2025 (0001845108) (Issuing Entity)", "424B2", "TRUST 2025", PartyRole.Other)]
    public void A_title_is_read_from_its_end(string title, string form, string name, PartyRole role)
    {
        var entry = Assert.Single(FeedPage.Read(Page(title, form))!.Entries);
        Assert.Equal((form, name, role), (entry.FormType, entry.Name, entry.Role));
    }

    [Fact]
    public void Names_are_Latin_1() => Assert.Equal("SOCIÉTÉ", Assert.Single(FeedPage.Read(Page("4 - SOCIÉTÉ (0001845108) (Issuer)", "4"))!.Entries).Name);

    [Fact]
    public void An_entry_without_its_party_is_counted_and_the_rest_is_read()
    {
        var page = FeedPage.Read(Page("4 - nobody", "4"))!;
        Assert.Equal((0, 1), (page.Entries.Count, page.Unread));
    }

    [Theory]
    [InlineData("errors/503-past-the-end.html")]
    [InlineData("errors/403-absent-object.xml")]
    [InlineData("index/master.20181231.idx")]
    public void What_is_no_feed_is_none(string file) => Assert.Null(FeedPage.Read(Recorded.Bytes(file)));

    [Fact]
    public void A_page_that_was_cut_off_is_none() => Assert.Null(FeedPage.Read(Recorded.Bytes("feed/2025-12-12T1803.start-0000.atom.xml")[..30_000]));

    [Fact]
    public void Forms_are_asked_for_without_a_type_because_it_is_a_prefix()
    {
        Assert.Contains("type=&", FeedPage.Address(100), StringComparison.Ordinal);
        Assert.Contains("start=100&count=100", FeedPage.Address(100), StringComparison.Ordinal);
    }

    private static byte[] Page(string title, string form) => Encoding.Latin1.GetBytes($"""
        <?xml version="1.0" encoding="ISO-8859-1" ?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <updated>2025-12-12T18:03:31-05:00</updated>
        <entry>
        <title>{title}</title>
        <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1/000149315225027594/0001493152-25-027594-index.htm"/>
        <summary type="html">
         &lt;b&gt;Filed:&lt;/b&gt; 2025-12-12 &lt;b&gt;AccNo:&lt;/b&gt; 0001493152-25-027594 &lt;b&gt;Size:&lt;/b&gt; 4 MB
        </summary>
        <updated>2025-12-12T17:30:48-05:00</updated>
        <category scheme="https://www.sec.gov/" label="form type" term="{form}"/>
        <id>urn:tag:sec.gov,2008:accession-number=0001493152-25-027594</id>
        </entry>
        </feed>
        """);
}
