using System.Collections.Concurrent;
using Filingwire.Contracts.Evidence;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Messaging.Events;
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

    /// <summary>Notes what a filing proves that is about to be kept, so that it is learnt even if the process ends before <see cref="LearnAsync"/>.</summary>
    public async Task ExpectAsync(IdentifiedFiling filing, CancellationToken cancellation)
    {
        if (ToLearn(filing) is not var (name, cik))
            return;
        var proof = new AwaitedProof(filing.Id.ToString(), cik.ToString());
        await store.UpdateLinkAsync(
            name.ToString(),
            link => Task.FromResult(link.Proves(cik) || link.Awaited.Contains(proof) ? null : new Update<NameLink>(link with { Awaited = [.. link.Awaited, proof] }, [])),
            cancellation);
    }

    /// <summary>Learns from a filing that has just been kept.</summary>
    public async Task LearnAsync(IdentifiedFiling filing, Wire.Filing reading, CancellationToken cancellation)
    {
        if (filing.Issuer is { IsProvisional: true } provisional)
            // Somebody may have learnt the link between our look and our save.
            await MoveProvedAsync(provisional.ToString(), cancellation);
        else if (ToLearn(filing) is var (name, cik))
            learnt[name.ToString()] = await RecordAsync(name, cik, filing.Id, reading, cancellation) ? cik.ToString() : NothingToLearn;
    }

    /// <summary>Finishes what a stop has cut off: learning from a filing that was kept, and moving filings whose issuer is known.</summary>
    public async Task ResumeAsync(CancellationToken cancellation)
    {
        foreach (var link in await store.OpenLinksAsync(cancellation))
        {
            foreach (var proof in link.Value.Awaited)
                if (IssuerKey.TryParse(link.Id, out var name) && Cik.TryParse(proof.Cik, out var cik) && FilingId.TryParse(proof.Filing, out var filing)
                    && await store.FindAsync(filing, cancellation) is { } kept)
                    await RecordAsync(name, cik, filing, await store.ReadingAsync(kept.Value, kept.Value.Present, cancellation), cancellation);
            await MoveProvedAsync(link.Id, cancellation);
        }
        foreach (var issuer in await store.ProvisionalIssuersAsync(cancellation))
            if (IssuerKey.TryParseResourceName(issuer, out var name))
                await MoveProvedAsync(name.ToString(), cancellation);
    }

    /// <summary>The name and the CIK that a filing carries both, unless this process has learnt them before.</summary>
    private (IssuerKey Name, Cik Cik)? ToLearn(IdentifiedFiling filing)
    {
        if (filing.Issuer?.Cik is not { } cik || filing.Issuers[0].Name?.Value is not { } written || IssuerKey.OfName(written) is not { } name)
            return null;
        return learnt.TryGetValue(name.ToString(), out var known) && (known == NothingToLearn || known == cik.ToString()) ? null : (name, cik);
    }

    /// <summary>False when the name proves nothing any more.</summary>
    private async Task<bool> RecordAsync(IssuerKey provisional, Cik cik, FilingId filing, Wire.Filing proof, CancellationToken cancellation)
    {
        NameLink last = null!;
        await store.UpdateLinkAsync(
            provisional.ToString(),
            async link =>
            {
                var isNew = !link.Proves(cik);
                var waiting = isNew && link.Ciks.Count == 0 && (await store.ListAsync(provisional.ResourceName, [], 1, "", cancellation)).Items.Count > 0;
                last = link with
                {
                    Ciks = isNew ? [.. link.Ciks, cik.ToString()] : link.Ciks,
                    Awaited = [.. link.Awaited.Where(awaited => awaited.Filing != filing.ToString())],
                    Applied = link.Applied && !waiting,
                };
                return !isNew && last.Awaited.Count == link.Awaited.Count
                    ? null
                    : new Update<NameLink>(last, waiting ? EventJson.ToRecords([FilingEvents.Identified(provisional.ResourceName, proof, time.GetUtcNow())]) : []);
            },
            cancellation);
        if (!last.Applied)
            await MoveProvedAsync(provisional.ToString(), cancellation);
        return !last.ProvesNothing;
    }

    /// <summary>Moves what is kept under a name to the CIK that stands behind it, if that is proved.</summary>
    private async Task MoveProvedAsync(string name, CancellationToken cancellation)
    {
        if (await store.FindLinkAsync(name, cancellation) is not { } link)
            return;
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
            await store.UpdateLinkAsync(name, now => Task.FromResult<Update<NameLink>?>(new(now with { Applied = true }, [])), cancellation);
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
