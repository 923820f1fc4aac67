using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>
/// Understands the lines above the rows of a table of figures: the line with a cell for each column ("2024", "2023", "% Change"), and the lines
/// above it whose cells span several of them ("Three Months Ended June 30,").
/// </summary>
internal sealed partial class TableHeading
{
    private readonly SourceText source;
    private readonly List<List<TextRange>> lines;
    private readonly DateOnly? yearEnd;

    /// <param name="source">The text.</param>
    /// <param name="lines">The lines above the first row, from the top.</param>
    /// <param name="yearEnd">End of the registrant's fiscal year, where it is known.</param>
    public TableHeading(SourceText source, IReadOnlyList<TableLine> lines, DateOnly? yearEnd)
    {
        this.source = source;
        this.yearEnd = yearEnd;
        this.lines = [.. Joined(lines).Select(cells => cells.Where(cell => IsColumn(Words(cell)) || IsSpan(Words(cell))).ToList()).Where(cells => cells.Count > 0)];
    }

    /// <summary>Whether a line without numbers could stand above columns.</summary>
    public static bool IsHeading(SourceText source, TableLine line) => line.Cells.Any(cell => source.Content[cell.Start..cell.End] is var text && (IsColumn(text) || IsSpan(text)));

    /// <summary>The columns; empty when the heading does not show as many as the rows have numbers.</summary>
    /// <param name="count">Numbers in a row.</param>
    public IReadOnlyList<TableColumn> Columns(int count)
    {
        var at = lines.FindLastIndex(cells => cells.Count(cell => IsColumn(Words(cell))) is var columns && columns > 0
            && columns == lines.Max(other => other.Count(cell => IsColumn(Words(cell)))));
        if (at < 0)
            return count == 1 && lines.Count > 0 ? [Column(lines[^1][0], [.. lines[..^1].Select(cells => cells[0])], 0)] : [];
        var own = lines[at].Where(cell => IsColumn(Words(cell))).ToList();
        var size = GroupSize(at, own);
        var columns = own.Select((cell, i) => Column(cell, IsValue(cell) ? Above(at, own, i, size) : [], i / size)).ToList();
        // "Three Months Ended June 30," and "Change" above "2024" and "2023": the change's column has its only heading higher up.
        if (columns.Count < count)
            columns.AddRange(lines[..at].SelectMany(cells => cells).Where(cell => !IsValue(cell)).Select(cell => Column(cell, [], 0)));
        return columns;
    }

    private bool IsValue(TextRange cell) => KindOf(Words(cell)) is ColumnKind.Period or ColumnKind.Superseded;

    // Columns below one cell of the lines above, where the same kinds of columns come again below each; else all columns are one group.
    private int GroupSize(int at, List<TextRange> own)
    {
        var kinds = own.Select(cell => KindOf(Words(cell))).ToList();
        foreach (var count in lines[..at].Select(cells => cells.Count(IsValue)).Where(count => count > 1 && own.Count % count == 0).OrderDescending())
        {
            var size = own.Count / count;
            if (Enumerable.Range(0, own.Count).All(i => kinds[i] == kinds[i % size]))
                return size;
        }
        return own.Count;
    }

    // The cell of each line above that spans the column: the line's cells share the columns evenly, or those that hold values.
    private List<TextRange> Above(int line, List<TextRange> own, int column, int size)
    {
        var values = own.Where(IsValue).ToList();
        var spans = new List<TextRange>();
        foreach (var cells in lines[..line])
        {
            var spanning = cells.Where(IsValue).ToList();
            if (spanning.Count > 0 && spanning.Count == own.Count / size)
                spans.Add(spanning[column / size]);
            else if (spanning.Count > 0 && values.Count % spanning.Count == 0)
                spans.Add(spanning[values.IndexOf(own[column]) / (values.Count / spanning.Count)]);
        }
        return spans;
    }

    // Cells whose words stand in several paragraphs leave blank lines inside their row; tabs tell where its cells begin.
    private List<List<TextRange>> Joined(IReadOnlyList<TableLine> all)
    {
        var joined = new List<List<TextRange>>();
        var (open, end) = (false, 0);
        foreach (var line in all.Where(line => !line.Range.IsEmpty))
        {
            var tabbed = source.Content.AsSpan(line.Range.Start, line.Range.Length).Contains('\t') || (line.Range.Start > 0 && LeadsWithTab(line.Range.Start));
            if (open && source.Content.AsSpan(end, line.Range.Start - end).Count('\n') == 2)
            {
                var cells = line.Cells;
                if (!LeadsWithTab(line.Range.Start))
                {
                    joined[^1][^1] = joined[^1][^1] with { End = cells[0].End };
                    cells = [.. cells.Skip(1)];
                }
                joined[^1].AddRange(cells);
            }
            else
            {
                joined.Add([.. line.Cells]);
                open = false;
            }
            open |= tabbed;
            end = line.Range.End;
        }
        return joined;
    }

    private bool LeadsWithTab(int at)
    {
        for (at--; at >= 0 && source.Content[at] != '\n'; at--)
        {
            if (source.Content[at] == '\t')
                return true;
        }
        return false;
    }

    private TableColumn Column(TextRange own, List<TextRange> above, int group)
    {
        var kind = KindOf(Words(own));
        var all = string.Join(' ', above.Append(own).Select(Words));
        if (!IsValue(own))
            return new TableColumn(kind, null, own, group, false);
        var heading = own with { Start = above.Count > 0 ? above[0].Start : own.Start };
        return new TableColumn(kind, PeriodOf(Words(own), string.Join(' ', above.Select(Words)), all), heading, group, Estimate().IsMatch(all));
    }

    private PeriodMention? PeriodOf(string own, string above, string all)
    {
        var year = Year().Match(own) is { Success: true } match ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        // The title may name all columns: "Three Months Ended June 30, 2024 and 2023".
        if (Periods.FindAll(Plain(above)).Where(period => period.End is { } end && end.Year == year).ToList() is { Count: > 0 } titled)
            return One(titled);
        if (Periods.FindAll(Plain(all), yearEnd).Where(period => period.End is not null).ToList() is { Count: > 0 } named)
            return One(named);
        if (Dates.FindAll(all) is [.., var date])
            return new PeriodMention(null, null, date.Date, null, 0, 0);
        // A bare year is a fiscal year only where nothing but the fiscal year is spoken of.
        return year is { } bare && yearEnd is { } known && above.Length == 0
            ? new PeriodMention(PeriodKind.Annual, null, known.AddYears(bare - known.Year), 12, 0, 0, true) : null;
    }

    // One date with two durations ("Three and Six Months Ended …") leaves the duration open.
    private static PeriodMention One(List<PeriodMention> periods) =>
        periods.Any(other => other.End == periods[^1].End && other.Months != periods[^1].Months) ? periods[^1] with { Months = null, Kind = null } : periods[^1];

    private static ColumnKind KindOf(string text) => PercentChange().IsMatch(text) ? ColumnKind.ChangePercent : Change().IsMatch(text) ? ColumnKind.Change
        : Superseded().IsMatch(text) ? ColumnKind.Superseded : ColumnKind.Period;

    private static bool IsColumn(string text) => Superseded().IsMatch(text) || Restated().IsMatch(text) || Year().IsMatch(text) || Change().IsMatch(text) || PercentChange().IsMatch(text) || Quarter().IsMatch(text) || FullDate().IsMatch(text);

    private static bool IsSpan(string text) => text.Length < 120 && Span().IsMatch(text) && !Sentence().IsMatch(text);

    // Broken lines, numbers for months, and weeks: a quarter of thirteen weeks.
    private static string Plain(string text) => Weeks().Replace(Slashed().Replace(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Spelled), match => match.Groups["quarter"].Success ? "three months"
        : match.Groups["half"].Success ? "six months" : match.Groups["nine"].Success ? "nine months" : "twelve months");

    private static string Spelled(Match date) => Dates.FindAll(date.Value) is [var found] ? found.Date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture) : date.Value;

    private string Words(TextRange cell) => source.Content[cell.Start..cell.End];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?:FY|fiscal(?:\s+year)?|year)?\s{0,4}[’']?(?<year>(?:19|20)\d{2})(?:\s{0,4}(?:\(?(?:unaudited|audited|estimated?|preliminary|actual|restated|as\s+restated|[a-c1-3])\)?|\*))*$", Options)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:Q[1-4]\s?(?:FY)?\s?['’]?(?:20)?\d{2}|(?:first|second|third|fourth)\s+quarter\s+(?:of\s+)?(?:fiscal\s+)?(?:19|20)\d{2})\b", Options)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?!.{120})(?:.{0,80}\b)?" + Dates.MonthName + @"\s+\d{1,2}\s?,?\s+(?:19|20)\d{2}(?:\s{0,3}\([a-z ]{1,24}\))?$", Options | RegexOptions.Singleline)]
    private static partial Regex FullDate();

    [GeneratedRegex(@"\b(?:(?:months?|years?|quarters?|weeks|periods?)\s+(?:then\s+)?end(?:ed|ing)|as\s+of|as\s+at|fiscal\s+years?|years?$|" + Dates.MonthName + @"\s+\d{1,2}\b|\d{1,2}/\d{1,2}/\d{2,4})", Options)]
    private static partial Regex Span();

    [GeneratedRegex(@"\b(the\scompany|we|expects?|anticipates?|will|was|were|is|are|compared)\b", Options)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^(?:\$\s?|amount\s(?:of\s)?)?(?:(?:year-over-year\s|dollar\s|net\s)?(?:change|variance|difference|increase|decrease|(?:restatement\s)?adjustments?|effects?\sof\s(?:the\s)?restatement)(?:\s?/?\s?\(?(?:decrease|increase|decline)\)?)?)(?:\s?\(?(?:\$|in\sdollars)\)?)?$|^\$$", Options)]
    private static partial Regex Change();

    [GeneratedRegex(@"^(?:%|percent(?:age)?)\s{0,3}(?:of\s)?(?:change|variance|difference|increase|decrease)?(?:\s?/?\s?\(?(?:decrease|increase)\)?)?$|^(?:change|variance|increase|increase\s?/?\s?\(decrease\))\s?\(?(?:%|percent)\)?$", Options)]
    private static partial Regex PercentChange();

    [GeneratedRegex(@"^(?:as\s+)?(?:(?:originally|previously|initially|first)\s+)(?:reported|filed|issued|stated)$|^as\s+(?:reported|filed)$", Options)]
    private static partial Regex Superseded();

    [GeneratedRegex(@"^(?:as\s+)?(?:restated|revised|corrected|adjusted)$", Options)]
    private static partial Regex Restated();

    [GeneratedRegex(@"(?<![\d/])\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])", Options)]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\b(estimat\w+|approximat\w+|expected|projected)\b", Options)]
    private static partial Regex Estimate();

    [GeneratedRegex(@"\b(?:(?<quarter>thirteen|fourteen|13|14)|(?<half>twenty-six|twenty-seven|26|27)|(?<nine>thirty-nine|forty|39|40)|fifty-two|fifty-three|52|53)[ -]weeks\b", Options)]
    private static partial Regex Weeks();
}
