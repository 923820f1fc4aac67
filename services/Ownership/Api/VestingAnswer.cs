using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Vesting;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using Wire = Filingwire.Ownership.V1;

namespace Filingwire.Ownership.Api;

/// <summary>Answers GetVesting.</summary>
internal sealed class VestingAnswer(OwnershipStore store, OwnerLookup owners, TimeProvider time)
{
    public async Task<GetVestingResponse> AnswerAsync(GetVestingRequest request, CancellationToken cancellation)
    {
        var asOf = Requests.Date(request.AsOf, "as_of") ?? EasternTime.DateOf(time.GetUtcNow());
        var schedules = VestingReader.Of(await RowsAsync(request, cancellation))
            .OrderByDescending(schedule => schedule.Row.StateDate)
            .ThenByDescending(schedule => schedule.Row.Key, Comparer<Ledger.Facts.RowKey>.Create(Ledger.Facts.RowKey.Compare));
        return new GetVestingResponse { Schedules = { schedules.Select(schedule => ToWire(schedule, asOf)) } };
    }

    private async Task<IReadOnlyList<LedgerRow>> RowsAsync(GetVestingRequest request, CancellationToken cancellation)
    {
        if (Requests.Transaction(request.Transaction) is { } key)
            return await store.GetReportAsync(key.Filing, cancellation) is { } document ? [.. document.Value.Rows.Where(row => row.Key == key)] : [];
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var owner = asked is { } by ? await owners.ResolveAsync(issuer, by, cancellation) : (OwnerKey?)null;
        return [.. (await store.ReportsAsync(issuer, owner, cancellation)).Documents.SelectMany(document => document.Value.Rows)
            .Where(row => owner is not { } only || row.Owners.Contains(only))];
    }

    private static Wire.VestingSchedule ToWire(Ledger.Vesting.VestingSchedule schedule, DateOnly asOf)
    {
        var row = schedule.Row;
        var wire = new Wire.VestingSchedule
        {
            Transaction = row.Key.ResourceName,
            Issuer = row.Report.Issuer.ResourceName,
            Owners = { row.Owners.Select(owner => owner.ResourceName) },
            SecurityTitle = row.Row.SecurityTitle?.Value ?? "",
            CommencementSource = schedule.CommencementSource,
            State = schedule.State switch
            {
                VestingState.Complete => Wire.VestingSchedule.Types.State.Complete,
                VestingState.Partial => Wire.VestingSchedule.Types.State.Partial,
                VestingState.Vested => Wire.VestingSchedule.Types.State.Vested,
                VestingState.Conditional => Wire.VestingSchedule.Types.State.Conditional,
                _ => Wire.VestingSchedule.Types.State.Unread,
            },
            FootnoteId = schedule.Footnote.Id,
            Footnote = schedule.Footnote.Text.ToProto(),
            UnreadText = { schedule.Unread },
            SubjectToService = schedule.SubjectToService,
        };
        if (schedule.Units is { } units)
            wire.Shares = units.ToPlain();
        if (schedule.Commencement is { } commencement)
            wire.Commencement = commencement.ToWire();
        if (schedule.VestedBy(asOf) is { } vested)
            wire.Vested = vested.ToPlain();
        foreach (var tranche in schedule.Tranches)
        {
            var part = new Wire.VestingTranche { Ordinal = wire.Tranches.Count + 1, Date = tranche.Date.ToWire(), Fraction = tranche.Part.ToString() };
            if (tranche.Units is { } own)
                part.Shares = own.ToPlain();
            wire.Tranches.Add(part);
        }
        return wire;
    }
}
