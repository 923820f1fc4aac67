using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Facts;

namespace Filingwire.Ownership.Ledger.Meanings;

/// <summary>
/// A price that a footnote says is one of depositary shares, on a row that counts the ordinary shares behind them: units times price would be too much by as many
/// times as there are shares in a depositary share.
/// </summary>
/// <param name="SharesEach">Ordinary shares in one depositary share, as a footnote of the filing says; null when none does.</param>
public sealed partial record DepositaryPrice(decimal? SharesEach)
{
    private static readonly SearchValues<string> Abbreviated = SearchValues.Create(["ADS", "ADR"], StringComparison.Ordinal);
    private static readonly SearchValues<string> InFull = SearchValues.Create(["depositary"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What the footnotes on the row's price say; null when the price is that of the row's own units.</summary>
    public static DepositaryPrice? Of(OwnershipReport report, ReportRow row)
    {
        if (row.Price is not { FootnoteIds.Count: > 0 } price || (row.SecurityTitle?.Value is { } title && IsNamedIn(title)))
            return null;
        foreach (var note in report.FootnotesOf(price.FootnoteIds))
            if (note.Text.Value is { } text && IsNamedIn(text) && PerDepositaryShare().IsMatch(text))
                return new DepositaryPrice(report.Footnotes.Select(other => SharesIn(other.Text.Value)).FirstOrDefault(shares => shares is not null));
        return null;
    }

    private static bool IsNamedIn(string text) =>
        text.AsSpan().ContainsAny(Abbreviated) || text.AsSpan().ContainsAny(InFull);

    private static decimal? SharesIn(string? text) =>
        text is not null && IsNamedIn(text) && Ratio().Match(text) is { Success: true } match
        && decimal.TryParse(match.Groups["shares"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var shares) && shares > 0
            ? shares
            : null;

    // "The price is per ADS", "at a price of $4.03 per American Depositary Share", "weighted average price of the ADSs".
    [GeneratedRegex(@"\bper\s+(?:ADS|ADR|American\s+Depositary\s+(?:Share|Receipt))\b|\bprices?\s+(?:of|for|paid\s+for)\s+(?:the\s+|each\s+|an\s+)?(?:ADSs?|ADRs?|American\s+Depositary\s+(?:Shares?|Receipts?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PerDepositaryShare();

    // "Each ADS represents 43,200 ordinary shares", "one American Depositary Share ("ADS") representing 10 Class A ordinary shares".
    [GeneratedRegex(@"\b(?:each|one|1|an?)\s+(?:ADS|ADR|American\s+Depositary\s+(?:Share|Receipt))\b[^.;]{0,40}?\brepresent(?:s|ing)\s+(?<shares>\d[\d,]*(?:\.\d+)?)\s+(?:[\w-]+\s+){0,3}shares\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();
}
