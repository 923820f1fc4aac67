using Filingwire.Contracts.Events;
using Filingwire.Contracts.Filings;
using Filingwire.Extraction.V1;
using Filingwire.Messaging.Handling;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Codes;
using Filingwire.Sec.Identifiers;
using Microsoft.Extensions.Logging;
using FormFamily = Filingwire.Sec.Codes.FormFamily;

namespace Filingwire.Ownership.Intake;

/// <summary>Fetches the ownership reports that Extraction has read, in the revision that the event names, and takes them in.</summary>
internal sealed partial class FilingParsedHandler(
    ExtractionService.ExtractionServiceClient extraction, OwnershipStore store, Settlement settlement, ReportIntake intake, ILogger<FilingParsedHandler> logger)
    : IEventHandler<FilingParsed>
{
    private static readonly string Family = FormFamily.Ownership.Kebab();

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
    {
        var latest = events.Where(e => e.Family == Family && e.Filing is not null)
            .GroupBy(e => e.Filing).Select(group => group.MaxBy(e => e.Generation)!).ToList();
        if (latest.Count == 0)
            return;
        var renamed = latest.Select(Renamed).OfType<(FilingId Former, ForgottenDocument Now)>().ToList();
        foreach (var (former, _) in renamed)
            await settlement.ForgetAsync(former, cancellation);
        await store.ForgetAsync(renamed, cancellation);
        var known = new List<OwnershipReport>(latest.Count);
        known.AddRange(await FetchAsync(latest, cancellation));
        var forgotten = await store.GetForgottenAsync([.. known.Where(fact => fact.Filing.Accession is null).Select(fact => fact.Filing.ToString())], cancellation);
        await intake.TakeInAsync(known.FindAll(fact => !forgotten.ContainsKey(fact.Filing.ToString())), cancellation);
    }

    private async Task<IEnumerable<OwnershipReport>> FetchAsync(IReadOnlyList<FilingParsed> events, CancellationToken cancellation)
    {
        var filings = await extraction.FetchAsync(
            [.. events.Select(parsed => new GetFilingRequest { Name = parsed.Filing, Revision = parsed.Revision })], cancellation);
        return filings.Zip(events, Read).OfType<OwnershipReport>();
    }

    private OwnershipReport? Read(Filing filing, FilingParsed parsed)
    {
        // The same reading of the bytes may be published anew under another issuer: what the event says of that is newer.
        if (parsed.Issuer is not null && parsed.Generation > filing.Generation)
            (filing.Issuer, filing.Generation) = (parsed.Issuer, parsed.Generation);
        var report = filing.ToReport(out var refusal);
        if (report is null)
            Refused(parsed.Filing!, refusal!);
        return report;
    }

    private static (FilingId, ForgottenDocument)? Renamed(FilingParsed parsed) =>
        parsed.Replaces is not null && FilingId.TryParseResourceName(parsed.Replaces, out var former)
            ? (former, new ForgottenDocument(parsed.Filing!, parsed.Generation))
            : null;

    [LoggerMessage(Level = LogLevel.Warning, EventName = "report.refused", Message = "{Filing} is not taken in: {Reason}")]
    private partial void Refused(string filing, string reason);
}
