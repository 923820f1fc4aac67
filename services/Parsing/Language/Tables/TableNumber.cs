using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Parsing.Text;

namespace Filingwire.Parsing.Language.Tables;

/// <summary>A number of a table's row, put together from the cells that hold its sign, its digits, its bracket and its per cent sign.</summary>
/// <param name="Low">As written, a number in brackets or behind a minus negative; null for a dash or "N/A".</param>
/// <param name="High">Upper end of a range.</param>
/// <param name="Currency">ISO 4217, where a sign stands beside it.</param>
/// <param name="IsPercent">A per cent sign stands behind it.</param>
/// <param name="Factor">Unit written behind the number itself: 1000000 for "1.2 million".</param>
/// <param name="At">Its place.</param>
internal readonly partial record struct TableNumber(decimal? Low, decimal? High, string? Currency, bool IsPercent, decimal Factor, TextRange At)
{
    /// <summary>Could be a year: four bare digits.</summary>
    public bool IsYear { get; private init; }

    /// <summary>The numbers of a line and the label before them; no numbers where something else stands among them.</summary>
    public static (TextRange? Label, IReadOnlyList<TableNumber> Numbers) ReadLine(string content, TableLine line)
    {
        var numbers = new List<TableNumber>();
        TextRange? label = null, sign = null;
        string? currency = null;
        foreach (var cell in line.Cells)
        {
            var text = content.AsSpan(cell.Start, cell.Length);
            if (numbers.Count > 0 && Closing().IsMatch(text))
            {
                var percent = text.Contains('%');
                numbers[^1] = numbers[^1] with { IsPercent = numbers[^1].IsPercent || percent, At = numbers[^1].At with { End = cell.End } };
            }
            else if (Sign().Match(content[cell.Start..cell.End]) is { Success: true } alone && (label is not null || numbers.Count > 0))
            {
                (sign, currency) = (cell, Amounts.Currency(alone.Groups["currency"].ValueSpan));
            }
            else if (label is not null && Read(content, cell, sign, currency) is { } number)
            {
                numbers.Add(number);
                (sign, currency) = (null, null);
            }
            else if (numbers.Count == 0 && sign is null)
            {
                label = new TextRange(label?.Start ?? cell.Start, cell.End);
            }
            else
            {
                return (label, []);
            }
        }
        return (label, numbers);
    }

    private static TableNumber? Read(string content, TextRange cell, TextRange? sign, string? currency)
    {
        var text = content[cell.Start..cell.End];
        var at = cell with { Start = sign?.Start ?? cell.Start };
        if (Nothing().IsMatch(text))
            return new TableNumber(null, null, currency, false, 1m, at);
        var match = Number().Match(text);
        if (!match.Success || Parse(match.Groups["low"]) is not { } low)
            return null;
        var factor = Amounts.FactorOf(match.Groups["scale"].ValueSpan);
        var high = match.Groups["high"].Success ? Parse(match.Groups["high"]) : null;
        var negative = match.Groups["negative"].Success || (sign is { } before && content[before.End - 1] == '(');
        if (Amounts.InFullUnits(low, factor) is not { } least)
            return null;
        return new TableNumber(negative ? -least : least, high is { } most ? Amounts.InFullUnits(negative ? -most : most, factor) : null,
            match.Groups["currency"] is { Success: true } own ? Amounts.Currency(own.ValueSpan) : currency, match.Groups["percent"].Success, factor, at)
        {
            IsYear = Year().IsMatch(text),
        };
    }

    private static decimal? Parse(Group digits) =>
        decimal.TryParse(digits.ValueSpan, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Digits = @"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?|\.\d{1,6}";

    [GeneratedRegex(@"^(?:~\s?)?(?<currency>" + Amounts.Money + @")?\s{0,8}(?<negative>\(|[-−–](?=\s?[$\d]))?\s{0,8}(?<currency>" + Amounts.Money + @")?\s{0,8}(?<low>" + Digits + @")"
        + @"(?:\s?(?:to|-|–|—)\s?(?:" + Amounts.Money + @")?\s?(?<high>" + Digits + @"))?\s?(?<scale>thousands?|millions?|billions?|M|B)?\s{0,4}\)?\s?(?<percent>%)?\s?\)?\s?(?:\([1-9a-c]\)|\*{1,3})?$", Options)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<currency>" + Amounts.Money + @")\s?\(?$", Options)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^[\s)%]+$", Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:(?:" + Amounts.Money + @")\s?)?(?:[—–-]{1,3}|N/?A|N/?M|nil|not\smeaningful)\s?%?$", Options)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?:19|20)\d{2}$", Options)]
    private static partial Regex Year();
}
