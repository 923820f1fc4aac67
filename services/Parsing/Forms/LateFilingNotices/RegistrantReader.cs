using System.Text.RegularExpressions;
using Filingwire.Parsing.Envelopes;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.LateFilingNotices;

/// <summary>Part I: name, former name and address, each value above, before or behind its printed label.</summary>
internal static partial class RegistrantReader
{
    private const byte Labelled = 95;

    private static readonly string[][] Labels =
    [
        ["fullnameofregistrant", "nameofregistrant"],
        ["formernameifapplicable", "formername"],
        ["addressofprincipalexecutiveofficestreetandnumber", "addressofprincipalexecutiveofficesstreetandnumber", "addressofprincipalexecutiveoffice"],
        ["citystateandzipcode", "citystateorcountryandzipcode", "citystatezipcode", "citystateandzip"],
    ];

    public static LateFilingNotice Read(NoticeText text, LateFilingNotice notice)
    {
        if (text.Layout.Registrant is not { } part)
        {
            text.Warn("registrant-missing", "Part I cannot be found.");
            return notice;
        }
        var start = text.Skeleton.FindAny(["registrantinformation"], part.Start, part.End)?.End ?? part.Start;
        var end = text.Skeleton.FindLast("partii", start, part.End)?.Start ?? part.End;
        var values = ReadValues(text, start, end);
        var names = values[0] is { } name ? SplitNames(text, name) : [];
        if (names.Count == 0)
            text.Warn("registrant-missing", "Part I names no registrant.", part);
        return notice with
        {
            RegistrantName = names.FirstOrDefault(),
            CoRegistrants = [.. names.Skip(1)],
            FormerName = values[1] is { } former ? text.Text(former, "nt.part-i.former-name", Labelled) : null,
            Address = ReadAddress(text, values[2], values[3]),
        };
    }

    // The value of each label: on its line behind a colon, on its line before it, or between it and the neighbouring label.
    private static TextRange?[] ReadValues(NoticeText text, int start, int end)
    {
        var labels = new TextRange?[Labels.Length];
        var at = start;
        for (var i = 0; i < Labels.Length; i++)
        {
            labels[i] = text.Skeleton.FindAny(Labels[i], at, end) is { } found ? WithBrackets(text.Content, found) : null;
            at = labels[i]?.End ?? at;
        }
        var known = labels.Where(label => label is not null).Select(label => label!.Value).ToList();
        if (known.Count == 0)
            return labels;
        var above = !text.TrimFill(new TextRange(start, known[0].Start)).IsEmpty;
        var values = new TextRange?[Labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not { } label)
                continue;
            var position = known.IndexOf(label);
            var previous = position == 0 ? start : BehindLine(text, known[position - 1], above);
            var next = position + 1 < known.Count ? known[position + 1].Start : end;
            var behind = RestOfLine(text, label, next);
            var value = !behind.IsEmpty && (!above || text.Content[label.End..behind.Start].Contains(':', StringComparison.Ordinal)) ? behind
                : above ? new TextRange(previous, label.Start)
                : new TextRange(label.End, next);
            value = text.TrimFill(value);
            values[i] = value.IsEmpty || text.IsNotApplicable(value) ? null : value;
        }
        return values;
    }

    private static TextRange RestOfLine(NoticeText text, TextRange label, int next)
    {
        var line = text.Content.IndexOf('\n', label.End);
        return text.TrimFill(new TextRange(label.End, Math.Min(next, line < 0 ? next : line)));
    }

    // "Former Name if Applicable: N/A" uses up its line, so the next value begins below it.
    private static int BehindLine(NoticeText text, TextRange label, bool above)
    {
        var rest = RestOfLine(text, label, text.Content.Length);
        return above && !rest.IsEmpty && text.Content[label.End..rest.Start].Contains(':', StringComparison.Ordinal) ? rest.End : label.End;
    }

    private static TextRange WithBrackets(string content, TextRange label)
    {
        var (start, end) = (label.Start, label.End);
        while (end < content.Length && content[end] is ')' or ' ' && content.IndexOf(')', end) is var close && close >= 0 && close - end <= 1)
            end = close + 1;
        if (start > 0 && content[start - 1] == '(')
            start--;
        return new TextRange(start, end);
    }

    // Several registrants file one notice: one name per line, each with its own legal form, or names joined by a line "and".
    private static List<Field<string?>> SplitNames(NoticeText text, TextRange range)
    {
        var lines = new List<TextRange>();
        var start = range.Start;
        for (var at = range.Start; at <= range.End; at++)
        {
            if (at < range.End && text.Content[at] is not '\n')
                continue;
            var line = text.TrimFill(new TextRange(start, at));
            if (!line.IsEmpty && !Joint().IsMatch(text.Content[line.Start..line.End]))
                lines.Add(line);
            start = at + 1;
        }
        // "INCORPORATED" alone on the second line ends the name on the first.
        var several = lines.Count > 1 && lines.All(line => LegalForm().IsMatch(text.Content[line.Start..line.End]) && text.Content.AsSpan(line.Start, line.Length).IndexOf(' ') > 0);
        var names = several ? lines : lines.Count == 0 ? [] : [new TextRange(lines[0].Start, lines[^1].End)];
        return [.. names.Select(name => text.Text(name, "nt.part-i.registrant", Labelled)).OfType<Field<string?>>()];
    }

    private static PostalAddress? ReadAddress(NoticeText text, TextRange? street, TextRange? place)
    {
        if (street is null && place is null)
            return null;
        var lines = street is { } range ? Lines(text, range) : [];
        // Some write the whole address into the street's place and leave the city's place empty.
        if (place is null && lines.Count > 1 && UsPlace().IsMatch(text.Content[lines[^1].Start..lines[^1].End]))
        {
            place = lines[^1];
            lines.RemoveAt(lines.Count - 1);
        }
        var address = new PostalAddress
        {
            Street1 = lines.Count > 0 ? text.Text(lines[0], "nt.part-i.street", Labelled) : null,
            Street2 = lines.Count > 1 ? text.Text(new TextRange(lines[1].Start, lines[^1].End), "nt.part-i.street", Labelled) : null,
        };
        return place is { } city ? WithPlace(text, address, city) : address;
    }

    private static PostalAddress WithPlace(NoticeText text, PostalAddress address, TextRange range)
    {
        var passage = new Passage(text.Source, range);
        var match = UsPlace().Match(passage.Text);
        if (!match.Success)
            match = OtherPlace().Match(passage.Text);
        if (!match.Success)
            return address with { City = text.Text(range, "nt.part-i.city-state-zip-unsplit", 60) };
        Field<string?>? Part(string group, string rule) => match.Groups[group] is { Success: true } found
            ? new Field<string?>(found.Value, passage.Cite(found, rule, Labelled)) : null;
        return address with
        {
            City = Part("city", "nt.part-i.city"),
            State = Part("state", "nt.part-i.state"),
            Zip = Part("zip", "nt.part-i.zip"),
            Country = Part("country", "nt.part-i.country"),
        };
    }

    private static List<TextRange> Lines(NoticeText text, TextRange range)
    {
        var lines = new List<TextRange>();
        var start = range.Start;
        for (var at = range.Start; at <= range.End; at++)
        {
            if (at < range.End && text.Content[at] is not '\n')
                continue;
            var line = text.TrimFill(new TextRange(start, at));
            if (!line.IsEmpty)
                lines.Add(line);
            start = at + 1;
        }
        return lines;
    }

    [GeneratedRegex(@"^\s*(?<city>[A-Za-zÀ-ÿ.'’ -]{2,40}?)\s?,?\s(?<state>[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}|[A-Z]{4,}(?:\s[A-Z]{4,})?)\s?[,.]?\s{0,4}(?<zip>\d{5}(?:\s?-\s?\d{4})?)(?:,?\s(?<country>USA|U\.S\.A\.|United States(?: of America)?))?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UsPlace();

    [GeneratedRegex(@"^\s*(?<city>[A-Za-zÀ-ÿ.'’ -]{2,40}),\s(?:(?<state>[A-Za-zÀ-ÿ. ]{2,30}?),?\s)?(?:(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}|\d{4,7}),?\s?)?(?<country>Canada|China|P\.?R\.? China|Hong Kong|Israel|United Kingdom|England|Bermuda|Singapore|Japan|Taiwan|Malaysia|Australia|Ireland|Switzerland|Germany|India|Mexico|Cayman Islands|Netherlands|Greece|Brazil)?(?:\s(?<zip>[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{4,7}))?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherPlace();

    [GeneratedRegex(@"^(and|&|,)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(Inc|Incorporated|Corp|Corporation|Company|Co|L\.?L\.?C|L\.?P|Ltd|Limited|Trust(\s(No\.\s)?[\w-]{1,12}){0,3}|Partnership|PLC|N\.?V|S\.?A|Fund(\s[IVX]{1,4})?|L\.?L\.?P|Bank|Bancorp|Holdings|AG|SE|GmbH)\b\.?,?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LegalForm();
}
