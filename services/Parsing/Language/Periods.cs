using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>A period or instant that a text names.</summary>
/// <param name="Kind">Annual, interim, instant or range; null when the words leave it open ("the periods ended …").</param>
/// <param name="Start">First day of a range.</param>
/// <param name="End">Last day; null when a fiscal period is named without a date and the fiscal year's end is not known.</param>
/// <param name="Months">Months covered: 3, 6, 9, 12; 0 for an instant; null when open.</param>
/// <param name="At">First character in the passage of the words that name this very period.</param>
/// <param name="Length">Their number.</param>
/// <param name="Computed">The end was computed from a fiscal year's end, not written.</param>
/// <param name="FiscalYear">The year by which the text numbers it; null where it names dates.</param>
/// <param name="FiscalQuarter">The quarter, 1 to 4, by which the text numbers it.</param>
public readonly record struct PeriodMention(
    PeriodKind? Kind, DateOnly? Start, DateOnly? End, int? Months, int At, int Length, bool Computed = false, int? FiscalYear = null, int? FiscalQuarter = null);

/// <summary>
/// Reads the periods that a sentence names: "the fiscal years ended December 31, 2023 and 2022", "each of the quarters ended March 31, June 30
/// and September 30, 2023", "the three and nine months ended …", "as of …", "from inception (…) through …".
/// </summary>
public static partial class Periods
{
    /// <summary>All periods in a text, in the order of the text.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="fiscalYearEnd">A day on which a fiscal year of the registrant ended; lets "fiscal 2023" and "Q1 2023" get a date where it is a month's last day.</param>
    public static IReadOnlyList<PeriodMention> FindAll(string text, DateOnly? fiscalYearEnd = null)
    {
        var periods = new List<PeriodMention>();
        var taken = 0;
        foreach (Match lead in Lead().Matches(text))
        {
            if (lead.Index < taken)
                continue;
            var count = periods.Count;
            taken = ReadDates(text, lead, periods);
            if (periods.Count == count)
                taken = lead.Index;
        }
        FiscalPeriods.FindAll(text, fiscalYearEnd, periods);
        return [.. periods.OrderBy(period => period.At)];
    }

    // Walks the list of dates behind "… ended". Returns where the list ends.
    private static int ReadDates(string text, Match lead, List<PeriodMention> periods)
    {
        var items = new List<(int? Month, int? Day, int? Year, int At, int Length)>();
        var at = lead.Index + lead.Length;
        var isRange = false;
        while (Item().Match(text, at) is { Success: true } item && item.Index == at)
        {
            isRange |= item.Groups["through"].Success;
            var month = item.Groups["month"].Success ? Dates.Month(item.Groups["month"].ValueSpan) : (int?)null;
            var date = item.Groups["date"];
            items.Add((month, Number(item.Groups["day"]), Number(item.Groups["year"]), date.Index, date.Length));
            at = item.Index + item.Length;
        }
        Complete(items);
        var dates = items
            .Select(item => (Date: item is { Month: { } month, Day: { } day, Year: { } year } ? Dates.Create(year, month, day) : null, item.At, item.Length))
            .Where(item => item.Date is not null)
            .ToList();
        var kinds = KindsOf(lead);
        if (isRange && dates.Count == 2)
        {
            periods.Add(new PeriodMention(PeriodKind.Range, dates[0].Date, dates[1].Date, null, dates[0].At, dates[1].At + dates[1].Length - dates[0].At));
            return at;
        }
        foreach (var (date, start, length) in dates)
        {
            foreach (var (kind, months) in kinds)
                periods.Add(new PeriodMention(kind, null, date, months, start, length));
            for (var year = 1; year <= YearsBefore(lead); year++)
                periods.Add(new PeriodMention(PeriodKind.Annual, null, date!.Value.AddYears(-year), 12, start, length, true));
        }
        return at;
    }

    // "March 31, June 30 and September 30, 2023": the year stands once, at the end. "December 31, 2023 and 2022": the day stands once.
    private static void Complete(List<(int? Month, int? Day, int? Year, int At, int Length)> items)
    {
        int? year = null;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            year = items[i].Year ?? year;
            items[i] = items[i] with { Year = year };
        }
        (int? Month, int? Day) last = (null, null);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Month is not null)
                last = (items[i].Month, items[i].Day);
            items[i] = items[i] with { Month = last.Month, Day = last.Day };
        }
    }

    private static List<(PeriodKind? Kind, int? Months)> KindsOf(Match lead)
    {
        if (lead.Groups["instant"].Success)
            return [(PeriodKind.Instant, 0)];
        if (lead.Groups["range"].Success)
            return [(PeriodKind.Range, null)];
        var kinds = new List<(PeriodKind? Kind, int? Months)>();
        foreach (Capture months in lead.Groups["months"].Captures)
            kinds.Add(MonthsOf(months.ValueSpan) is var number && number == 12 ? (PeriodKind.Annual, 12) : (PeriodKind.Interim, number));
        if (lead.Groups["year"].Success || lead.Groups["years"].Success)
            kinds.Add((PeriodKind.Annual, 12));
        if (lead.Groups["quarter"].Success)
            kinds.Add((PeriodKind.Interim, 3));
        if (lead.Groups["interim"].Success)
            kinds.Add((PeriodKind.Interim, null));
        return kinds.Count > 0 ? kinds : [(null, null)];
    }

    private static int MonthsOf(ReadOnlySpan<char> word) => char.ToLowerInvariant(word[0]) switch
    {
        '3' => 3,
        '6' => 6,
        '9' => 9,
        '1' => 12,
        't' when word.StartsWith("th", StringComparison.OrdinalIgnoreCase) => 3,
        't' => 12,
        's' => 6,
        'n' => 9,
        _ => 3,
    };

    // "each of the years in the three-year period ended December 31, 2009"
    private static int YearsBefore(Match lead) => lead.Groups["years"] is not { Success: true } years ? 0 : char.ToLowerInvariant(years.ValueSpan[1]) switch
    {
        'w' => 1,
        'h' => 2,
        'o' => 3,
        'i' => 4,
        _ => 0,
    };

    private static int? Number(Group group) =>
        group.Success ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private const string MonthCount = @"(?<months>three|six|nine|twelve|3|6|9|12)(?:[ -]?months?)?";

    [GeneratedRegex(
        @"\b(?:(?:"
        + @"(?<years>two|three|four|five)[ -]years?(?:\speriods?)?"
        + @"|(?:" + MonthCount + @"(?:,\s|\sand\s|,\sand\s|\sor\s|/)){0,3}" + MonthCount + @"(?<=months?)(?:[ -]?periods?)?"
        + @"|(?:(?:fiscal|calendar|the|full)\s)*(?<year>years?)(?:\speriods?)?"
        + @"|(?:fiscal\s|calendar\s|the\s|interim\s)*(?<quarter>quarters?|quarterly\speriods?|fiscal\squarters?)"
        + @"|(?<interim>interim(?:\s\w+){0,3}?\speriods?|year-to-date\speriods?)"
        + @"|(?:annual|reporting|fiscal|transition|audited)?\s?periods?"
        + @")(?:\s(?:and|or)\s(?:the\s)?(?:(?<quarter>quarters?|quarterly\speriods?)|(?<year>(?:fiscal\s)?years?)|" + MonthCount + @"(?<=months?)(?:\speriods?)?))?"
        + @"\s(?:then\s)?(?:end(?:ed|ing|s)?|through)(?:\son)?\s?:?(?:\s(?:each|of))?"
        + @"|(?<instant>as\sof|as\sat)(?:\sthe\send\sof)?"
        + @"|(?<range>from(?:\sthe\s(?:period|date)\sof)?(?:\sand\safter)?|inception\s?\(|since\sinception\s?\(|\(inception\)\s?(?=through|to)|period\sfrom(?:\sinception)?\s?\(?))(?=\s?(?:[(]?[a-z]+\)?,?\s)?[a-z(\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"\G[\s(]*(?:,\s?|;\s?)?(?:(?<through>through|to|\(?(?:date\sof\s)?inception\)?\s?,?\s?(?:through|to)|\)\s?(?:through|to))\s|and\s|or\s|&\s|as\swell\sas\s|and\sthe\s)?(?<date>(?:(?<month>"
        + Dates.MonthName + @")\s{0,2}(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s?,?\s{0,2}(?<year>(?:19|20)\d{2})(?!\d))?)|(?<year>(?:19|20)\d{2})(?![\d,]*\d|\sshares))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();
}
