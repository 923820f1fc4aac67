using Filingwire.Contracts.Identifiers;
using Filingwire.Ownership.Ledger;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Positions;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;

namespace Filingwire.Ownership.Api;

/// <summary>Answers GetPositions: folds the filings of an owner, or of all insiders of an issuer.</summary>
internal sealed class PositionAnswer(OwnershipStore store, OwnerLookup owners)
{
    public async Task<GetPositionsResponse> AnswerAsync(GetPositionsRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var asOf = Requests.Date(request.AsOf, "as_of");
        var owner = asked is { } key ? await owners.ResolveAsync(issuer, key, cancellation) : (OwnerKey?)null;
        var reports = await store.ReportsAsync(issuer, owner, cancellation);
        var response = new GetPositionsResponse { Filings = reports.Documents.Count, Truncated = reports.Truncated };
        response.FilingsDatedBySignature = reports.Reports.Count(report => report.Filed.Basis == FilingDateBasis.Signature);
        foreach (var filings in reports.Reports.GroupBy(report => report.Issuer).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            var held = Holdings.AsOf(IssuerLedger.Fold(filings), owner, asOf).Where(position => request.IncludeClosed || !position.IsClosed).ToList();
            response.Positions.AddRange(held.Select(position => ToWire(position, asOf, withAddresses)));
            response.Totals.AddRange(Holdings.Totals(held).Select(ToWire));
        }
        return response;
    }

    private static V1.Position ToWire(Ledger.Positions.Position position, DateOnly? asOf, bool withAddresses)
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
                Evidence = amount?.Source.ToWire(),
                Footnotes = { report.FootnotesOf(amount?.FootnoteIds ?? []).Select(note => note.Text.Value ?? "") },
            },
            AlsoStatedBy = { position.AlsoStatedBy.Select(key => key.ResourceName) },
            PoolingRule = position.PoolingRule ?? "",
            Expired = row.ExpirationDate?.Value < asOf,
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
