using System.Globalization;
using Filingwire.Parsing.Xml;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Envelopes;

/// <summary>
/// Reads EDGAR's header in all its spellings: captions ("CENTRAL INDEX KEY:"), the feed's tags ("&lt;CIK&gt;"), and the mixture of both of the
/// 1990s. Lines are known by their names, not by their indent, which differs between the spellings.
/// </summary>
internal ref struct HeaderReader(ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
{
    private const byte AsTagged = 100;

    private enum Section
    {
        None,
        Data,
        FilingValues,
        BusinessAddress,
        MailAddress,
        FormerName,
    }

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly SubmissionHeader header = new();
    private readonly List<HeaderParty> parties = [];
    private readonly List<Field<string?>> items = [];
    private readonly List<HeaderLine> others = [];
    private readonly List<FormerName> formerNames = [];
    private HeaderParty? party;
    private Section section;

    /// <summary>Reads the lines of a range.</summary>
    public SubmissionHeader Read(ByteSpan range)
    {
        for (var at = range.Start; at < range.End;)
        {
            var length = bytes[at..range.End].IndexOfAny((byte)'\r', (byte)'\n');
            var end = length < 0 ? range.End : at + length;
            ReadLine(at, end);
            at = end + 1;
        }
        EndParty();
        header.Parties = parties;
        header.Items = items;
        header.OtherLines = others;
        return header;
    }

    private void ReadLine(int start, int end)
    {
        var line = bytes[start..end];
        var trimmed = line.TrimStart(" \t"u8);
        if (trimmed.IsEmpty)
            return;
        start = end - trimmed.Length;
        var isTag = trimmed[0] == (byte)'<';
        var stop = trimmed.IndexOf(isTag ? (byte)'>' : (byte)':');
        if (stop < 1)
            return;
        var isEndTag = isTag && trimmed[1] == (byte)'/';
        var name = HeaderNames.Of(trimmed[(isEndTag ? 2 : isTag ? 1 : 0)..stop]);
        if (isEndTag)
            Close(name);
        else if (!Open(name))
            Take(name, start + stop + 1, end);
    }

    private void Close(string name)
    {
        if (HeaderNames.Role(name) is not null)
            EndParty();
        else if (name is "FORMER-COMPANY" or "FORMER-NAME")
            section = Section.None;
    }

    private bool Open(string name)
    {
        if (HeaderNames.Role(name) is { } role)
        {
            EndParty();
            parties.Add(party = new HeaderParty { Role = role });
            return true;
        }
        Section? opened = name switch
        {
            "COMPANY-DATA" or "OWNER-DATA" => Section.Data,
            "FILING-VALUES" => Section.FilingValues,
            "BUSINESS-ADDRESS" => Section.BusinessAddress,
            "MAIL-ADDRESS" => Section.MailAddress,
            "FORMER-COMPANY" or "FORMER-NAME" => Section.FormerName,
            _ => null,
        };
        if (opened is null)
            return false;
        section = opened.Value;
        if (section == Section.FormerName)
            formerNames.Add(new FormerName(null, null));
        return true;
    }

    private void EndParty()
    {
        if (party is not null)
            party.FormerNames = [.. formerNames];
        formerNames.Clear();
        party = null;
        section = Section.None;
    }

    private void Take(string name, int start, int end)
    {
        var value = bytes[start..end].Trim(" \t"u8);
        if (value.IsEmpty)
            return;
        start = end - bytes[start..end].TrimStart(" \t"u8).Length;
        var field = Text(name, start, start + value.Length);
        if (party is null ? TakeOfSubmission(name, field) : TakeOfParty(party, name, field))
            return;
        if (name is not ("SEC-DOCUMENT" or "IMS-DOCUMENT" or "SEC-HEADER" or "IMS-HEADER"))
            others.Add(new HeaderLine(name, field));
    }

    private readonly bool TakeOfSubmission(string name, Field<string?> field)
    {
        switch (name)
        {
            case "ACCESSION-NUMBER": header.Accession = field; break;
            case "TYPE": header.FormType = field; break;
            case "PERIOD": header.PeriodOfReport = Date(field); break;
            case "FILING-DATE": header.FiledOn = Date(field); break;
            case "ACCEPTANCE-DATETIME": header.AcceptedAtEastern = Time(field); break;
            case "ITEMS": items.Add(field); break;
            default: return false;
        }
        return true;
    }

    private readonly bool TakeOfParty(HeaderParty to, string name, Field<string?> field)
    {
        switch (section)
        {
            case Section.FilingValues:
                return TakeFilingValue(to, name, field);
            case Section.BusinessAddress:
                return TakeAddress(to.BusinessAddress ??= new PostalAddress(), name, field);
            case Section.MailAddress:
                return TakeAddress(to.MailAddress ??= new PostalAddress(), name, field);
            case Section.FormerName when name is "FORMER-CONFORMED-NAME":
                formerNames[^1] = formerNames[^1] with { Name = field };
                return true;
            case Section.FormerName when name is "DATE-CHANGED":
                formerNames[^1] = formerNames[^1] with { ChangedOn = Date(field) };
                return true;
        }
        switch (name)
        {
            case "CONFORMED-NAME": to.Name = field; break;
            case "CIK": to.Cik = field with { Value = field.Value!.TrimStart('0') }; break;
            case "ASSIGNED-SIC": to.SicCode = Sic(field); break;
            case "ORGANIZATION-NAME": to.OrganizationName = field; break;
            case "IRS-NUMBER": to.IrsNumber = field; break;
            case "STATE-OF-INCORPORATION": to.StateOfIncorporation = field; break;
            case "FISCAL-YEAR-END": to.FiscalYearEnd = field; break;
            default: return TakeFilingValue(to, name, field);
        }
        return true;
    }

    private static bool TakeFilingValue(HeaderParty to, string name, Field<string?> field)
    {
        switch (name)
        {
            case "FORM-TYPE": to.FormType = field; break;
            // "1934 Act" in captions, "34" in tags.
            case "ACT": to.SecAct = field with { Value = field.Value!.StartsWith("19", StringComparison.Ordinal) && field.Value.Length >= 4 ? field.Value[2..4] : field.Value }; break;
            case "FILE-NUMBER": to.FileNumber = field; break;
            case "FILM-NUMBER": to.FilmNumber = field; break;
            default: return false;
        }
        return true;
    }

    private static bool TakeAddress(PostalAddress to, string name, Field<string?> field)
    {
        switch (name)
        {
            case "STREET1": to.Street1 = field; break;
            case "STREET2": to.Street2 = field; break;
            case "CITY": to.City = field; break;
            case "STATE": to.State = field; break;
            case "ZIP": to.Zip = field; break;
            case "PHONE": to.Phone = field; break;
            case "COUNTRY": to.Country = field; break;
            case "NON-US-STATE-TERRITORY": to.NonUsStateTerritory = field; break;
            default: return false;
        }
        return true;
    }

    private readonly Field<string?> Text(string name, int start, int end)
    {
        var written = XmlText.Decode(bytes[start..end]);
        return new Field<string?>(written, new Source(written, new ByteSpan(start, end), HeaderNames.Rule(name), AsTagged));
    }

    /// <summary>"METALWORKING MACHINERY &amp; EQUIPMENT [3540]": the code in brackets, which may be empty; or the bare code.</summary>
    private static Field<string?>? Sic(Field<string?> field)
    {
        var text = field.Value!;
        var open = text.LastIndexOf('[');
        var code = open < 0 ? text : text[(open + 1)..].TrimEnd(']').Trim();
        return code.Length == 0 ? null : field with { Value = code };
    }

    private readonly Field<DateOnly?> Date(Field<string?> field)
    {
        var read = DateOnly.TryParseExact(field.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!read)
            Unreadable(field);
        return new Field<DateOnly?>(read ? date : null, field.Source);
    }

    private readonly Field<DateTime?> Time(Field<string?> field)
    {
        var read = DateTime.TryParseExact(field.Value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!read)
            Unreadable(field);
        return new Field<DateTime?>(read ? time : null, field.Source);
    }

    private readonly void Unreadable(Field<string?> field) => diagnostics.Add(
        new Diagnostic(Severity.Warning, "header-date-unreadable", "A date of the header is no date.", field.Source.Span)
        {
            Parameters = new Dictionary<string, string> { ["text"] = field.Value! },
        });
}
