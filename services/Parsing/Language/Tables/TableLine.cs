using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>A line of a text, cut into cells: at tabs, and in typed text at wide gaps and at leaders of dots.</summary>
/// <param name="Range">The line without blanks at its ends; empty for a blank line.</param>
/// <param name="Cells">Its cells, none of them empty.</param>
internal sealed record TableLine(TextRange Range, IReadOnlyList<TextRange> Cells)
{
    // No table of figures has more columns, signs and brackets in cells of their own included.
    private const int MostCells = 128, MostBreaks = 64, LongestRow = 1500;

    /// <summary>All lines that begin in a range.</summary>
    public static List<TableLine> Of(SourceText source, TextRange range)
    {
        var lines = new List<TableLine>();
        for (var start = range.Start; start < range.End;)
        {
            var end = EndOfLine(source, start, range.End);
            var line = source.Trim(new TextRange(start, end));
            lines.Add(new TableLine(line, Cut(source, line)));
            start = end + 1;
        }
        return lines;
    }

    // A row of several cells goes on behind breaks inside its cells.
    private static int EndOfLine(SourceText source, int start, int limit)
    {
        var end = Stop(start);
        if (end >= limit || !source.BreaksInsideCell(end))
            return end;
        var last = end;
        var tabbed = source.Content.AsSpan(start, end - start).Contains('\t');
        for (var lines = 0; last < limit && source.BreaksInsideCell(last) && lines < MostBreaks; lines++)
        {
            var next = Stop(last + 1);
            tabbed |= source.Content.AsSpan(last + 1, next - last - 1).Contains('\t');
            last = next;
        }
        return tabbed && last - start <= LongestRow ? last : end;

        int Stop(int from)
        {
            var stop = from >= limit ? -1 : source.Content.IndexOf('\n', from, limit - from);
            return stop < 0 ? limit : stop;
        }
    }

    private static List<TextRange> Cut(SourceText source, TextRange line)
    {
        var content = source.Content;
        var cells = new List<TextRange>();
        var start = line.Start;
        for (var at = line.Start; at < line.End && cells.Count < MostCells;)
        {
            var gap = GapAt(content, at, line.End);
            if (gap == 0)
            {
                at++;
                continue;
            }
            Add(new TextRange(start, at));
            start = at += gap;
        }
        Add(new TextRange(start, line.End));
        return cells;

        void Add(TextRange cell)
        {
            var trimmed = source.Trim(cell);
            if (!trimmed.IsEmpty)
                cells.Add(trimmed);
        }
    }

    // Length of what parts two cells here: tabs, two blanks or more, three dots or more; also the rules drawn with bars in Markdown-like text.
    private static int GapAt(string content, int at, int end)
    {
        var (blanks, dots, hard) = (0, 0, false);
        var i = at;
        for (; i < end; i++)
        {
            if (content[i] is '\t' or '|')
                hard = true;
            else if (content[i] is '.')
                dots++;
            else if (content[i] is '\n')
                continue;
            else if (char.IsWhiteSpace(content[i]))
                blanks++;
            else
                break;
        }
        if (hard || dots >= 3)
            return i - at;
        return dots == 0 && blanks >= 2 ? i - at : 0;
    }
}
