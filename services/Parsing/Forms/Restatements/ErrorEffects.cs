using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>What an error does to metrics: "net income was overstated by $2.1 million", "the restatement will reduce revenue by …".</summary>
internal static partial class ErrorEffects
{
    private const byte Understood = 80;

    public static IReadOnlyList<ErrorEffect> Read(IEnumerable<Passage> about, DisclosureContext context)
    {
        var effects = new List<ErrorEffect>();
        foreach (var sentence in about)
        {
            if (DirectionIn(sentence.Text) is { } words)
                Add(effects, sentence, words, context.Rule + ".effect");
        }
        return effects;
    }

    private static (EffectDirection Direction, Match At)? DirectionIn(string text)
    {
        if (Misstated().Match(text) is { Success: true } misstated && Assertion.Holds(text, misstated.Index))
            return (misstated.Groups["over"].Success ? EffectDirection.Overstated : EffectDirection.Understated, misstated);
        // What the correction adds was missing before, and the other way round.
        if (Corrects().IsMatch(text) && Moves().Match(text) is { Success: true } moves && Assertion.Holds(text, moves.Index))
            return (moves.Groups["up"].Success ? EffectDirection.Understated : EffectDirection.Overstated, moves);
        return null;
    }

    private static void Add(List<ErrorEffect> effects, Passage sentence, (EffectDirection Direction, Match At) words, string rule)
    {
        var amounts = Amounts.FindAll(sentence.Text);
        var periods = Periods.FindAll(sentence.Text);
        var metrics = Metrics.FindAll(sentence.Text);
        for (var i = 0; i < metrics.Count; i++)
        {
            var metric = metrics[i];
            var stop = i + 1 < metrics.Count ? metrics[i + 1].Start : sentence.Text.Length;
            var amount = amounts.Where(found => found.Start >= metric.End && found.Start < stop).Select(found => (AmountMention?)found).FirstOrDefault()
                ?? (metrics.Count == 1 && amounts.Count == 1 ? amounts[0] : null);
            var period = periods.Where(found => found.At >= metric.Start && found.At < stop).Select(found => (PeriodMention?)found).FirstOrDefault()
                ?? (periods.Count == 1 ? periods[0] : null);
            effects.Add(new ErrorEffect
            {
                Metric = new Field<string?>(sentence.Text.Substring(metric.Start, metric.Length), sentence.Cite(metric.Start, metric.Length, rule + ".metric", Understood)),
                MetricCode = metric.Code,
                Direction = DirectionAt(sentence.Text, metric, words),
                Amount = amount is { } money ? new Field<decimal?>(money.Low, sentence.Cite(money.Start, money.Length, rule + ".amount", Understood)) : null,
                Currency = amount?.Currency,
                PeriodEnd = period is { End: { } end } named ? new Field<DateOnly?>(end, sentence.Cite(named.At, named.Length, rule + ".period", Understood)) : null,
                ToBeDetermined = amount is null && Open().IsMatch(sentence.Text),
            });
        }
    }

    // "expenses will increase and inventory will decrease": each metric takes the nearest verb behind it, else the sentence's.
    private static EffectDirection DirectionAt(string text, MetricMention metric, (EffectDirection Direction, Match At) words)
    {
        var misstated = words.At.Groups["over"].Success || words.At.Groups["under"].Success;
        var next = (misstated ? Misstated() : Moves()).Match(text, metric.End);
        if (!next.Success || next.Index - metric.End > 60)
            return words.Direction;
        return misstated ? next.Groups["over"].Success ? EffectDirection.Overstated : EffectDirection.Understated
            : next.Groups["up"].Success ? EffectDirection.Understated : EffectDirection.Overstated;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b((?<over>over-?stat\w+)|(?<under>under-?stat\w+))\b", Options)]
    private static partial Regex Misstated();

    [GeneratedRegex(@"\b(restat\w+|correct\w+|adjust\w+)\b", Options)]
    private static partial Regex Corrects();

    [GeneratedRegex(@"\b((?<up>increas\w+|higher)|(?<down>decreas\w+|reduc\w+|lower\w*))\b", Options)]
    private static partial Regex Moves();

    [GeneratedRegex(@"\b(not\s(yet\s)?(been\s)?(determined|quantified|known|completed)|to\sbe\sdetermined|cannot\s(yet\s)?(reasonably\s)?(be\s)?(estimat|determin|quantif)\w+|still\s(evaluating|assessing|determining))", Options)]
    private static partial Regex Open();
}
