using System.Globalization;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Benchmarks.Ownership;

/// <summary>
/// Reports as an exchange's issuers file them: few issuers and insiders file much, most file little; one to six rows; amendments, late reports,
/// joint filings and Form 3s in the shares that real days show. The same seed gives the same reports.
/// </summary>
internal sealed class ReportStream(int issuers, int seed)
{
    private static readonly string[] Codes = ["S", "S", "S", "A", "A", "M", "F", "F", "P", "G"];
    private static readonly DateOnly First = new(2019, 1, 2);
    private readonly Random random = new(seed);
    private readonly Dictionary<(int Issuer, int Owner), decimal> held = [];
    private int number;

    public OwnershipReport Next()
    {
        // The square makes the first issuers and owners much busier than the last.
        var issuer = (int)(issuers * Math.Pow(random.NextDouble(), 2));
        var owner = (int)(20 * Math.Pow(random.NextDouble(), 2));
        var traded = First.AddDays((int)(number++ * 2000L / Most) + random.Next(3));
        var amendment = random.Next(100) < 3;
        var filed = SecCalendar.AddBusinessDays(traded, random.Next(100) < 4 ? 3 + random.Next(40) : 1 + random.Next(2));
        var rows = new List<ReportRow>();
        for (var count = 1 + (int)(6 * Math.Pow(random.NextDouble(), 2)); count > 0; count--)
            rows.Add(Row(issuer, owner, rows.Count + 1, traded));
        var year = filed.Year % 100;
        return new OwnershipReport
        {
            Filing = FilingId.Of(AccessionNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{1_000_000 + issuer:D10}-{year:D2}-{number % 1_000_000:D6}"))),
            Generation = 1,
            Revision = "made",
            FormType = amendment ? "4/A" : "4",
            Form = ReportForm.Form4,
            IsAmendment = amendment,
            Filed = new FilingDate(filed, FilingDateBasis.Filed),
            PeriodOfReport = traded,
            OriginalFiledOn = amendment ? filed.AddDays(-5) : null,
            PlanBox = random.Next(5) == 0,
            Issuer = IssuerOf(issuer),
            IssuerName = $"Made Issuer {issuer} Inc.",
            TradingSymbol = "MADE",
            Owners = random.Next(20) == 0 ? [Person(issuer, owner), Person(issuer, owner + 20)] : [Person(issuer, owner)],
            Rows = rows,
            Footnotes = [new ReportFootnote("F1", Text("The price is a weighted average; shares were sold at prices ranging from $10.00 to $90.00. The reporting person undertakes to provide full information."))],
        };
    }

    /// <summary>Filings after which a year and a half is covered; the dates are spread over it.</summary>
    public int Most { get; init; } = 500_000;

    public static IssuerKey IssuerOf(int issuer) => IssuerKey.Of(Cik.Parse((1_000_000 + issuer).ToString(CultureInfo.InvariantCulture)));

    public static OwnerKey OwnerOf(int issuer, int owner) => OwnerKey.Of(Cik.Parse((100_000_000 + (issuer * 100) + owner).ToString(CultureInfo.InvariantCulture)));

    private ReportRow Row(int issuer, int owner, int ordinal, DateOnly date)
    {
        var code = Codes[random.Next(Codes.Length)];
        var disposed = code is "S" or "F" or "G";
        var shares = (decimal)random.Next(1, 5000);
        var before = held.GetValueOrDefault((issuer, owner), 1_000_000m);
        held[(issuer, owner)] = before += disposed ? -shares : shares;
        return new ReportRow
        {
            Table = 1,
            Ordinal = ordinal,
            Kind = RowKind.Transaction,
            SecurityTitle = Text("Common Stock, par value $0.01 per share"),
            TransactionDate = Of<DateOnly?>(date, date.ToString("O", CultureInfo.InvariantCulture)),
            TransactionFormType = Text("4"),
            Code = Text(code),
            EquitySwap = Of<bool?>(false, "0"),
            Shares = Amount(shares),
            Price = Amount(code is "A" or "M" or "G" ? 0 : 10 + random.Next(8000) / 100m) with { FootnoteIds = code == "S" ? ["F1"] : [] },
            AcquiredDisposed = Text(disposed ? "D" : "A"),
            SharesFollowing = Amount(before),
            DirectOrIndirect = Text(owner % 3 == 0 ? "I" : "D"),
            Nature = owner % 3 == 0 ? Text("By Trust") : null,
            Span = new ByteSpan(1000, 2200),
        };
    }

    private static ReportedOwner Person(int issuer, int owner) => new()
    {
        Key = OwnerOf(issuer, owner),
        Name = $"Owner {issuer} {owner}",
        IsDirector = owner % 2 == 0,
        IsOfficer = owner % 2 == 1,
        IsTenPercentOwner = owner > 15,
        IsOther = false,
        OfficerTitle = owner % 2 == 1 ? "Chief Officer" : null,
        Address = "100 Main Street, Springfield, IL, 62701",
    };

    private static Field<decimal?> Amount(decimal value) => Of<decimal?>(value, value.ToString(CultureInfo.InvariantCulture));

    private static Field<string?> Text(string value) => Of<string?>(value, value);

    private static Field<T> Of<T>(T value, string asWritten) => new(value, new Source(asWritten, new ByteSpan(1200, 1200 + asWritten.Length), "form4.xml.value", 100));
}
