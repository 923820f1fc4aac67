using Spectre.Console;
using Spectre.Console.Rendering;

namespace Filingwire.Cli;

/// <summary>Rows under a title: a table where it fits, else a list in which no value is cut or hidden.</summary>
internal sealed class Rows(string title, params string[] columns)
{
    private const int BetweenColumns = 3;
    private readonly List<string[]> rows = [];

    /// <summary>There is nothing to show.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>Adds a row, a value for each column.</summary>
    public void Add(params string[] values) => rows.Add([.. values.Select(Printable.Line)]);

    /// <summary>What fits into a console of a width.</summary>
    public IRenderable For(int width) => NaturalWidth() <= width ? Table() : List();

    private int NaturalWidth() => 1 + columns.Select((column, i) => rows.Select(row => row[i].Length).Append(column.Length).Max() + BetweenColumns).Sum();

    private Table Table()
    {
        var table = new Table().Title(Markup.Escape(title)).Border(TableBorder.Ascii2);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).NoWrap());
        foreach (var row in rows)
            table.AddRow([.. row.Select(Markup.Escape)]);
        return table;
    }

    private Markup List()
    {
        var label = columns.Max(column => column.Length);
        var lines = rows.SelectMany(row => columns.Select((column, i) => $"{(i == 0 ? "-" : " ")} {column.PadRight(label)}  {Markup.Escape(row[i])}"));
        return new Markup(string.Join('\n', lines.Prepend($"[bold]{Markup.Escape(title)}[/]")) + "\n");
    }
}
