using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Fixtures;

/// <summary>
/// Made-up ownership reports on one issuer. Values carry the source that made-up values have: none that anybody could look up.
/// </summary>
internal static class MadeReports
{
    /// <summary>The issuer's resource name.</summary>
    public const string Issuer = "issuers/900";

    private static readonly Source Nowhere = new("", null, "hand-made", 100);

    public static FilingId Id(int number) => FilingId.Of(AccessionNumber.Parse($"0000000001-24-{number:D6}"));

    public static OwnerKey Owner(int cik) => OwnerKey.Of(Cik.Parse(cik.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The owner's resource name.</summary>
    public static string OwnerName(int cik) => Owner(cik).ResourceName;

    /// <summary>A filing by owner 1; <paramref name="form"/> is "3", "4/A" …</summary>
    public static OwnershipReport Report(int number, string form, string? filed, params ReportRow[] rows) => new()
    {
        Filing = Id(number),
        Generation = 1,
        Revision = "test",
        FormType = form,
        Form = form[0] switch { '3' => ReportForm.Form3, '4' => ReportForm.Form4, _ => ReportForm.Form5 },
        IsAmendment = form.EndsWith("/A", StringComparison.Ordinal),
        Filed = new FilingDate(Date(filed), filed is null ? FilingDateBasis.Unknown : FilingDateBasis.Filed),
        PeriodOfReport = rows.Select(row => row.TransactionDate?.Value).FirstOrDefault(date => date is not null) ?? Date(filed),
        Issuer = IssuerKey.Of(Cik.Parse("900")),
        IssuerName = "Sample Corp",
        Owners = [Person(1)],
        Rows = [.. rows.Select((row, i) => row.Ordinal > 0 ? row
            : row with { Ordinal = 1 + rows.Take(i).Count(other => other.Table == row.Table) })],
    };

    /// <summary>A filing by one owner: an officer when the number is odd, else a director.</summary>
    public static OwnershipReport Report(int number, string form, string filed, int owner, params ReportRow[] rows) =>
        Report(number, form, filed, rows) with
        {
            Owners = [Person(owner) with { IsOfficer = owner % 2 == 1, IsDirector = owner % 2 == 0 }],
        };

    public static OwnershipReport By(this OwnershipReport report, params int[] ciks) =>
        report with { Owners = [.. ciks.Select(cik => Person(cik))] };

    public static ReportedOwner Person(int cik, bool tenPercent = false) =>
        new() { Key = Owner(cik), Name = $"Owner {cik}", IsDirector = !tenPercent, IsTenPercentOwner = tenPercent };

    /// <summary>
    /// A transaction of common stock, direct. Without a direction, what is sold or withheld is disposed of and all else acquired.
    /// </summary>
    public static ReportRow Trade(string? date, string code, decimal? shares, decimal? price, decimal? following,
        string? direction = null) => new()
    {
        Table = 1,
        Ordinal = 0,
        Kind = RowKind.Transaction,
        SecurityTitle = Text("Common Stock"),
        TransactionDate = Of(Date(date)),
        TransactionFormType = Text("4"),
        Code = Text(code),
        Shares = Of(shares),
        Price = Of(price),
        AcquiredDisposed = Text(direction ?? (code is "S" or "F" ? "D" : "A")),
        SharesFollowing = Of(following),
        DirectOrIndirect = Text("D"),
    };

    public static ReportRow Sale(string? date, decimal? shares, decimal? price, decimal? following) =>
        Trade(date, "S", shares, price, following);

    /// <summary>A holding of common stock, direct.</summary>
    public static ReportRow Holding(decimal? shares) => new()
    {
        Table = 1,
        Ordinal = 0,
        Kind = RowKind.Holding,
        SecurityTitle = Text("Common Stock"),
        SharesFollowing = Of(shares),
        DirectOrIndirect = Text("D"),
    };

    /// <summary>A transaction in an option on common stock.</summary>
    public static ReportRow Option(
        string? date, string code, decimal units, decimal following, decimal exercise = 10, string expires = "2034-01-02",
            string direction = "A") =>
        Trade(date, code, units, 0, following, direction) with
        {
            Table = 2,
            SecurityTitle = Text("Stock Option (right to buy)"),
            ExercisePrice = Of((decimal?)exercise),
            ExpirationDate = Of(Date(expires)),
            UnderlyingTitle = Text("Common Stock"),
            UnderlyingShares = Of((decimal?)units),
        };

    public static ReportRow Indirect(this ReportRow row, string nature) => row with { DirectOrIndirect = Text("I"), Nature = Text(nature) };

    public static ReportRow Titled(this ReportRow row, string title) => row with { SecurityTitle = Text(title) };

    public static ReportRow OnForm(this ReportRow row, string form) => row with { TransactionFormType = Text(form) };

    public static Field<string?> Text(string? value, params string[] notes) => Of(value, notes);

    public static Field<T> Of<T>(T value, params string[] notes) => new(value, Nowhere) { FootnoteIds = notes };

    public static ReportFootnote Note(string id, string text) => new(id, Text(text));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Date(string? text) => text is null ? null : Day(text);
}
