using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads periods that are named by fiscal year and quarter, without a date: "fiscal years 2000 and 2001", "Q1 2023", "the first three quarters of fiscal 2005".</summary>
internal static partial class FiscalPeriods
{
    public static void FindAll(string text, DateOnly? fiscalYearEnd, List<TextRange> taken, List<PeriodMention> periods)
    {
        foreach (Match match in Quarters().Matches(text))
        {
            if (IsTaken(match))
                continue;
            var years = match.Groups["year"].Captures;
            foreach (Capture year in years)
            {
                foreach (var quarter in QuartersOf(match))
                    periods.Add(Interim(Number(year), quarter, fiscalYearEnd, match.Index, match.Length) with { Implied = match.Groups["every"].Success });
            }
        }
        foreach (Match match in Years().Matches(text))
        {
            if (IsTaken(match) || periods.Any(period => period.At < match.Index + match.Length && match.Index < period.At + period.Length))
                continue;
            var years = match.Groups["year"].Captures.Select(capture => (Year: Number(capture), capture.Index, capture.Length)).ToList();
            if (match.Groups["through"].Success && years.Count == 2 && years[1].Year - years[0].Year is > 1 and < 12)
                years.InsertRange(1, Enumerable.Range(years[0].Year + 1, years[1].Year - years[0].Year - 1).Select(year => (year, years[0].Index, years[1].Index + years[1].Length - years[0].Index)).ToList());
            foreach (var (year, at, length) in years)
            {
                var end = EndOfYear(year, fiscalYearEnd);
                periods.Add(new PeriodMention(PeriodKind.Annual, null, end, 12, at, length, end is not null, year));
            }
        }

        // Part of a list of dates: "… and September 30 in fiscal years 2023 and 2024".
        bool IsTaken(Match match) => taken.Exists(range => range.Start < match.Index + match.Length && match.Index < range.End);
    }

    public static PeriodMention Interim(int year, int quarter, DateOnly? fiscalYearEnd, int at, int length)
    {
        var end = EndOfYear(year, fiscalYearEnd) is { } yearEnd ? EndOfMonth(yearEnd.AddDays(1).AddMonths(3 * quarter - 13)) : (DateOnly?)null;
        return new PeriodMention(PeriodKind.Interim, null, end, 3, at, length, end is not null, year, quarter);
    }

    // Only where the fiscal year ends with a month: a year of 52 or 53 weeks ends on another day each time.
    public static DateOnly? EndOfYear(int year, DateOnly? fiscalYearEnd) =>
        fiscalYearEnd is { } known && known == EndOfMonth(known) ? EndOfMonth(new DateOnly(year, known.Month, 1)) : null;

    private static DateOnly EndOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static IEnumerable<int> QuartersOf(Match match)
    {
        if (match.Groups["first"].Success)
            return Enumerable.Range(1, match.Groups["first"].ValueSpan[1] is 'w' or 'W' ? 2 : 3);
        if (match.Groups["every"].Success)
            return Enumerable.Range(1, 4);
        return match.Groups["quarter"].Captures.Select(capture => char.ToLowerInvariant(capture.ValueSpan[^1]) switch
        {
            '1' or '2' or '3' or '4' => capture.ValueSpan[^1] - '0',
            't' => 1,
            'd' => capture.ValueSpan[0] is 's' or 'S' or '2' ? 2 : 3,
            _ => 4,
        }).Distinct();
    }

    private static int Number(Capture year)
    {
        var number = int.Parse(year.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return number < 100 ? 2000 + number : number;
    }

    private const string Ordinal = @"(?<quarter>first|second|third|fourth)";

    [GeneratedRegex(
        @"\b(?:(?:(?<every>each\sof\sthe|all(?:\sof\sthe)?|each|every|the\sfour)\s(?:four\s)?(?:fiscal\s|interim\s|quarterly\s)?(?:quarters?|periods)|first\s(?<first>two|three)\s(?:fiscal\s)?quarters?|(?:" + Ordinal + @"(?:\s(?:fiscal\s)?quarters?)?(?:,\s|\sand\s|,\sand\s|\sor\s|\sthrough\s)(?:the\s)?){0,3}" + Ordinal
        + @"\s(?:fiscal\s)?quarters?)\s(?:(?:of|in|for|during|within)\s)?(?:the\s|its\s|each\sof\s|both\s)?(?:(?:fiscal|calendar)\s?)?(?:years?\s)?(?:(?<year>(?:19|20)\d{2})(?:\sand\s(?:fiscal\s)?(?<year>(?:19|20)\d{2})\b)?)"
        + @"|(?:(?<quarter>Q[1-4])(?:,\s|\sand\s|,\sand\s|\s?[-–/]\s?|\sthrough\s)?){1,4}\s?(?:of\s)?(?:fiscal\s(?:year\s)?|FY\s?)?(?<year>(?:19|20)\d{2}))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Quarters();

    [GeneratedRegex(
        @"\b(?:(?:fiscal(?:\syears?)?|FY|calendar\syears?|years)\s?(?<year>(?:19|20)\d{2})(?:(?:,\s|\sand\s|,\sand\s|\s?&\s|\s(?<through>through|to)\s|\s?(?<through>[-–])\s?)(?:in\s|for\s)?(?:the\s)?(?:fiscal(?:\syears?)?\s|FY\s?)?(?<year>(?:19|20)\d{2})(?![\d,]*\d)){0,5}"
        + @"|(?:(?<year>(?:19|20)\d{2})(?:,\s|\sand\s|,\sand\s)){0,4}(?<year>(?:19|20)\d{2})\sfiscal\syears?)(?!-)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Years();
}
