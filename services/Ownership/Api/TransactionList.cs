using Filingwire.Contracts.Evidence;
using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Meanings;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Api;

/// <summary>Answers ListTransactions: pages of filings by their latest activity, and of these the rows that fit.</summary>
internal sealed class TransactionList(OwnershipStore store, OwnerLookup owners)
{
    /// <summary>Filings looked at for one page; a filter that fits hardly anything gets a shorter page and a token instead of a long wait.</summary>
    private const int MostFilingsPerPage = 2000;

    private static readonly HashSet<string> Roles = ["director", "officer", "ten-percent-owner", "other"];

    public async Task<ListTransactionsResponse> AnswerAsync(ListTransactionsRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var size = Requests.PageSize(request.PageSize);
        var (from, to) = Requests.Window(request.From, request.To);
        if (request.Roles.FirstOrDefault(role => !Roles.Contains(role)) is { } unknown)
            throw RequestException.Invalid("ROLE_UNKNOWN", "roles", $"'{unknown}' is no role.");
        var bound = request.Clone();
        (bound.PageSize, bound.PageToken) = (0, "");
        var cursor = RowCursor.Of(request.PageToken, bound);
        var owner = asked is { } key ? await owners.ResolveAsync(issuer, key, cancellation) : (OwnerKey?)null;
        var query = ReportQuery.Of(issuer, owner, from, to).WithCodes(issuer, owner, request.Codes);
        bool Fits(LedgerRow row) => IsAsked(request, row, owner) && IsInside(row, from, to);

        var response = new ListTransactionsResponse();
        for (var looked = 0; ;)
        {
            var page = await store.PageAsync(query.Page(Math.Clamp(size, 10, 200), cursor.Page), cancellation);
            foreach (var document in page.Items)
            {
                var sort = document.Value.Report.LatestActivity?.ToWire();
                if (cursor.IsPast(sort, document.Id))
                    continue;
                var rows = document.Value.Rows;
                for (var i = document.Id == cursor.Filing ? cursor.Row : 0; i < rows.Count; i++)
                {
                    if (!Fits(rows[i]))
                        continue;
                    if (response.Transactions.Count == size)
                    {
                        response.NextPageToken = (cursor with { Sort = sort, Filing = document.Id, Row = i }).Encode();
                        return response;
                    }
                    response.Transactions.Add(rows[i].ToWire(withAddresses));
                }
            }
            looked += page.Items.Count;
            if (page.NextPageToken.Length == 0)
                return response;
            cursor = cursor with { Page = page.NextPageToken, Sort = null, Filing = "", Row = 0 };
            if (looked >= MostFilingsPerPage)
            {
                response.NextPageToken = cursor.Encode();
                return response;
            }
        }
    }

    private static bool IsInside(LedgerRow row, DateOnly? from, DateOnly? to) =>
        (from is null && to is null) || (row.StateDate is { } date && (from is null || date >= from) && (to is null || date <= to));

    private static bool IsAsked(ListTransactionsRequest request, LedgerRow row, OwnerKey? owner)
    {
        var report = row.Report;
        return (owner is not { } by || row.Owners.Contains(by))
            && (request.IncludeSuperseded || (row.IsCurrent && (owner is not null || row.SameTradeAs is null)))
            && (request.IncludeHoldings || row.IsTransaction)
            && (request.Codes.Count == 0 || (row.Row.Code?.Value is { } code && request.Codes.Contains(code)))
            && (request.Table == 0 || row.Row.Table == request.Table)
            && (!request.HasAmendment || report.IsAmendment == request.Amendment)
            && (request.Categories.Count == 0 || request.Categories.Contains(RowMeaning.CategoryOf(row.Row).ToWire()))
            && (request.Plans.Count == 0 || request.Plans.Contains(PlanReading.Of(report, row.Row).Plan.ToWire()))
            && (request.Roles.Count == 0 || report.Owners.Any(person => request.Roles.Any(role => HasRole(person, role))));
    }

    private static bool HasRole(ReportedOwner person, string role) => role switch
    {
        "director" => person.IsDirector == true,
        "officer" => person.IsOfficer == true,
        "ten-percent-owner" => person.IsTenPercentOwner == true,
        _ => person.IsOther == true,
    };
}
