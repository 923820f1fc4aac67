using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Integration.Ownership;

/// <summary>Hand-made reports of one issuer.</summary>
internal static class MadeReports
{
    public const string Issuer = "issuers/900";
    private static readonly Evidence Nowhere = new("made", null, null, "hand-made", 100);

    public static string Owner(int cik) => $"owners/{cik}";

    public static OwnershipReport Report(int number, string form, string filed, int owner, params ReportRow[] rows) => new()
    {
        Filing = FilingId.Of(AccessionNumber.Parse($"0000000001-24-{number:D6}")),
        Generation = 1,
        Revision = "test",
        FormType = form,
        Form = ReportForm.Form4,
        IsAmendment = form.EndsWith("/A", StringComparison.Ordinal),
        Filed = new FilingDate(Day(filed), FilingDateBasis.FiledOn),
        PeriodOfReport = rows.Select(row => row.TransactionDate?.Value).FirstOrDefault(),
        Issuer = IssuerKey.Of(Cik.Parse("900")),
        IssuerName = "Sample Corp",
        Owners = [new ReportedOwner { Key = OwnerKey.Of(Cik.Parse(owner.ToString(System.Globalization.CultureInfo.InvariantCulture))), Name = $"Owner {owner}", IsOfficer = owner % 2 == 1, IsDirector = owner % 2 == 0 }],
        Rows = [.. rows.Select((row, i) => row with { Ordinal = i + 1 })],
    };

    public static ReportRow Trade(string date, string code, decimal shares, decimal price, decimal following) => new()
    {
        Table = 1,
        Ordinal = 1,
        Kind = RowKind.Transaction,
        SecurityTitle = Of<string?>("Common Stock"),
        TransactionDate = Of<DateOnly?>(Day(date)),
        Code = Of<string?>(code),
        Shares = Of<decimal?>(shares),
        Price = Of<decimal?>(price),
        AcquiredDisposed = Of<string?>(code is "S" or "F" ? "D" : "A"),
        SharesFollowing = Of<decimal?>(following),
        DirectOrIndirect = Of<string?>("D"),
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Reading<string?> Text(string value, params string[] notes) => new(value, Nowhere, notes);

    public static ReportFootnote Note(string id, string text) => new(id, Text(text));

    private static Reading<T> Of<T>(T value) => new(value, Nowhere, []);
}
