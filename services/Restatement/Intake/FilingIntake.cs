using Filingwire.Contracts.Events;
using Filingwire.Contracts.Identifiers;
using Filingwire.Extraction.V1;
using Filingwire.Hosting.Messaging;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Mapping;
using Filingwire.Restatement.Storage;

namespace Filingwire.Restatement.Intake;

/// <summary>Fetches filings that were parsed and folds what they say into their issuers. Twice, late and in any order is the same.</summary>
internal sealed class FilingIntake(ExtractionService.ExtractionServiceClient extraction, IssuerStore store) : IEventHandler<FilingParsed>
{
    private const string Ownership = "ownership";

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
    {
        foreach (var parsed in events)
            await HandleAsync(parsed, cancellation);
    }

    private async Task HandleAsync(FilingParsed parsed, CancellationToken cancellation)
    {
        // Insiders' forms say nothing of interest here, and are four filings of five.
        if (parsed.Family == Ownership || parsed.Filing is not { } name)
            return;
        var response = await extraction.GetFilingAsync(new GetFilingRequest { Name = name, Revision = parsed.Revision }, cancellationToken: cancellation);
        await TakeAsync(response.Filing, parsed.PreviousIssuer, parsed.Replaces, cancellation);
    }

    /// <summary>Folds a filing in, then forgets what an earlier generation left elsewhere.</summary>
    internal async Task TakeAsync(Filing filing, string? previousIssuer, string? replaces, CancellationToken cancellation)
    {
        var form = filing.FormType?.Value;
        foreach (var (issuer, fact) in FilingFacts.Of(filing))
            await store.ChangeAsync(issuer, document => IssuerFold.Learn(document, fact, previousIssuer), filing.Name, form, cancellation);
        var now = IssuerKey.TryParseResourceName(filing.Issuer, out var present) ? present : (IssuerKey?)null;
        var before = IssuerKey.TryParseResourceName(previousIssuer, out var previous) ? previous : now;
        if (before is { } left && left != now)
            await store.ChangeAsync(left, document => IssuerFold.Release(document, filing.Name, filing.Generation, now), filing.Name, form, cancellation);
        if (before is { } kept && replaces is not null)
            await store.ChangeAsync(kept, document => IssuerFold.Release(document, replaces, int.MaxValue, null), filing.Name, form, cancellation);
    }
}
