using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>A date of a list, with the words that name it.</summary>
/// <param name="Date">The date.</param>
/// <param name="At">First character in the passage of its words.</param>
/// <param name="Length">Their number.</param>
/// <param name="Computed">The day was computed: "March 2007" ends with the month.</param>
internal readonly record struct ListedDate(DateOnly Date, int At, int Length, bool Computed)
{
    /// <summary>First character after it.</summary>
    public int Stop => At + Length;
}

/// <summary>
/// Reads lists of dates that share what they have in common: "March 31, June 30 and September 30, 2013", "December 31, 2013 and 2012",
/// "March 31, June 30 and September 30 of 2013 and 2014", "3/31/07, 6/30/07 and 9/30/07", "March and June 2007".
/// </summary>
internal static partial class DateLists
{
    private const int Most = 60;

    private readonly record struct Item(int? Month, int? Day, int? Year, int At, int Length);

    /// <summary>The list that begins at a place: its dates, where it ends, and whether it is a range of two ("… through …").</summary>
    public static (List<ListedDate> Dates, int Stop, bool IsRange) Read(string text, int at)
    {
        var items = new List<Item>();
        var isRange = false;
        while (items.Count < Most && Next().Match(text, at) is { Success: true } next && next.Index == at)
        {
            isRange |= next.Groups["through"].Success;
            items.Add(ItemOf(next));
            at = next.Index + next.Length;
        }
        return (Complete(items), at, isRange);
    }

    private static Item ItemOf(Match next)
    {
        var date = next.Groups["date"];
        if (next.Groups["slash"].Success && Dates.FindAll(next.Groups["slash"].Value) is [var found])
            return new Item(found.Date.Month, found.Date.Day, found.Date.Year, date.Index, date.Length);
        var month = next.Groups["month"].Success ? Dates.Month(next.Groups["month"].ValueSpan) : (int?)null;
        return new Item(month, Number(next.Groups["day"]), Number(next.Groups["year"]), date.Index, date.Length);
    }

    // Days wait for the year that stands behind them; a year that follows a year serves the days before it once more.
    private static List<ListedDate> Complete(List<Item> items)
    {
        var dates = new List<ListedDate>();
        var (waiting, served) = (new List<Item>(), new List<Item>());
        foreach (var item in items)
        {
            if (item.Month is not null)
            {
                waiting.Add(item);
                if (item.Year is null)
                    continue;
            }
            if (waiting.Count > 0)
                (served, waiting) = (waiting, []);
            foreach (var day in served)
            {
                // A year that serves one day is what names the date; else the day is.
                var place = item.Month is null && served.Count == 1 ? item : day;
                if (DateOf(day, item.Year!.Value) is { } date && !dates.Exists(known => known.Date == date))
                    dates.Add(new ListedDate(date, place.At, place.Length, day.Day is null));
            }
        }
        return dates;
    }

    private static DateOnly? DateOf(Item day, int year) => day.Day is { } number ? Dates.Create(year, day.Month!.Value, number)
        : Dates.Create(year, day.Month!.Value, DateTime.DaysInMonth(year, day.Month.Value));

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"\G[\s(]{0,3}(?:[“""]\w[^”""()]{0,40}[”""]\)\s?)?(?:\([^()\d]{0,3}[^()]{0,60}\)(?=,|\sand|\sthrough|\sto\s|;)\s?)?(?:,\s?|;\s?)?"
        + @"(?:(?<through>through|to|\(?(?:date\sof\s)?inception\)?\s?,?\s?(?:through|to)|\)\s?(?:through|to))\s|and\s|or\s|&\s|as\swell\sas\s|and\sthe\s|and\sof\s)?"
        + @"(?:(?:i{1,3}|iv|v|[a-f])\)\s)?"
        + @"(?<date>(?<month>" + Dates.MonthName + @")\s{0,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s{0,2}(?<year>(?:19|20)\d{2})(?!\d))?"
        + @"|(?<month>" + Dates.MonthName + @")(?:,?\s(?:of\s)?(?<year>(?:19|20)\d{2})(?!\d)|(?=,?\s(?:and\s)?(?:" + Dates.MonthName + @",?\s(?:and\s)?){0,3}" + Dates.MonthName + @"(?:\sof)?,?\s(?:19|20)\d{2}(?!\d)))"
        + @"|(?<slash>\d{1,2}[/-]\d{1,2}[/-](?:(?:19|20)\d{2}|\d{2}))(?![\d/-])"
        + @"|(?:(?:of|in|for)\s(?:each\sof\s|both\s)?(?:the\s)?(?:fiscal\s|calendar\s)?(?:years?\s)?)?(?<year>(?:19|20)\d{2})(?![\d,]*\d|\sshares))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Next();
}
