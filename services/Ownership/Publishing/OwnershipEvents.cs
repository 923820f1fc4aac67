using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Publishing;

/// <summary>What is published about facts. Pure: the same facts give the same event with the same id, however often they come.</summary>
internal static class OwnershipEvents
{
    public static OwnershipReported Reported(OwnershipReport report, DateTimeOffset now) => new()
    {
        EventId = DeterministicId.Of(nameof(OwnershipReported), report.Filing.ToString(), report.Generation.ToString(CultureInfo.InvariantCulture)),
        OccurredAt = now,
        Issuer = report.Issuer.ResourceName,
        Filing = report.Filing.ResourceName,
        FormType = report.FormType,
        Revision = report.Revision,
        Generation = report.Generation,
        IssuerName = report.IssuerName,
        TradingSymbol = report.TradingSymbol,
        Owners = Named(report),
        FiledOn = report.Filed.Date,
        FiledOnBasis = Basis(report.Filed),
        PeriodOfReport = report.PeriodOfReport,
        IsAmendment = report.IsAmendment,
        Transactions = report.Rows.Count(row => row.Kind == RowKind.Transaction),
        Holdings = report.Rows.Count(row => row.Kind == RowKind.Holding),
        Codes = [.. report.Rows.Select(row => row.Code?.Value).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        NotSubjectToSection16 = report.NotSubjectToSection16,
    };

    /// <summary>That a row of a Form 4 or 5, or a Form 3 as a whole, was reported late.</summary>
    public static LateOwnershipReportDetected Late(LateRow late, int times, DateTimeOffset now)
    {
        var (report, row, timeliness) = (late.Report, late.Row, late.Timeliness);
        return new LateOwnershipReportDetected
        {
            EventId = LateIdOf(LateTextOf(late), times),
            OccurredAt = now,
            Issuer = report.Issuer.ResourceName,
            Filing = report.Filing.ResourceName,
            FormType = report.FormType,
            Transaction = row?.Key.ResourceName,
            Owners = Named(report),
            TransactionDate = row?.Row.TransactionDate!.Value!.Value ?? report.PeriodOfReport!.Value,
            Code = row?.Row.Code?.Value,
            DueOn = timeliness.DueOn!.Value,
            ReportedOn = timeliness.Reported!.Value.Date!.Value,
            ReportedOnBasis = Basis(timeliness.Reported.Value),
            BusinessDaysLate = timeliness.BusinessDaysLate!.Value,
            CalendarDaysLate = timeliness.CalendarDaysLate!.Value,
            Rule = timeliness.Rule,
        };
    }

    /// <summary>What was late, as first reported, and by which dates: <c>{transaction or filing}|{due}|{reported}</c>.</summary>
    public static string LateTextOf(LateRow late) => string.Create(
        CultureInfo.InvariantCulture,
        $"{late.Of?.ResourceName ?? late.Report.Filing.ResourceName}|{late.Timeliness.DueOn:yyyy-MM-dd}|{late.Timeliness.Reported?.Date:yyyy-MM-dd}");

    public static OwnershipFindingWithdrawn LateWithdrawn(OwnershipReport report, PublishedFinding finding, DateTimeOffset now)
    {
        var about = finding.Text.Split('|')[0];
        return Withdrawn(
            nameof(LateOwnershipReportDetected), LateIdOf(finding.Text, finding.Times), report.Issuer.ResourceName, report.Filing.ResourceName, report.FormType,
            about == report.Filing.ResourceName ? [] : [about], now);
    }

    /// <summary>What an amendment changed; null when it replaces nothing that is known.</summary>
    public static OwnershipCorrected? Corrected(OwnershipReport amendment, IssuerLedger ledger, DateTimeOffset now)
    {
        var rows = (from row in ledger.RowsOf(amendment.Filing)
                    from replaced in row.Standing.Replaces
                    select new RowCorrected(
                        row.Key.ResourceName, replaced.ResourceName, row.Standing.Rule!,
                        RowComparison.Changes(ledger.RowsOf(replaced.Filing).First(other => other.Key == replaced).Row, row.Row))).ToList();
        var leftOut = ledger.Rows.Where(row => row.Standing.LeftOutBy == amendment.Filing).Select(row => row.Key.ResourceName).Order(StringComparer.Ordinal).ToList();
        return rows.Count == 0 && leftOut.Count == 0 ? null : new OwnershipCorrected
        {
            EventId = DeterministicId.Of(
                [nameof(OwnershipCorrected), amendment.Filing.ToString(), amendment.Generation.ToString(CultureInfo.InvariantCulture), .. rows.Select(row => row.Replaces), .. leftOut]),
            OccurredAt = now,
            Issuer = amendment.Issuer.ResourceName,
            Filing = amendment.Filing.ResourceName,
            FormType = amendment.FormType,
            FiledOn = amendment.Filed.Date,
            FiledOnBasis = Basis(amendment.Filed),
            Owners = Named(amendment),
            Rows = rows,
            LeftOut = leftOut,
        };
    }

    public static ShortSwingMatchFound Found(ShortSwingMatch match, int times, DateTimeOffset now)
    {
        var later = match.Sale.Row.TransactionDate!.Value >= match.Purchase.Row.TransactionDate!.Value ? match.Sale : match.Purchase;
        return new ShortSwingMatchFound
        {
            EventId = PairIdOf(match.Owner.ToString(), PairOf(match), times),
            OccurredAt = now,
            Issuer = later.Report.Issuer.ResourceName,
            Filing = later.Report.Filing.ResourceName,
            FormType = later.Report.FormType,
            Owner = match.Owner.ResourceName,
            OwnerName = NameOf(later.Report, match.Owner),
            Purchase = match.Purchase.Key.ResourceName,
            Sale = match.Sale.Key.ResourceName,
            PurchaseDate = match.Purchase.Row.TransactionDate!.Value!.Value,
            SaleDate = match.Sale.Row.TransactionDate!.Value!.Value,
            Shares = match.Shares,
            PurchasePrice = match.PurchasePrice,
            SalePrice = match.SalePrice,
            Profit = match.Profit,
            Explanation = match.Explanation,
            Cautions = match.Cautions,
            JointOwners = [.. JointOwnersOf(match).Select(owner => owner.ResourceName)],
        };
    }

    /// <summary>The other owners of both rows: each of them has the pair, and it is one profit.</summary>
    public static IEnumerable<OwnerKey> JointOwnersOf(ShortSwingMatch match) => match.Purchase.Owners.Intersect(match.Sale.Owners).Where(owner => owner != match.Owner);

    /// <summary>A pair as text: what is equal was found before. What the owner's tenure says of the pair is part of it, because the cautions are.</summary>
    public static string PairOf(ShortSwingMatch match) => PairOf(match.Purchase.Key, match.Sale.Key, match.Shares, match.PurchasePrice, match.SalePrice, match.BesideTenure);

    /// <inheritdoc cref="PairOf(ShortSwingMatch)"/>
    public static string PairOf(SwingPair pair, Tenure tenure) =>
        PairOf(pair.Purchase.Row, pair.Sale.Row, pair.Shares, pair.Purchase.Price, pair.Sale.Price, pair.Beside(tenure));

    public static OwnershipFindingWithdrawn PairWithdrawn(string issuer, string owner, PublishedFinding finding, DateTimeOffset now)
    {
        var rows = finding.Text.Split('|').Take(2).Select(text => RowKey.TryParse(text, out var key) ? key : default).ToList();
        return Withdrawn(
            nameof(ShortSwingMatchFound), PairIdOf(owner, finding.Text, finding.Times), "issuers/" + issuer, rows[1].Filing.ResourceName, null,
            [.. rows.Select(row => row.ResourceName)], now);
    }

    public static InsiderTradedDuringNonReliance Traded(RelianceTrade trade, int times, DateTimeOffset now)
    {
        var (row, window) = (trade.Row, trade.Window);
        return new InsiderTradedDuringNonReliance
        {
            EventId = TradeIdOf(TradeOf(trade), times),
            OccurredAt = now,
            Issuer = row.Report.Issuer.ResourceName,
            Filing = row.Report.Filing.ResourceName,
            FormType = row.Report.FormType,
            Transaction = row.Key.ResourceName,
            Owners = Named(row.Report),
            TransactionDate = row.Row.TransactionDate!.Value!.Value,
            Code = row.Row.Code?.Value,
            Category = Dealing.CategoryOf(row.Row),
            Dealing = Dealing.Of(row.Row),
            AcquiredDisposed = row.Row.AcquiredDisposed?.Value,
            Shares = row.Row.Shares?.Value,
            Cause = window.Cause,
            WindowKind = window.Kind,
            WindowFrom = window.From,
            WindowTo = window.To,
        };
    }

    /// <summary>A trade in a window as text: <c>{row}|{window}</c>; the window's end is no part of it.</summary>
    public static string TradeOf(RelianceTrade trade) => $"{trade.Row.Key}|{WindowOf(trade.Window)}";

    /// <summary>A window as text: <c>{cause}|{kind}|{first day}</c>.</summary>
    public static string WindowOf(RelianceWindow window) => string.Create(CultureInfo.InvariantCulture, $"{window.Cause}|{window.Kind}|{window.From:yyyy-MM-dd}");

    public static OwnershipFindingWithdrawn TradeWithdrawn(string issuer, PublishedFinding finding, DateTimeOffset now)
    {
        var row = RowKey.TryParse(finding.Text.Split('|')[0], out var key) ? key : default;
        return Withdrawn(
            nameof(InsiderTradedDuringNonReliance), TradeIdOf(finding.Text, finding.Times), "issuers/" + issuer, row.Filing.ResourceName, null, [row.ResourceName], now);
    }

    /// <summary>How a filing date is known.</summary>
    public static string Basis(FilingDate filed) => filed.Basis switch
    {
        FilingDateBasis.Filed => "filed-on",
        FilingDateBasis.Accepted => "accepted-at",
        FilingDateBasis.Signed => "signature",
        _ => "unknown",
    };

    /// <summary>The name under which a filing knows an owner.</summary>
    public static string NameOf(OwnershipReport report, OwnerKey owner) =>
        (report.Owners.FirstOrDefault(o => o.Key == owner) ?? report.Owners.FirstOrDefault(o => o.NameKey == owner) ?? report.Owners[0]).Name;

    private static string PairOf(RowKey purchase, RowKey sale, decimal shares, decimal purchasePrice, decimal salePrice, string beside) =>
        string.Create(CultureInfo.InvariantCulture, $"{purchase}|{sale}|{shares:G29}|{purchasePrice:G29}|{salePrice:G29}{(beside.Length > 0 ? "|" + beside : "")}");

    private static Guid PairIdOf(string owner, string pair, int times) => DeterministicId.Of([nameof(ShortSwingMatchFound), owner, pair, .. Again(times)]);

    private static Guid LateIdOf(string text, int times)
    {
        var about = text.Split('|', 2);
        return DeterministicId.Of([nameof(LateOwnershipReportDetected), .. about, .. Again(times)]);
    }

    private static Guid TradeIdOf(string trade, int times) => DeterministicId.Of([nameof(InsiderTradedDuringNonReliance), trade, .. Again(times)]);

    /// <summary>What was withdrawn and holds again is another event.</summary>
    private static string[] Again(int times) => times > 1 ? [times.ToString(CultureInfo.InvariantCulture)] : [];

    private static OwnershipFindingWithdrawn Withdrawn(
        string type, Guid finding, string issuer, string filing, string? form, IReadOnlyList<string> transactions, DateTimeOffset now) => new()
        {
            EventId = DeterministicId.Of(nameof(OwnershipFindingWithdrawn), finding.ToString()),
            OccurredAt = now,
            Issuer = issuer,
            Filing = filing,
            FormType = form,
            FindingType = type,
            Finding = finding,
            Transactions = transactions,
        };

    private static IReadOnlyList<ReportingOwnerNamed> Named(OwnershipReport report) =>
        [.. report.Owners.Select(owner => new ReportingOwnerNamed(owner.Key.ResourceName, owner.Name, owner.OfficerTitle))];
}
