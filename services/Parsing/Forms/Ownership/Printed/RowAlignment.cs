namespace Filingwire.Parsing.Forms.Ownership.Printed;

/// <summary>An entry and the column it stands in.</summary>
/// <param name="Value">The entry.</param>
/// <param name="Column">The column; null when it fits none.</param>
/// <param name="Margin">By how much the best reading with this place beats the best reading without it; 0 when it is a guess.</param>
internal readonly record struct PlacedValue(PrintedValue Value, PrintedColumn? Column, double Margin);

/// <summary>
/// Places the entries of a row into columns. Their order is that of the columns, but empty cells may have vanished; so all ways to place them
/// are weighed by how well each entry fits its column, how far it stands from the column's own place, and which columns stay empty.
/// </summary>
internal static class RowAlignment
{
    private const double NoPlace = -6;
    private const double AtItsPlace = 2;
    private const double Impossible = -1e6;

    /// <summary>Places the entries.</summary>
    /// <param name="values">The entries, none empty, in order.</param>
    /// <param name="columns">The columns that may be filled.</param>
    /// <param name="layout">All columns of the table, which give the entries' own places.</param>
    /// <param name="cells">Number of cells of the row.</param>
    /// <param name="transaction">The row is read as a transaction.</param>
    /// <param name="score">How well the best reading fits.</param>
    public static PlacedValue[] Place(IReadOnlyList<PrintedValue> values, IReadOnlyList<PrintedColumn> columns, IReadOnlyList<PrintedColumn> layout,
        int cells, bool transaction, out double score)
    {
        var fit = Fits(values, columns, layout, cells);
        var missing = columns.Select(column => PrintedLayout.Missing(column, transaction)).ToArray();
        var before = Forward(fit, missing, values.Count);
        var after = Backward(fit, missing, values.Count);
        score = before[values.Count, columns.Count];
        var placed = new PlacedValue[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            double best = Impossible, second = Impossible;
            var place = -1;
            for (var j = -1; j < columns.Count; j++)
            {
                var through = j < 0 ? Unplaced(before, after, i, columns.Count) : before[i, j] + fit[i, j] + after[i + 1, j + 1];
                if (through > best)
                    (second, best, place) = (best, through, j);
                else if (through > second)
                    second = through;
            }
            placed[i] = new PlacedValue(values[i], place < 0 ? null : columns[place], best - second);
        }
        return placed;
    }

    private static double[,] Fits(IReadOnlyList<PrintedValue> values, IReadOnlyList<PrintedColumn> columns, IReadOnlyList<PrintedColumn> layout, int cells)
    {
        var fit = new double[values.Count, columns.Count];
        for (var i = 0; i < values.Count; i++)
            for (var j = 0; j < columns.Count; j++)
            {
                var own = IndexOf(layout, columns[j]);
                var atPlace = cells >= layout.Count - 1 && cells <= layout.Count + 1 && values[i].Column == own;
                fit[i, j] = PrintedLayout.Fit(columns[j], values[i]) is { } fits ? fits + (atPlace ? AtItsPlace : 0) : Impossible;
            }
        return fit;
    }

    private static double[,] Forward(double[,] fit, double[] missing, int count)
    {
        var best = new double[count + 1, missing.Length + 1];
        for (var i = 0; i <= count; i++)
            for (var j = 0; j <= missing.Length; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                best[i, j] = Math.Max(
                    Math.Max(i > 0 ? best[i - 1, j] + NoPlace : Impossible, j > 0 ? best[i, j - 1] - missing[j - 1] : Impossible),
                    i > 0 && j > 0 ? best[i - 1, j - 1] + fit[i - 1, j - 1] : Impossible);
            }
        return best;
    }

    private static double[,] Backward(double[,] fit, double[] missing, int count)
    {
        var best = new double[count + 1, missing.Length + 1];
        for (var i = count; i >= 0; i--)
            for (var j = missing.Length; j >= 0; j--)
            {
                if (i == count && j == missing.Length)
                    continue;
                best[i, j] = Math.Max(
                    Math.Max(i < count ? best[i + 1, j] + NoPlace : Impossible, j < missing.Length ? best[i, j + 1] - missing[j] : Impossible),
                    i < count && j < missing.Length ? best[i + 1, j + 1] + fit[i, j] : Impossible);
            }
        return best;
    }

    private static double Unplaced(double[,] before, double[,] after, int i, int columns)
    {
        var best = Impossible;
        for (var j = 0; j <= columns; j++)
            best = Math.Max(best, before[i, j] + NoPlace + after[i + 1, j]);
        return best;
    }

    private static int IndexOf(IReadOnlyList<PrintedColumn> layout, PrintedColumn column)
    {
        for (var i = 0; i < layout.Count; i++)
            if (layout[i] == column)
                return i;
        return -1;
    }
}
