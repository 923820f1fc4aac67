using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>
/// One sentence with numbers. It is cut at its quantities; each is a value, what a value before or behind it is compared with, or a change,
/// of such a value or on its own.
/// </summary>
internal sealed class FigureSentence(Passage sentence, List<Quantity> quantities, List<PeriodMention> periods, (PeriodMention Period, Passage Sentence)? carried, FigureCover? cover = null)
{
    private const byte Read = 90, Carried = 70;

    private readonly IReadOnlyList<MetricMention> metrics = Metrics.FindAll(sentence.Text);
    private readonly string text = sentence.Text;

    public IEnumerable<Figure> ReadAll()
    {
        var figures = new List<(Figure Figure, MetricMention Metric, int At)>();
        for (var i = 0; i < quantities.Count; i++)
        {
            if (MetricOf(i) is not { } metric)
                continue;
            // "net income of $7.4 million, which consists of … $1.7 million, compared to a net loss of $0.6 million"
            if (i > 0 && Compares(i) && OwnMetric(i) is { } own && figures.FindIndex(other => Metrics.IsSameResult(other.Metric.Code, own.Code) && other.Figure.ComparativeValue is null) is >= 0 and var earlier)
            {
                figures[earlier] = figures[earlier] with { Figure = WithComparative(figures[earlier].Figure, figures[earlier].Metric, i) };
                continue;
            }
            // "a substantial loss, compared with net income of $3.2 million": only what it is compared with has a number.
            if (i == 0 && !quantities[i].IsChange && FigureWords.OnlyCompared().IsMatch(text.AsSpan(0, quantities[i].Start)))
            {
                figures.Add((OnlyComparative(metric, i), metric, i));
                continue;
            }
            if (quantities[i].IsChange)
            {
                // "increased by $2.0 million to $15.3 million": the value follows its change.
                if (Follows(i, FigureWords.To()))
                {
                    var from = i + 2 < quantities.Count && IsComparativeOf(i + 2, metric) ? i + 2 : (int?)null;
                    figures.Add((Value(metric, i + 1, from, i), metric, i + 1));
                    i = from ?? i + 1;
                }
                else if (!Assertion.IsNegated(text, quantities[i].Start))
                {
                    var from = Follows(i, FigureWords.From()) ? i + 1 : (int?)null;
                    figures.Add((Change(metric, i, from), metric, i));
                    i = from ?? i;
                }
            }
            else if (IsFrom(i))
            {
                // "increased from $0.8 million … to $1.6 million": the second is the value, the first what it is compared with.
                figures.Add((Value(metric, i + 1, i, null), metric, i + 1));
                i++;
            }
            else
            {
                var change = i + 1 < quantities.Count && quantities[i + 1].IsChange && !HasMetricBetween(i, i + 1) ? i + 1 : (int?)null;
                var next = (change ?? i) + 1;
                var comparative = next < quantities.Count && !quantities[next].IsChange && IsComparativeOf(next, metric) ? next : (int?)null;
                figures.Add((Value(metric, i, comparative, change), metric, i));
                i = comparative ?? change ?? i;
            }
        }
        return figures.Select(found => found.Figure);
    }

    // A comparison belongs to a metric unless it names another one.
    private bool IsComparativeOf(int at, MetricMention metric) => Compares(at) && (OwnMetric(at) is not { } own || Metrics.IsSameResult(metric.Code, own.Code));

    // The metric named between a quantity and the one before it.
    private MetricMention? OwnMetric(int at)
    {
        MetricMention? own = null;
        foreach (var metric in metrics)
        {
            if (metric.Start >= quantities[at - 1].End && metric.End <= quantities[at].Start)
                own = metric;
        }
        return own;
    }

    // A loss compared with a profit, or the other way round, changes its sign.
    private decimal Signed(MetricMention metric, int comparative) => quantities[comparative].Amount!.Value.Low
        * (comparative > 0 && OwnMetric(comparative) is { } own && Metrics.IsOpposite(metric.Code, own.Code) ? -1 : 1);

    private Figure WithComparative(Figure figure, MetricMention metric, int at)
    {
        var amount = quantities[at].Amount!.Value;
        var value = Signed(metric, at);
        return figure with
        {
            ComparativeValue = Number(value, amount, "figure.comparative"),
            ComparativePeriodEnd = Date(PeriodBehind(at), sentence, "figure.comparative-period") ?? EarlierPeriod(figure.PeriodEnd, at),
            Direction = figure.Value?.Value is { } now && figure.ValueHigh is null ? Compare(now, value) : figure.Direction,
        };
    }

    // "the prior year period" and the like; in an answer about changes against the last year no word is needed.
    private Field<DateOnly?>? EarlierPeriod(Field<DateOnly?>? own, int comparative)
    {
        if (own?.Value is not { } end)
            return null;
        var from = Math.Max(0, quantities[comparative].Start - 80);
        var around = text[from..Math.Min(text.Length, quantities[comparative].End + 90)];
        if (FigureWords.YearOf().Match(text[..quantities[comparative].Start]) is { Success: true } year && int.Parse(year.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var number && number < end.Year + 1)
            return PeriodRanges.EndsMonth(end) ? new Field<DateOnly?>(PeriodRanges.EndOfMonth(end, 12 * (number - end.Year)), sentence.Cite(year.Groups["year"], "figure.comparative-period-of-year", Carried)) : null;
        var prior = FigureWords.PriorYear().Match(around);
        if (!PeriodRanges.EndsMonth(end) || (!prior.Success && cover?.ComparesYears != true) || (!prior.Success && FigureWords.Sequential().IsMatch(around)))
            return null;
        var before = PeriodRanges.EndOfMonth(end, -12);
        return prior.Success ? new Field<DateOnly?>(before, sentence.Cite(from + prior.Index, prior.Length, "figure.comparative-period-year-before", Carried))
            : new Field<DateOnly?>(before, own.Source with { Rule = "figure.comparative-period-of-question", Confidence = 60 });
    }

    private Figure Value(MetricMention metric, int at, int? comparative, int? change)
    {
        // "$0.01 million for the quarter ended March 31, 2014 as compared to $0.6 million for … 2015": some name the earlier period first.
        if (comparative is { } later && later > at && PeriodBehind(at) is { End: { } first } && PeriodBehind(later) is { End: { } then} && then > first && (OwnMetric(later) is not { } own || !Metrics.IsOpposite(metric.Code, own.Code)))
            (at, comparative) = (later, at);
        var amount = quantities[at].Amount!.Value;
        var other = comparative is { } index ? quantities[index].Amount : null;
        var paired = comparative is { } second && second > at && Respectively(second);
        var both = paired ? periods.Where(period => period.At >= quantities[comparative!.Value].End).DistinctBy(period => period.End).ToList() : [];
        var (period, periodSource) = both.Count >= 2 ? (both[0], sentence) : PeriodOf(at, comparative);
        var before = both.Count >= 2 ? both[1] : comparative is { } with ? PeriodBehind(with) : ComparedBehind(change ?? at);
        var compareWith = other is { } known ? known with { Low = Signed(metric, comparative!.Value) } : (AmountMention?)null;
        var figure = With(metric, amount, period, periodSource, change is { } moved ? quantities[moved] : null);
        return figure with
        {
            Value = Number(amount.Low, amount, "figure.value"),
            ValueHigh = amount.High is { } high ? Number(high, amount, "figure.value-high") : null,
            Approximate = amount.Approximate,
            ComparativeValue = compareWith is { } old ? Number(old.Low, old, "figure.comparative") : null,
            ComparativePeriodEnd = Date(before, sentence, "figure.comparative-period") ?? (comparative is { } compares && compares > at ? EarlierPeriod(figure.PeriodEnd, compares) : null),
            Direction = compareWith is { } compared && amount.High is null ? Compare(amount.Low, compared.Low) : change is { } by ? DirectionOfChange(by) : DirectionOf(metric, amount),
        };
    }

    private Figure OnlyComparative(MetricMention metric, int at)
    {
        var amount = quantities[at].Amount!.Value;
        PeriodMention? own = null;
        foreach (var period in periods)
        {
            if (period.At < quantities[at].Start && !IsCompared(period))
                own = period;
        }
        var figure = With(metric, amount, own, own is null ? null : sentence, null);
        return figure with
        {
            ComparativeValue = Number(amount.Low, amount, "figure.comparative"),
            ComparativePeriodEnd = Date(PeriodBehind(at), sentence, "figure.comparative-period") ?? EarlierPeriod(figure.PeriodEnd, at),
        };
    }

    private Figure Change(MetricMention metric, int at, int? comparative)
    {
        var quantity = quantities[at];
        var (period, periodSource) = PeriodOf(at, comparative);
        var other = comparative is { } index ? quantities[index].Amount : null;
        return With(metric, quantity.Amount, period, periodSource, quantity) with
        {
            Approximate = quantity.Amount?.Approximate ?? Amounts.IsAbout(text, quantity.Start),
            ComparativeValue = other is { } old ? Number(old.Low, old, "figure.comparative") : null,
            ComparativePeriodEnd = Date(comparative is { } from ? PeriodBehind(from) : ComparedBehind(at), sentence, "figure.comparative-period"),
            Direction = DirectionOfChange(at),
        };
    }

    private Figure With(MetricMention metric, AmountMention? amount, PeriodMention? period, Passage? periodSource, Quantity? change) => new()
    {
        Metric = new Field<string?>(text.Substring(metric.Start, metric.Length), sentence.Cite(metric.Start, metric.Length, "figure.metric", Read)),
        MetricCode = amount is { PerShare: true } ? Metrics.PerShare(metric.Code) : metric.Code,
        Unit = amount is { Currency: Quantities.Percentage } ? FigureUnit.Percent : Metrics.IsPerShare(metric.Code) || amount is { PerShare: true } ? FigureUnit.CurrencyPerShare : amount is null ? null : FigureUnit.Currency,
        Currency = amount is { Currency: Quantities.Percentage } ? null : amount?.Currency,
        Scale = amount is { ScaleStart: >= 0 } scaled ? new Field<decimal?>(scaled.Scale, sentence.Cite(scaled.ScaleStart, scaled.ScaleLength, "figure.scale", Read)) : null,
        PeriodEnd = Date(period, periodSource, ReferenceEquals(periodSource, sentence) ? "figure.period" : "figure.period-of-earlier-sentence") ?? (period is null ? cover?.PeriodEnd : null),
        DurationMonths = Metrics.IsBalance(metric.Code) && period is not null ? 0 : period is null ? cover?.Months : Months(period, periodSource),
        Change = change?.Amount is { } moved ? Number(Math.Abs(moved.Low), moved, "figure.change") : null,
        ChangeHigh = change?.Amount is { High: { } high } range ? Number(Math.Abs(high), range, "figure.change-high") : null,
        ChangePercent = change?.Percent is { } percent ? new Field<decimal?>(percent.Value, sentence.Cite(percent.Start, percent.Length, "figure.change-percent", Read)) : null,
    };

    private Field<decimal?> Number(decimal value, AmountMention amount, string rule) => new(value, sentence.Cite(amount.Start, amount.Length, rule, Read));

    private static Field<DateOnly?>? Date(PeriodMention? period, Passage? source, string rule) => period is { End: { } end } found && source is not null
        ? new Field<DateOnly?>(end, source.Cite(found.At, found.Length, rule, rule.EndsWith("sentence", StringComparison.Ordinal) ? Carried : Read)) : null;

    // "the three and six months ended June 30": one date, two durations; then the duration is open.
    private int? Months(PeriodMention? period, Passage? source) => period is not { } found ? null
        : ReferenceEquals(source, sentence) && periods.Any(other => other.At == found.At && other.Months != found.Months) ? null : found.Months;

    private static FigureDirection Compare(decimal value, decimal old) =>
        value > old ? FigureDirection.Increase : value < old ? FigureDirection.Decrease : FigureDirection.Unchanged;

    private FigureDirection? DirectionOf(MetricMention metric, AmountMention amount)
    {
        var from = Math.Max(0, Math.Min(metric.Start, amount.Start) - 60);
        var words = text.AsSpan(from, Math.Min(text.Length, amount.End + 40) - from);
        var (up, down) = (FigureWords.Up().IsMatch(words), FigureWords.Down().IsMatch(words));
        return up == down ? null : up ? FigureDirection.Increase : FigureDirection.Decrease;
    }

    // The word right behind the number ("a $2.0 million decrease"), else the last one before it.
    private FigureDirection? DirectionOfChange(int at)
    {
        var behind = FigureWords.Moves().Match(text, quantities[at].End);
        var from = at > 0 ? quantities[at - 1].End : 0;
        var before = FigureWords.Moves().Matches(text[from..quantities[at].Start]);
        var word = behind.Success && behind.Index - quantities[at].End < 3 ? behind : before.Count > 0 ? before[^1] : null;
        return word is null ? at > 0 && quantities[at - 1].IsChange ? DirectionOfChange(at - 1) : null : word.Groups["up"].Success ? FigureDirection.Increase : FigureDirection.Decrease;
    }

    // What a change is of stands right behind it, if anywhere. A value's metric is the last one before it in its clause, or "… $5.2 million of revenue".
    private MetricMention? MetricOf(int at)
    {
        var quantity = quantities[at];
        MetricMention? found = null;
        foreach (var metric in metrics)
        {
            if (metric.End > quantity.Start)
                continue;
            // "interest expense and amortization of $0.4 million" is a sum of two.
            var joint = found is { } other && at == quantities.Count - 1 && text.AsSpan(other.End, metric.Start - other.End).Trim() is "and";
            found = joint ? new MetricMention(null, found!.Value.Start, metric.End - found.Value.Start) : metric;
        }
        if (found is { } far && FigureWords.Explains().IsMatch(text.AsSpan(far.End, quantity.Start - far.End)))
            found = null;
        var link = quantity.IsChange ? FigureWords.ChangeOfMetric() : FigureWords.OfMetric();
        foreach (var metric in metrics)
        {
            if (metric.Start >= quantity.End && metric.Start - quantity.End < (quantity.IsChange ? 40 : 24) && link.IsMatch(text.AsSpan(quantity.End, metric.Start - quantity.End)))
                return metric;
        }
        // "a 36% decline in closings" is none in revenue.
        if (quantity.IsChange && FigureWords.ChangeOfOther().IsMatch(text.AsSpan(quantity.End, Math.Min(60, text.Length - quantity.End))))
            return null;
        return found is { } named && quantity.Start - named.End < 260 ? named : null;
    }

    private (PeriodMention? Period, Passage? Source) PeriodOf(int at, int? comparative)
    {
        if (PeriodBehind(at) is { } behind)
            return (behind, sentence);
        PeriodMention? before = null;
        foreach (var period in periods)
        {
            if (period.At < quantities[at].Start && !IsCompared(period))
                before = before?.At == period.At ? before : period;
        }
        // A period behind the comparative belongs to it; only where there is no comparative does a later one speak for the value.
        before ??= comparative is null && at == quantities.Count - 1 && periods.Count > 0 && ComparedBehind(at) is null && !IsCompared(periods[0]) ? periods[0] : null;
        if (before is not null)
            return (before, sentence);
        return periods.Count == 0 && carried is { } earlier ? (earlier.Period, earlier.Sentence) : default((PeriodMention?, Passage?));
    }

    // "an increase of 19% over 2002": the year is what the value is compared with.
    private bool IsCompared(PeriodMention period) => FigureWords.OverPeriod().IsMatch(text.AsSpan(Math.Max(0, period.At - 70), Math.Min(70, period.At)));

    // The first period between a quantity and the next one, unless a comparison begins in between.
    private PeriodMention? PeriodBehind(int at) => Behind(at, compared: false);

    // The first period between a quantity and the next one that stands behind words of comparison: "… compared to the quarter ended June 30, 2023".
    private PeriodMention? ComparedBehind(int at) => Behind(at, compared: true);

    private PeriodMention? Behind(int at, bool compared)
    {
        var from = quantities[at].End;
        var to = at + 1 < quantities.Count ? quantities[at + 1].Start : text.Length;
        foreach (var period in periods)
        {
            if (period.At < from || period.At >= to)
                continue;
            var isCompared = FigureWords.Compared().IsMatch(text.AsSpan(from, period.At - from));
            if (isCompared || !compared)
                return isCompared == compared ? period : null;
        }
        return null;
    }

    private bool Follows(int at, Regex words) => at + 1 < quantities.Count && !quantities[at + 1].IsChange
        && words.IsMatch(text.AsSpan(quantities[at].End, quantities[at + 1].Start - quantities[at].End));

    private bool HasMetricBetween(int at, int next) => metrics.Any(metric => metric.Start >= quantities[at].End && metric.End <= quantities[next].Start);

    private bool IsFrom(int at)
    {
        if (at + 1 >= quantities.Count || quantities[at + 1].IsChange)
            return false;
        var before = text.AsSpan(0, quantities[at].Start);
        return FigureWords.From().IsMatch(before[Math.Max(0, before.Length - 40)..])
            && FigureWords.To().IsMatch(text.AsSpan(quantities[at].End, quantities[at + 1].Start - quantities[at].End));
    }

    private bool Compares(int at)
    {
        if (quantities[at].IsChange)
            return false;
        var from = quantities[at - 1].End;
        var between = text.AsSpan(from, quantities[at].Start - from);
        return FigureWords.Compared().IsMatch(between) || FigureWords.Over().IsMatch(between) || Respectively(at);
    }

    private bool Respectively(int at) => FigureWords.Joins().IsMatch(text.AsSpan(quantities[at - 1].End, quantities[at].Start - quantities[at - 1].End))
        && text.AsSpan(quantities[at].End).Contains("respectively", StringComparison.OrdinalIgnoreCase);
}
