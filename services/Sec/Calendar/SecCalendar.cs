using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Filingwire.Sec.Calendar;

/// <summary>
/// The SEC's business days: not Saturday, not Sunday, not a federal holiday, not another closing (Exchange Act Rules 0-2 and 0-3,
/// 17 CFR 201.104). It is not the exchanges' calendar: Good Friday is a business day here; Columbus Day and Veterans Day are none.
/// Counting is by calendar dates in US Eastern time. Closings are known from <see cref="FirstYear"/> to <see cref="LastYear"/>;
/// outside, only weekends are.
/// </summary>
public static class SecCalendar
{
    /// <summary>First year whose holidays are known.</summary>
    public const int FirstYear = 1990;

    /// <summary>Last year whose holidays are known; closings by executive order are known only once they are ordered.</summary>
    public const int LastYear = 2035;

    // Replaced as a whole, so that a reader sees one calendar or the other.
    private static volatile Table table = new([]);

    /// <summary>
    /// Adds closings that were ordered after this was built, such as the day before Christmas that a president gives each December anew. Once, at start, before
    /// anything is counted; a day that is known already stays as it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is a weekend, or in no year that is covered.</exception>
    public static void Add(IReadOnlyList<Closing> ordered)
    {
        foreach (var closing in ordered)
            if (IsWeekend(closing.Date) || !Covers(closing.Date))
                throw new ArgumentOutOfRangeException(nameof(ordered), $"{closing.Date:yyyy-MM-dd} is a weekend or in no year that is covered.");
        table = new Table([.. table.Added, .. ordered]);
    }

    /// <summary>True when the closings of the day's year are known.</summary>
    public static bool Covers(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>True when filings can be made on the day.</summary>
    public static bool IsBusinessDay(DateOnly day) =>
        !IsWeekend(day) && !table.Closings.ContainsKey(day);

    /// <summary>Why the day, not being a weekend, is no business day.</summary>
    public static bool TryGetClosing(DateOnly day, [NotNullWhen(true)] out Closing? closing) => table.Closings.TryGetValue(day, out closing);

    /// <summary>The closings from one day to another, both included, oldest first.</summary>
    public static IReadOnlyList<Closing> ClosingsWithin(DateOnly first, DateOnly last)
    {
        var closings = table.InOrder;
        var from = FirstOnOrAfter(closings, first);
        var to = from;
        while (to < closings.Length && closings[to].Date <= last)
            to++;
        return to == from ? [] : closings[from..to];
    }

    /// <summary>The day itself, or the first business day after it: where a deadline on the day ends (Rule 0-3(a)).</summary>
    public static DateOnly Roll(DateOnly day)
    {
        while (!IsBusinessDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The first business day after the day.</summary>
    public static DateOnly NextBusinessDay(DateOnly day) => Roll(day.AddDays(1));

    /// <summary>The nth business day after the day, which itself need not be one; the day itself for 0.</summary>
    /// <param name="day">The day that is not counted.</param>
    /// <param name="count">0 or more.</param>
    public static DateOnly AddBusinessDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (var i = 0; i < count; i++)
            day = NextBusinessDay(day);
        return day;
    }

    /// <summary>
    /// The number of business days after <paramref name="from"/> up to and with <paramref name="to"/>: what a filing made on
    /// <paramref name="to"/> is late by when it was due on <paramref name="from"/>. Negative when <paramref name="to"/> comes first.
    /// </summary>
    public static int BusinessDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -BusinessDaysBetween(to, from);
        var (weeks, rest) = Math.DivRem(to.DayNumber - from.DayNumber, 7);
        var weekdays = 5 * weeks;
        for (; rest > 0; rest--)
            if (!IsWeekend(from.AddDays(rest)))
                weekdays++;
        var closings = table.OnWeekdays;
        return weekdays - (FirstOnOrAfter(closings, to.AddDays(1)) - FirstOnOrAfter(closings, from.AddDays(1)));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static int FirstOnOrAfter(Closing[] closings, DateOnly day)
    {
        var (low, high) = (0, closings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (closings[middle].Date < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private sealed class Table
    {
        public Table(IReadOnlyList<Closing> added)
        {
            Added = added;
            // The holidays of the year after the last one: its New Year's Day may be kept in the last one.
            Closings = Enumerable.Range(FirstYear, LastYear - FirstYear + 2)
                .SelectMany(FederalHolidays.Of)
                .Where(closing => closing.Date.Year <= LastYear)
                .Concat(SpecialClosings.All)
                .Concat(added)
                .DistinctBy(closing => closing.Date)
                .ToFrozenDictionary(closing => closing.Date);
            InOrder = [.. Closings.Values.OrderBy(closing => closing.Date)];
            OnWeekdays = [.. InOrder.Where(closing => !IsWeekend(closing.Date))];
        }

        public IReadOnlyList<Closing> Added { get; }

        public FrozenDictionary<DateOnly, Closing> Closings { get; }

        public Closing[] InOrder { get; }

        public Closing[] OnWeekdays { get; }
    }
}
