using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Language.Tables;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>A table of values as reported and as restated.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Range">From its heading to its last row.</param>
/// <param name="Effects">What its rows show.</param>
internal sealed record EffectTable(SourceText Source, TextRange Range, IReadOnlyList<ErrorEffect> Effects);

/// <summary>Reads tables with the columns "as reported", "adjustment", "as restated" in any order, for one period or several side by side, with metrics or periods as rows.</summary>
internal static partial class EffectTables
{
    private const byte Seen = 85;
    private const int LongestHeading = 10, LongestGap = 3, MostRows = 200, LongestCaption = 40, LongestSection = 90;

    private readonly record struct DatedPeriod(PeriodMention Period, Passage In);

    private enum Column
    {
        Reported,
        Adjustment,
        Restated,
    }

    /// <summary>The tables between the first and the last of the sentences.</summary>
    public static List<EffectTable> FindAll(IReadOnlyList<Passage> sentences, FiscalCalendar calendar, string rule)
    {
        var tables = new List<EffectTable>();
        foreach (var part in sentences.GroupBy(sentence => sentence.Source))
        {
            var range = new TextRange(part.Min(sentence => sentence.Range.Start), part.Max(sentence => sentence.Range.End));
            if (Heading().IsMatch(part.Key.Content.AsSpan(range.Start, range.Length)))
                tables.AddRange(FindAll(part.Key, range, calendar, rule));
        }
        return tables;
    }

    private static IEnumerable<EffectTable> FindAll(SourceText source, TextRange range, FiscalCalendar calendar, string rule)
    {
        var lines = TableLine.Of(source, range);
        var rows = lines.Select(line => RowOf(source, line)).ToList();
        for (var at = 0; at < lines.Count;)
        {
            var first = rows.FindIndex(at, row => row is not null);
            if (first < 0)
                yield break;
            var top = first;
            for (var i = first - 1; i >= at && first - i <= LongestHeading && lines[i].Range.Length < 200; i--)
                top = i;
            var last = first;
            for (var i = first + 1; i < lines.Count && i - last <= LongestGap && i - first < MostRows; i++)
            {
                if (rows[i] is not null)
                    last = i;
                else if (lines[i].Range.Length > 160)
                    break;
            }
            var heading = new TextRange(lines[top].Range.Start, Math.Max(lines[top].Range.Start, lines[first].Range.Start));
            var leadIn = new TextRange(Math.Max(range.Start, heading.Start - 500), heading.End);
            // A sentence that leads in is no heading of columns.
            var captions = string.Join(' ', lines[top..first].Where(line => line.Cells.Count > 1 || line.Range.Length < LongestCaption).Select(line => source.Content[line.Range.Start..line.Range.End]));
            if (Columns(captions) is { Count: > 1 } columns)
                yield return new EffectTable(source, new TextRange(heading.Start, lines[last].Range.End), [.. Read(source, heading, leadIn, [.. Enumerable.Range(first, last - first + 1).Select(i => (lines[i], rows[i]))], columns, calendar, rule)]);
            at = last + 1;
        }
    }

    private static TableRow? RowOf(SourceText source, TableLine line)
    {
        if (line.Cells.Count < 2)
            return null;
        var (label, numbers) = TableNumber.ReadLine(source.Content, line);
        return label is { Length: < 200 } named && numbers.Count > 1 && !numbers.All(number => number.IsYear) && source.Content.AsSpan(named.Start, named.Length).ContainsAnyInRange('A', 'z') ? new TableRow(named, numbers) : null;
    }

    // The kinds of columns in the order in which the heading names them first; broken lines of typed headings do not matter.
    private static List<Column> Columns(string heading)
    {
        var text = string.Join(' ', heading.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = new List<(int At, Column Kind)>();
        Add(ReportedColumn().Match(text), Column.Reported);
        Add(AdjustmentColumn().Match(text), Column.Adjustment);
        Add(RestatedColumn().Match(text), Column.Restated);
        return found.Exists(column => column.Kind == Column.Reported) ? [.. found.OrderBy(column => column.At).Select(column => column.Kind)] : [];

        void Add(Match match, Column kind)
        {
            if (match.Success)
                found.Add((match.Index, kind));
        }
    }

    private static IEnumerable<ErrorEffect> Read(SourceText source, TextRange heading, TextRange leadIn, List<(TableLine Line, TableRow? Row)> lines, List<Column> columns, FiscalCalendar calendar, string rule)
    {
        var scale = Units().Match(source.Content, leadIn.Start, leadIn.Length) is { Success: true } unit ? unit.Value.Contains("000", StringComparison.Ordinal) ? 1_000m : Amounts.FactorOf(unit.Groups["unit"].ValueSpan) : 1m;
        var headed = PeriodsOf(source, heading, calendar);
        MetricMention? metric = null;
        Passage? metricIn = null;
        DatedPeriod? section = null;
        foreach (var above in TableLine.Of(source, heading))
        {
            var caption = new Passage(source, above.Range);
            if (above.Cells.Count == 1 && above.Range.Length < LongestSection && !caption.Text.EndsWith('.') && Metrics.FindAll(caption.Text) is [var first, ..])
                (metric, metricIn) = (first, caption);
        }
        foreach (var (line, row) in lines)
        {
            var label = new Passage(source, row?.Label ?? line.Range);
            var named = Metrics.FindAll(label.Text);
            var periods = PeriodsOf(source, row?.Label ?? line.Range, calendar);
            if (row is null)
            {
                if (named.Count > 0)
                    (metric, metricIn) = (named[0], label);
                if (periods.Count > 0)
                    section = periods[0];
                continue;
            }
            var code = named.Count > 0 ? named[0] : metric ?? default;
            var place = named.Count > 0 ? label : metricIn;
            if (place is null || code.Code is null || row.Numbers.Count % columns.Count != 0)
                continue;
            DatedPeriod? own = periods.Count > 0 ? periods[0] : section;
            var group = 0;
            foreach (var effect in Effects(source, row, columns, scale, code, place, rule))
            {
                DatedPeriod? period = own ?? (headed.Count > group ? headed[group] : headed.Count == 1 ? headed[0] : null);
                group++;
                if (effect is not null)
                    yield return effect with { PeriodEnd = period is { Period.End: { } end } dated ? new Field<DateOnly?>(end, dated.In.Cite(dated.Period.At, dated.Period.Length, rule + ".table.period", Seen)) : null };
            }
        }
    }

    private static IEnumerable<ErrorEffect?> Effects(SourceText source, TableRow row, List<Column> columns, decimal scale, MetricMention metric, Passage place, string rule)
    {
        for (var at = 0; at < row.Numbers.Count; at += columns.Count)
        {
            var reported = Of(Column.Reported);
            var restated = Of(Column.Restated);
            var adjustment = Of(Column.Adjustment);
            var after = restated?.Low ?? (reported?.Low + adjustment?.Low);
            if (reported?.Low is not { } before || after is not { } now || before == now || reported.Value.IsPercent)
            {
                yield return null;
                continue;
            }
            // A row named as a loss shows its size, in brackets or not.
            var isSize = Metrics.IsLoss(metric.Code) && !TableMetrics.IsResult(metric.Code!, row.Numbers) && !place.Text.Contains("income", StringComparison.OrdinalIgnoreCase);
            if (isSize)
                (before, now) = (Math.Abs(before), Math.Abs(now));
            var perShare = Metrics.IsPerShare(metric.Code) || place.Text.Contains("per share", StringComparison.OrdinalIgnoreCase);
            var places = row.Numbers.Skip(at).Take(columns.Count).ToList();
            yield return new ErrorEffect
            {
                Metric = new Field<string?>(place.Text, place.Cite(0, place.Text.Length, rule + ".table.metric", Seen)),
                MetricCode = metric.Code,
                Direction = before > now ? EffectDirection.Overstated : EffectDirection.Understated,
                Amount = new Field<decimal?>(Amounts.InFullUnits(Math.Abs(before - now), perShare ? 1m : scale) ?? Math.Abs(before - now),
                    source.Cite(new TextRange(places[0].At.Start, places[^1].At.End), rule + ".table.difference", Seen)),
                Currency = row.Numbers.Select(number => number.Currency).FirstOrDefault(currency => currency is not null) ?? "USD",
            };

            TableNumber? Of(Column kind) => columns.IndexOf(kind) is >= 0 and var index && row.Numbers[at + index].Low is not null ? row.Numbers[at + index] : null;
        }
    }

    private static List<DatedPeriod> PeriodsOf(SourceText source, TextRange range, FiscalCalendar calendar)
    {
        var passage = new Passage(source, range);
        var periods = calendar.Periods(passage.Text).Where(period => period.End is not null).Select(period => new DatedPeriod(period, passage)).ToList();
        return periods.Count > 0 ? periods
            : [.. Dates.FindAll(passage.Text).Select(date => new DatedPeriod(new PeriodMention(null, null, date.Date, null, date.Start, date.Length), passage))];
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\breported\b[^.]{0,200}\b(restated|corrected|revised|adjust\w{2,6})\b|\b(restated|corrected|revised)\b[^.]{0,120}\breported\b", Options)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b(as\s)?((previously|originally|initially)\s)?(reported|filed)\b(?!\s(in|on|by|its))", Options)]
    private static partial Regex ReportedColumn();

    [GeneratedRegex(@"\b(adjustments?|effects?\sof(\sthe)?\s(restatement|adjustments?)|corrections?|differences?|change|error)\b", Options)]
    private static partial Regex AdjustmentColumn();

    [GeneratedRegex(@"\b(as\s)?(restated|corrected|revised|adjusted)\b", Options)]
    private static partial Regex RestatedColumn();

    [GeneratedRegex(@"\bin\s(U\.?S\.?\s)?(\$\s?)?(?<unit>thousands|millions|billions)|\(?\$?000['’]?s\b", Options)]
    private static partial Regex Units();
}
