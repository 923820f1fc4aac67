using System.Text.RegularExpressions;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads quarters that a text implies without naming them: "and the quarterly periods within those years", "including the quarters therein".</summary>
internal static partial class ImpliedQuarters
{
    public static void FindAll(string text, List<PeriodMention> periods)
    {
        foreach (Match match in Within().Matches(text))
        {
            var years = periods.Where(period => period.Kind == PeriodKind.Annual && !period.Implied && period.At < match.Index).ToList();
            foreach (var year in years)
                periods.AddRange(Of(year with { At = match.Index, Length = match.Length }, match.Groups["quarters"].Success ? 4 : 3));
        }
    }

    /// <summary>The first quarters of a fiscal year, with a date where the year ends with a month.</summary>
    public static IEnumerable<PeriodMention> Of(PeriodMention year, int count)
    {
        for (var quarter = 1; quarter <= count; quarter++)
        {
            var end = year.End is { } day && PeriodRanges.EndsMonth(day) ? PeriodRanges.EndOfMonth(day, 3 * quarter - 12) : (DateOnly?)null;
            yield return new PeriodMention(PeriodKind.Interim, null, end, 3, year.At, year.Length, end is not null, year.FiscalYear ?? year.End?.Year, quarter, true);
        }
    }

    private const string Those = @"(?:those|such|these|the\s(?:foregoing|same|aforementioned|above)|each\s(?:such|of\s(?:those|such|these|the\sforegoing)))";

    [GeneratedRegex(
        @"\b(?:(?<quarters>quarters)|quarterly\s(?:and\syear-to-date\s)?(?:periods?|reports?(?:\son\sForms?\s10-Q\w{0,2})?|financial\s(?:statements|information|data)|information|results)|interim\s(?:quarterly\s)?(?:periods?|financial\s(?:statements|information)|reports?)|Forms?\s10-Q\w{0,3})"
        + @"(?:,\s|\s)(?:contained\s|included\s|occurring\s|falling\s|ended\s|ending\s|filed\s|issued\s|reported\s)?"
        + @"(?:therein|thereof|(?:within|in|during|of|for|with\srespect\sto|relating\sto|related\sto)\s" + Those + @"\s(?:fiscal\s|annual\s)?(?:years?|periods?))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
