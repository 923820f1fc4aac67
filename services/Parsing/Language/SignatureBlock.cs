using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>The signature at the end of a form: who signed, as what, when.</summary>
/// <param name="Name">The name typed or printed beneath the signature, else the conformed signature.</param>
/// <param name="Title">The title beneath the name.</param>
/// <param name="Date">The date beside it.</param>
public sealed partial record SignatureBlock(Field<string?>? Name, Field<string?>? Title, Field<DateOnly?>? Date)
{
    private const byte Labelled = 95;
    private const int MostLines = 20, LongestTitle = 2000;

    /// <summary>Reads the first signature in a range.</summary>
    public static SignatureBlock Read(SourceText source, TextRange range, string rule)
    {
        var cells = Cells(source, range);
        var date = ReadDate(source, cells, range, rule);
        var (name, title) = ReadSigner(source, cells, rule);
        return new SignatureBlock(name, title, date);
    }

    private static (Field<string?>? Name, Field<string?>? Title) ReadSigner(SourceText source, List<TextRange> cells, string rule)
    {
        Field<string?>? signed = null, printed = null, title = null;
        for (var i = 0; i < cells.Count; i++)
        {
            var text = source.Content[cells[i].Start..cells[i].End];
            if (signed is null && printed is null)
            {
                if (Conformed().Match(text) is { Success: true } conformed)
                    signed = Cite(source, cells[i], conformed.Groups["name"], rule + ".signer");
                else if (By().Match(text) is { Success: true } by)
                    signed = by.Groups["name"].Success ? Cite(source, cells[i], by.Groups["name"], rule + ".signer") : signed;
                else if (Named().Match(text) is { Success: true } named)
                    printed = Cite(source, cells[i], named.Groups["name"], rule + ".signer");
                continue;
            }
            if (Stop().IsMatch(text))
                break;
            if (Skipped().IsMatch(text) || Dates.FindAll(text).Count > 0)
                continue;
            if (Titled().Match(text) is { Success: true } labelled)
            {
                title = Cite(source, cells[i], labelled.Groups["title"], rule + ".title");
                break;
            }
            if (Named().Match(text) is { Success: true } name)
                printed ??= Cite(source, cells[i], name.Groups["name"], rule + ".signer");
            else if (printed is null && SameName(text, signed!.Value!))
                printed = Cite(source, cells[i], Printed().Match(text).Groups["name"], rule + ".signer");
            else
            {
                title = ReadTitle(source, cells, i, rule);
                break;
            }
            // "Jane Doe, Chief Financial Officer" on one line.
            if (printed is not null && InlineTitle().Match(text) is { Success: true } inline)
            {
                title = Cite(source, cells[i], inline.Groups["title"], rule + ".title");
                break;
            }
        }
        return (printed ?? signed, title);
    }

    private static bool SameName(string text, string signed)
    {
        var (first, last) = (signed.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], LastName(signed));
        return text.Contains(last, StringComparison.OrdinalIgnoreCase) && (text.Length < 60 || text.StartsWith(first, StringComparison.OrdinalIgnoreCase));
    }

    private static string LastName(string name)
    {
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word.TrimEnd('.') is not ("Jr" or "Sr" or "II" or "III" or "IV")).ToList();
        return words.Count > 0 ? words[^1] : name;
    }

    // A title that ends with a comma or "and" goes on in the next line.
    private static Field<string?> ReadTitle(SourceText source, List<TextRange> cells, int at, string rule)
    {
        var end = at;
        while (end + 1 < cells.Count && end - at < MostLines && Open().IsMatch(source.Content.AsSpan(cells[end].Start, cells[end].Length)))
            end++;
        var range = new TextRange(cells[at].Start, Math.Min(cells[end].End, cells[at].Start + LongestTitle));
        return new Field<string?>(new Passage(source, range).Text, source.Cite(range, rule + ".title", Labelled));
    }

    private static Field<DateOnly?>? ReadDate(SourceText source, List<TextRange> cells, TextRange range, string rule)
    {
        var passage = new Passage(source, range);
        if (Dated().Match(passage.Text) is { Success: true } dated && Dates.FindAll(dated.Groups["date"].Value) is [var first, ..])
            return new Field<DateOnly?>(first.Date, passage.Cite(dated.Groups["date"].Index + first.Start, first.Length, rule + ".date", Labelled));
        foreach (var cell in cells)
        {
            var text = new Passage(source, cell);
            if (text.Text.Length < 60 && Dates.FindAll(text.Text) is [var found, ..])
                return new Field<DateOnly?>(found.Date, text.Cite(found.Start, found.Length, rule + ".date", 90));
        }
        return null;
    }

    private static Field<string?> Cite(SourceText source, TextRange cell, Group group, string rule) =>
        new(string.Join(' ', group.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), source.Cite(cell.Start + group.Index, group.Length, rule, Labelled));

    private static List<TextRange> Cells(SourceText source, TextRange range)
    {
        var cells = new List<TextRange>();
        var start = range.Start;
        for (var at = range.Start; at <= range.End; at++)
        {
            if (at < range.End && source.Content[at] is not ('\n' or '\t' or '\r'))
                continue;
            var cell = source.Trim(new TextRange(start, at));
            if (!cell.IsEmpty)
                cells.Add(cell);
            start = at + 1;
        }
        return cells;
    }

    [GeneratedRegex(@"/\s?s\s?/\s{0,3}:?\s{0,3}(?<name>[A-Z][^\t\n/]{1,60}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Conformed();

    [GeneratedRegex(@"^By\s?:?\s{0,20}_{0,60}\s{0,4}(?<name>[A-Z][A-Za-z.,'’ -]{3,60})?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:Print\s)?Name\s?:\s*(?<name>[A-Z].{1,60}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:Its|Title)\s?:\s*(?<title>\S.{1,120}?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Titled();

    [GeneratedRegex(@"^(?<name>[^,\t\n]{2,60}?(?:,\s(?:Jr|Sr|II|III)\.?)?)\s*(?:,|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();

    [GeneratedRegex(@"^[^,]{2,60}(?:,\s(?:Jr|Sr|II|III)\.?)?,\s(?<title>(?:[\w&,.-]+\s){0,12}(?:Officer|President|Treasurer|Controller|Director|Secretary|Manager|Counsel|Chairman|Trustee|Accountant|Partner|CFO|CEO)\b.{0,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InlineTitle();

    [GeneratedRegex(@"^(INSTRUCTION|ATTENTION|ATTACHMENT|EXHIBIT|Intentional|Page\s\d|<PAGE>|/\s?s\s?/|By\s?:\s?/|Has\scaused)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Stop();

    [GeneratedRegex(@"^([\W_\d]*|Date[d]?\s?:?|By\s?:|\(?(Signature|Name|Title|Registrant|Print(ed)?\sname)\)?\s?:?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Skipped();

    [GeneratedRegex(@"(,|&|\band)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Open();

    [GeneratedRegex(@"\bDated?\s?:?[\s_]{0,12}(?:as\sof\s)?(?<date>.{6,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dated();
}
