using Filingwire.Contracts.Events;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Messaging.Handling;
using Filingwire.Sec.Identifiers;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Learns what Extraction has published, whoever handed it over: it need not be fetched, and the ledger shows that it is out.
/// </summary>
internal sealed class FilingParsedHandler(LedgerStore ledger, LiveLags lags, EdgarOptions options) : IEventHandler<FilingParsed>
{
    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
    {
        var known = events.Where(parsed => AccessionNumber.TryParse(parsed.Accession, out _)).ToList();
        if (known.Count == 0)
            return;
        var now = options.Time.GetUtcNow();
        var before = await ledger.FindManyAsync([.. known.Select(parsed => parsed.Accession!)], cancellation);
        await ledger.HaveAllAsync([.. known.Select(parsed => (parsed.Accession!, Version(parsed, now), Sighting(parsed, now)))],
            cancellation);
        foreach (var parsed in known)
            if (before.GetValueOrDefault(parsed.Accession!)?.Value.Entry is { FirstWitness: Witness.Feed,
                State: not AccessionState.Published } entry)
            {
                var lag = (now - entry.FirstSeen).TotalSeconds;
                EdgarInstruments.PublishedLag.Record(lag);
                lags.Published.Add(lag);
            }
    }

    private static ContentVersion Version(FilingParsed parsed, DateTimeOffset now) =>
        new() { Sha256 = parsed.ContentSha256, PublishedAt = now };

    /// <summary>What the header said; it tells nothing that an index does not tell better, but for the acceptance.</summary>
    private static Sighting? Sighting(FilingParsed parsed, DateTimeOffset now) => parsed is not { FormType: { } form, FiledOn: { } filedOn }
        ? null : new Sighting
    {
        Witness = Witness.Submitter,
        At = now,
        FormType = form,
        FiledOn = filedOn,
        Acceptance = parsed.AcceptedAtEastern is { } accepted ? new Acceptance(EasternClock.Instant(accepted), AcceptanceSource.Header)
            : null,
        Parties = parsed.IssuerCik is { } cik ? [new Party(cik, parsed.IssuerName ?? "", PartyRole.Unknown)] : [],
        Items = parsed.Items,
    };
}
