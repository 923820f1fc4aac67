using System.Net;
using System.Text;

namespace Filingwire.Corpus.Notices.MadeUp;

/// <summary>The page a template writes on: markup, typed lines, or what text recognition makes of a picture.</summary>
internal sealed class NoticePage(Random random, bool html, bool isOcr)
{
    private readonly StringBuilder document = new(html ? random.Next(2) == 0 ? "<html><head><title>NT</title><style>p{margin:0}</style></head><body>" : "<HTML>\n<BODY BGCOLOR=\"WHITE\">\n" : "");

    public bool IsHtml => html;

    public bool IsOcr => isOcr;

    public void Markup(string markup) => document.Append(markup);

    public void Raw(string markup) => document.Append(html ? $"<div>{markup.Replace("\n", "<br>\n", StringComparison.Ordinal)}</div>\n" : markup + "\n\n");

    public void Line(params string[] lines)
    {
        foreach (var line in lines.Where(line => line.Length > 0))
            document.Append(html ? random.Next(2) == 0 ? $"<p style=\"margin:0\">{Text(line)}</p>\n" : $"<DIV><FONT SIZE=2>{Text(line)}</FONT></DIV>\n" : Wrap(line) + "\n");
        if (!html)
            document.Append('\n');
    }

    /// <summary>Words of the form itself, which recognition may break.</summary>
    public void Printed(string words) => Line(Broken(words));

    /// <summary>The words with blanks inside some of them, and some without the blanks between them, where the page is recognised from a picture.</summary>
    public string Broken(string words)
    {
        if (!isOcr)
            return words;
        var broken = new StringBuilder();
        foreach (var word in words.Split(' '))
        {
            var cut = word.Length > 6 && word.All(char.IsLetter) && random.Next(14) == 0 ? random.Next(1, word.Length - 1) : 0;
            broken.Append(broken.Length == 0 || (char.IsLetter(broken[^1]) && char.IsLower(word.FirstOrDefault()) && random.Next(40) == 0) ? "" : random.Next(30) == 0 ? "\t" : " ")
                .Append(cut > 0 ? word[..cut] + " " + word[cut..] : word);
        }
        return broken.ToString();
    }

    public void Table(MadeUpTable table)
    {
        Line(table.LeadIn);
        if (table.Caption is { } caption && random.Next(2) == 0)
            Line(caption);
        else if (table.Caption is { } inside)
            table = table with { Headings = [[inside], .. table.Headings] };
        if (html)
            MarkupTable(table);
        else
            TypedTable(table);
    }

    private void MarkupTable(MadeUpTable table)
    {
        var apart = random.Next(2) == 0;
        document.Append("<table border=\"0\" cellspacing=\"0\">\n");
        foreach (var heading in table.Headings)
            document.Append("<tr><td>&nbsp;</td>").AppendJoin("", heading.Select(cell => $"<td>&nbsp;</td><td colspan=\"2\" align=\"center\"><b>{WebUtility.HtmlEncode(cell)}</b></td>")).Append("</tr>\n");
        foreach (var (label, cells) in table.Rows)
        {
            document.Append($"<tr><td>{WebUtility.HtmlEncode(label)}</td>");
            foreach (var cell in cells)
            {
                // Signs and brackets in cells of their own, as tables of figures mostly have them.
                var sign = cell.StartsWith('$') ? "$" : "";
                var closing = cell.EndsWith(')') || cell.EndsWith('%') ? cell[^(cell.EndsWith(")%", StringComparison.Ordinal) ? 2 : 1)..] : "";
                document.Append(apart ? $"<td>&nbsp;</td><td>{sign}</td><td align=\"right\">{cell[sign.Length..^closing.Length]}</td><td>{closing}</td>" : $"<td></td><td>{cell}</td>");
            }
            document.Append("</tr>\n");
        }
        document.Append("</table>\n");
    }

    private void TypedTable(MadeUpTable table)
    {
        var width = 18 + random.Next(6);
        var columns = table.Rows[0].Cells.Count;
        foreach (var heading in table.Headings)
            document.Append(new string(' ', 36)).AppendJoin("", heading.Select(cell => Centered(cell, width * columns / heading.Count))).AppendLine();
        document.Append(new string(' ', 36)).AppendJoin("", Enumerable.Repeat(Centered("----------", width), columns)).AppendLine();
        var dots = random.Next(2) == 0;
        foreach (var (label, cells) in table.Rows)
            document.Append((label + " ").PadRight(38, dots ? '.' : ' ')).AppendJoin("", cells.Select(cell => cell.PadLeft(width - 2) + "  ")).AppendLine();
        document.AppendLine();
    }

    private static string Centered(string cell, int width) => "  " + cell.PadLeft((width - 2 + cell.Length) / 2).PadRight(width - 2);

    /// <summary>A text as markup or as it is.</summary>
    public string Text(string text)
    {
        if (!html)
            return text;
        var encoded = WebUtility.HtmlEncode(text);
        return random.Next(3) switch { 0 => encoded.Replace(". ", ".&nbsp;&nbsp;", StringComparison.Ordinal), 1 => encoded.Replace(" of ", " <b></b>of\n", StringComparison.Ordinal), _ => encoded };
    }

    // As typed for EDGAR: at most 75 characters a line, some lines indented.
    private string Wrap(string text)
    {
        var width = 60 + random.Next(16);
        var wrapped = new StringBuilder(random.Next(2) == 0 ? "" : "    ");
        var column = 0;
        foreach (var word in text.Split(' '))
        {
            if (column > 0 && column + word.Length > width)
            {
                wrapped.Append('\n');
                column = 0;
            }
            wrapped.Append(column > 0 ? " " : "").Append(word);
            column += word.Length + 1;
        }
        return wrapped.ToString();
    }

    public override string ToString() => document + (html ? "</body></html>" : "");
}
