using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Evidence;

namespace Filingwire.Parsing.Language;

/// <summary>A date found in a text, at its place in the passage.</summary>
public readonly record struct DateMention(DateOnly Date, int Start, int Length)
{
    /// <summary>First character after it.</summary>
    public int End => Start + Length;
}

/// <summary>Reads calendar dates as US filings write them. A date that does not exist ("June 31, 2024") is not read.</summary>
public static partial class Dates
{
    /// <summary>Years outside are typing errors or no dates.</summary>
    private const int FirstYear = 1930, LastYear = 2099;

    /// <summary>All dates in a text, in order: "June 30, 2024", "30 June 2024", "31st day of March, 2015", "6/30/2024", "12-31-98".</summary>
    public static IReadOnlyList<DateMention> FindAll(string text)
    {
        var dates = new List<DateMention>();
        foreach (Match match in Any().Matches(text))
        {
            if (Understand(match) is { } date)
                dates.Add(new DateMention(date, match.Index, match.Length));
        }
        return dates;
    }

    /// <summary>The first date of a text, as a field; null when there is none.</summary>
    public static Field<DateOnly?>? First(Passage passage, string rule, byte confidence)
    {
        foreach (Match match in Any().Matches(passage.Text))
        {
            if (Understand(match) is { } date)
                return new Field<DateOnly?>(date, passage.Cite(match, rule, confidence));
        }
        return null;
    }

    /// <summary>Month 1 to 12 of an English name or its abbreviation; 0 for anything else.</summary>
    public static int Month(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> names = "janfebmaraprmayjunjulaugsepoctnovdec";
        if (name.Length < 3)
            return 0;
        for (var month = 1; month <= 12; month++)
        {
            if (name[..3].Equals(names.Slice((month - 1) * 3, 3), StringComparison.OrdinalIgnoreCase))
                return month;
        }
        return 0;
    }

    /// <summary>A date, unless it does not exist.</summary>
    public static DateOnly? Create(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly? Understand(Match match)
    {
        if (match.Groups["iso"].Success)
            return Create(Number(match, "iso"), Number(match, "isoMonth"), Number(match, "isoDay"));
        if (match.Groups["slashMonth"].Success)
            return Create(FullYear(match.Groups["slashYear"].ValueSpan), Number(match, "slashMonth"), Number(match, "slashDay"));
        return Create(Number(match, "year"), Month(match.Groups["month"].ValueSpan), Number(match, "day"));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Two digits: EDGAR began in the 1990s, so 70 to 99 are of the last century.
    private static int FullYear(ReadOnlySpan<char> digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /// <summary>A month's name, for rules that build on dates.</summary>
    internal const string MonthName =
        @"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)";

    [GeneratedRegex(
        @"\b(?<month>" + MonthName + @")\s{0,3}(?<day>\d{1,2})(?:st|nd|rd|th)?\s?[,.]?\s{0,3}(?<year>(?:19|20)\d{2})\b"
        + @"|\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s(?:day\sof\s)?(?<month>" + MonthName + @"),?\s(?<year>(?:19|20)\d{2})\b"
        + @"|\b(?<iso>(?:19|20)\d{2})-(?<isoMonth>\d{2})-(?<isoDay>\d{2})\b"
        + @"|(?<![\d/-])(?<slashMonth>\d{1,2})(?<mark>[/-])(?<slashDay>\d{1,2})\k<mark>(?<slashYear>(?:19|20)\d{2}|\d{2})(?![\d/-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Any();
}
