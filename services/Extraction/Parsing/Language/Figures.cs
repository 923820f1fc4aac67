using System.Text.RegularExpressions;
using Filingwire.Extraction.Parsing.Evidence;
using Filingwire.Extraction.Parsing.Text;

namespace Filingwire.Extraction.Parsing.Language;

/// <summary>
/// Reads the figures of prose: which metric, which value, for which period, against which value and period. A sentence is cut at its amounts;
/// each amount is a new value, the comparative of the value before it, or a change.
/// </summary>
public static partial class Figures
{
    private const byte Read = 90, Carried = 70;

    /// <summary>The figures of sentences, in order.</summary>
    /// <param name="sentences">Sentences of one text: a period named in one holds for the next that names none.</param>
    public static IReadOnlyList<Figure> FindAll(IReadOnlyList<Passage> sentences)
    {
        var figures = new List<Figure>();
        (PeriodMention Period, Passage Sentence)? carried = null;
        foreach (var sentence in sentences)
        {
            var amounts = Amounts.FindAll(sentence.Text);
            var periods = Periods.FindAll(sentence.Text).Where(period => period is { End: not null, Kind: not PeriodKind.Range }).ToList();
            if (amounts.Count > 0)
                figures.AddRange(new FigureSentence(sentence, amounts, periods, carried).Read());
            if (periods.Count > 0 && (carried is null || LeadsIn().IsMatch(sentence.Text)))
                carried = (periods[0], sentence);
        }
        return figures;
    }

    [GeneratedRegex(@"(as\sfollows|summari[sz]ed|following|set\sforth|below|estimated?|preliminary|anticipat\w+|expect\w*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadsIn();

    private sealed class FigureSentence(Passage sentence, IReadOnlyList<AmountMention> amounts, List<PeriodMention> periods, (PeriodMention Period, Passage Sentence)? carried)
    {
        private readonly IReadOnlyList<MetricMention> metrics = Metrics.FindAll(sentence.Text);
        private readonly string text = sentence.Text;

        public IEnumerable<Figure> Read()
        {
            for (var i = 0; i < amounts.Count; i++)
            {
                if (IsChange(i) || MetricOf(i) is not { } metric)
                    continue;
                if (IsFrom(i))
                {
                    // "increased from $0.8 million … to $1.6 million": the second is the value, the first what it is compared with.
                    yield return Build(metric, i + 1, i);
                    i++;
                    continue;
                }
                var comparative = i + 1 < amounts.Count && Compares(i + 1) ? i + 1 : i + 2 < amounts.Count && IsChange(i + 1) && Compares(i + 2) ? i + 2 : (int?)null;
                yield return Build(metric, i, comparative);
                i = comparative ?? i;
            }
        }

        private Figure Build(MetricMention metric, int at, int? comparative)
        {
            // "$0.01 million for the quarter ended March 31, 2014 as compared to $0.6 million for … 2015": some name the earlier period first.
            if (comparative is { } later && later > at && PeriodBehind(at) is { End: { } first } && PeriodBehind(later) is { End: { } then} && then > first)
                (at, comparative) = (later, at);
            var amount = amounts[at];
            var paired = comparative is { } second && second > at && Respectively(second);
            var own = paired ? periods.Where(period => period.At >= amounts[comparative!.Value].End).DistinctBy(period => period.End).ToList() : [];
            var (period, periodSource) = own.Count >= 2 ? (own[0], sentence) : PeriodOf(at, comparative);
            var before = own.Count >= 2 ? own[1] : comparative is { } other ? PeriodBehind(other) : null;
            decimal? comparedWith = comparative is { } index ? amounts[index].Low : null;
            return new Figure
            {
                Metric = new Field<string?>(text.Substring(metric.Start, metric.Length), sentence.Cite(metric.Start, metric.Length, "figure.metric", Figures.Read)),
                MetricCode = metric.Code,
                Value = Value(amount.Low, amount, "figure.value"),
                ValueHigh = amount.High is { } high ? Value(high, amount, "figure.value-high") : null,
                Currency = amount.Currency,
                Approximate = amount.Approximate,
                PeriodEnd = Date(period, periodSource, ReferenceEquals(periodSource, sentence) ? "figure.period" : "figure.period-of-earlier-sentence"),
                DurationMonths = Metrics.IsBalance(metric.Code) && period is not null ? 0 : Months(period, periodSource),
                ComparativeValue = comparative is { } with ? Value(amounts[with].Low, amounts[with], "figure.comparative") : null,
                ComparativePeriodEnd = Date(before, sentence, "figure.comparative-period"),
                Direction = comparedWith is { } old && amount.High is null ? Compare(amount.Low, old) : DirectionOf(metric, amount),
            };
        }

        private Field<decimal?> Value(decimal value, AmountMention amount, string rule) => new(value, sentence.Cite(amount.Start, amount.Length, rule, Figures.Read));

        private static Field<DateOnly?>? Date(PeriodMention? period, Passage? source, string rule) => period is { End: { } end } found && source is not null
            ? new Field<DateOnly?>(end, source.Cite(found.At, found.Length, rule, rule.EndsWith("sentence", StringComparison.Ordinal) ? Carried : Figures.Read)) : null;

        // "the three and six months ended June 30": one date, two durations; then the duration is open.
        private int? Months(PeriodMention? period, Passage? source) => period is not { } found ? null
            : ReferenceEquals(source, sentence) && periods.Any(other => other.At == found.At && other.Months != found.Months) ? null : found.Months;

        private static FigureDirection Compare(decimal value, decimal old) =>
            value > old ? FigureDirection.Increase : value < old ? FigureDirection.Decrease : FigureDirection.Unchanged;

        private FigureDirection? DirectionOf(MetricMention metric, AmountMention amount)
        {
            var from = Math.Max(0, Math.Min(metric.Start, amount.Start) - 60);
            var words = text.AsSpan(from, Math.Min(text.Length, amount.End + 40) - from);
            var (up, down) = (Up().IsMatch(words), Down().IsMatch(words));
            return up == down ? null : up ? FigureDirection.Increase : FigureDirection.Decrease;
        }

        // The last metric before the amount in its clause; else "… $5.2 million of revenue".
        private MetricMention? MetricOf(int at)
        {
            var amount = amounts[at];
            MetricMention? found = null;
            foreach (var metric in metrics)
            {
                if (metric.End <= amount.Start)
                    found = metric;
            }
            foreach (var metric in metrics)
            {
                if (metric.Start >= amount.End && metric.Start - amount.End < 24 && OfMetric().IsMatch(text.AsSpan(amount.End, metric.Start - amount.End)))
                    return metric;
            }
            return found is { } named && amount.Start - named.End < 260 ? named : null;
        }

        private (PeriodMention? Period, Passage? Source) PeriodOf(int at, int? comparative)
        {
            if (PeriodBehind(at) is { } behind)
                return (behind, sentence);
            PeriodMention? before = null;
            foreach (var period in periods)
            {
                if (period.At < amounts[at].Start)
                    before = before?.At == period.At ? before : period;
            }
            // A period behind the comparative belongs to it; only where there is no comparative does a later one speak for the value.
            before ??= comparative is null && at == amounts.Count - 1 && periods.Count > 0 ? periods[0] : null;
            if (before is not null)
                return (before, sentence);
            return periods.Count == 0 && carried is { } earlier ? (earlier.Period, earlier.Sentence) : default((PeriodMention?, Passage?));
        }

        // The first period between an amount and the next amount, unless a comparison begins in between.
        private PeriodMention? PeriodBehind(int at)
        {
            var from = amounts[at].End;
            var to = at + 1 < amounts.Count ? amounts[at + 1].Start : text.Length;
            foreach (var period in periods)
            {
                if (period.At < from || period.At >= to)
                    continue;
                return Compared().IsMatch(text.AsSpan(from, period.At - from)) ? null : period;
            }
            return null;
        }

        private bool IsFrom(int at)
        {
            if (at + 1 >= amounts.Count)
                return false;
            var before = text.AsSpan(0, amounts[at].Start);
            return From().IsMatch(before[Math.Max(0, before.Length - 40)..]) && To().IsMatch(text.AsSpan(amounts[at].End, amounts[at + 1].Start - amounts[at].End));
        }

        private bool Compares(int at)
        {
            var from = amounts[at - 1].End;
            var between = text.AsSpan(from, amounts[at].Start - from);
            return Compared().IsMatch(between) || Respectively(at);
        }

        private bool Respectively(int at) => text.AsSpan(amounts[at - 1].End, amounts[at].Start - amounts[at - 1].End).Trim() is "and" or "and approximately"
            && text.AsSpan(amounts[at].End).Contains("respectively", StringComparison.OrdinalIgnoreCase);

        private bool IsChange(int at)
        {
            var from = at > 0 ? amounts[at - 1].End : 0;
            var before = text.AsSpan(from, amounts[at].Start - from);
            // "increased depreciation ($0.2 million)": in brackets behind the words of a change stands the change.
            if (before.EndsWith("(") && (Up().IsMatch(before) || Down().IsMatch(before)))
                return true;
            return ByAmount().IsMatch(before) || Adjective().IsMatch(text.AsSpan(amounts[at].End, Math.Min(24, text.Length - amounts[at].End)));
        }
    }

    [GeneratedRegex(@"\b(compared|versus|vs|against|from|as\sopposed\sto|relative\sto)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex(@"\b(increas\w+|decreas\w+|declin\w+|reduc\w+|ris(e|ing)|rose|grew|growth|improve\w*|change|drop\w*|fell|higher|lower|greater|less)\s((?!resulted|report|expects?|was|were|is|had|to)\w+\s){0,12}?(of|by)\s(approximately\s|about\s|an\sestimated\s)*\\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ByAmount();

    [GeneratedRegex(@"\bfrom\s(a\s)?((net\s)?(loss|income)\sof\s)?(approximately\s|about\s)?\\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex From();

    [GeneratedRegex(@"\bto\s(a\s)?((net\s)?(loss|income)\sof\s)?(approximately\s|about\s)?\\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex To();

    [GeneratedRegex(@"^\s(increase|decrease|decline|improvement|reduction|change|higher|lower)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Adjective();

    [GeneratedRegex(@"^\s(of|in|for)\s(\w+\s){0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OfMetric();

    [GeneratedRegex(@"\b(increas\w+|higher|grew|growth|rise|rose|rising|more\sthan|greater)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Up();

    [GeneratedRegex(@"\b(decreas\w+|declin\w+|lower|reduc\w+|fell|drop\w*|less\sthan)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Down();
}
