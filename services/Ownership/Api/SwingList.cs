using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Wire = Filingwire.Ownership.V1;

namespace Filingwire.Ownership.Api;

/// <summary>Answers ListShortSwingMatches from the filings that hold candidates.</summary>
internal sealed class SwingList(OwnershipStore store, OwnerLookup owners)
{
    public async Task<ListShortSwingMatchesResponse> AnswerAsync(ListShortSwingMatchesRequest request, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var size = Requests.PageSize(request.PageSize);
        var bound = request.Clone();
        (bound.PageSize, bound.PageToken) = (0, "");
        var cursor = RowCursor.Of(request.PageToken, bound);
        var window = request.Window == ShortSwingWindow.LastDay ? SixMonths.LastDay : SixMonths.DayBeforeLast;
        var owner = asked is { } key ? await owners.ResolveAsync(issuer, key, cancellation) : (OwnerKey?)null;
        var reports = await store.AllAsync(ReportQuery.Of(issuer, owner).WithCodes(issuer, owner, ShortSwing.Codes), cancellation);
        var found = reports.Documents.SelectMany(document => document.Value.Rows).GroupBy(row => row.Report.Issuer)
            .SelectMany(rows => (owner is { } only ? [only] : rows.SelectMany(row => row.Owners).Distinct())
                .SelectMany(holder => ShortSwing.Match(holder, rows, window)))
            .ToList();
        var matches = (await WithTenureAsync(found, cancellation))
            .OrderBy(match => match.Owner.ToString(), StringComparer.Ordinal)
            .ThenByDescending(match => match.Profit)
            .ThenBy(match => match.Purchase.Key, Comparer<RowKey>.Create(RowKey.Compare))
            .ThenBy(match => match.Sale.Key, Comparer<RowKey>.Create(RowKey.Compare))
            .ToList();
        var response = new ListShortSwingMatchesResponse { Matches = { matches.Skip(cursor.Row).Take(size).Select(ToWire) } };
        if (cursor.Row == 0)
            response.TotalProfit = matches.GroupBy(match => match.Purchase.Report.Issuer).Sum(ShortSwing.TotalProfit).ToPlain();
        if (cursor.Row + size < matches.Count)
            response.NextPageToken = (cursor with { Row = cursor.Row + size }).Encode();
        return response;
    }

    /// <summary>The pairs with what the owners' Forms 3 and exits say of them; these hold no candidates, so they are not among the filings read.</summary>
    private async Task<IReadOnlyList<Ledger.Screens.ShortSwingMatch>> WithTenureAsync(List<Ledger.Screens.ShortSwingMatch> found, CancellationToken cancellation)
    {
        var accounts = found.Select(match => Marks.Tenure(match.Purchase.Report.Issuer.ToString(), match.Owner.ToString())).ToHashSet(StringComparer.Ordinal);
        var telling = (await store.MarkedAsync(accounts, DocumentQuery.All, cancellation))
            .SelectMany(document => document.Value.MarkTags.Where(accounts.Contains), (document, account) => (account, document.Value.Report)).ToLookup(x => x.account, x => x.Report);
        return found.ConvertAll(match => match.With(Tenure.Of(telling[Marks.Tenure(match.Purchase.Report.Issuer.ToString(), match.Owner.ToString())])));
    }

    private static Wire.ShortSwingMatch ToWire(Ledger.Screens.ShortSwingMatch match) => new()
    {
        Issuer = match.Purchase.Report.Issuer.ResourceName,
        Owner = match.Owner.ResourceName,
        OwnerName = OwnershipEvents.NameOf(match.Purchase.Report, match.Owner),
        Purchase = match.Purchase.Key.ResourceName,
        Sale = match.Sale.Key.ResourceName,
        PurchaseDate = match.Purchase.Row.TransactionDate!.Value!.Value.ToWire(),
        SaleDate = match.Sale.Row.TransactionDate!.Value!.Value.ToWire(),
        Shares = match.Shares.ToPlain(),
        PurchasePrice = match.PurchasePrice.ToPlain(),
        SalePrice = match.SalePrice.ToPlain(),
        Profit = match.Profit.ToPlain(),
        Explanation = match.Explanation,
        Cautions = { match.Cautions },
        JointOwners = { OwnershipEvents.JointOwnersOf(match).Select(owner => owner.ResourceName) },
    };
}
