using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
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
/// <param name="Implied">The words imply it without naming it: "each of the quarters within those years".</param>
/// <param name="Bare">Named by a bare year only: "for 2013".</param>
public readonly record struct PeriodMention(
    PeriodKind? Kind, DateOnly? Start, DateOnly? End, int? Months, int At, int Length, bool Computed = false, int? FiscalYear = null, int? FiscalQuarter = null, bool Implied = false, bool Bare = false)
{
    /// <summary>First character after it.</summary>
    public int Stop => At + Length;
}

/// <summary>
/// Reads the periods that a sentence names: "the fiscal years ended December 31, 2023 and 2022", "each of the quarters ended March 31, June 30
/// and September 30, 2023", "the three and nine months ended …", "as of …", "from inception (…) through …".
/// </summary>
public static partial class Periods
{
    /// <summary>All periods in a text, in the order of the text.</summary>
    /// <param name="text">A sentence.</param>
    /// <param name="fiscalYearEnd">A day on which a fiscal year of the registrant ended; lets "fiscal 2023" and "Q1 2023" get a date where it is a month's last day.</param>
    /// <param name="bareYears">Read "for 2013" and "in 2013", too.</param>
    public static IReadOnlyList<PeriodMention> FindAll(string text, DateOnly? fiscalYearEnd = null, bool bareYears = false)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return [];
        var periods = new List<PeriodMention>();
        var taken = new List<TextRange>();
        var stop = 0;
        foreach (Match lead in Lead().Matches(text))
        {
            if (lead.Index < stop)
                continue;
            var count = periods.Count;
            stop = ReadDates(text, lead, periods);
            if (periods.Count == count)
                stop = lead.Index;
            else
                taken.Add(new TextRange(lead.Index, stop));
        }
        PeriodsByForm.FindAll(text, taken, periods);
        FiscalPeriods.FindAll(text, fiscalYearEnd, taken, periods);
        if (bareYears)
            BareYears.FindAll(text, fiscalYearEnd, taken, periods);
        ThenEnded(text, periods);
        PeriodRanges.Fill(text, fiscalYearEnd, periods);
        ImpliedQuarters.FindAll(text, periods);
        return [.. periods.OrderBy(period => period.At)];
    }

    // "as of December 31, 2020 and for the year then ended"
    private static void ThenEnded(string text, List<PeriodMention> periods)
    {
        var match = ForPeriodThenEnded().Match(text);
        for (; match.Success; match = match.NextMatch())
        {
            for (var i = 0; i < periods.Count; i++)
            {
                if (periods[i] is not { Kind: PeriodKind.Instant } instant || instant.Stop > match.Index || match.Index - instant.Stop > 80)
                    continue;
                var months = match.Groups["months"].Success ? MonthsOf(match.Groups["months"].ValueSpan) : match.Groups["quarter"].Success ? 3 : 12;
                periods[i] = instant with { Kind = months == 12 ? PeriodKind.Annual : PeriodKind.Interim, Months = months };
            }
        }
    }

    // Walks the list of dates behind "… ended". Returns where the list ends.
    private static int ReadDates(string text, Match lead, List<PeriodMention> periods)
    {
        var (dates, stop, isRange) = DateLists.Read(text, lead.Index + lead.Length);
        var kinds = KindsOf(lead);
        if (isRange && dates.Count == 2 && !lead.Groups["instant"].Success)
        {
            // "the years ended December 31, 1999 through 2005" are seven years.
            if (kinds is [{ Kind: PeriodKind.Annual }] && PeriodRanges.Years(dates[0], dates[1]) is { Count: > 0 } years)
                periods.AddRange(years);
            else if (kinds is [{ Kind: PeriodKind.Interim, Months: 3 }] && PeriodRanges.Quarters(dates[0], dates[1]) is { Count: > 0 } quarters)
                periods.AddRange(quarters);
            else
                periods.Add(new PeriodMention(PeriodKind.Range, dates[0].Date, dates[1].Date, null, dates[0].At, dates[1].Stop - dates[0].At));
            return stop;
        }
        var within = QuartersWithin().IsMatch(text.AsSpan(Math.Max(0, lead.Index - 80), Math.Min(80, lead.Index)));
        foreach (var date in dates)
        {
            foreach (var (kind, months) in kinds)
            {
                if (within && kind == PeriodKind.Annual)
                    periods.AddRange(ImpliedQuarters.Of(new PeriodMention(kind, null, date.Date, months, date.At, date.Length), 3));
                else
                    periods.Add(new PeriodMention(kind, null, date.Date, months, date.At, date.Length, date.Computed));
            }
            for (var year = 1; year <= YearsBefore(lead); year++)
                periods.Add(new PeriodMention(PeriodKind.Annual, null, date.Date.AddYears(-year), 12, date.At, date.Length, true));
        }
        return stop;
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
        foreach (Capture weeks in lead.Groups["weeks"].Captures)
            kinds.Add(WeeksOf(weeks.ValueSpan) is var number && number == 12 ? (PeriodKind.Annual, 12) : (PeriodKind.Interim, number));
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

    // A quarter has 12 to 17 weeks, a half year 24 to 28, three quarters 36 to 40, a year 52 or 53.
    private static int WeeksOf(ReadOnlySpan<char> word) => char.ToLowerInvariant(word[0]) switch
    {
        '1' or 's' or 'e' => 3,
        '2' => 6,
        '3' or '4' => 9,
        '5' => 12,
        't' when word.StartsWith("thirty", StringComparison.OrdinalIgnoreCase) => 9,
        't' when word.StartsWith("twenty", StringComparison.OrdinalIgnoreCase) => 6,
        't' => 3,
        'f' when word.StartsWith("fifty", StringComparison.OrdinalIgnoreCase) => 12,
        'f' when word.StartsWith("forty", StringComparison.OrdinalIgnoreCase) => 9,
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

    private const string MonthCount = @"(?<months>three|six|nine|twelve|3|6|9|12)(?:[ -]?months?)?";

    private const string WeekCount = @"(?<weeks>thirteen|fourteen|twelve|sixteen|seventeen|twenty-(?:four|six|seven|eight)|thirty-(?:six|nine)|forty|fifty-(?:two|three)|1[2-7]|2[4-8]|3[69]|40|5[23])(?:[ -]weeks?)?";

    [GeneratedRegex(@"\b(?:and\s)?for\s(?:each\sof\s)?the\s(?:(?:fiscal\s)?years?|(?<months>three|six|nine|twelve)(?:[ -]months?)?(?:\speriods?)?|(?:fiscal\s)?(?<quarter>quarters?|quarterly\speriods?))\sthen\sended", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ForPeriodThenEnded();

    [GeneratedRegex(@"\b(?:quarters|(?:quarterly|interim)\s(?:\w+\s){0,3}periods)\s(?:contained\s|included\s)?(?:within|in|during|of|for)\s(?:each\sof\s)?(?:the\s)?(?:fiscal\s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex QuartersWithin();

    [GeneratedRegex(
        @"\b(?:(?:"
        + @"(?<years>two|three|four|five)[ -]years?(?:\speriods?)?"
        + @"|(?:" + MonthCount + @"(?:,\s|\sand\s|,\sand\s|\sor\s|/)){0,3}" + MonthCount + @"(?<=months?)(?:[ -]?periods?)?"
        + @"|(?:" + WeekCount + @"(?:,\s|\sand\s|,\sand\s|\sor\s|/)){0,3}" + WeekCount + @"(?<=weeks?)(?:[ -]?periods?)?"
        + @"|(?:(?:fiscal|calendar|the|full)\s){0,3}(?<year>years?)(?:\speriods?)?"
        + @"|(?:fiscal\s|calendar\s|the\s|interim\s){0,4}(?<quarter>quarters?|quarterly(?:\sand\s(?:year-to-date|six-month|nine-month|interim))?\speriods?|fiscal\squarters?)"
        + @"|(?<interim>interim(?:\s\w+){0,3}?\speriods?|year-to-date\speriods?)"
        + @"|(?:annual|reporting|fiscal|transition|audited)?\s?periods?"
        + @")(?:\s(?:and|or)\s(?:the\s)?(?:(?<quarter>quarters?|quarterly\speriods?)|(?<year>(?:fiscal\s)?years?)|" + MonthCount + @"(?<=months?)(?:\speriods?)?))?"
        + @"\s(?:then\s)?(?:end(?:ed|ing|s)?|through)(?:\son)?\s?:?(?:\s(?:each|of))?"
        + @"|(?<instant>as\sof|as\sat)(?:\sthe\send\sof)?"
        + @"|(?<range>from(?:\sthe\s(?:period|date)\sof)?(?:\sand\safter)?|inception\s?\(|since\sinception\s?\(|\(inception\)\s?(?=through|to)|period\sfrom(?:\sinception)?\s?\(?))(?=\s?(?:[(]?[a-z]+\)?,?\s)?[a-z(\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();
}
