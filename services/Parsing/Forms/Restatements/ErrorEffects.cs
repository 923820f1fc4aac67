using System.Text.RegularExpressions;
using Filingwire.Parsing.Language;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Forms.Restatements;

/// <summary>What an error does to metrics: "net income was overstated by $2.1 million", "the restatement will reduce revenue by …", and tables of values as reported and as restated.</summary>
internal static partial class ErrorEffects
{
    private const int MostEffects = 500;
    private const byte OnlyPeriod = 65;

    /// <summary>Reads sentences and the tables among them.</summary>
    /// <param name="sentences">The disclosure's sentences.</param>
    /// <param name="calendar">What the text calls its fiscal periods.</param>
    /// <param name="affected">The periods concerned; where it is one, an effect without a period is for that one.</param>
    /// <param name="context">What is known beforehand.</param>
    public static IReadOnlyList<ErrorEffect> Read(IReadOnlyList<Passage> sentences, FiscalCalendar calendar, IReadOnlyList<AffectedPeriod> affected, DisclosureContext context)
    {
        var rule = context.Rule + ".effect";
        var effects = new List<ErrorEffect>();
        var tables = EffectTables.FindAll(sentences, calendar, rule);
        // All that an Item 4.02 says of amounts is about the error.
        var inItem = context.Kind is DisclosureKind.NonReliance402A or DisclosureKind.NonReliance402B;
        var near = false;
        EffectSentence? before = null;
        foreach (var sentence in sentences)
        {
            var inTable = tables.Exists(table => table.Source == sentence.Source && table.Range.Start <= sentence.Range.Start && sentence.Range.Start < table.Range.End);
            var about = DisclosureReader.IsAboutError(sentence.Text);
            if (!inTable && effects.Count < MostEffects)
            {
                var reading = new EffectSentence(sentence, calendar, rule);
                effects.AddRange(reading.ReadAll(inItem || about || near || Corrects().IsMatch(sentence.Text), before));
                before = reading;
            }
            near = about;
        }
        effects.AddRange(tables.SelectMany(table => table.Effects));
        var only = affected.Where(period => period is { Implied: false, End.Value: not null }).ToList() is [var one] ? one : null;
        return [.. effects.Select(effect => Dated(effect, affected, rule)).Select(effect => effect.PeriodEnd is null && effect.Amount is not null && only is not null
                ? effect with { PeriodEnd = only.End with { Source = only.End.Source with { Rule = rule + ".only-period", Confidence = OnlyPeriod } } } : effect)
            .DistinctBy(effect => (effect.MetricCode ?? effect.Metric.Value, effect.Amount?.Value, effect.PeriodEnd?.Value, effect.Direction)).Take(MostEffects)];
    }

    // "fiscal 2012" and "the first quarter of fiscal 2013" are those of the affected periods that the text dates.
    private static ErrorEffect Dated(ErrorEffect effect, IReadOnlyList<AffectedPeriod> affected, string rule)
    {
        if (effect is not { PeriodEnd: null, Period: { FiscalYear: { } year } period })
            return effect;
        var annual = affected.Where(other => other is { Kind: PeriodKind.Annual, End.Value: not null }).ToList();
        var match = period.FiscalQuarter is not { } quarter ? annual.Find(other => LabelOf(other.End.Value!.Value) == year)
            : annual.Find(other => LabelOf(other.End.Value!.Value) == year - 1) is { End.Value: { } before }
                ? affected.FirstOrDefault(other => other is { Kind: PeriodKind.Interim, End.Value: { } end } && Math.Abs(before.AddMonths(3 * quarter).DayNumber - end.DayNumber) < 11) : null;
        return match is null ? effect : effect with { PeriodEnd = match.End with { Source = match.End.Source with { Rule = rule + ".numbered-period", Confidence = OnlyPeriod } } };
    }

    // A fiscal year that ends in January or February is mostly numbered by the year before.
    private static int LabelOf(DateOnly end) => end.Month <= 2 ? end.Year - 1 : end.Year;

    [GeneratedRegex(@"\b(restat\w{2,6}|correct\w{2,5}|adjust\w{2,6}|revis\w{2,4}|errors?|charges?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Corrects();
}
