using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>
/// What a text calls its fiscal periods: the end of its fiscal year, and names that it gives to dates ("the fiscal year ended January 29, 2005 (“fiscal 2004”)").
/// Only what the text or the cover says; a year of 52 or 53 weeks has no date but the one that is named.
/// </summary>
internal sealed partial class FiscalCalendar
{
    private readonly Dictionary<(int Year, int Quarter), DateOnly> named = [];

    /// <summary>A day on which a fiscal year ended; null where neither the text nor the cover says.</summary>
    public DateOnly? YearEnd { get; private init; }

    /// <summary>Reads the sentences of a text.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="known">The end of a fiscal year that the document's cover names.</param>
    /// <param name="submitted">The end of the fiscal year as the submission's header has it; counts where the text names none.</param>
    public static FiscalCalendar Of(IEnumerable<Passage> sentences, DateOnly? known, DateOnly? submitted = null)
    {
        var all = sentences as IReadOnlyCollection<Passage> ?? [.. sentences];
        var calendar = new FiscalCalendar { YearEnd = known ?? FirstYearEnd(all, submitted) };
        foreach (var sentence in all)
            calendar.AddNames(sentence.Text);
        return calendar;
    }

    /// <summary>The periods of a sentence, with the dates that this calendar knows.</summary>
    public IReadOnlyList<PeriodMention> Periods(string text, bool bareYears = false)
    {
        var found = Language.Periods.FindAll(text, YearEnd, bareYears);
        if (named.Count == 0)
            return found;
        var periods = new List<PeriodMention>(found.Count);
        foreach (var period in found)
        {
            if (period.FiscalYear is { } year && !period.Implied && named.TryGetValue((year, period.FiscalQuarter ?? 0), out var end))
            {
                // The name in brackets behind the date is the same period once more.
                if (!IsName(text, period))
                    periods.Add(period with { End = end, Computed = true });
            }
            else
            {
                periods.Add(period);
            }
        }
        return periods;
    }

    private static bool IsName(string text, PeriodMention period) => period.At > 1 && NameOpens().IsMatch(text.AsSpan(Math.Max(0, period.At - 8), Math.Min(8, period.At)));

    // Who has a period that ends within a month counts in weeks, and no other end can be computed.
    private static DateOnly? FirstYearEnd(IReadOnlyCollection<Passage> sentences, DateOnly? submitted)
    {
        DateOnly? first = null;
        foreach (var sentence in sentences)
        {
            foreach (var period in Language.Periods.FindAll(sentence.Text))
            {
                if (period is not { Kind: PeriodKind.Annual or PeriodKind.Interim, End: { } end, FiscalYear: null })
                    continue;
                if (!PeriodRanges.EndsMonth(end))
                    return null;
                first ??= period.Kind == PeriodKind.Annual ? end : null;
            }
        }
        return first ?? submitted;
    }

    private void AddNames(string text)
    {
        if (!text.Contains('“', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal))
            return;
        foreach (Match match in Named().Matches(text))
        {
            var date = Dates.FindAll(match.Groups["date"].Value);
            if (date.Count == 0)
                continue;
            var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var quarter = match.Groups["quarter"].Success ? QuarterOf(match.Groups["quarter"].ValueSpan) : 0;
            named.TryAdd((year, quarter), date[0].Date);
        }
    }

    private static int QuarterOf(ReadOnlySpan<char> word) => char.ToLowerInvariant(word[^1]) switch
    {
        '1' or '2' or '3' or '4' => word[^1] - '0',
        't' => 1,
        'd' when word[0] is 's' or 'S' => 2,
        'd' => 3,
        _ => 4,
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<date>" + Dates.MonthName + @"\s\d{1,2},?\s(?:19|20)\d{2})\s?\((?:the\s|our\s|also\s|collectively,?\s)?[“""](?:the\s)?(?:(?<quarter>Q[1-4]|first|second|third|fourth)\s(?:quarter\s)?(?:of\s)?)?(?:fiscal\s(?:year\s)?|FY\s?)?(?<year>(?:19|20)\d{2})(?:\s[\w-]{1,12}){0,3}[”""]", Options)]
    private static partial Regex Named();

    [GeneratedRegex(@"\(\s?(?:the\s)?[“""]$", Options)]
    private static partial Regex NameOpens();
}
