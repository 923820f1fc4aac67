using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>Turns the rows of one table into figures, with what its heading and the sentence before it say of unit, currency and periods.</summary>
internal sealed partial class TableReading
{
    private const byte Seen = 90, Computed = 70;

    private readonly SourceText source;
    private readonly List<TableLine> heading;
    private readonly DateOnly? yearEnd;
    private readonly Field<decimal?>? scale;
    private readonly bool sharesUnscaled;
    private readonly bool estimated;
    private string? currency;

    public TableReading(SourceText source, List<TableLine> heading, TextRange leadIn, DateOnly? yearEnd)
    {
        this.source = source;
        this.heading = heading;
        this.yearEnd = yearEnd;
        var caption = heading.Count > 0 ? new TextRange(heading[0].Range.Start, heading[^1].Range.End) : leadIn with { Start = leadIn.End };
        var (words, place) = (Units().Match(source.Content[caption.Start..caption.End]), caption);
        if (!words.Success)
            (words, place) = (Units().Match(source.Content[leadIn.Start..leadIn.End]), leadIn);
        scale = ScaleOf(words, place);
        sharesUnscaled = words.Success && words.Groups["shares"].Success;
        currency = words.Groups["currency"].Success ? CurrencyOf(words.Groups["currency"].Value) : null;
        estimated = caption.Length > 0 && Estimate().IsMatch(source.Content.AsSpan(caption.Start, caption.Length));
    }

    /// <summary>The figures of the rows; none when the table is none of figures.</summary>
    public IReadOnlyList<Figure> Read(IReadOnlyList<(TableLine Line, TableRow? Row)> lines)
    {
        var rows = lines.Where(line => line.Row is not null).Select(line => line.Row!).ToList();
        currency ??= rows.SelectMany(row => row.Numbers).FirstOrDefault(number => number.Currency is not null).Currency;
        var count = rows.GroupBy(row => row.Numbers.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        var columns = new TableHeading(source, heading, yearEnd).Columns(count);
        var figures = new List<Figure>();
        TextRange? section = null;
        foreach (var (line, row) in lines)
        {
            if (row is null)
                section = line.Range.IsEmpty ? section : line.Range;
            else
                figures.AddRange(ReadRow(row, section, columns));
        }
        return figures;
    }

    private IEnumerable<Figure> ReadRow(TableRow row, TextRange? section, IReadOnlyList<TableColumn> columns)
    {
        var label = Label(row.Label);
        var metric = MetricOf(label, section);
        var isYear = row.Numbers.All(number => number.IsYear || number.Low is null);
        // Without a heading only what names a known metric and shows money is a figure.
        if (columns.Count == 0)
        {
            if (metric is not null && row.Numbers is [{ Low: not null, Currency: not null } single])
                yield return Figure(label, metric.Value, row, single, null);
            yield break;
        }
        var values = columns.Where(column => column.HoldsValues).ToList();
        if ((row.Numbers.Count != columns.Count && row.Numbers.Count != values.Count) || isYear)
            yield break;
        var cells = (row.Numbers.Count == columns.Count ? columns : values).Zip(row.Numbers).ToList();
        foreach (var (at, before) in Pairs([.. cells.Where(cell => cell.First.HoldsValues)]))
        {
            if (at.Number.Low is null)
                continue;
            var figure = Figure(label, metric, row, at.Number, at.Column);
            if (before is not { } other)
            {
                yield return figure;
                continue;
            }
            var group = cells.Where(cell => cell.First.Group == at.Column.Group).ToList();
            yield return Compared(figure, at, other, group.Count(cell => cell.First.HoldsValues) == 2 ? group : []);
        }
    }

    // Every value with the one it is compared with: what it restates; else the same duration, about a year earlier; else the next earlier one.
    private static IEnumerable<((TableColumn Column, TableNumber Number) At, (TableColumn Column, TableNumber Number)? Before)> Pairs(List<(TableColumn Column, TableNumber Number)> cells)
    {
        var used = new HashSet<TableColumn>();
        foreach (var cell in cells.Where(cell => cell.Column.Kind == ColumnKind.Period).OrderByDescending(cell => cell.Column.Period?.End ?? DateOnly.MinValue))
        {
            var before = cells.FirstOrDefault(other => other.Column.Kind == ColumnKind.Superseded && other.Column.Group == cell.Column.Group);
            if (before.Column is null && cell.Column.Period is { End: { } own } mine)
            {
                var yearBefore = own.AddYears(-1).DayNumber;
                before = cells.Where(other => other.Column.Kind == ColumnKind.Period && other.Column.Period is { End: { } end } period && end < own && period.Months == mine.Months)
                    .OrderBy(other => Math.Abs(yearBefore - other.Column.Period!.Value.End!.Value.DayNumber)).FirstOrDefault();
            }
            if (before.Column is not null)
                used.Add(before.Column);
            else if (used.Contains(cell.Column))
                continue;
            yield return (cell, before.Column is null ? null : before);
        }
    }

    private Figure Compared(Figure figure, (TableColumn Column, TableNumber Number) at, (TableColumn Column, TableNumber Number) before, List<(TableColumn Column, TableNumber Number)> cells)
    {
        var (change, percent) = (Cell(ColumnKind.Change), Cell(ColumnKind.ChangePercent));
        // A column headed "Change" may hold percentages.
        if (change is { IsPercent: true } && percent is null)
            (change, percent) = (null, change);
        var old = before.Number.Low is null ? null : Value(before.Number, figure, "figure.table.comparative", before.Number.Low);
        return figure with
        {
            ComparativeValue = old,
            ComparativePeriodEnd = Date(before.Column, "figure.table.comparative-period"),
            Change = change is { } moved ? Value(moved, figure with { MetricCode = null }, "figure.table.change", Math.Abs(moved.Low!.Value)) : null,
            ChangePercent = percent is { } share ? new Field<decimal?>(Math.Abs(share.Low!.Value), source.Cite(share.At, "figure.table.change-percent", Seen)) : null,
            Direction = figure.Value?.Value is { } value && old?.Value is { } earlier && at.Number.High is null
                ? value > earlier ? FigureDirection.Increase : value < earlier ? FigureDirection.Decrease : FigureDirection.Unchanged : null,
        };

        TableNumber? Cell(ColumnKind kind) => cells.Where(cell => cell.Column.Kind == kind && cell.Number.Low is not null).Select(cell => (TableNumber?)cell.Number).FirstOrDefault();
    }

    private Figure Figure(TextRange label, MetricMention? metric, TableRow row, TableNumber number, TableColumn? column)
    {
        var code = metric?.Code is { } named ? TableMetrics.CodeOf(named, row.Numbers) : null;
        var words = source.Content[label.Start..label.End];
        var figure = new Figure
        {
            Metric = new Field<string?>(new Passage(source, label).Text, source.Cite(label, "figure.table.metric", Seen)),
            MetricCode = code,
            Unit = number.IsPercent ? FigureUnit.Percent : TableMetrics.IsShares(words) ? FigureUnit.Shares : TableMetrics.IsPerShare(words, code) ? FigureUnit.CurrencyPerShare : FigureUnit.Currency,
            PeriodEnd = column is null ? null : Date(column, "figure.table.period"),
            DurationMonths = column?.Period is not { } period ? null : Metrics.IsBalance(code) ? 0 : period.Months,
            Approximate = estimated || column?.Estimated == true || number.High is not null,
        };
        figure = figure with
        {
            Currency = figure.Unit is FigureUnit.Currency or FigureUnit.CurrencyPerShare ? number.Currency ?? currency : null,
            Scale = IsScaled(figure.Unit, number) ? scale : null,
        };
        return figure with
        {
            Value = Value(number, figure, "figure.table.value", number.Low),
            ValueHigh = number.High is { } high ? Value(number, figure, "figure.table.value-high", high) : null,
        };
    }

    private bool IsScaled(FigureUnit? unit, TableNumber number) => number.Factor == 1m && (unit == FigureUnit.Currency || (unit == FigureUnit.Shares && !sharesUnscaled));

    // A loss is written with brackets in one table and without in the next; its size is meant.
    private Field<decimal?> Value(TableNumber number, Figure figure, string rule, decimal? written)
    {
        var size = figure.MetricCode is { } code && TableMetrics.IsLoss(code) ? Math.Abs(written!.Value) : written!.Value;
        var factor = IsScaled(figure.Unit, number) ? scale?.Value ?? 1m : 1m;
        return new Field<decimal?>(Amounts.InFullUnits(size, factor) ?? size, source.Cite(number.At, rule, Seen));
    }

    private Field<DateOnly?>? Date(TableColumn column, string rule) => column.Period is { End: { } end } period
        ? new Field<DateOnly?>(end, source.Cite(column.Heading, period.Computed ? rule + "-of-year" : rule, period.Computed ? Computed : Seen)) : null;

    private TextRange Label(TextRange label)
    {
        var end = label.Start + (FootnoteMark().Match(source.Content[label.Start..label.End]) is { Success: true } mark ? mark.Index : label.Length);
        while (end > label.Start && (char.IsWhiteSpace(source.Content[end - 1]) || source.Content[end - 1] is '.' or ':' or '_' or '-'))
            end--;
        return end > label.Start ? label with { End = end } : label;
    }

    // "Basic" below "Net loss per share:" is that.
    private MetricMention? MetricOf(TextRange label, TextRange? section)
    {
        var words = new Passage(source, label).Text;
        // The label is the metric, not something of it: "Increase in inventory", "Net loss from discontinued operations".
        if (Metrics.FindAll(words) is [var own, ..])
            return Prefix().IsMatch(words.AsSpan(0, own.Start)) && Suffix().IsMatch(words.AsSpan(own.End)) ? own : null;
        var above = section is { } caption && Detail().IsMatch(source.Content.AsSpan(label.Start, label.Length)) ? Metrics.FindAll(new Passage(source, caption).Text) : [];
        return above.Count > 0 ? above[0] : null;
    }

    private Field<decimal?>? ScaleOf(Match words, TextRange place)
    {
        var unit = words.Groups["unit"];
        if (!unit.Success)
            return null;
        var factor = unit.Value.StartsWith('0') ? 1_000m : Amounts.FactorOf(unit.ValueSpan);
        return new Field<decimal?>(factor, source.Cite(place.Start + words.Index, words.Length, "figure.table.scale", Seen));
    }

    private static string? CurrencyOf(string words) => words.Contains('$') || words.Contains("ollar", StringComparison.OrdinalIgnoreCase)
        ? words.StartsWith("Can", StringComparison.OrdinalIgnoreCase) ? "CAD" : words.Contains('$') ? Amounts.Currency(words) : "USD" : Amounts.Currency(words);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?:(?<currency>" + Amounts.Money + @"|(?:U\.?S\.?\s|Canadian\s)?dollars)\s+)?(?:amounts?\s+|stated\s+|expressed\s+|presented\s+)?(?:are\s+)?in\s+(?:(?<currency>" + Amounts.Money + @")\s?)?(?<unit>thousands|millions|billions|000['’]?s?)"
        + @"(?:\s+of\s+(?<currency>(?:U\.?S\.?\s|Canadian\s)?dollars|" + Amounts.Money + @"))?(?<shares>,?\s+except\s+(?:for\s+)?(?:per\s+share\s+and\s+share|share\s+(?:and|data|amounts)|number\s+of\s+shares|shares)\b)?|\((?<currency>\$)?\s?(?<unit>000['’]?s)(?:\s+omitted)?\)", Options)]
    private static partial Regex Units();

    [GeneratedRegex(@"\b(estimat\w+|approximat\w+|projected)\b", Options)]
    private static partial Regex Estimate();

    [GeneratedRegex(@"\s*\(\d{1,2}\)\s*$")]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"^(?:(?:basic|diluted|and|total|net|consolidated|GAAP|non-GAAP|estimated|preliminary|expected|less:?|plus:?|unaudited|approximate)[\s:]+)*$", Options)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\s*(?:$|[,(:;–—-]|per\b|for\sthe\b|attributable\sto\b)", Options)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^(basic|diluted|basic\s+and\s+diluted|as\s+reported|total|other)\b", Options)]
    private static partial Regex Detail();
}
