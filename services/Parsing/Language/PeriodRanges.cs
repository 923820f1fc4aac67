using System.Text.RegularExpressions;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Takes ranges of periods apart: "the years ended December 31, 1999 through 2005", "the first quarter of 2002 through the second quarter of 2004".</summary>
internal static partial class PeriodRanges
{
    /// <summary>No filing takes back more; a longer range is something else.</summary>
    private const int MostYears = 12, MostQuarters = 48;

    /// <summary>The fiscal years from one end to another; empty when the two days are not of one fiscal year's end.</summary>
    public static List<PeriodMention> Years(ListedDate first, ListedDate last)
    {
        var years = last.Date.Year - first.Date.Year;
        if (years is < 1 or > MostYears || Math.Abs(first.Date.AddYears(years).DayNumber - last.Date.DayNumber) > 7)
            return [];
        return [.. Enumerable.Range(0, years + 1).Select(year => year == 0 ? Annual(first.Date, false) : year == years ? Annual(last.Date, false) : Annual(first.Date.AddYears(year), true))];

        PeriodMention Annual(DateOnly end, bool computed) => new(PeriodKind.Annual, null, end, 12, first.At, last.Stop - first.At, computed);
    }

    /// <summary>The quarters from one end to another; empty when they do not end with months, whole quarters apart.</summary>
    public static List<PeriodMention> Quarters(ListedDate first, ListedDate last)
    {
        var months = 12 * (last.Date.Year - first.Date.Year) + last.Date.Month - first.Date.Month;
        if (months is < 3 or > 3 * MostQuarters || months % 3 != 0 || !EndsMonth(first.Date) || !EndsMonth(last.Date))
            return [];
        return [.. Enumerable.Range(0, months / 3 + 1).Select(step => new PeriodMention(PeriodKind.Interim, null, EndOfMonth(first.Date, 3 * step), 3, first.At, last.Stop - first.At, step > 0 && 3 * step < months))];
    }

    /// <summary>Fills in what lies between two fiscal periods that "through" joins.</summary>
    public static void Fill(string text, DateOnly? fiscalYearEnd, List<PeriodMention> periods)
    {
        var named = periods.Where(period => period.FiscalYear is not null && !period.Implied).OrderBy(period => period.At).ToList();
        for (var i = 0; i + 1 < named.Count; i++)
        {
            var (from, to) = (named[i], named[i + 1]);
            if (from.Stop >= to.At || to.FiscalQuarter is null || !Through().IsMatch(text.AsSpan(from.Stop, to.At - from.Stop)))
                continue;
            for (var year = from.FiscalYear!.Value + 1; from.FiscalQuarter is null && year < to.FiscalYear!.Value; year++)
                periods.Add(new PeriodMention(PeriodKind.Annual, null, FiscalPeriods.EndOfYear(year, fiscalYearEnd), 12, from.At, to.Stop - from.At, true, year));
            // Behind a whole year the next period is the first quarter of the following one.
            var first = from.FiscalYear!.Value * 4 + (from.FiscalQuarter ?? 4);
            var last = to.FiscalYear!.Value * 4 + to.FiscalQuarter.Value - 1;
            for (var quarter = first; quarter < last && quarter - first < MostQuarters; quarter++)
                periods.Add(FiscalPeriods.Interim(quarter / 4, quarter % 4 + 1, fiscalYearEnd, from.At, to.Stop - from.At));
        }
    }

    /// <summary>Whether a day is the last of its month.</summary>
    public static bool EndsMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    /// <summary>The last day of the month so many months away.</summary>
    public static DateOnly EndOfMonth(DateOnly day, int months)
    {
        var other = new DateOnly(day.Year, day.Month, 1).AddMonths(months);
        return new DateOnly(other.Year, other.Month, DateTime.DaysInMonth(other.Year, other.Month));
    }

    [GeneratedRegex(@"^,?\s?(?:through|to|–|-)\s?(?:and\sincluding\s)?(?:the\s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Through();
}
