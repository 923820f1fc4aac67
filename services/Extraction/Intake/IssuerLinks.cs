using System.Collections.Concurrent;
using Filingwire.Contracts.Evidence;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Sec.Evidence;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Intake;

/// <summary>
/// Learns from filings that carry both which CIK stands behind a name, and moves what was kept under the provisional key of that name. A name
/// that two CIKs have used proves nothing and is left alone.
/// </summary>
internal sealed class IssuerLinks(FilingStore store, TimeProvider time)
{
    private const string Code = "issuer-identified-by-name";
    private const string NothingToLearn = "";
    private readonly ConcurrentDictionary<string, string> learnt = new(StringComparer.Ordinal);

    /// <summary>The filing with its issuer's CIK where only the name is in it and the name is known to belong to one CIK.</summary>
    public async Task<IdentifiedFiling> ResolveAsync(IdentifiedFiling filing, CancellationToken cancellation)
    {
        if (filing.Issuer is not { IsProvisional: true } provisional)
            return filing;
        var link = await store.FindLinkAsync(provisional.ToString(), cancellation);
        return link?.Value.Ciks is [var only] && Cik.TryParse(only, out var cik)
            ? filing with
            {
                Issuer = IssuerKey.Of(cik),
                Diagnostics = [.. filing.Diagnostics, Identified(filing.Issuers[0].Name?.Source.Span, provisional.ToString(), only)],
            }
            : filing;
    }

    /// <summary>Learns from a filing that has just been kept.</summary>
    public async Task LearnAsync(IdentifiedFiling filing, Wire.Filing reading, CancellationToken cancellation)
    {
        if (filing.Issuer is { IsProvisional: true })
        {
            // Somebody may have learnt the link between our look and our save.
            if (await store.FindLinkAsync(filing.Issuer.Value.ToString(), cancellation) is { Value.Ciks.Count: 1 } late)
                await MoveAsync(late, cancellation);
            return;
        }
        if (filing.Issuer?.Cik is not { } cik || filing.Issuers[0].Name?.Value is not { } name || IssuerKey.OfName(name) is not { } key)
            return;
        if (learnt.TryGetValue(key.ToString(), out var known) && (known == NothingToLearn || known == cik.ToString()))
            return;
        learnt[key.ToString()] = await RecordAsync(key, cik, reading, cancellation) ? cik.ToString() : NothingToLearn;
    }

    /// <summary>Finishes moves that a stop has cut off.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var link in await store.UnappliedLinksAsync(cancellation))
            await MoveAsync(link, cancellation);
    }

    /// <summary>False when the name proves nothing any more.</summary>
    private async Task<bool> RecordAsync(IssuerKey provisional, Cik cik, Wire.Filing proof, CancellationToken cancellation)
    {
        while (true)
        {
            var link = await store.FindLinkAsync(provisional.ToString(), cancellation);
            if (link is not null && (link.Value.ProvesNothing || link.Value.Ciks.Contains(cik.ToString())))
            {
                if (!link.Value.Applied)
                    await MoveAsync(link, cancellation);
                return !link.Value.ProvesNothing;
            }
            var first = link is null;
            var waiting = first && (await store.ListAsync(provisional.ResourceName, [], 1, "", cancellation)).Items.Count > 0;
            var next = new NameLink { Id = provisional.ToString(), Ciks = [.. link?.Value.Ciks ?? [], cik.ToString()], Applied = !waiting };
            if (!await store.SaveLinkAsync(link?.Version ?? 0, next, waiting ? [FilingEvents.Identified(provisional.ResourceName, proof, time.GetUtcNow())] : [], cancellation))
                continue;
            if (waiting && await store.FindLinkAsync(provisional.ToString(), cancellation) is { } saved)
                await MoveAsync(saved, cancellation);
            return !next.ProvesNothing;
        }
    }

    private async Task MoveAsync(Versioned<NameLink> link, CancellationToken cancellation)
    {
        if (link.Value.Ciks is [var only] && Cik.TryParse(only, out var cik) && IssuerKey.TryParse(link.Id, out var provisional))
            while (true)
            {
                var page = await store.ListAsync(provisional.ResourceName, [], 1000, "", cancellation);
                foreach (var filing in page.Items)
                    await MoveAsync(filing, IssuerKey.Of(cik), provisional, cancellation);
                if (page.Items.Count == 0)
                    break;
            }
        if (!link.Value.Applied)
            await store.SaveLinkAsync(link.Version, link.Value with { Applied = true }, [], cancellation);
    }

    private async Task MoveAsync(Versioned<FilingRecord> filing, IssuerKey issuer, IssuerKey provisional, CancellationToken cancellation)
    {
        var record = filing.Value;
        var reading = await store.ReadingAsync(record, record.Present, cancellation);
        reading.Generation = record.Present.Generation + 1;
        reading.Issuer = issuer.ResourceName;
        reading.Diagnostics.Add(EvidenceWire.ToProto(Identified(null, provisional.ToString(), issuer.ToString())));
        var moved = record with
        {
            Issuer = issuer.ResourceName,
            Readings = [.. record.Readings, new FilingRecord.Reading(reading.Generation, reading.Revision)],
        };
        // A replaced filing is moved silently: its successor has been announced.
        var announced = record.ReplacedBy is null
            ? [FilingEvents.Parsed(reading, provisional.ResourceName, null, time.GetUtcNow())]
            : Array.Empty<Contracts.Events.IEvent>();
        await store.SaveAsync(filing.Version, moved, reading, null, announced, cancellation);
    }

    private static Diagnostic Identified(ByteSpan? span, string name, string cik) =>
        new(Severity.Info, Code, "The bytes name the issuer only; other filings prove which CIK has that name.", span)
        {
            Parameters = new Dictionary<string, string> { ["name"] = name, ["cik"] = cik },
        };
}
