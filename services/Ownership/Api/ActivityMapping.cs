using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Wire = Filingwire.Ownership.V1;

namespace Filingwire.Ownership.Api;

/// <summary>What insiders did in a window, and what screens found → wire.</summary>
internal static class ActivityMapping
{
    public static OwnerActivity ToWire(OwnerKey owner, List<LedgerRow> rows, bool withAddresses)
    {
        var latest = rows[^1];
        var read = rows.ConvertAll(Dealing.Of);
        var person = latest.Report.ToWire(latest.Owners, withAddresses).FirstOrDefault(p => p.Owner == owner.ResourceName)
            ?? new ReportingPerson { Owner = owner.ResourceName, Name = latest.Report.Owners[0].Name };
        return new OwnerActivity
        {
            Person = person,
            Totals = { read.GroupBy(one => (one.Category, one.Row.Table, Direction: one.Row.AcquiredDisposed?.Value ?? ""))
                .OrderBy(group => group.Key.Category).ThenBy(group => group.Key.Table).ThenBy(group => group.Key.Direction, StringComparer.Ordinal)
                .Select(group => Total(group.Key.Category, group.Key.Table, group.Key.Direction, [.. group])) },
            Rows = { read.Select(ToRow) },
        };
    }

    /// <summary>A row with what was read from it once: the footnotes behind the plan and the value are texts to be searched.</summary>
    private sealed record Dealing(LedgerRow Ledger, Category Category, Ledger.Meanings.Plan Plan, RowTimeliness Timeliness, decimal? Value)
    {
        public ReportRow Row => Ledger.Row;

        public static Dealing Of(LedgerRow row) =>
            new(row, RowMeaning.CategoryOf(row.Row), PlanReading.Of(row.Report, row.Row).Plan, TimelinessRules.Of(row), RowMeaning.ValueOf(row));
    }

    private static ActivityTotal Total(Category category, int table, string direction, List<Dealing> rows)
    {
        var total = new ActivityTotal
        {
            Category = category.ToWire(),
            Table = table,
            AcquiredDisposedCode = direction,
            Transactions = rows.Count,
            FirstDate = rows[0].Row.TransactionDate!.Value!.Value.ToWire(),
            LastDate = rows[^1].Row.TransactionDate!.Value!.Value.ToWire(),
            Late = rows.Count(row => row.Timeliness.Verdict == TimelinessVerdict.Late),
            Planned = rows.Count(row => row.Plan == Ledger.Meanings.Plan.Yes),
        };
        if (rows.TrueForAll(row => row.Row.Shares?.Value is not null))
            total.Shares = rows.Sum(row => row.Row.Shares!.Value!.Value).ToPlain();
        if (rows.TrueForAll(row => row.Value is not null))
            total.Value = rows.Sum(row => row.Value!.Value).ToPlain();
        var priced = rows.FindAll(row => row.Value is not null && row.Row.Price?.Value is not null && row.Row.Shares?.Value > 0);
        if (priced.Count > 0)
            total.AveragePrice = decimal.Round(
                priced.Sum(row => row.Value ?? 0) / priced.Sum(row => row.Row.Shares!.Value!.Value), 6, MidpointRounding.ToEven).ToPlain();
        return total;
    }

    private static ActivityRow ToRow(Dealing dealing)
    {
        var row = dealing.Ledger;
        var wire = new ActivityRow
        {
            Transaction = row.Key.ResourceName,
            Filing = row.Report.Filing.ResourceName,
            FormType = row.Report.FormType,
            TransactionDate = row.Row.TransactionDate!.Value!.Value.ToWire(),
            TransactionCode = row.Row.Code?.Value ?? "",
            Category = dealing.Category.ToWire(),
            AcquiredDisposedCode = row.Row.AcquiredDisposed?.Value ?? "",
            Table = row.Row.Table,
            SecurityTitle = row.Row.SecurityTitle?.Value ?? "",
            Plan = dealing.Plan.ToWire(),
        };
        if (row.Row.Shares?.Value is { } shares)
            wire.Shares = shares.ToWire();
        if (row.Row.Price?.Value is { } price)
            wire.PricePerShare = price.ToWire();
        if (dealing.Value is { } value)
            wire.Value = value.ToPlain();
        if (dealing.Timeliness.BusinessDaysLate is { } late)
            wire.BusinessDaysLate = late;
        return wire;
    }

    public static Wire.Cluster ToWire(Ledger.Screens.Cluster cluster)
    {
        var wire = new Wire.Cluster
        {
            Side = cluster.IsBuy ? Wire.Cluster.Types.Side.Buy : Wire.Cluster.Types.Side.Sell,
            FirstDate = cluster.Rows[0].Row.TransactionDate!.Value!.Value.ToWire(),
            LastDate = cluster.Rows[^1].Row.TransactionDate!.Value!.Value.ToWire(),
            Owners = { cluster.Owners.Select(owner => owner.ResourceName) },
            Transactions = { cluster.Rows.Select(row => row.Key.ResourceName) },
            Shares = cluster.Rows.Sum(row => row.Row.Shares?.Value ?? 0).ToPlain(),
            Definition = Ledger.Screens.Cluster.Definition,
        };
        if (cluster.Rows.All(row => RowMeaning.ValueOf(row) is not null))
            wire.Value = cluster.Rows.Sum(row => RowMeaning.ValueOf(row)!.Value).ToPlain();
        return wire;
    }

    public static Wire.NotableTrade ToWire(Ledger.Screens.NotableTrade notable)
    {
        var wire = new Wire.NotableTrade
        {
            Kind = notable.Kind switch
            {
                NotableKind.FirstPurchase => Wire.NotableTrade.Types.Kind.FirstPurchase,
                NotableKind.LargestPurchase => Wire.NotableTrade.Types.Kind.LargestPurchase,
                _ => Wire.NotableTrade.Types.Kind.LargestSale,
            },
            Owner = notable.Owner.ResourceName,
            Transaction = notable.Row.Key.ResourceName,
            Date = notable.Row.Row.TransactionDate!.Value!.Value.ToWire(),
        };
        if (RowMeaning.ValueOf(notable.Row) is { } value)
            wire.Value = value.ToPlain();
        return wire;
    }

    public static NonRelianceTrade ToWire(RelianceTrade trade, OwnerKey owner)
    {
        var wire = new NonRelianceTrade
        {
            Transaction = trade.Row.Key.ResourceName,
            Owner = owner.ResourceName,
            Date = trade.Row.Row.TransactionDate!.Value!.Value.ToWire(),
            Cause = trade.Window.Cause,
            WindowFrom = trade.Window.From.ToWire(),
            WindowKind = trade.Window.Kind,
            Category = RowMeaning.CategoryOf(trade.Row.Row).ToWire(),
            Dealing = Ledger.Meanings.Dealing.Of(trade.Row.Row),
        };
        if (trade.Window.To is { } to)
            wire.WindowTo = to.ToWire();
        return wire;
    }
}
