using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>
/// One sentence about the effect of an error. It is cut at its verbs of movement; each governs the metrics before it ("were understated") or behind it
/// ("will reduce"), and the amounts up to the next verb, which go with the periods that follow them.
/// </summary>
internal sealed class EffectSentence
{
    private const byte Understood = 80, CarriedOn = 65;
    private readonly Passage sentence;
    private readonly string text;
    private readonly string rule;
    private readonly IReadOnlyList<MetricMention> metrics;
    private readonly List<AmountMention> amounts;
    private readonly IReadOnlyList<PeriodMention> periods;
    private readonly List<EffectVerb> verbs;

    public EffectSentence(Passage sentence, FiscalCalendar calendar, string rule)
    {
        (this.sentence, text, this.rule) = (sentence, sentence.Text, rule);
        var end = Topics.EndOfEffects(text);
        verbs = [.. EffectWords.Verbs(text).Where(verb => verb.Start < end)];
        metrics = verbs.Count == 0 && !EffectWords.Reclassifies(text) && !EffectWords.Instead(text) && !EffectWords.RefersBack(text) ? [] : [.. Metrics.FindAll(text).Where(metric => metric.Start < end)];
        amounts = text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? [] : [.. Amounts.FindAll(text).Where(amount => amount.Start < end)];
        periods = amounts.Count == 0 ? [] : WithInstants([.. calendar.Periods(text, bareYears: true).Where(period => period.Kind is not PeriodKind.Range)]);
    }

    // "by $31 million at January 31, 2004"
    private List<PeriodMention> WithInstants(List<PeriodMention> named)
    {
        foreach (var date in Dates.FindAll(text))
        {
            if (!named.Exists(period => period.At <= date.Start && date.Start < period.Stop) && EffectWords.IsInstant(text, date.Start))
                named.Add(new PeriodMention(PeriodKind.Instant, null, date.Date, 0, date.Start, date.Length));
        }
        return [.. named.OrderBy(period => period.At)];
    }

    /// <summary>The effects.</summary>
    /// <param name="isCorrection">The sentence, or the one before it, speaks of an error or its correction; else only "overstated" and "understated" tell an effect.</param>
    /// <param name="before">The sentence before, for "the amount of such charges will be …".</param>
    public IEnumerable<ErrorEffect> ReadAll(bool isCorrection, EffectSentence? before)
    {
        if (Replaced() is { } replaced)
            return [replaced];
        if (isCorrection && EffectWords.Reclassified(text) is { } from && Reclassification(from) is { } moved)
            return [moved];
        var effects = new List<ErrorEffect>();
        for (var i = 0; i < verbs.Count; i++)
        {
            if ((verbs[i].IsMisstatement || isCorrection) && Assertion.Of(text, verbs[i].Start, verbs[i].Length) is not (Certainty.Negated or Certainty.SomebodyElse))
                effects.AddRange(Governed(i, isCorrection));
        }
        if (effects.All(effect => effect.Amount is null) && isCorrection && EffectWords.RefersBack(text) && before is not null)
            effects.AddRange(CarriedFrom(before));
        return effects;
    }

    private List<ErrorEffect> Governed(int index, bool isCorrection)
    {
        var verb = verbs[index];
        var stop = index + 1 < verbs.Count ? verbs[index + 1].Start : text.Length;
        var own = amounts.Where(amount => IsOwn(amount, index, stop)).ToList();
        var floor = index == 0 ? 0 : Math.Max(verbs[index - 1].End, amounts.LastOrDefault(amount => amount.End <= verb.Start && amount.Start > verbs[index - 1].End).End);
        // "… of net sales, and that inventories were overstated": the clause of the verb begins behind the comma.
        var clause = text.LastIndexOf(", and ", verb.Start, Math.Max(0, verb.Start - floor), StringComparison.Ordinal);
        if (clause >= floor && metrics.Any(metric => metric.Start > clause && metric.End <= verb.Start) && metrics.Any(metric => metric.Start >= floor && metric.End <= clause && text.AsSpan(metric.End, clause - metric.End).Contains(' ')))
            floor = clause;
        var before = metrics.Where(metric => metric.Start >= floor && metric.End <= verb.Start).ToList();
        var after = metrics.Where(metric => metric.Start >= verb.Start && metric.End > verb.End && metric.Start < stop).ToList();
        var governed = verb.IsPassive ? before.Count > 0 ? before : after : after.Count > 0 ? after : before;
        if (governed.Count == 0)
            return [];
        if (own.Count == 0)
            return verb.IsMisstatement || (isCorrection && EffectWords.IsCorrection(text)) ? [.. governed.Select(metric => Build(metric, verb.Direction, null, null) with { ToBeDetermined = EffectWords.IsOpen(text) })] : [];
        // "by $1.2 million for 2001 and revenue by $0.4 million": each amount has its metric right before it.
        var alternate = governed[0].Start > verb.Start && own.Skip(1).Any() && own.Skip(1).All(amount => governed.Exists(metric => metric.End <= amount.Start && metric.Start > own[own.IndexOf(amount) - 1].End));
        var effects = new List<ErrorEffect>();
        foreach (var (group, spans) in Groups(own, stop))
        {
            for (var i = 0; i < group.Count; i++)
            {
                var period = spans.Count == group.Count ? spans[i] : spans.Count == 1 ? spans[0] : (PeriodMention?)null;
                var paired = alternate ? [governed[Math.Max(0, governed.FindLastIndex(metric => metric.End <= group[i].Start))]]
                    : group.Count > 1 && governed.Count == group.Count && spans.Count <= 1 ? [governed[i]] : governed;
                effects.AddRange(paired.Select(metric => Build(metric, verb.Direction, group[i], period)));
                effects.AddRange(PerShare(group[i], paired, verb, period));
            }
        }
        return effects;
    }

    // Amounts between the verb and the next one, without the values that come of it ("to $17.3 million") and without brackets; or one right before a noun ("a $4.2 million reduction in").
    private bool IsOwn(AmountMention amount, int index, int stop)
    {
        var verb = verbs[index];
        if (amount.PerShare && IsBracketed(amount))
            return false;
        if (IsRightBefore(amount, verb))
            return true;
        if (amount.Start < verb.End || amount.Start >= stop || IsBracketed(amount) || EffectWords.IsResult(text, amount.Start) || EffectWords.IsShareOfMetric(text, amount.End))
            return false;
        return index + 1 >= verbs.Count || !IsRightBefore(amount, verbs[index + 1]);
    }

    private static bool IsRightBefore(AmountMention amount, EffectVerb verb) => verb.Start >= amount.End && verb.Start - amount.End <= 2 && !verb.IsPassive;

    private bool IsBracketed(AmountMention amount) => amount.Start > 0 && text[amount.Start - 1] == '(';

    // Runs of amounts with the periods that follow them; a run without any takes those before it.
    private List<(List<AmountMention> Amounts, List<PeriodMention> Periods)> Groups(List<AmountMention> own, int stop)
    {
        var groups = new List<(List<AmountMention>, List<PeriodMention>)>();
        var group = new List<AmountMention>();
        for (var i = 0; i < own.Count; i++)
        {
            group.Add(own[i]);
            var next = i + 1 < own.Count ? own[i + 1].Start : EndOfList(own[i].End, Math.Max(stop, own[i].End));
            var spans = periods.Where(period => period.At >= own[i].End && period.At < next).ToList();
            if (spans.Count == 0 && i + 1 < own.Count)
                continue;
            if (spans.Count == 0 && groups.Count == 0)
                spans = [.. periods.Where(period => period.At < group[0].Start)];
            if (spans.Count == 0 && stop < text.Length)
                spans = [.. periods.Where(period => period.At >= own[i].End)];
            groups.Add((group, [.. spans.DistinctBy(period => (period.End, period.FiscalYear, period.FiscalQuarter, period.Months))]));
            group = [];
        }
        return groups;
    }

    // What follows "respectively" belongs to no amount before it.
    private int EndOfList(int from, int stop) => text.IndexOf("respectively", from, stop - from, StringComparison.OrdinalIgnoreCase) is >= 0 and var end ? end : stop;

    // "($0.14 per diluted share)" behind an amount is the same effect on the result per share.
    private IEnumerable<ErrorEffect> PerShare(AmountMention amount, IEnumerable<MetricMention> paired, EffectVerb verb, PeriodMention? period)
    {
        var share = amounts.Where(other => other.PerShare && IsBracketed(other) && other.Start - amount.End is >= 0 and < 24).Select(other => (AmountMention?)other).FirstOrDefault();
        if (share is not { } written)
            yield break;
        foreach (var metric in paired)
        {
            if (Metrics.PerShare(metric.Code) is { } code)
                yield return Build(metric, verb.Direction, written, period) with { MetricCode = code };
        }
    }

    // "will be $9.4 million instead of the $4.6 million previously reported", "changes net income of $0.3 million previously reported to a net loss of $0.7 million"
    private ErrorEffect? Replaced()
    {
        if (!EffectWords.Instead(text) || amounts.Where(amount => !amount.PerShare).ToList() is not [var first, var second, ..] || metrics.LastOrDefault(named => named.End <= first.Start) is not { Length: > 0 } metric)
            return null;
        var (oldFirst, other) = (EffectWords.OldFirst(text, first, second), metrics.LastOrDefault(found => found.End <= second.Start && found.Start >= first.End));
        var (one, two) = (first.Low, other.Length > 0 && Metrics.IsOpposite(metric.Code, other.Code) ? -second.Low : second.Low);
        var (reported, restated) = oldFirst ? (one, two) : (two, one);
        if (reported == restated)
            return null;
        var period = periods.Count > 0 ? periods[0] : (PeriodMention?)null;
        var source = sentence.Cite(first.Start, second.End - first.Start, rule + ".replaced-amount", Understood);
        return Build(metric, reported > restated ? EffectDirection.Overstated : EffectDirection.Understated, null, period) with
        {
            Amount = new Field<decimal?>(Math.Abs(reported - restated), source),
            Currency = first.Currency,
        };
    }

    private ErrorEffect? Reclassification(int at)
    {
        var amount = amounts.Where(found => found.Start >= at).Select(found => (AmountMention?)found).FirstOrDefault();
        if (amount is not { } moved || EffectWords.Into(text, moved.End) is not { } into)
            return null;
        var period = periods.Count > 0 ? periods[^1] : (PeriodMention?)null;
        return Build(new MetricMention(null, into.Start, into.Length), null, moved, period);
    }

    private IEnumerable<ErrorEffect> CarriedFrom(EffectSentence before)
    {
        var verb = before.verbs.LastOrDefault();
        if (verb is null || amounts.Where(amount => !IsBracketed(amount) && !EffectWords.IsResult(text, amount.Start)).ToList() is not [var amount, ..])
            yield break;
        foreach (var metric in before.metrics.Where(named => named.Start >= verb.Start).Take(1))
        {
            var effect = Build(new MetricMention(metric.Code, 0, 0), verb.Direction, amount, periods.Count == 1 ? periods[0] : null);
            yield return effect with { Metric = new Field<string?>(before.text.Substring(metric.Start, metric.Length), before.sentence.Cite(metric.Start, metric.Length, rule + ".metric-of-earlier-sentence", CarriedOn)) };
        }
    }

    private ErrorEffect Build(MetricMention metric, EffectDirection? direction, AmountMention? amount, PeriodMention? period) => new()
    {
        Metric = new Field<string?>(text.Substring(metric.Start, metric.Length), sentence.Cite(metric.Start, metric.Length, rule + ".metric", Understood)),
        MetricCode = amount is { PerShare: true } ? Metrics.PerShare(metric.Code) ?? metric.Code : metric.Code,
        Direction = direction,
        Amount = amount is { } money ? new Field<decimal?>(money.Low, sentence.Cite(money.Start, money.Length, rule + ".amount", Understood)) : null,
        Currency = amount?.Currency,
        Period = period is { End: null } ? period : null,
        PeriodEnd = period is { End: { } end } named ? new Field<DateOnly?>(end, sentence.Cite(named.At, named.Length, rule + ".period", Understood)) : null,
    };
}
