using Filingwire.Contracts.Evidence;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Rows;
using Filingwire.Ownership.Ledger.Timeliness;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Api;

/// <summary>
/// Answers ListLateReports. Filings with something late are few, so the whole window is read, which the list by insider needs anyhow.
/// </summary>
internal sealed class LateReportList(OwnershipStore store, OwnerLookup owners)
{
    private sealed record Late(OwnershipReport Report, LedgerRow? Row, RowTimeliness Timeliness, IReadOnlyList<OwnerKey> Owners)
    {
        public DateOnly? Day => TimelinessRules.DayOf(Report, Timeliness);

        public bool IsHolding => Row is { IsTransaction: false };
    }

    public async Task<ListLateReportsResponse> AnswerAsync(ListLateReportsRequest request, bool withAddresses, CancellationToken cancellation)
    {
        var issuer = Requests.Issuer(request.Issuer);
        var asked = Requests.Owner(request.Owner);
        Requests.NeedsEither(issuer, asked);
        var (from, to) = Requests.Window(request.From, request.To);
        var size = Requests.PageSize(request.PageSize);
        var bound = request.Clone();
        (bound.PageSize, bound.PageToken) = (0, "");
        var cursor = RowCursor.Of(request.PageToken, bound);
        var owner = asked is { } key ? await owners.ResolveAsync(issuer, key, cancellation) : (OwnerKey?)null;
        var reports = await store.AllAsync(ReportQuery.Of(issuer, owner).Missed(from), cancellation);
        var late = reports.Documents.SelectMany(document => Of(document.Value))
            .Where(one => (owner is not { } by || one.Owners.Contains(by)) && (from is null || one.Day >= from) && (to is null || one.Day <= to))
            .OrderByDescending(one => one.Day)
            .ThenBy(one => one.Report.Filing.ToString(), StringComparer.Ordinal)
            .ThenBy(one => one.Row?.Row.Table).ThenBy(one => one.Row?.Row.Ordinal)
            .ToList();
        var response = new ListLateReportsResponse();
        response.LateReports.AddRange(late.Skip(cursor.Row).Take(size).Select(one => ToWire(one, withAddresses)));
        if (cursor.Row == 0)
            response.Insiders.AddRange(ByInsider(late, owner));
        if (cursor.Row + size < late.Count)
            response.NextPageToken = (cursor with { Row = cursor.Row + size }).Encode();
        return response;
    }

    private static IEnumerable<Late> Of(ReportDocument document)
    {
        var report = document.Report;
        var owners = document.OwnerKeys;
        if (report.Form == ReportForm.Form3)
        {
            if (!report.IsAmendment && TimelinessRules.OfForm3(report, new FirstReport(report.Filing, report.Filed)) is { Verdict: TimelinessVerdict.Late } whole
                && (report.Rows.Count == 0 || document.Rows.Any(row => row.Standing.State != RowState.Duplicate)))
                yield return new Late(report, null, whole, owners);
            yield break;
        }
        // A row that an amendment states again is shown as the amendment has it, late or not by the original's date.
        foreach (var row in document.Rows)
            if (row.IsCurrent && TimelinessRules.Of(row) is { Verdict: TimelinessVerdict.Late or TimelinessVerdict.LateByOwnAccount } timeliness)
                yield return new Late(report, row, timeliness, owners);
    }

    /// <summary>
    /// Item 405(a): the name, the number of late reports and of transactions that were not reported on time. A Form 5 that shows what a Form 3 and Forms 4 lacked stands
    /// for two late reports.
    /// </summary>
    private static IEnumerable<DelinquentInsider> ByInsider(List<Late> late, OwnerKey? only) =>
        late.SelectMany(one => one.Owners, (one, owner) => (one, owner))
            .Where(x => only is null || x.owner == only)
            .GroupBy(x => x.owner, x => x.one)
            .Select(group =>
            {
                var insider = new DelinquentInsider
                {
                    Owner = group.Key.ResourceName,
                    Name = OwnershipEvents.NameOf(group.First().Report, group.Key),
                    LateReports = group.Select(one => (one.Row?.Standing.Reported?.Filing ?? one.Report.Filing, one.IsHolding)).Distinct().Count(),
                    LateTransactions = group.Count(one => one.Row is { IsTransaction: true }),
                    LateHoldings = group.Count(one => one.IsHolding),
                };
                if (group.Max(one => one.Timeliness.BusinessDaysLate) is { } longest)
                    insider.LongestBusinessDaysLate = longest;
                return insider;
            })
            .OrderByDescending(insider => insider.LateReports).ThenByDescending(insider => insider.LateTransactions)
            .ThenBy(insider => insider.Owner, StringComparer.Ordinal);

    private static LateReport ToWire(Late late, bool withAddresses)
    {
        var wire = new LateReport
        {
            Transaction = late.Row?.Key.ResourceName ?? late.Report.Filing.ResourceName,
            Filing = late.Report.Filing.ResourceName,
            FormType = late.Report.FormType,
            Issuer = late.Report.Issuer.ResourceName,
            ReportingPersons = { late.Report.ToWire(late.Owners, withAddresses) },
            SecurityTitle = late.Row?.Row.SecurityTitle?.Value ?? "",
            Timeliness = late.Timeliness.ToWire(),
        };
        if (late.Row?.Row.TransactionDate?.Value is { } date)
            wire.TransactionDate = date.ToWire();
        if (late.Row?.Row.Code?.Value is { } code)
            wire.TransactionCode = code;
        return wire;
    }
}
