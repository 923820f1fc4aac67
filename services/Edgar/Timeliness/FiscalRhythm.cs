namespace Filingwire.Edgar.Timeliness;

/// <summary>
/// In which months an issuer's periods end, told by when it files. Indexes name no period; but a quarterly report comes within weeks of its
/// period's end, and in the quarter that ends the year there is none.
/// </summary>
/// <param name="YearEndMonth">1 to 12.</param>
/// <param name="Fit">Share of the reports that come when this rhythm lets expect them, 0 to 1: below one half the rhythm is a
/// guess.</param>
public sealed record FiscalRhythm(int YearEndMonth, double Fit)
{
    /// <summary>
    /// A report usually comes so many days after its period's end: a fortnight before the shortest term to three weeks after the longest.
    /// </summary>
    private static readonly (int From, int To) Quarterly = (18, 52);

    private static readonly (int From, int To) Annual = (35, 112);

    /// <summary>The rhythm that explains the most reports.</summary>
    /// <param name="quarterly">Filing dates of quarterly reports.</param>
    /// <param name="annual">Filing dates of annual reports.</param>
    /// <returns>Null when there is no report. Of equal ones the calendar year is taken, then the later month.</returns>
    public static FiscalRhythm? Of(IReadOnlyCollection<DateOnly> quarterly, IReadOnlyCollection<DateOnly> annual)
    {
        var all = quarterly.Count + annual.Count;
        if (all == 0)
            return null;
        return Enumerable.Range(1, 12)
            .Select(month => new FiscalRhythm(month,
                (double)(quarterly.Count(day => FitsQuarter(day, month)) + annual.Count(day => FitsYear(day, month))) / all))
            .MaxBy(rhythm => (rhythm.Fit, rhythm.YearEndMonth));
    }

    /// <summary>The period ends of a kind of report that lie before a day, latest first.</summary>
    public IEnumerable<DateOnly> PeriodEndsBefore(DateOnly day, bool isAnnual)
    {
        for (var end = MonthEnd(day.Year, day.Month); ; end = MonthEnd(end.AddMonths(-1).Year, end.AddMonths(-1).Month))
            if (end < day && IsEnd(end.Month, isAnnual))
                yield return end;
    }

    /// <summary>The next period's end of the same kind.</summary>
    public DateOnly Next(DateOnly periodEnd, bool isAnnual)
    {
        do
            periodEnd = MonthEnd(periodEnd.AddMonths(1).Year, periodEnd.AddMonths(1).Month);
        while (!IsEnd(periodEnd.Month, isAnnual));
        return periodEnd;
    }

    private bool IsEnd(int month, bool isAnnual) => isAnnual ? month == YearEndMonth : month != YearEndMonth
        && (month - YearEndMonth) % 3 == 0;

    private static bool FitsQuarter(DateOnly day, int yearEnd) => Fits(
        day, Quarterly, month => month != yearEnd && (month - yearEnd) % 3 == 0);

    private static bool FitsYear(DateOnly day, int yearEnd) => Fits(day, Annual, month => month == yearEnd);

    private static bool Fits(DateOnly day, (int From, int To) lag, Func<int, bool> isEnd)
    {
        for (var back = 0; back <= 5; back++)
        {
            var earlier = day.AddMonths(-back);
            var end = MonthEnd(earlier.Year, earlier.Month);
            var days = day.DayNumber - end.DayNumber;
            if (isEnd(end.Month) && days >= lag.From && days <= lag.To)
                return true;
        }
        return false;
    }

    private static DateOnly MonthEnd(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
