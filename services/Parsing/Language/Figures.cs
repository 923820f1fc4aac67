using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads the figures of prose: which metric, which value, for which period, against which value and period, changed by how much.</summary>
public static class Figures
{
    /// <summary>The figures of sentences, in order.</summary>
    /// <param name="sentences">Sentences of one text: a period named in one holds for the next that names none.</param>
    public static IReadOnlyList<Figure> FindAll(IReadOnlyList<Passage> sentences) => FindAll(sentences, null, null);

    /// <summary>The figures of sentences in a report whose cover is known.</summary>
    internal static IReadOnlyList<Figure> FindAll(IReadOnlyList<Passage> sentences, FigureCover? cover, CoverCalendar? calendar)
    {
        var figures = new List<Figure>();
        (PeriodMention Period, Passage Sentence)? carried = null;
        foreach (var sentence in sentences)
        {
            var named = calendar?.Periods(sentence.Text) ?? Periods.FindAll(sentence.Text);
            // Of several fiscal years of which one is the cover's, none is dated by the cover: it would stand for all.
            var undated = named.Any(period => period.End is null && !IsCompared(sentence.Text, period));
            if (calendar is not null && undated)
                named = Periods.FindAll(sentence.Text);
            var periods = named.Where(period => period is { End: not null, Kind: not PeriodKind.Range }).ToList();
            // "fiscal 2002" without a date is another period than the one carried on, here and in what follows.
            if (Quantities.FindAll(sentence.Text) is { Count: > 0 } quantities)
            {
                var carry = named.Count == 0 ? carried : null;
                var fallback = undated || FigureWords.OtherSpan().IsMatch(sentence.Text) ? null : cover;
                figures.AddRange(Streams(quantities).SelectMany(stream => new FigureSentence(sentence, stream, periods, carry, fallback).ReadAll()));
            }
            if (periods.Count > 0 && !IsCompared(sentence.Text, periods[0]) && (carried is null || FigureWords.LeadsIn().IsMatch(sentence.Text)))
                carried = (periods[0], sentence);
            else if (periods.Count == 0 && named.Count > 0)
                carried = null;
        }
        return figures;
    }

    private static bool IsCompared(string text, PeriodMention period) => FigureWords.OverPeriod().IsMatch(text.AsSpan(Math.Max(0, period.At - 70), Math.Min(70, period.At)));

    // Amounts per share go on beside the totals: "a net loss of $61.9 million, or $2.47 per share, compared to net income of $7.3 million, or $0.29 per share".
    private static IEnumerable<List<Quantity>> Streams(List<Quantity> quantities)
    {
        var shares = quantities.Where(quantity => quantity.Amount is { PerShare: true }).ToList();
        if (shares.Count == 0 || shares.Count == quantities.Count)
            return [quantities];
        return [[.. quantities.Where(quantity => quantity.Amount is not { PerShare: true })], shares];
    }
}
