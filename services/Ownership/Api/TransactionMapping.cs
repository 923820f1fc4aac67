using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Calendar;

namespace Filingwire.Ownership.Api;

/// <summary>A row of the ledger → wire.</summary>
internal static class TransactionMapping
{
    public static Transaction ToWire(this LedgerRow ledgerRow, bool withAddresses)
    {
        var (report, row) = (ledgerRow.Report, ledgerRow.Row);
        var wire = new Transaction
        {
            Name = ledgerRow.Key.ResourceName,
            Filing = report.Filing.ResourceName,
            Revision = report.Revision,
            FormType = report.FormType,
            Issuer = report.Issuer.ResourceName,
            IssuerName = report.IssuerName,
            ReportingPersons = { report.ToWire(ledgerRow.Owners, withAddresses) },
            FilingDate = report.Filed.ToWire(),
            Table = row.Table,
            Ordinal = row.Ordinal,
            Kind = row.Kind == RowKind.Holding ? Transaction.Types.Kind.Holding : Transaction.Types.Kind.Transaction,
            SecurityTitle = row.SecurityTitle.ToProto(),
            TransactionDate = row.TransactionDate.ToProto(),
            DeemedExecutionDate = row.DeemedExecutionDate.ToProto(),
            TransactionFormType = row.TransactionFormType.ToProto(),
            TransactionCode = row.Code.ToProto(),
            EquitySwapInvolved = row.EquitySwap.ToProto(),
            Shares = row.Shares.ToProto(),
            TotalValue = row.TotalValue.ToProto(),
            PricePerShare = row.Price.ToProto(),
            AcquiredDisposedCode = row.AcquiredDisposed.ToProto(),
            SharesOwnedFollowing = row.SharesFollowing.ToProto(),
            ValueOwnedFollowing = row.ValueFollowing.ToProto(),
            DirectOrIndirect = row.DirectOrIndirect.ToProto(),
            NatureOfOwnership = row.Nature.ToProto(),
            ConversionOrExercisePrice = row.ExercisePrice.ToProto(),
            ExerciseDate = row.ExerciseDate.ToProto(),
            ExpirationDate = row.ExpirationDate.ToProto(),
            UnderlyingSecurityTitle = row.UnderlyingTitle.ToProto(),
            UnderlyingSecurityShares = row.UnderlyingShares.ToProto(),
            UnderlyingSecurityValue = row.UnderlyingValue.ToProto(),
            Footnotes =
            {
                report.FootnotesOf(row.FootnoteIds).Select(note => new RowFootnote { Id = note.Id, Text = note.Text.Value ?? "" }),
            },
            Span = row.Span?.ToProto(),
            Meaning = RowMeaning.Of(report, row).ToWire(),
            Timeliness = TimelinessRules.Of(ledgerRow).ToWire(),
            Standing = ledgerRow.ToStanding(),
        };
        if (report.TradingSymbol is { } symbol)
            wire.TradingSymbol = symbol;
        return wire;
    }

    public static Meaning ToWire(this RowMeaning meaning)
    {
        var wire = new Meaning
        {
            Category = meaning.Category.ToWire(),
            Plan = meaning.Plan.Plan.ToWire(),
            PlanSource = meaning.Plan.Source,
            Remarks = { meaning.Remarks },
        };
        if (meaning.Value is { } value)
            wire.Value = value.ToPlain();
        if (meaning.Range is { } range)
        {
            wire.PriceLow = range.Low.ToWire();
            wire.PriceHigh = range.High.ToWire();
            wire.PriceRangeFootnote = range.FootnoteId;
        }
        if (meaning.UnderlyingShares is { } underlying)
            wire.UnderlyingShares = underlying.ToWire();
        return wire;
    }

    public static Meaning.Types.Category ToWire(this Category category) => category switch
    {
        Category.Market => Meaning.Types.Category.Market,
        Category.Compensation => Meaning.Types.Category.Compensation,
        Category.Tax => Meaning.Types.Category.Tax,
        Category.Gift => Meaning.Types.Category.Gift,
        Category.Conversion => Meaning.Types.Category.Conversion,
        Category.Expiry => Meaning.Types.Category.Expiry,
        Category.None => Meaning.Types.Category.None,
        _ => Meaning.Types.Category.Other,
    };

    public static Meaning.Types.Plan ToWire(this Plan plan) => plan switch
    {
        Plan.Yes => Meaning.Types.Plan.Yes,
        Plan.No => Meaning.Types.Plan.No,
        _ => Meaning.Types.Plan.Unknown,
    };

    public static V1.Timeliness ToWire(this RowTimeliness timeliness)
    {
        var wire = new V1.Timeliness
        {
            Verdict = timeliness.Verdict switch
            {
                TimelinessVerdict.OnTime => V1.Timeliness.Types.Verdict.OnTime,
                TimelinessVerdict.Late => V1.Timeliness.Types.Verdict.Late,
                TimelinessVerdict.Early => V1.Timeliness.Types.Verdict.Early,
                TimelinessVerdict.LateByOwnAccount => V1.Timeliness.Types.Verdict.LateByOwnAccount,
                TimelinessVerdict.MayBeTimely => V1.Timeliness.Types.Verdict.MayBeTimely,
                TimelinessVerdict.NotApplicable => V1.Timeliness.Types.Verdict.NotApplicable,
                _ => V1.Timeliness.Types.Verdict.Undetermined,
            },
            ReportedOn = timeliness.Reported?.ToWire(),
            Rule = timeliness.Rule,
            Reason = timeliness.Reason,
        };
        if (timeliness.DueOn is { } due)
            wire.DueOn = due.ToWire();
        if (timeliness.DueIfDeferred is { } deferred)
            wire.DueIfDeferred = deferred.ToWire();
        if (timeliness.BusinessDaysLate is { } businessDays)
            wire.BusinessDaysLate = businessDays;
        if (timeliness.CalendarDaysLate is { } days)
            wire.CalendarDaysLate = days;
        return wire;
    }

    private static Standing ToStanding(this LedgerRow row)
    {
        var standing = row.Standing;
        if (row is { IsCurrent: true, SameTradeAs: { } counted })
            return new Standing
            {
                State = Standing.Types.State.Duplicate, CountedInstead = counted.ResourceName, Rule = JointTrades.Rule, Replaces = { standing.Replaces.Select(key => key.ResourceName) },
            };
        return new Standing
        {
            State = standing.State switch
            {
                RowState.Superseded => Standing.Types.State.Superseded,
                RowState.Duplicate => Standing.Types.State.Duplicate,
                _ => Standing.Types.State.Current,
            },
            CountedInstead = standing.CountedInstead?.ResourceName ?? "",
            Rule = standing.Rule ?? "",
            Replaces = { standing.Replaces.Select(key => key.ResourceName) },
            LeftOutBy = standing.LeftOutBy?.ResourceName ?? "",
        };
    }
}
