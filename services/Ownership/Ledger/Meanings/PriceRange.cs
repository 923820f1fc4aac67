using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>The range of the prices behind a weighted average, US dollars, both ends included, as a footnote gives it.</summary>
/// <param name="Low">The lowest price.</param>
/// <param name="High">The highest price.</param>
/// <param name="FootnoteId">The footnote that says so.</param>
public sealed partial record PriceRange(decimal Low, decimal High, string FootnoteId)
{
    /// <summary>Reads the footnotes on the row's price; null when none gives a range, or one that does not hold the price.</summary>
    public static PriceRange? Of(OwnershipReport report, ReportRow row)
    {
        if (row.Price is not { FootnoteIds.Count: > 0 } price)
            return null;
        foreach (var note in report.FootnotesOf(price.FootnoteIds))
        {
            if (note.Text.Value is not { } text || Range().Match(text) is not { Success: true } match)
                continue;
            var low = Number(match.Groups["low"].Value);
            var high = Number(match.Groups["high"].Value);
            if (low is not null && high is not null && low <= high && (price.Value is null || (price.Value >= low && price.Value <= high)))
                return new PriceRange(low.Value, high.Value, note.Id);
        }
        return null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.TrimEnd('.', ','), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(
        @"(?:rang\w*|between|prices?)\b[^$0-9]{0,60}\$?\s?(?<low>\d[\d,]*(?:\.\d+)?)\s*(?:per share\s*)?(?:,?\s*(?:to|and|through|[-–—])\s*)(?:a high of\s*)?\$?\s?(?<high>\d[\d,]*(?:\.\d+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
