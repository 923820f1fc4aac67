using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>A table of figures found in a text.</summary>
/// <param name="Range">From its heading to its last row.</param>
/// <param name="Figures">Its figures, row by row.</param>
public sealed record FigureTable(TextRange Range, IReadOnlyList<Figure> Figures);

/// <summary>
/// Finds tables of figures in a text: lines with a label and numbers below a heading that names periods, laid out with the cells of HTML or
/// with blanks in typed text.
/// </summary>
public static partial class FigureTables
{
    private const int LongestHeading = 16, LongestGap = 3, LongestLeadIn = 600;

    /// <summary>The tables in a range, in order.</summary>
    /// <param name="source">The text.</param>
    /// <param name="range">Where to look.</param>
    /// <param name="yearEnd">End of the fiscal year that an annual report is about; gives bare years their dates.</param>
    public static IReadOnlyList<FigureTable> FindAll(SourceText source, TextRange range, DateOnly? yearEnd)
    {
        var tables = new List<FigureTable>();
        if (source.Content.AsSpan(range.Start, range.Length).IndexOfAny('\t', '\n') < 0)
            return tables;
        var lines = TableLine.Of(source, range);
        var rows = lines.Select(line => RowOf(source, line)).ToList();
        for (var at = 0; at < lines.Count;)
        {
            var first = rows.FindIndex(at, row => row is not null);
            if (first < 0)
                break;
            var last = LastRow(source, lines, rows, first);
            var top = TopOfHeading(source, lines, rows, first, at);
            var table = new TableReading(source, lines[top..first], LeadIn(source, lines, range, top), yearEnd).Read([.. Enumerable.Range(first, last - first + 1).Select(i => (lines[i], rows[i]))]);
            // What is laid out as a table is no prose, even where its columns cannot be told.
            if (table.Count > 0 || Enumerable.Range(first, last - first + 1).Count(i => rows[i] is { Numbers.Count: > 1 }) > 1)
                tables.Add(new FigureTable(new TextRange(lines[top].Range.Start, lines[last].Range.End), table));
            at = last + 1;
        }
        return tables;
    }

    // A row has a label of letters and numbers that are not all years: "Year ended December 31,  2024  2023" is a heading.
    private static TableRow? RowOf(SourceText source, TableLine line)
    {
        if (line.Cells.Count < 2)
            return null;
        var (label, numbers) = TableNumber.ReadLine(source.Content, line);
        return label is { } named && numbers.Count > 0 && !numbers.All(number => number.IsYear) && (numbers.Any(number => number.Low is not null) || Metrics.FindAll(new Passage(source, named).Text).Count > 0)
            && named.Length < 200 && source.Content.AsSpan(named.Start, named.Length).ContainsAnyInRange('A', 'z') && !Numbering().IsMatch(source.Content.AsSpan(named.Start, named.Length))
            ? new TableRow(named, numbers) : null;
    }

    // Captions of sections and blank lines may stand among the rows; a new heading begins a new table.
    private static int LastRow(SourceText source, List<TableLine> lines, List<TableRow?> rows, int first)
    {
        var last = first;
        for (var i = first + 1; i < lines.Count && i - last <= LongestGap; i++)
        {
            if (rows[i] is not null)
                last = i;
            else if (IsProse(source, lines[i]) || TableHeading.IsHeading(source, lines[i]))
                break;
        }
        return last;
    }

    private static int TopOfHeading(SourceText source, List<TableLine> lines, List<TableRow?> rows, int first, int floor)
    {
        var (top, count) = (first, 0);
        for (var i = first - 1; i >= floor && count < LongestHeading && rows[i] is null && !IsProse(source, lines[i]); i--)
        {
            if (lines[i].Range.IsEmpty)
                continue;
            top = i;
            count++;
        }
        return top;
    }

    private static bool IsProse(SourceText source, TableLine line) =>
        line.Cells.Count == 1 && (line.Range.Length > 140 || (line.Range.Length > 40 && Clause().IsMatch(source.Content.AsSpan(line.Range.Start, line.Range.Length))));

    // The sentence that leads in may hold what a caption holds: "… are as follows (in thousands):".
    private static TextRange LeadIn(SourceText source, List<TableLine> lines, TextRange range, int top)
    {
        var end = lines[top].Range.Start;
        var above = source.Trim(new TextRange(Math.Max(range.Start, end - LongestLeadIn), end));
        var start = above.IsEmpty ? above.Start : Math.Max(above.Start, source.Content.LastIndexOf("\n\n", above.End - 1, above.Length, StringComparison.Ordinal) + 1);
        return above with { Start = start };
    }

    [GeneratedRegex(@"^\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[.:]$|\b(?:the\scompany|registrant|expects?|anticipates?|will|was|were|is|are|follow\w*|which|that)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}

/// <summary>A row of a table of figures.</summary>
internal sealed record TableRow(TextRange Label, IReadOnlyList<TableNumber> Numbers);
