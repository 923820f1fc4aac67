using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Ownership.Api;

/// <summary>Answers GetPositions from the filings that hold the last word on a position, of an owner or of all insiders of an issuer.</summary>
internal sealed class PositionAnswer(OwnershipStore store, OwnerLookup owners, FormerInsiders former, TimeProvider time)
{
    public async Task<GetPositionsResponse> AnswerAsync(GetPositionsRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var asOf = Requests.Date(request.AsOf, "as_of");
        var owner = asked is { } key ? await owners.ResolveAsync(issuer, key, cancellation) : (OwnerKey?)null;
        var (states, truncated) = await store.HeldAsync(issuer, owner, asOf, cancellation);
        var held = states.ToDictionary(
            document => document.Id,
            document => document.Value.Accounts.Where(account => owner is not { } only || account.Owner == only.ToString())
                .SelectMany(account => account.States.Where(state => state.HoldsAt(asOf)), (account, state) => (account.Owner, State: state)).ToList());
        var reports = await store.GetReportsAsync([.. held.Where(filing => filing.Value.Count > 0).Select(filing => filing.Key)], cancellation);
        var response = new GetPositionsResponse
        {
            Filings = reports.Count,
            FilingsDatedBySignature = reports.Values.Count(document => document.Value.Report.Filed.Basis == FilingDateBasis.Signed),
            Truncated = truncated,
        };
        foreach (var filings in reports.Values.GroupBy(document => document.Value.Report.Issuer).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var positions = Holdings.Of(filings.SelectMany(document => Last(document.Value, held[document.Id])))
                .Where(position => request.IncludeClosed || !position.IsClosed).ToList();
            var left = await former.AmongAsync(filings.Key, [.. positions.SelectMany(position => position.Owners).Distinct()], asOf, cancellation);
            response.Positions.AddRange(positions.Select(position => ToWire(position, asOf ?? EasternTime.DateOf(time.GetUtcNow()), left, withAddresses)));
            response.Totals.AddRange(Holdings.Totals(positions).Select(ToWire));
        }
        return response;
    }

    private static IEnumerable<(OwnerKey, Lot, LedgerRow)> Last(ReportDocument document, List<(string Owner, HeldState State)> held)
    {
        foreach (var (owner, state) in held)
            if (OwnerKey.TryParse(owner, out var key) && document.Rows.FirstOrDefault(row => row.Row.Table == state.Table && row.Row.Ordinal == state.Ordinal) is { } row)
                yield return (key, Lot.Of(row) with { Granted = Lot.GrantOf(state.Lot) }, row);
    }

    private static V1.Position ToWire(Ledger.Positions.Position position, DateOnly day, IReadOnlyDictionary<OwnerKey, OwnershipReport> left, bool withAddresses)
    {
        var (report, row) = (position.Row.Report, position.Row.Row);
        var amount = row.SharesFollowing ?? row.ValueFollowing;
        var wire = new V1.Position
        {
            Issuer = report.Issuer.ResourceName,
            Owners = { report.ToWire(position.Row.Owners, withAddresses).Where(person => position.Owners.Any(owner => owner.ResourceName == person.Owner)) },
            Table = row.Table,
            SecurityTitle = row.SecurityTitle?.Value ?? "",
            Provenance = new Provenance
            {
                Transaction = position.Row.Key.ResourceName,
                Filing = report.Filing.ResourceName,
                FormType = report.FormType,
                FilingDate = report.Filed.ToWire(),
                Evidence = amount?.Source.ToProto(),
                Footnotes = { report.FootnotesOf(amount?.FootnoteIds ?? []).Select(note => note.Text.Value ?? "") },
            },
            AlsoStatedBy = { position.AlsoStatedBy.Select(key => key.ResourceName) },
            PoolingRule = position.PoolingRule ?? "",
            Expired = row.ExpirationDate?.Value < day,
            FormerOwners = { position.Owners.Where(left.ContainsKey).Select(owner => ToWire(owner, left[owner])) },
        };
        if (row.DirectOrIndirect?.Value is { } form)
            wire.DirectOrIndirect = form;
        if (position.Lot.Indirect == true && Lot.NatureOf(report, row) is { } nature)
            wire.NatureOfOwnership = nature;
        if (position.Shares is { } shares)
            wire.Shares = shares.ToWire();
        if (position.Value is { } value)
            wire.Value = value.ToWire();
        if (position.Row.StateDate is { } date)
            wire.AsOf = date.ToWire();
        if (row.Table == 2)
            AddTerms(wire, row);
        return wire;
    }

    private static FormerOwner ToWire(OwnerKey owner, OwnershipReport exit)
    {
        var wire = new FormerOwner { Owner = owner.ResourceName, ExitFiling = exit.Filing.ResourceName };
        if (exit.PeriodOfReport is { } exited)
            wire.ExitedOn = exited.ToWire();
        return wire;
    }

    private static void AddTerms(V1.Position wire, ReportRow row)
    {
        if (row.ExercisePrice?.Value is { } price)
            wire.ConversionOrExercisePrice = price.ToWire();
        if (row.ExerciseDate?.Value is { } exercise)
            wire.ExerciseDate = exercise.ToWire();
        if (row.ExpirationDate?.Value is { } expiration)
            wire.ExpirationDate = expiration.ToWire();
        if (row.UnderlyingTitle?.Value is { } title)
            wire.UnderlyingSecurityTitle = title;
        if (row.UnderlyingShares?.Value is { } underlying)
            wire.UnderlyingShares = underlying.ToWire();
    }

    private static V1.BeneficialTotal ToWire(Ledger.Positions.BeneficialTotal total)
    {
        var wire = new V1.BeneficialTotal { SecurityClass = total.Class, Positions = total.Positions, Owners = { total.Owner.ResourceName } };
        if (total.Shares is { } shares)
            wire.Shares = shares.ToPlain();
        return wire;
    }
}
