using System.Security.Cryptography;
using Filingwire.Contracts.Events;
using Filingwire.Contracts.Identifiers;
using Filingwire.Extraction.Mapping;
using Filingwire.Extraction.Parsing;
using Filingwire.Extraction.Storage;
using Filingwire.Hosting.Errors;
using Filingwire.Hosting.Stores;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Filings;

/// <summary>What became of a submission.</summary>
/// <param name="Filing">The filing as kept.</param>
/// <param name="AlreadyKnown">True when nothing new was in it.</param>
internal sealed record Submitted(Wire.Filing Filing, bool AlreadyKnown);

/// <summary>
/// Takes filings in: reads, identifies, joins what belongs together, keeps and announces. The same bytes again change nothing.
/// </summary>
internal sealed class FilingIntake(FilingStore store, IssuerLinks links, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>Takes a filing in.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="stated">What the submitter knows beside the bytes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RequestException">A stated fact is malformed, or the bytes are no filing; a rejection is kept and announced.</exception>
    public async Task<Submitted> SubmitAsync(ReadOnlyMemory<byte> bytes, Wire.StatedFacts? stated, CancellationToken cancellation)
    {
        var facts = StatedFacts.Read(stated, out var malformed);
        if (malformed.Count > 0)
            throw new DomainError(ErrorKind.Invalid, "STATED_FACT_MALFORMED", "A stated fact cannot be read.")
            {
                Fields = [.. malformed.Select(fact => new FieldViolation(fact.Field, fact.Problem))],
            }.ToException();
        var filing = await IdentifyAsync(bytes, facts, cancellation);
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (await TryTakeAsync(filing, stated, cancellation) is { } taken)
                return taken;
        throw new DomainError(ErrorKind.Conflict, "FILING_CHANGED_MEANWHILE", $"{filing.Id.ResourceName} is being submitted several times at once; submit again.").ToException();
    }

    /// <summary>Reads the kept bytes again with the present revision of the parser.</summary>
    /// <returns>The filing, and whether this made a new reading.</returns>
    public async Task<(Wire.Filing Filing, bool Changed)> ReparseAsync(FilingRecord record, CancellationToken cancellation)
    {
        if (record.Present.Revision == FilingParser.Revision)
            return (await store.ReadingAsync(record, record.Present, cancellation), false);
        var stated = record.Stated is null ? null : Wire.StatedFacts.Parser.ParseJson(record.Stated);
        var again = await SubmitAsync(await store.BytesAsync(record, cancellation), stated, cancellation);
        return (again.Filing, !again.AlreadyKnown);
    }

    private async Task<IdentifiedFiling> IdentifyAsync(ReadOnlyMemory<byte> bytes, StatedFacts stated, CancellationToken cancellation)
    {
        var result = FilingParser.Parse(bytes);
        if (result.Filing is { } parsed)
            return IdentifiedFiling.Identify(parsed, stated);
        var reason = result.Reason!.Value;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var announced = FilingEvents.Rejected(sha256, bytes.Length, reason, result.Message!, time.GetUtcNow());
        await store.SaveRejectionAsync(new RejectionRecord { Id = sha256, Reason = announced.Reason, ReceivedAt = announced.OccurredAt }, announced, cancellation);
        throw Rejection(reason, result.Message!, sha256).ToException();
    }

    /// <summary>The error that tells a submitter why bytes are no filing.</summary>
    public static DomainError Rejection(RejectionReason reason, string message, string sha256) =>
        new(reason == RejectionReason.TooLarge ? ErrorKind.Exhausted : ErrorKind.Invalid, FilingEvents.WireReason(reason), message)
        {
            Metadata = new Dictionary<string, string> { ["contentSha256"] = sha256 },
            Fields = [new FieldViolation("content", message)],
        };

    private async Task<Submitted?> TryTakeAsync(IdentifiedFiling filing, Wire.StatedFacts? stated, CancellationToken cancellation)
    {
        var body = FilingBody.Sha256(filing.Parsed.Submission);
        var known = await store.FindAsync(filing.Id, cancellation);
        var twin = known is null ? await TwinAsync(filing.Id, body, cancellation) : null;
        if (filing.Id.Accession is null && (twin?.Value.Id ?? known?.Value.ReplacedBy) is { } better && FilingId.TryParse(better, out var betterId)
            && await store.FindAsync(betterId, cancellation) is { } joined)
            return new Submitted(await store.ReadingAsync(joined.Value, joined.Value.Present, cancellation), AlreadyKnown: true);
        if (known is not null && NothingNew(known.Value, filing))
            return new Submitted(await store.ReadingAsync(known.Value, known.Value.Present, cancellation), AlreadyKnown: true);

        filing = await links.ResolveAsync(filing, cancellation);
        var now = time.GetUtcNow();
        var reading = filing.ToProto();
        reading.Generation = (known?.Value.Present.Generation ?? 0) + 1;
        reading.ReceivedAt = Timestamp.FromDateTimeOffset(known?.Value.ReceivedAt ?? now);
        var record = new FilingRecord
        {
            Id = filing.Id.ToString(),
            Readings = [.. known?.Value.Readings ?? [], new FilingRecord.Reading(reading.Generation, reading.Revision)],
            FormType = reading.FormType.Value,
            Issuer = filing.Issuer?.ResourceName,
            ContentSha256 = filing.ContentSha256,
            BodySha256 = body,
            HasHeader = filing.Parsed.Submission.Header is not null,
            ReceivedAt = reading.ReceivedAt.ToDateTimeOffset(),
            Stated = stated is null ? null : JsonFormatter.Default.Format(stated),
        };
        if (twin is not null && !await store.ReplaceAsync(twin, filing.Id, cancellation))
            return null;
        var before = known?.Value ?? twin?.Value;
        IEvent announced = FilingEvents.Parsed(
            reading,
            filing.Parsed.Reading.Family.EventName(),
            before?.Issuer is { } previous && previous != record.Issuer ? previous : null,
            twin is null ? null : FilingName(twin.Value.Id),
            now);
        if (!await store.SaveAsync(known?.Version ?? 0, record, reading, filing.Parsed.Submission.Bytes, [announced], cancellation))
            return null;
        await links.LearnAsync(filing, reading, cancellation);
        return new Submitted(reading, AlreadyKnown: false);
    }

    // The same document under another identity: for bytes with an accession number the provisional filing they replace,
    // for bare bytes the filing that has the accession number.
    private async Task<Versioned<FilingRecord>?> TwinAsync(FilingId id, string body, CancellationToken cancellation)
    {
        var same = (await store.FindByBodyAsync(body, cancellation)).Where(other => other.Value.Id != id.ToString());
        return id.Accession is null
            ? same.FirstOrDefault(other => FilingId.TryParse(other.Value.Id, out var otherId) && otherId.Accession is not null)
            : same.FirstOrDefault(other => FilingId.TryParse(other.Value.Id, out var otherId) && otherId.Accession is null
                && (other.Value.ReplacedBy is null || other.Value.ReplacedBy == id.ToString()));
    }

    private static bool NothingNew(FilingRecord known, IdentifiedFiling filing) =>
        known.Present.Revision == FilingParser.Revision
        && (known.ContentSha256 == filing.ContentSha256 || (known.HasHeader && filing.Parsed.Submission.Header is null));

    private static string FilingName(string id) => FilingId.TryParse(id, out var name) ? name.ResourceName : id;
}
