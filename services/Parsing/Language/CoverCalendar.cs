using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>
/// Gives dates to the fiscal periods of a text that explains a late report: its latest fiscal year or quarter is the report's, and the same period of
/// another year is as many years away, where the period ends with a month.
/// </summary>
internal sealed class CoverCalendar
{
    private readonly FiscalCalendar calendar;
    private readonly DateOnly end;
    private readonly bool annual;
    private readonly IReadOnlyList<Passage> sentences;
    private (int Year, int? Quarter)? latest;
    private bool sought;

    public CoverCalendar(IReadOnlyList<Passage> sentences, DateOnly end, bool annual)
    {
        (this.sentences, this.end, this.annual) = (sentences, end, annual);
        calendar = FiscalCalendar.Of(sentences, annual && PeriodRanges.EndsMonth(end) ? end : null);
    }

    /// <summary>The periods of a sentence.</summary>
    public IReadOnlyList<PeriodMention> Periods(string text)
    {
        var found = calendar.Periods(text, bareYears: true);
        return found.Any(period => period.End is null || (!annual && period.Bare)) ? [.. found.Select(Dated)] : found;
    }

    private PeriodMention Dated(PeriodMention period)
    {
        if (period.FiscalYear is not { } year || (period.End is not null && (annual || !period.Bare)))
            return period;
        // In a quarterly report "in 2013" is the same quarter of that year.
        if (!annual && period.Bare)
            return At(period, year - end.Year) with { Kind = PeriodKind.Interim, Months = null };
        // Sought where it is needed first.
        if (!sought)
            (latest, sought) = (Latest(), true);
        if (latest is not { } known || period.FiscalQuarter != (annual ? null : known.Quarter))
            return period;
        return At(period, year - known.Year);
    }

    private PeriodMention At(PeriodMention period, int years) => years == 0 ? period with { End = end, Computed = true }
        : PeriodRanges.EndsMonth(end) && years is > -10 and < 2 ? period with { End = PeriodRanges.EndOfMonth(end, 12 * years), Computed = true } : period;

    // A fiscal year is numbered by the year in which it ends or begins.
    private (int Year, int? Quarter)? Latest()
    {
        (int Year, int? Quarter)? found = null;
        foreach (var sentence in sentences)
        {
            foreach (var period in calendar.Periods(sentence.Text))
            {
                if (period is not { FiscalYear: { } year, Implied: false } || period.FiscalQuarter is null != annual || year < end.Year - 1 || year > end.Year + 1)
                    continue;
                if (found is null || year > found.Value.Year)
                    found = (year, period.FiscalQuarter);
            }
        }
        return found;
    }
}
