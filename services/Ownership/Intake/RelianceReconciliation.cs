using Filingwire.Contracts.Events;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Publishing;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>Publishes the dealings that fall into the windows that Restatement has named, and withdraws those that no longer do: the window has gone, or the row has.</summary>
internal sealed class RelianceReconciliation(OwnershipStore store, TimeProvider time)
{
    /// <summary>Looks at some filings.</summary>
    public async Task ReconcileAsync(IEnumerable<ReportDocument> touched, CancellationToken cancellation)
    {
        var byIssuer = touched.ToLookup(document => document.Report.Issuer.ToString());
        foreach (var (issuer, kept) in await store.GetWindowsAsync([.. byIssuer.Select(group => group.Key)], cancellation))
        {
            // As kept now: what is settled above may have changed the standing of these rows.
            var reports = await store.GetReportsAsync([.. byIssuer[issuer].Select(document => document.Report.Filing.ToString()).Distinct()], cancellation);
            await PublishAsync(issuer, kept, [.. reports.Values.Select(report => report.Value)], cancellation);
        }
    }

    /// <summary>Publishes the trades of all filings on an issuer that fall into its windows, and withdraws those whose window has gone.</summary>
    public async Task ReconcileAsync(IssuerKey issuer, CancellationToken cancellation)
    {
        var key = issuer.ToString();
        if (!(await store.GetWindowsAsync([key], cancellation)).TryGetValue(key, out var kept))
            return;
        var reports = kept.Value.Windows.Count == 0
            ? new ReportSet([], false)
            : await store.AllAsync(ReportQuery.Of(issuer, null, kept.Value.Windows.Min(window => window.From)), cancellation);
        await PublishAsync(key, kept, [.. reports.Documents.Select(report => report.Value)], cancellation);
    }

    /// <summary>Withdraws what was published of a filing.</summary>
    /// <param name="emptied">The filing without its rows.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ForgetAsync(ReportDocument emptied, CancellationToken cancellation)
    {
        var issuer = emptied.Report.Issuer.ToString();
        if ((await store.GetWindowsAsync([issuer], cancellation)).TryGetValue(issuer, out var kept))
            await PublishAsync(issuer, kept, [emptied], cancellation);
    }

    private async Task PublishAsync(string issuer, Versioned<WindowsDocument> kept, IReadOnlyList<ReportDocument> reports, CancellationToken cancellation)
    {
        var trades = RelianceTrade.Find(reports.Where(report => IsOn(report, issuer)).SelectMany(report => report.Rows), kept.Value.Windows).DistinctBy(OwnershipEvents.TradeOf).ToDictionary(OwnershipEvents.TradeOf);
        var windows = kept.Value.Windows.Select(OwnershipEvents.WindowOf).ToHashSet(StringComparer.Ordinal);
        var looked = reports.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        // What a filing said that was not looked at still holds, unless its window is gone.
        var unseen = kept.Value.Known.Where(finding => finding.Holds && windows.Contains(finding.Text[(finding.Text.IndexOf('|', StringComparison.Ordinal) + 1)..])
            && RowKey.TryParse(finding.Text.Split('|')[0], out var row) && !looked.Contains(row.Filing.ToString())).Select(finding => finding.Text);
        var (after, found, withdrawn) = PublishedFinding.Compare(kept.Value.Known, [.. trades.Keys, .. unseen]);
        var now = time.GetUtcNow();
        IReadOnlyList<IEvent> events =
        [
            .. withdrawn.Select(finding => OwnershipEvents.TradeWithdrawn(issuer, finding, now)),
            .. found.Select(finding => OwnershipEvents.Traded(trades[finding.Text], finding.Times, now)),
        ];
        if (events.Count > 0)
            await store.SaveWindowsAsync(issuer, kept.Version, kept.Value with { Published = [], Findings = after }, events, cancellation);
    }

    /// <summary>A filing may have moved to another issuer since; of an issuer known by name, those that give its CIK are its own.</summary>
    private static bool IsOn(ReportDocument document, string issuer) =>
        document.Report.Issuer.ToString() == issuer || document.Report.IssuerNameKey?.ToString() == issuer;
}
