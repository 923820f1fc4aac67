using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>A cell of a line: the characters from <paramref name="Start"/> to <paramref name="End"/> without blanks around them.</summary>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Position in the line, from 0; empty cells count.</param>
/// <param name="Start">First character.</param>
/// <param name="End">First character after.</param>
internal readonly record struct PrintedCell(int Line, int Column, int Start, int End)
{
    public bool IsEmpty => Start == End;
}

/// <summary>
/// The rendering of a form as lines of cells. Cells are set apart by tabs; where a line has none, by bars or by runs of blanks.
/// </summary>
internal sealed class PrintedPage
{
    private PrintedPage(SourceText text, IReadOnlyList<IReadOnlyList<PrintedCell>> lines)
    {
        Text = text;
        Lines = lines;
    }

    public SourceText Text { get; }

    public IReadOnlyList<IReadOnlyList<PrintedCell>> Lines { get; }

    public static PrintedPage Of(SourceText text)
    {
        var content = text.Content;
        var lines = new List<IReadOnlyList<PrintedCell>>();
        for (var at = 0; at <= content.Length;)
        {
            var length = content.AsSpan(at).IndexOfAny('\r', '\n');
            var end = length < 0 ? content.Length : at + length;
            lines.Add(Cells(content, lines.Count, at, end));
            at = end + (end + 1 < content.Length && content[end] == '\r' && content[end + 1] == '\n' ? 2 : 1);
        }
        return new PrintedPage(text, lines);
    }

    public string Of(PrintedCell cell) => Text.Content[cell.Start..cell.End];

    /// <summary>The characters of a line from its first to its last cell that is not empty.</summary>
    public (int Start, int End) Extent(int line)
    {
        var cells = Lines[line];
        var start = cells.FirstOrDefault(cell => !cell.IsEmpty, cells[0]).Start;
        return (start, Math.Max(start, cells.LastOrDefault(cell => !cell.IsEmpty, cells[0]).End));
    }

    private static List<PrintedCell> Cells(string content, int line, int start, int end)
    {
        var cells = new List<PrintedCell>();
        var text = content.AsSpan(start, end - start);
        var byTab = text.Contains('\t');
        var separator = byTab ? '\t' : text.Count('|') > 1 ? '|' : ' ';
        var from = start;
        while (from <= end)
        {
            var to = NextSeparator(content, from, end, separator);
            cells.Add(Trim(content, line, cells.Count, from, to));
            from = to + 1;
            while (separator == ' ' && from < end && content[from] == ' ')
                from++;
        }
        return cells;
    }

    private static int NextSeparator(string content, int from, int end, char separator)
    {
        for (var at = from; at < end; at++)
            if (content[at] == separator && (separator != ' ' || (at > from && at + 1 < end && content[at + 1] == ' ')))
                return at;
        return end;
    }

    private static PrintedCell Trim(string content, int line, int column, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(content[start]))
            start++;
        while (end > start && char.IsWhiteSpace(content[end - 1]))
            end--;
        return new PrintedCell(line, column, start, end);
    }
}
