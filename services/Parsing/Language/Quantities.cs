using System.Globalization;
using System.Text.RegularExpressions;

namespace Filingwire.Parsing.Language;

/// <summary>A number of a sentence: an amount of money, or a change in percent, or a change with both.</summary>
/// <param name="Amount">The amount; null for a change that is stated in percent only.</param>
/// <param name="Percent">The percentage with its place, "15" of "15%"; null where there is none.</param>
/// <param name="IsChange">It says by how much something moved, not how much it is.</param>
/// <param name="Start">First character in the passage.</param>
/// <param name="End">First character after it.</param>
internal readonly record struct Quantity(AmountMention? Amount, (decimal Value, int Start, int Length)? Percent, bool IsChange, int Start, int End);

/// <summary>Finds the amounts of a sentence and the percentages by which something changed.</summary>
internal static partial class Quantities
{
    /// <summary>Stands for a currency where the value is a percentage.</summary>
    public const string Percentage = "%";

    public static List<Quantity> FindAll(string text)
    {
        var found = new List<Quantity>();
        var start = 0;
        foreach (var amount in Amounts.FindAll(text))
        {
            // "was overstated by $2.4 million": the size of an error.
            if (Misstated().IsMatch(text.AsSpan(0, amount.Start)) || PartOf().IsMatch(text.AsSpan(Math.Max(0, amount.Start - 40), Math.Min(40, amount.Start))))
                continue;
            AddPercents(text, start, amount.Start, found);
            // "by $2.1 million or $0.01 per share": the same change once more.
            var again = amount.PerShare && found.Count > 0 && found[^1].IsChange && text.AsSpan(found[^1].End, amount.Start - found[^1].End).Trim(" ,") is "or";
            var share = PercentBehind().Match(text, amount.End);
            var change = again || IsChange(text, found.Count > 0 ? found[^1].End : 0, amount.Start, share.Success ? share.Index + share.Length : amount.End);
            share = change ? share : Match.Empty;
            start = share.Success ? share.Index + share.Length : amount.End;
            found.Add(new Quantity(amount, share.Success ? Percent(share) : null, change, amount.Start, start));
        }
        AddPercents(text, start, text.Length, found);
        return found;
    }

    // Only percentages of a change: "70% of our revenue" is no figure of its own.
    private static void AddPercents(string text, int from, int to, List<Quantity> found)
    {
        foreach (Match match in AnyPercent().Matches(text[..to], from))
        {
            if (IsChange(text, found.Count > 0 ? found[^1].End : 0, match.Index, match.Index + match.Length))
                found.Add(new Quantity(null, Percent(match), true, match.Index, match.Index + match.Length));
            else if (Percent(match) is { } percent && IsMargin(text, match.Index, found))
                found.Add(new Quantity(new AmountMention(percent.Value, null, Percentage, Amounts.IsAbout(text, match.Index), false, match.Index, match.Length), null, false, match.Index, match.Index + match.Length));
        }
    }

    // "gross margin is expected to be approximately 31%, compared with 38.4%"
    private static bool IsMargin(string text, int at, List<Quantity> found) => MarginBefore().IsMatch(text.AsSpan(Math.Max(0, at - 110), Math.Min(110, at)))
        || (found is [.., { Amount.Currency: Percentage } last] && FigureWords.Compared().IsMatch(text.AsSpan(last.End, at - last.End)));

    private static (decimal Value, int Start, int Length)? Percent(Match match)
    {
        var number = match.Groups["percent"];
        return decimal.TryParse(number.ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            ? (value, number.Index, match.Index + match.Length - number.Index) : null;
    }

    private static bool IsChange(string text, int from, int start, int end)
    {
        var before = text.AsSpan(from, start - from);
        // "increased depreciation ($0.2 million)": in brackets behind the words of a change stands the change.
        if (before.EndsWith("(") && (FigureWords.Up().IsMatch(before) || FigureWords.Down().IsMatch(before)))
            return true;
        return ChangeBefore().IsMatch(before) || ChangeBehind().IsMatch(text.AsSpan(end, Math.Min(24, text.Length - end)).TrimStart(')'));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string About = @"(approximately\s|about\s|roughly\s|nearly\s|almost\s|an?\sestimated\s|around\s|some\s|more\sthan\s|less\sthan\s|over\s|at\sleast\s|(?:in\s)?the\srange\sof\s|between\s)*";

    [GeneratedRegex(@"\b(increas\w+|decreas\w+|declin\w+|reduc\w+|ris(e|ing)|rose|grew|growth|improve\w*|change|drop\w*|fell|higher|lower|greater|less)\s((?!resulted|report|expects?|was|were|is|had|to|from|compared)\w+\s){0,12}?(of|by)\s" + About + @"\\?$"
        + @"|\b(increased?|decreased?|declined?|rose|rise|fell|fall|grew|grow|dropped|drop|improved?|higher|lower|up|down)\s" + About + @"\\?$", Options)]
    private static partial Regex ChangeBefore();

    [GeneratedRegex(@"^\s(increase|decrease|decline|improvement|reduction|change|higher|lower|growth|drop)\b", Options)]
    private static partial Regex ChangeBehind();

    [GeneratedRegex(@"\b(over|under|mis)-?stat(ed|ements?|ing)\s((?!and\b)[\w-]+\s){0,10}?(by|of|is|was|total\w{0,3})\s(not\s)?" + About + @"\\?$", Options)]
    private static partial Regex Misstated();

    [GeneratedRegex(@"\bof\swhich,?\s(approximately\s|about\s)?$", Options)]
    private static partial Regex PartOf();

    [GeneratedRegex(@"\b(gross\s(profit\s)?margins?|operating\smargins?)\b[^.;$%]{0,70}\b(of|be|is|was|were|to|at|approximately|about)\s$", Options)]
    private static partial Regex MarginBefore();

    [GeneratedRegex(@"\G\s?(?:,\s?(?:or|representing)\s|\s?(?:or|representing)\s|\(\s?(?:or\s)?)(?:an?\s)?(?:approximately\s|about\s)?(?<percent>\d{1,5}(?:\.\d{1,3})?)\s?(?:%|percent\b)\)?", Options)]
    private static partial Regex PercentBehind();

    [GeneratedRegex(@"(?<![\d.,$])(?<percent>\d{1,3}(?:,\d{3})*(?:\.\d{1,3})?)\s?(?:%|percent\b)", Options)]
    private static partial Regex AnyPercent();
}
