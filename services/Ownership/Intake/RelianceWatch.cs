using Filingwire.Contracts.Events;
using Filingwire.Messaging.Handling;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Storage;
using Filingwire.Restatement.V1;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;

namespace Filingwire.Ownership.Intake;

/// <summary>
/// Asks Restatement anew about an issuer whenever something happens to one of its cases, keeps the windows, and publishes the trades in them: also those
/// that were reported long before the case opened.
/// </summary>
internal sealed class RelianceWatch(
    RestatementService.RestatementServiceClient restatement, OwnershipStore store, RelianceReconciliation reconciliation, TimeProvider time)
    : IEventHandler<RestatementCaseOpened>, IEventHandler<RestatementCaseChanged>,
      IEventHandler<LateFilingNotified>, IEventHandler<LateFilingChanged>, IEventHandler<LateFilingDeadlinePassed>
{
    private const int PageSize = 1000;
    private const int Attempts = 5;

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<RestatementCaseOpened> events, CancellationToken cancellation) => AskAsync(events.Select(e => e.Issuer), cancellation);

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<RestatementCaseChanged> events, CancellationToken cancellation) =>
        AskAsync(events.SelectMany(e => new[] { e.Issuer, e.MovedTo }), cancellation);

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<LateFilingNotified> events, CancellationToken cancellation) => AskAsync(events.Select(e => e.Issuer), cancellation);

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<LateFilingChanged> events, CancellationToken cancellation) => AskAsync(events.Select(e => e.Issuer), cancellation);

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<LateFilingDeadlinePassed> events, CancellationToken cancellation) => AskAsync(events.Select(e => e.Issuer), cancellation);

    private async Task AskAsync(IEnumerable<string?> issuers, CancellationToken cancellation)
    {
        foreach (var name in issuers.Distinct(StringComparer.Ordinal))
            if (IssuerKey.TryParseResourceName(name, out var issuer))
                await AskAsync(issuer, cancellation);
    }

    private async Task AskAsync(IssuerKey issuer, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await KeepAsync(issuer, cancellation);
                await reconciliation.ReconcileAsync(issuer, cancellation);
                return;
            }
            catch (VersionConflictException) when (attempt < Attempts)
            {
                // Events of several types about one issuer arrive at the same time; who comes second asks again.
            }
    }

    private async Task KeepAsync(IssuerKey issuer, CancellationToken cancellation)
    {
        var key = issuer.ToString();
        var kept = (await store.GetWindowsAsync([key], cancellation)).GetValueOrDefault(key);
        var windows = await WindowsAsync(issuer, cancellation);
        var document = new WindowsDocument(key, time.GetUtcNow(), windows, [], kept?.Value.Known ?? []);
        // First the windows, then the look at the filings: a filing that comes in between sees the windows itself.
        await store.SaveWindowsAsync(key, kept?.Version ?? 0, document, [], cancellation);
    }

    private async Task<IReadOnlyList<RelianceWindow>> WindowsAsync(IssuerKey issuer, CancellationToken cancellation)
    {
        var windows = new List<RelianceWindow>();
        var cases = new ListRestatementCasesRequest { Issuer = issuer.ResourceName, PageSize = PageSize };
        do
        {
            var page = await restatement.ListRestatementCasesAsync(cases, cancellationToken: cancellation);
            windows.AddRange(page.RestatementCases.SelectMany(WindowMapping.ToWindows));
            cases.PageToken = page.NextPageToken;
        }
        while (cases.PageToken.Length > 0);
        var late = new ListLateFilingsRequest { Issuer = issuer.ResourceName, PageSize = PageSize };
        do
        {
            var page = await restatement.ListLateFilingsAsync(late, cancellationToken: cancellation);
            windows.AddRange(page.LateFilings.Select(WindowMapping.ToWindow).OfType<RelianceWindow>());
            late.PageToken = page.NextPageToken;
        }
        while (late.PageToken.Length > 0);
        return [.. windows.OrderBy(window => window.From).ThenBy(window => window.Cause, StringComparer.Ordinal).ThenBy(window => window.Kind, StringComparer.Ordinal)];
    }
}
