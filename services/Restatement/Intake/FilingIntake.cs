using Filingwire.Contracts.Events;
using Filingwire.Contracts.Filings;
using Filingwire.Extraction.V1;
using Filingwire.Messaging.Handling;
using Filingwire.Restatement.Issuers;
using Filingwire.Restatement.Storage;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Restatement.Intake;

/// <summary>Fetches filings that were parsed and folds what they say into their issuers. Twice, late and in any order is the same.</summary>
internal sealed class FilingIntake(ExtractionService.ExtractionServiceClient extraction, IssuerStore store) : IEventHandler<FilingParsed>
{
    private const int AtOnce = 8;

    /// <summary>A filing as fetched, with what its event says about earlier generations.</summary>
    /// <param name="Filing">The filing.</param>
    /// <param name="PreviousIssuer">The issuer under which an earlier generation was known; null when there was no other.</param>
    /// <param name="Replaces">The name under which it was known before; null when there was none.</param>
    internal sealed record Arrival(Filing Filing, string? PreviousIssuer, string? Replaces);

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
    {
        // Insiders' forms are four filings of five; what is not wanted is not fetched.
        var wanted = events.Where(parsed => parsed.Filing is not null && FilingFacts.Wants(parsed.Family, parsed.FormType)).ToList();
        var filings = await extraction.FetchAsync(
            [.. wanted.Select(parsed => new GetFilingRequest { Name = parsed.Filing, Revision = parsed.Revision })], cancellation);
        await TakeAsync([.. filings.Zip(wanted, (filing, parsed) => new Arrival(filing, parsed.PreviousIssuer, parsed.Replaces))], cancellation);
    }

    /// <summary>Folds filings in, then forgets what earlier generations left elsewhere; one save for each issuer.</summary>
    internal async Task TakeAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellation)
    {
        var learnt = from arrival in arrivals
                     from concerned in FilingFacts.Of(arrival.Filing)
                     select (concerned.Issuer, Change: new IssuerChange(document => IssuerFold.Learn(document, concerned.Fact, arrival.PreviousIssuer), arrival.Filing.Name, concerned.Fact.FormType));
        await ApplyAsync(learnt, cancellation);
        await ApplyAsync(arrivals.SelectMany(Released), cancellation);
    }

    private static IEnumerable<(IssuerKey Issuer, IssuerChange Change)> Released(Arrival arrival)
    {
        var filing = arrival.Filing;
        var now = IssuerKey.TryParseResourceName(filing.Issuer, out var present) ? present : (IssuerKey?)null;
        var before = IssuerKey.TryParseResourceName(arrival.PreviousIssuer, out var previous) ? previous : now;
        if (before is { } left && left != now)
            yield return (left, new IssuerChange(document => IssuerFold.Release(document, filing.Name, filing.Generation, now), filing.Name, filing.FormType?.Value));
        if (before is { } kept && arrival.Replaces is { } replaced)
            yield return (kept, new IssuerChange(document => IssuerFold.Release(document, replaced, int.MaxValue, null), filing.Name, filing.FormType?.Value));
    }

    private Task ApplyAsync(IEnumerable<(IssuerKey Issuer, IssuerChange Change)> changes, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            changes.GroupBy(change => change.Issuer, change => change.Change),
            Limited(cancellation),
            async (issuer, token) => await store.ChangeAsync(issuer.Key, [.. issuer], token));

    private static ParallelOptions Limited(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
