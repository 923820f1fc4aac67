using System.Globalization;
using Filingwire.Contracts.Events;
using Filingwire.Contracts.Identifiers;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;

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

    /// <summary>One event per row reported late for the first time, or one for a late Form 3.</summary>
    public static IEnumerable<LateOwnershipReportDetected> Late(OwnershipReport report, IReadOnlyList<LedgerRow> rows, DateTimeOffset now)
    {
        if (report.Form == ReportForm.Form3)
        {
            if (!report.IsAmendment && rows.All(row => row.IsCurrent) && report.PeriodOfReport is { } @event)
            {
                var whole = TimelinessRules.OfForm3(report, new FirstReport(report.Filing, report.Filed));
                if (whole.Verdict == TimelinessVerdict.Late)
                    yield return Late(report, null, @event, null, whole, now);
            }
            yield break;
        }
        foreach (var row in rows)
        {
            if (!row.IsCurrent || !row.IsTransaction || row.Standing.Reported?.Filing != report.Filing)
                continue;
            var timeliness = TimelinessRules.Of(row);
            if (timeliness.Verdict == TimelinessVerdict.Late)
                yield return Late(report, row.Key.ResourceName, row.Row.TransactionDate!.Value!.Value, row.Row.Code?.Value, timeliness, now);
        }
    }

    /// <summary>What an amendment changed; null when it replaces nothing that is known.</summary>
    public static OwnershipCorrected? Corrected(OwnershipReport amendment, IssuerLedger ledger, DateTimeOffset now)
    {
        var rows = (from row in ledger.RowsOf(amendment.Filing)
                    from replaced in row.Standing.Replaces
                    select new RowCorrected(
                        row.Key.ResourceName, replaced.ResourceName, row.Standing.Rule!,
                        RowComparison.Changes(ledger.RowsOf(replaced.Filing).First(other => other.Key == replaced).Row, row.Row))).ToList();
        return rows.Count == 0 ? null : new OwnershipCorrected
        {
            EventId = DeterministicId.Of(
                [nameof(OwnershipCorrected), amendment.Filing.ToString(), amendment.Generation.ToString(CultureInfo.InvariantCulture), .. rows.Select(row => row.Replaces)]),
            OccurredAt = now,
            Issuer = amendment.Issuer.ResourceName,
            Filing = amendment.Filing.ResourceName,
            FormType = amendment.FormType,
            FiledOn = amendment.Filed.Date,
            FiledOnBasis = Basis(amendment.Filed),
            Owners = Named(amendment),
            Rows = rows,
        };
    }

    public static ShortSwingMatchFound Found(ShortSwingMatch match, DateTimeOffset now)
    {
        var later = match.Sale.Row.TransactionDate!.Value >= match.Purchase.Row.TransactionDate!.Value ? match.Sale : match.Purchase;
        return new ShortSwingMatchFound
        {
            EventId = DeterministicId.Of(nameof(ShortSwingMatchFound), match.Owner.ToString(), PairOf(match)),
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
        };
    }

    /// <summary>A pair as text: what is equal was found before.</summary>
    public static string PairOf(ShortSwingMatch match) =>
        string.Create(CultureInfo.InvariantCulture, $"{match.Purchase.Key}|{match.Sale.Key}|{match.Shares:G29}|{match.PurchasePrice:G29}|{match.SalePrice:G29}");

    public static InsiderTradedDuringNonReliance Traded(RelianceTrade trade, DateTimeOffset now)
    {
        var (row, window) = (trade.Row, trade.Window);
        return new InsiderTradedDuringNonReliance
        {
            EventId = DeterministicId.Of(nameof(InsiderTradedDuringNonReliance), TradeOf(trade)),
            OccurredAt = now,
            Issuer = row.Report.Issuer.ResourceName,
            Filing = row.Report.Filing.ResourceName,
            FormType = row.Report.FormType,
            Transaction = row.Key.ResourceName,
            Owners = Named(row.Report),
            TransactionDate = row.Row.TransactionDate!.Value!.Value,
            Code = row.Row.Code?.Value,
            AcquiredDisposed = row.Row.AcquiredDisposed?.Value,
            Shares = row.Row.Shares?.Value,
            Cause = window.Cause,
            WindowKind = window.Kind,
            WindowFrom = window.From,
            WindowTo = window.To,
        };
    }

    /// <summary>A trade in a window as text: published once, whatever becomes of the window's end.</summary>
    public static string TradeOf(RelianceTrade trade) =>
        string.Create(CultureInfo.InvariantCulture, $"{trade.Row.Key}|{trade.Window.Cause}|{trade.Window.Kind}|{trade.Window.From:yyyy-MM-dd}");

    /// <summary>How a filing date is known.</summary>
    public static string Basis(FilingDate filed) => filed.Basis switch
    {
        FilingDateBasis.FiledOn => "filed-on",
        FilingDateBasis.AcceptedAt => "accepted-at",
        FilingDateBasis.Signature => "signature",
        _ => "unknown",
    };

    /// <summary>The name under which a filing knows an owner.</summary>
    public static string NameOf(OwnershipReport report, OwnerKey owner) =>
        (report.Owners.FirstOrDefault(o => o.Key == owner) ?? report.Owners.FirstOrDefault(o => o.NameKey == owner) ?? report.Owners[0]).Name;

    private static LateOwnershipReportDetected Late(
        OwnershipReport report, string? transaction, DateOnly date, string? code, RowTimeliness timeliness, DateTimeOffset now) => new()
        {
            EventId = DeterministicId.Of(
                nameof(LateOwnershipReportDetected), transaction ?? report.Filing.ResourceName,
                string.Create(CultureInfo.InvariantCulture, $"{timeliness.DueOn:yyyy-MM-dd}|{timeliness.Reported!.Date:yyyy-MM-dd}")),
            OccurredAt = now,
            Issuer = report.Issuer.ResourceName,
            Filing = report.Filing.ResourceName,
            FormType = report.FormType,
            Transaction = transaction,
            Owners = Named(report),
            TransactionDate = date,
            Code = code,
            DueOn = timeliness.DueOn!.Value,
            ReportedOn = timeliness.Reported!.Date!.Value,
            ReportedOnBasis = Basis(timeliness.Reported),
            BusinessDaysLate = timeliness.BusinessDaysLate!.Value,
            CalendarDaysLate = timeliness.CalendarDaysLate!.Value,
            Rule = timeliness.Rule,
        };

    private static IReadOnlyList<ReportingOwnerNamed> Named(OwnershipReport report) =>
        [.. report.Owners.Select(owner => new ReportingOwnerNamed(owner.Key.ResourceName, owner.Name, owner.OfficerTitle))];
}
