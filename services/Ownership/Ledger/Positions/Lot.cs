using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;

namespace Filingwire.Ownership.Ledger.Positions;

/// <summary>
/// What one amount of column 5 (or 9) speaks about: a security, held directly or in one indirect way; for derivatives also the terms, because each
/// grant is a security of its own.
/// </summary>
/// <param name="Table">1 or 2.</param>
/// <param name="Class">Normalised title.</param>
/// <param name="Indirect">Form of ownership; null when not readable.</param>
/// <param name="Nature">Of indirect ownership: the normalised text, or that of its footnote where the column holds nothing else; otherwise empty.</param>
/// <param name="ExercisePrice">Table II.</param>
/// <param name="Expiration">Table II.</param>
/// <param name="Granted">Table II, without price and expiration: the date of the grant, where it is known; see <see cref="Grants"/>.</param>
public sealed record Lot(int Table, string Class, bool? Indirect, string Nature, decimal? ExercisePrice, DateOnly? Expiration, DateOnly? Granted = null)
{
    internal const char KeySeparator = '|';

    /// <summary>The lot as one text: what is equal is the same lot. Normalised words hold no separator. The date of the grant comes last.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Table}|{Class}|{Indirect switch { true => "i", false => "d", null => "" }}|{Nature}|{ExercisePrice:G29}|{Expiration:yyyyMMdd}|{Granted:yyyyMMdd}");

    /// <summary>The key of the same lot with another date of grant; null for none.</summary>
    public static string KeyOfGrant(string key, DateOnly? granted) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.AsSpan(0, key.LastIndexOf(KeySeparator) + 1)}{granted:yyyyMMdd}");

    /// <summary>The date of grant in a key; null for none.</summary>
    public static DateOnly? GrantOf(string key) =>
        DateOnly.TryParseExact(key.AsSpan(key.LastIndexOf(KeySeparator) + 1), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var granted) ? granted : null;

    /// <summary>The lot of a row.</summary>
    public static Lot Of(LedgerRow row) => new(
        row.Row.Table,
        row.Class,
        row.Row.IsIndirect,
        row.Row.IsIndirect == true ? Wording.Of(NatureOf(row.Report, row.Row)) : "",
        row.Row.Table == 2 ? row.Row.ExercisePrice?.Value : null,
        row.Row.Table == 2 ? row.Row.ExpirationDate?.Value : null);

    /// <summary>The nature of indirect ownership as filed: the column's text, else its footnotes'.</summary>
    public static string? NatureOf(OwnershipReport report, ReportRow row) =>
        !string.IsNullOrWhiteSpace(row.Nature?.Value)
            ? row.Nature.Value
            : report.FootnotesOf(row.Nature?.FootnoteIds ?? row.DirectOrIndirect?.FootnoteIds ?? []).Select(note => note.Text.Value).FirstOrDefault();
}
