using System.Globalization;
using System.Text.RegularExpressions;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// Tells the grants of stock units apart. Units have neither exercise price nor expiration, so several grants look alike; filers who report
/// each by itself name the date of the grant in a footnote ("This award was granted on September 27, 2020"). A row that names a date belongs to that grant, and so
/// does the award made on that date. Filers who report one running total never name dates, and their rows stay one lot.
/// </summary>
public sealed partial class Grants
{
    private readonly HashSet<(OwnerKey Owner, string Class, DateOnly Date)> named = [];

    /// <summary>Learns the dates that the rows name.</summary>
    public Grants(IEnumerable<LedgerRow> rows)
    {
        foreach (var row in rows)
            if (IsUnit(row) && Named(row) is { } date)
                foreach (var owner in row.Owners)
                    named.Add((owner, row.Class, date));
    }

    /// <summary>The lot of a row for one of its owners.</summary>
    public Lot LotOf(LedgerRow row, OwnerKey owner)
    {
        var lot = Lot.Of(row);
        return Of(row).Date is { } granted && named.Contains((owner, row.Class, granted)) ? lot with { Granted = granted } : lot;
    }

    /// <summary>The date of the grant that a row may belong to, and whether one of its footnotes names it; an award may be a grant of its own date.</summary>
    public static (DateOnly? Date, bool IsNamed) Of(LedgerRow row) => !IsUnit(row) ? (null, false)
        : Named(row) is { } date ? (date, true)
        : (row.Row.Code?.Value == "A" ? row.Row.TransactionDate?.Value : null, false);

    private static bool IsUnit(LedgerRow row) => row.Row.Table == 2 && row.Row.ExercisePrice?.Value is null && row.Row.ExpirationDate?.Value is null;

    private static DateOnly? Named(LedgerRow row)
    {
        foreach (var note in row.Report.FootnotesOf(row.Row.FootnoteIds))
            if (note.Text.Value is { } text && GrantedOn().Match(text) is { Success: true } match
                && DateOnly.TryParseExact(match.Groups["date"].Value, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
        return null;
    }

    [GeneratedRegex(
        @"\b(?:award|units|rsus|psus|grant)\b[^.;]{0,60}\bgranted (?:on |effective )?(?<date>(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex GrantedOn();
}
