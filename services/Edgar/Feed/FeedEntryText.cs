using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Edgar.Feed;

/// <summary>Reads one entry of the feed: most of what it tells stands in the texts of its title and its summary.</summary>
internal static partial class FeedEntryText
{
    /// <summary>Reads the entry on which the reader stands and moves behind it.</summary>
    /// <returns>Null when accession, form type, party, filing date or acceptance is missing.</returns>
    public static FeedEntry? Read(XmlReader reader)
    {
        string? title = null, summary = null, updated = null, term = null, id = null;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return null;
        }
        reader.ReadStartElement();
        while (reader.NodeType != XmlNodeType.EndElement)
            switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : "")
            {
                case "title":
                    title = reader.ReadElementContentAsString();
                    break;
                case "summary":
                    summary = reader.ReadElementContentAsString();
                    break;
                case "updated":
                    updated = reader.ReadElementContentAsString();
                    break;
                case "id":
                    id = reader.ReadElementContentAsString();
                    break;
                case "category":
                    term = reader.GetAttribute("term");
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        reader.ReadEndElement();
        return Of(title ?? "", summary ?? "", Time(updated), term, id ?? "");
    }

    /// <summary>An instant with its offset.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
            : null;

    private static FeedEntry? Of(string title, string summary, DateTimeOffset? acceptedAt, string? term, string id)
    {
        var party = Party().Match(title);
        var filed = Filed().Match(summary);
        if (term is not { Length: > 0 } || acceptedAt is null || !party.Success || !filed.Success
            || !AccessionNumber.TryParse(id[(id.LastIndexOf('=') + 1)..], out var accession)
            || !Cik.TryParse(party.Groups["cik"].Value, out var cik)
            || !DateOnly.TryParseExact(filed.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var filedOn))
            return null;
        return new FeedEntry
        {
            Accession = accession,
            FormType = term,
            Cik = cik,
            Name = party.Groups["name"].Value.Trim(),
            Role = Role(party.Groups["role"].Value),
            FiledOn = filedOn,
            AcceptedAt = acceptedAt.Value.ToUniversalTime(),
            Items = [.. Item().Matches(summary).Select(match => match.Groups[1].Value)],
            Size = Size(summary),
        };
    }

    private static PartyRole Role(string text) => text switch
    {
        "Filer" => PartyRole.Filer,
        "Issuer" => PartyRole.Issuer,
        "Reporting" => PartyRole.Reporting,
        "Subject" => PartyRole.Subject,
        "Filed by" => PartyRole.FiledBy,
        _ => PartyRole.Other,
    };

    private static long? Size(string summary)
    {
        var match = Bytes().Match(summary);
        if (!match.Success || !long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > int.MaxValue)
            return null;
        return match.Groups[2].Value switch { "KB" => number << 10, "MB" => number << 20, "GB" => number << 30, _ => number };
    }

    // "8-K - CELLECTAR BIOSCIENCES, INC. (0001279704) (Filer)": form and name may hold " - " and brackets, so the end is read.
    [GeneratedRegex(@"^.*? - (?<name>.*) \((?<cik>\d{10})\) \((?<role>[^()]*)\)\s*$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Party();

    [GeneratedRegex(@"Filed:(?:</b>)?\s*(\d{4}-\d\d-\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Filed();

    [GeneratedRegex(@"Size:(?:</b>)?\s*(\d+)\s*(KB|MB|GB|bytes)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes();

    // "Item 4.02", before August 2004 "Item 4"; Form D has "Item 06B" and "Item 3C.1".
    [GeneratedRegex(@"<br>\s*Item (\d[0-9A-Za-z.]*)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
