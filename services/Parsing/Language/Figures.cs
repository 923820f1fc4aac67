using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads the figures of prose: which metric, which value, for which period, against which value and period, changed by how much.</summary>
public static class Figures
{
    /// <summary>The figures of sentences, in order.</summary>
    /// <param name="sentences">Sentences of one text: a period named in one holds for the next that names none.</param>
    public static IReadOnlyList<Figure> FindAll(IReadOnlyList<Passage> sentences)
    {
        var figures = new List<Figure>();
        (PeriodMention Period, Passage Sentence)? carried = null;
        foreach (var sentence in sentences)
        {
            var named = Periods.FindAll(sentence.Text);
            var periods = named.Where(period => period is { End: not null, Kind: not PeriodKind.Range }).ToList();
            // "fiscal 2002" without a date is another period than the one carried on, here and in what follows.
            if (Quantities.FindAll(sentence.Text) is { Count: > 0 } quantities)
                figures.AddRange(new FigureSentence(sentence, quantities, periods, named.Count == 0 ? carried : null).ReadAll());
            if (periods.Count > 0 && (carried is null || FigureWords.LeadsIn().IsMatch(sentence.Text)))
                carried = (periods[0], sentence);
            else if (periods.Count == 0 && named.Count > 0)
                carried = null;
        }
        return figures;
    }
}
