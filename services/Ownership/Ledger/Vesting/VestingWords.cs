using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Ownership.Ledger.Vesting;

/// <summary>Cuts sentences on vesting into the pieces that carry meaning.</summary>
internal static partial class VestingWords
{
    private static readonly string[] Cardinals =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"];

    private static readonly string[] Ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly Dictionary<string, string> Spelled = BuildSpelled();

    /// <summary>The sentences of a footnote, as written.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        [.. SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    /// <summary>The pieces of a sentence in their order.</summary>
    public static IReadOnlyList<VestingToken> Tokens(string sentence)
    {
        var tokens = new List<VestingToken>();
        foreach (Match match in Piece().Matches(Plain(sentence)))
            if (Token(match) is { } token)
                tokens.Add(token);
        return tokens;
    }

    /// <summary>Lower case, number words as digits, "1/36th" as "1/36", "four (4)" as "4".</summary>
    private static string Plain(string sentence)
    {
        var text = string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant().Replace('‑', '-').Replace('–', '-');
        text = WordNumber().Replace(text, match => Spelled.GetValueOrDefault(match.Value.Replace(' ', '-'), match.Value));
        text = FractionSuffix().Replace(text, "$1");
        return RepeatedNumber().Replace(text, "$1");
    }

    private static VestingToken? Token(Match match)
    {
        string Group(string name) => match.Groups[name].Value;
        if (match.Groups["part"].Success)
            return new VestingToken(VestingTokenKind.Part, Part: FractionOf(Group("part")));
        if (match.Groups["units"].Success)
            return new VestingToken(VestingTokenKind.Units, Number: Number(Group("units")));
        if (match.Groups["rest"].Success)
            return new VestingToken(VestingTokenKind.Rest);
        if (match.Groups["all"].Success)
            return new VestingToken(VestingTokenKind.All);
        if (match.Groups["count"].Success)
            return new VestingToken(VestingTokenKind.Installments, Number: Number(Group("count")), Months: Months(Group("countInterval")));
        if (match.Groups["equal"].Success)
            return new VestingToken(VestingTokenKind.Installments, Months: Months(Group("equalInterval")));
        if (match.Groups["over"].Success)
            return new VestingToken(VestingTokenKind.Over, Months: (int)Number(Group("over")) * (Group("overUnit").StartsWith('y') ? 12 : 1));
        if (match.Groups["nths"].Success)
            return new VestingToken(
                VestingTokenKind.Anniversary, Date: Date(match, "of"), Ordinals: [.. Digits().Matches(Group("nths")).Select(n => (int)Number(n.Value))]);
        if (match.Groups["month"].Success)
            return Date(match, "") is { } date ? new VestingToken(VestingTokenKind.Date, Date: date) : null;
        if (match.Groups["year"].Success)
            return new VestingToken(VestingTokenKind.Date, Number: Number(Group("year")));
        if (match.Groups["interval"].Success)
            return new VestingToken(VestingTokenKind.Interval, Months: Months(Group("interval")));
        if (match.Groups["every"].Success)
            return new VestingToken(VestingTokenKind.Interval, Months: (int)Number(Group("every")));
        var kind = new[] { ("grant", VestingTokenKind.GrantDate), ("each", VestingTokenKind.Each), ("from", VestingTokenKind.From), ("begin", VestingTokenKind.Begin),
            ("end", VestingTokenKind.End), ("thereafter", VestingTokenKind.Thereafter), ("until", VestingTokenKind.UntilVested) }.FirstOrDefault(x => match.Groups[x.Item1].Success);
        return kind.Item1 is null ? null : new VestingToken(kind.Item2);
    }

    private static DateOnly? Date(Match match, string prefix) =>
        DateOnly.TryParseExact(
            $"{match.Groups[prefix + "month"].Value} {match.Groups[prefix + "day"].Value} {match.Groups[prefix + "dateYear"].Value}", "MMMM d yyyy",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2200 ? date : null;

    private static decimal Number(string text) => decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static Fraction FractionOf(string text)
    {
        if (text.EndsWith('%'))
            return Fraction.Of(Number(text.TrimEnd('%').Trim()) / 100);
        var parts = text.Split('/');
        var denominator = Number(parts[1]);
        return denominator == 0 ? Fraction.Zero : Fraction.Of(Number(parts[0])) / Fraction.Of(denominator);
    }

    private static int Months(string interval) => interval switch
    {
        "" => 0,
        _ when interval.StartsWith("month", StringComparison.Ordinal) => 1,
        _ when interval.StartsWith("quarter", StringComparison.Ordinal) => 3,
        _ when interval.StartsWith("semi", StringComparison.Ordinal) || interval.StartsWith("half", StringComparison.Ordinal) => 6,
        _ => 12,
    };

    private static Dictionary<string, string> BuildSpelled()
    {
        var spelled = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < Cardinals.Length; i++)
            spelled[Cardinals[i]] = i.ToString(CultureInfo.InvariantCulture);
        for (var i = 1; i < Ordinals.Length; i++)
            spelled[Ordinals[i]] = i.ToString(CultureInfo.InvariantCulture) + "th";
        foreach (var (word, number) in new[] { ("twenty", "20"), ("twenty-four", "24"), ("thirty", "30"), ("thirty-six", "36"), ("forty-eight", "48"), ("sixty", "60") })
            spelled[word] = number;
        foreach (var (word, number) in new[] { ("half", "2"), ("third", "3"), ("fourth", "4"), ("quarter", "4"), ("fifth", "5"), ("sixth", "6"), ("eighth", "8"), ("twelfth", "12") })
        {
            spelled["one-" + word] = "1/" + number;
            spelled["two-" + word + "s"] = spelled["two-" + word] = "2/" + number;
            spelled["three-" + word + "s"] = spelled["three-" + word] = "3/" + number;
            spelled["one-" + word + "s"] = "1/" + number;
        }
        return spelled;
    }

    private const string Months12 = "january|february|march|april|may|june|july|august|september|october|november|december";
    private const string IntervalWord = "monthly|quarterly|semi-?annual(?:ly)?|half-yearly|annual(?:ly)?|yearly";

    [GeneratedRegex(@"(?<=[.;])\s+(?=[A-Z(\d])", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"\b(?:(?:one|two|three)[- ](?:half|thirds?|fourths?|quarters?|fifths?|sixths?|eighths?|twelfth)|twenty[- ]four|thirty[- ]six|forty[- ]eight|twenty|thirty|sixty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex WordNumber();

    [GeneratedRegex(@"\b(\d{1,9}/\d{1,9})(?:th|rd|nd|st)s?\b", RegexOptions.CultureInvariant)]
    private static partial Regex FractionSuffix();

    [GeneratedRegex(@"\b(\d{1,9}) \(\d{1,9}\)", RegexOptions.CultureInvariant)]
    private static partial Regex RepeatedNumber();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"(?<rest>\bremain(?:der|ing)(?:\s(?:\d{1,9}(?:\.\d{1,9})?%|\d{1,9}/\d{1,9}))?|\bbalance\b)" +
        @"|(?<until>\buntil (?:all|fully|the [\w ]{1,40} (?:are|is) fully|100%)[\w ]{0,30}vested|such that all [\w ]{0,60}vested)" +
        @"|(?<all>\b100\s?%|\bin full\b|\bfully vest(?:s|ed)?\b|\bvest(?:s|ed)? (?:entirely|fully)\b|\ball of (?:the|which|these)\b)" +
        @"|(?<part>\b\d{1,9}/\d{1,9}\b|\b\d{1,9}(?:\.\d{1,9})?\s?%)" +
        @"|(?<units>\b\d{1,3}(?:,\d{3}){1,4}|\b\d{3,12}(?!\d{0,4},? ?\d{4}))(?= (?:vested|vest|restricted|rsus?|shares|options|units|stock|are scheduled|performance))" +
        @"|\b(?<count>\d{1,6})\s(?:(?:substantially|approximately)\s)?(?:equal|successive|consecutive|equal and successive)?(?:,? ?(?:successive|consecutive|equal))?\s?(?<countInterval>" + IntervalWord + @")?\s?(?:equal )?installments?" +
        @"|(?<equal>\b(?:equal|ratable)\s(?<equalInterval>" + IntervalWord + @")?\s?(?:vesting )?installments?)" +
        @"|\b(?:over|for)\s(?:a |an |the |its )?(?:(?:period|term) of |next |following |subsequent ){0,4}(?:approximately )?(?<over>\d{1,3})[- ]?(?<overUnit>months?|years?)(?:[- ]?(?:vesting )?(?:period|term)(?! (?:beginning|commencing|starting|from)))?" +
        @"|(?<every>(?<=\bevery )\d{1,3})(?= months)" +
        @"|(?<interval>\b(?:" + IntervalWord + @")\b|(?<=\b(?:each|every) )(?:month|quarter|year)\b)" +
        @"|(?<nths>\b\d{1,4}(?:st|nd|rd|th)(?:(?:,| and|, and| or)?\s(?:the )?\d{1,4}(?:st|nd|rd|th)){0,20})\s(?:(?:annual|yearly|year) )?anniversar(?:y|ies)\s?(?:date )?(?:of|from|after|following)?\s?(?:(?<ofmonth>" + Months12 + @")\s(?<ofday>\d{1,2})(?:th|st|nd|rd)?,?\s(?<ofdateYear>\d{4}))?" +
        @"|(?<month>\b(?:" + Months12 + @"))\s(?<day>\d{1,2})(?:th|st|nd|rd)?,?\s(?<dateYear>\d{4})" +
        @"|(?<=\d{4}(?:,? and|,| or|, or) )(?<year>(?:19|20)\d{2})\b" +
        @"|(?<grant>\b(?:date of (?:the )?grant|grant date|date of (?:the )?award|vesting commencement date|date of issuance))" +
        @"|(?<each>\beach of\b|\beach anniversary\b|\beach such\b)" +
        @"|(?<from>\bperiod,?\s(?:beginning|commencing|starting|from)\b|\bmeasured from\b|\bfrom\b|\bfollowing\b)" +
        @"|(?<begin>\b(?:beginning|commencing|starting)\b)" +
        @"|(?<end>\b(?:ending|ends)\b)" +
        @"|(?<thereafter>\bthereafter\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Piece();
}
