using System.Security.Cryptography;
using Filingwire.Contracts.Events;
using Filingwire.Extraction.Readings;
using Filingwire.Extraction.Storage;
using Filingwire.Hosting.Errors;
using Filingwire.Parsing;
using Filingwire.Sec.Identifiers;
using Filingwire.Store;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Wire = Filingwire.Extraction.V1;

namespace Filingwire.Extraction.Intake;

/// <summary>What became of a submission.</summary>
/// <param name="Filing">The filing as kept.</param>
/// <param name="AlreadyKnown">True when nothing new was in it.</param>
internal sealed record Submitted(Wire.Filing Filing, bool AlreadyKnown);

/// <summary>
/// Takes filings in: reads, identifies, joins what belongs together, keeps and announces. The same bytes again change nothing.
/// </summary>
internal sealed class FilingIntake(FilingStore store, IssuerLinks links, TimeProvider time)
{
    /// <summary>Takes a filing in.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <param name="stated">What the submitter knows beside the bytes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="RequestException">A stated fact is malformed, or the bytes are no filing; a rejection is kept and announced.</exception>
    public async Task<Submitted> SubmitAsync(ReadOnlyMemory<byte> bytes, Wire.StatedFacts? stated, CancellationToken cancellation)
    {
        var facts = ReadStated(stated);
        var result = FilingParser.Parse(bytes);
        if (result.Filing is not { } parsed)
            throw await RejectAsync(Sha256(bytes), bytes.Length, result.Reason!.Value, result.Message!, cancellation);
        var filing = IdentifiedFiling.Identify(parsed, facts);
        try
        {
            return await OptimisticWriting.RepeatAsync(
                Collections.Filings.Name, filing.Id.ToString(), async () => await TryTakeAsync(filing, stated, cancellation) is { } taken ? (true, taken) : default, cancellation);
        }
        catch (VersionConflictException)
        {
            throw new DomainError(ErrorKind.Conflict, "FILING_CHANGED_MEANWHILE", $"{filing.Id.ResourceName} is being submitted several times at once; submit again.").ToException();
        }
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

    /// <summary>Keeps and announces a rejection.</summary>
    /// <returns>What tells the submitter.</returns>
    public async Task<RequestException> RejectAsync(string sha256, long bytes, RejectionReason reason, string message, CancellationToken cancellation)
    {
        var announced = FilingEvents.Rejected(sha256, bytes, reason, message, time.GetUtcNow());
        await store.SaveRejectionAsync(new RejectionRecord { Id = sha256, Reason = announced.Reason, ReceivedAt = announced.OccurredAt }, announced, cancellation);
        return Rejection(reason, message, sha256);
    }

    /// <summary>Reads a filing without keeping it.</summary>
    /// <exception cref="RequestException">As for <see cref="SubmitAsync"/>; nothing is kept or announced.</exception>
    public static IdentifiedFiling Identify(ReadOnlyMemory<byte> bytes, Wire.StatedFacts? stated)
    {
        var facts = ReadStated(stated);
        var result = FilingParser.Parse(bytes);
        return result.Filing is { } parsed
            ? IdentifiedFiling.Identify(parsed, facts)
            : throw Rejection(result.Reason!.Value, result.Message!, Sha256(bytes));
    }

    private static StatedFacts ReadStated(Wire.StatedFacts? stated)
    {
        var facts = StatedFacts.Read(stated, out var malformed);
        return malformed.Count == 0
            ? facts
            : throw new DomainError(ErrorKind.Invalid, "STATED_FACT_MALFORMED", "A stated fact cannot be read.")
            {
                Fields = [.. malformed.Select(fact => new FieldViolation(fact.Field, fact.Problem))],
            }.ToException();
    }

    private static RequestException Rejection(RejectionReason reason, string message, string sha256) =>
        new DomainError(reason == RejectionReason.TooLarge ? ErrorKind.Exhausted : ErrorKind.Invalid, FilingEvents.WireReason(reason), message)
        {
            Metadata = new Dictionary<string, string> { ["contentSha256"] = sha256 },
            Fields = [new FieldViolation("content", message)],
        }.ToException();

    private static string Sha256(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

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
            Readings = [.. known?.Value.Readings ?? [], new FilingRecord.Reading(reading.Generation, reading.Revision, filing.ContentSha256)],
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
            before?.Issuer is { } previous && previous != record.Issuer ? previous : null,
            twin is null ? null : FilingName(twin.Value.Id),
            now);
        await links.ExpectAsync(filing, cancellation);
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
