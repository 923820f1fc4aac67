using System.Globalization;
using System.Text;
using System.Xml;

namespace Filingwire.Edgar.Feed;

/// <summary>A page of the Atom feed of latest filings, newest acceptance first.</summary>
/// <param name="WrittenAt">The feed's own time; null when it has none.</param>
/// <param name="Entries">In the order of the page.</param>
/// <param name="Unread">Entries that lack what identifies a filing: alarm when there are any.</param>
public sealed record FeedPage(DateTimeOffset? WrittenAt, IReadOnlyList<FeedEntry> Entries, int Unread)
{
    /// <summary>The feed holds this many entries; a page that begins here answers with an error page.</summary>
    public const int Window = 5100;

    /// <summary>Entries to the page.</summary>
    public const int Size = 100;

    private const string Atom = "http://www.w3.org/2005/Atom";
    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true };

    /// <summary>
    /// Where the page from an entry on is, below EDGAR's root. The type is left open: it is a prefix there and of no use.
    /// </summary>
    public static string Address(int start) => string.Create(
        CultureInfo.InvariantCulture,
        $"cgi-bin/browse-edgar?action=getcurrent&CIK=&type=&company=&dateb=&owner=include&start={start}&count={Size}&output=atom");

    /// <summary>Reads a page.</summary>
    /// <returns>Null when the bytes are no feed.</returns>
    public static FeedPage? Read(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Decode(bytes)), Settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "feed" || reader.NamespaceURI != Atom)
                return null;
            return Read(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The feed says that it is ISO-8859-1, and is; should that change, it will say so.</summary>
    private static string Decode(byte[] bytes)
    {
        var declaration = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 100));
        return declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetString(bytes)
            : Encoding.Latin1.GetString(bytes);
    }

    private static FeedPage Read(XmlReader reader)
    {
        DateTimeOffset? written = null;
        var entries = new List<FeedEntry>(Size);
        var unread = 0;
        reader.Read();
        while (reader.NodeType != XmlNodeType.EndElement && !reader.EOF)
            if (reader.NodeType != XmlNodeType.Element)
                reader.Read();
            else if (reader.LocalName == "entry")
            {
                if (FeedEntryText.Read(reader) is { } entry)
                    entries.Add(entry);
                else
                    unread++;
            }
            else if (reader.LocalName == "updated")
                written = FeedEntryText.Time(reader.ReadElementContentAsString());
            else
                reader.Skip();
        return new FeedPage(written, entries, unread);
    }
}
