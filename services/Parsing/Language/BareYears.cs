using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;
using Filingwire.Sec.Codes;

namespace Filingwire.Parsing.Language;

/// <summary>Reads years that stand for fiscal years without saying so: "financial statements for 2014, 2015 and 2016", "compared with a profit in 2018".</summary>
internal static partial class BareYears
{
    public static void FindAll(string text, DateOnly? fiscalYearEnd, List<TextRange> taken, List<PeriodMention> periods)
    {
        foreach (Match match in Listed().Matches(text))
        {
            var captures = match.Groups["year"].Captures;
            var numbers = captures.Select(capture => (Year: int.Parse(capture.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), At: capture.Index, capture.Length)).ToList();
            if (match.Groups["through"].Success && numbers.Count == 2 && numbers[1].Year - numbers[0].Year is > 1 and < 13)
                numbers.InsertRange(1, Enumerable.Range(numbers[0].Year + 1, numbers[1].Year - numbers[0].Year - 1).Select(year => (year, numbers[0].At, numbers[1].At + 4 - numbers[0].At)).ToList());
            foreach (var (year, at, length) in numbers)
            {
                if (taken.Exists(range => range.Start < at + length && at < range.End) || periods.Exists(period => period.At < at + length && at < period.Stop))
                    continue;
                var end = FiscalPeriods.EndOfYear(year, fiscalYearEnd);
                periods.Add(new PeriodMention(PeriodKind.Annual, null, end, 12, at, length, end is not null, year, null, false, true));
            }
        }
    }

    [GeneratedRegex(
        @"\b(?<!\b(?:half|end|beginning|spring|summer|fall|autumn|winter|late|early|since|act|reform)\s)(?:for|in|of|during|over|from|with|to|than)\s(?:each\sof\s|all\sof\s|both\s|full[- ]year\s|the\s(?:full\s)?(?:years?\s)?|calendar\s){0,3}"
        + @"(?<year>(?:19|20)\d{2})(?:(?:,\s|,?\s(?:and|or)\s|\s?[/&]\s?|\s(?<through>through|to)\s|\s?(?<through>[–-])\s?)(?:in\s|for\s)?(?<year>(?:19|20)\d{2})(?![\d,]*\d)){0,8}(?![\d,/-]*\d)(?!\s(?:plan|notes?|credit|senior|equity|omnibus|settlement|act|proxy|shares|stock|employees|long-term|incentive|acquisition|offering|merger|convertible|annual\smeeting)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Listed();
}
