using System.Globalization;
using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Calendar;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Api;

/// <summary>Answers GetIssuerActivity: who dealt in a window, and what the screens find in it.</summary>
internal sealed class ActivityAnswer(OwnershipStore store)
{
    public async Task<GetIssuerActivityResponse> AnswerAsync(GetIssuerActivityRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer) ?? throw RequestException.Invalid("ISSUER_MALFORMED", "issuer", "Name an issuer.");
        var (from, to) = Requests.Window(request.From, request.To);
        var reports = await store.InWindowAsync(issuer, from, to, cancellation);
        var rows = reports.Documents.SelectMany(document => document.Value.Rows)
            .Where(row => row.IsCurrent && row.IsTransaction && row.Row.TransactionDate?.Value is { } date && (from is null || date >= from) && (to is null || date <= to))
            .OrderBy(row => row.Row.TransactionDate!.Value).ThenBy(row => row.Key, Comparer<RowKey>.Create(RowKey.Compare)).ToList();
        var response = new GetIssuerActivityResponse
        {
            Owners = { rows.SelectMany(row => row.Owners, (row, owner) => (row, owner)).GroupBy(x => x.owner, x => x.row)
                .OrderByDescending(own => own.Count()).ThenBy(own => own.Key.ToString(), StringComparer.Ordinal)
                .Select(own => ActivityMapping.ToWire(own.Key, [.. own], withAddresses)) },
            Clusters = { Ledger.Screens.Cluster.Find(rows).Select(ActivityMapping.ToWire) },
            Filings = reports.Documents.Count,
            FilingsDatedBySignature = reports.Reports.Count(report => report.Filed.Basis == FilingDateBasis.Signed),
            Truncated = reports.Truncated,
        };
        AddMarket(response, [.. rows.Where(row => row.SameTradeAs is null && row.Row is { Table: 1, Code.Value: "P" or "S" })]);
        if (request.WithNotableTrades)
            await AddNotableAsync(response, issuer, rows, cancellation);
        await AddRelianceAsync(response, [.. reports.Reports.Select(report => report.Issuer.ToString()).Append(issuer.ToString()).Distinct()], rows, cancellation);
        return response;
    }

    private static void AddMarket(GetIssuerActivityResponse response, List<LedgerRow> market)
    {
        response.Purchases = market.Count(row => row.Row.Code!.Value == "P");
        response.Sales = market.Count - response.Purchases;
        response.NetShares = market.Sum(row => row.Row.SignedShares ?? 0).ToPlain();
        if (market.TrueForAll(row => RowMeaning.ValueOf(row) is not null))
            response.NetValue = market.Sum(row => row.Row.AcquiredDisposed?.Value == "A" ? RowMeaning.ValueOf(row)!.Value : -RowMeaning.ValueOf(row)!.Value).ToPlain();
    }

    /// <summary>Measured against everything known of those who dealt on the market in the window, by the filings that lead each order.</summary>
    private async Task AddNotableAsync(GetIssuerActivityResponse response, IssuerKey issuer, List<LedgerRow> rows, CancellationToken cancellation)
    {
        var inWindow = rows.Select(row => row.Key).ToHashSet();
        var found = new List<Ledger.Screens.NotableTrade>();
        foreach (var dealt in rows.Where(Ledger.Screens.NotableTrade.IsDealing).SelectMany(row => row.Owners, (row, owner) => (owner, Code: row.Row.Code!.Value!)).Distinct())
        {
            // Purchases on the market are few, sales many; of these the two largest lead an order.
            var leading = dealt.Code == "P"
                ? await store.MarkedAsync([Marks.Purchase(issuer.ToString(), dealt.owner.ToString())], DocumentQuery.All, cancellation)
                : (await store.PageAsync(ReportQuery.Of(issuer, dealt.owner).OrderByDescending("sold").Page(2, ""), cancellation)).Items;
            found.AddRange(Ledger.Screens.NotableTrade.Find(dealt.owner, leading.SelectMany(document => document.Value.Rows)
                .Where(row => row.Row.Code?.Value == dealt.Code && row.Owners.Contains(dealt.owner))));
        }
        response.NotableTrades.AddRange(found.Where(notable => inWindow.Contains(notable.Row.Key))
            .OrderBy(notable => notable.Row.Row.TransactionDate!.Value).ThenBy(notable => notable.Row.Key, Comparer<RowKey>.Create(RowKey.Compare))
            .ThenBy(notable => notable.Kind).Select(ActivityMapping.ToWire));
    }

    private async Task AddRelianceAsync(GetIssuerActivityResponse response, IReadOnlyList<string> issuers, List<LedgerRow> rows, CancellationToken cancellation)
    {
        var known = await store.GetWindowsAsync(issuers, cancellation);
        if (known.Count == 0)
            return;
        response.NonRelianceKnownAt = known.Values.Min(document => document.Value.KnownAt).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        response.NonRelianceTrades.AddRange(RelianceTrade.Find(rows, [.. known.Values.SelectMany(document => document.Value.Windows)])
            .SelectMany(trade => trade.Row.Owners, ActivityMapping.ToWire));
    }
}
