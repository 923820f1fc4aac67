using System.Security.Cryptography;
using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Selection;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// One errand: fetches a submission, keeps its bytes, hands them to Extraction, and forgets them. A kill between any two of these costs a
/// repetition and nothing else: bytes that are kept are not fetched again, and the same bytes handed over twice are published once.
/// </summary>
internal sealed partial class SubmissionErrand(EdgarClient client, LedgerStore ledger, SubmissionHandover handover, EdgarOptions options,
    ILogger<SubmissionErrand> logger)
{
    /// <summary>Up to this size a submission is fetched whole.</summary>
    private const int WholeUpTo = 16 << 20;

    private const string EmptyAtSource = "FILING_EMPTY_AT_SOURCE";

    /// <summary>Does what is to be done.</summary>
    public async Task RunAsync(LedgerDocument document, CancellationToken cancellation)
    {
        var entry = document.Entry;
        if (Waiting(entry) is { } waiting && await ledger.BytesAsync(entry.Accession, waiting.Sha256, cancellation) is { } kept)
            await HandOverAsync(document, waiting.Sha256, kept, cancellation);
        else
            await FetchAsync(document, cancellation);
    }

    private async Task FetchAsync(LedgerDocument document, CancellationToken cancellation)
    {
        var (entry, errand) = (document.Entry, document.Errand!);
        if (SubmissionAddress.Of(entry, errand.Attempts) is not { } path)
        {
            await PutOffAsync(document, Meaning.Absent, cancellation);
            return;
        }
        var wholeUpTo = FormSelection.IsMainDocumentEnough(entry.FormType) ? 0 : WholeUpTo;
        var reply = await client.GetSubmissionAsync(errand.Lane, path, wholeUpTo, cancellation);
        if (reply.Meaning != Meaning.Content)
        {
            await PutOffAsync(document, reply.Meaning, cancellation);
            return;
        }
        var version = new ContentVersion
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(reply.Body)),
            FetchedAt = options.Time.GetUtcNow(),
            Bytes = reply.Body.Length,
            ReleasedOn = ReleaseLine.DayOf(reply.Body),
        };
        await ledger.KeepAsync(entry.Accession, version, reply.Body, cancellation);
        await HandOverAsync(document, version.Sha256, reply.Body, cancellation);
    }

    private async Task HandOverAsync(LedgerDocument document, string sha256, byte[] bytes, CancellationToken cancellation)
    {
        var accession = document.Entry.Accession;
        var handed = await handover.TryAsync(document.Entry, bytes, cancellation);
        if (!handed.IsDone)
        {
            await PutOffAsync(document, Meaning.Busy, cancellation);
            return;
        }
        var now = options.Time.GetUtcNow();
        await ledger.HaveAllAsync(
            [(accession, new ContentVersion { Sha256 = sha256, ExtractedAt = handed.Refusal is null ? now : null,
                Refusal = handed.Refusal }, null)], cancellation);
        await ledger.ForgetAsync(accession, sha256, cancellation);
        if (handed.Refusal is not null)
            Refused(accession, handed.Refusal);
    }

    /// <summary>Tries again later, or gives up on what is absent or empty for good.</summary>
    private async Task PutOffAsync(LedgerDocument document, Meaning meaning, CancellationToken cancellation)
    {
        var accession = document.Entry.Accession;
        var now = options.Time.GetUtcNow();
        var attempts = (document.Errand?.Attempts ?? 0) + 1;
        var isOver = attempts > Errands.Patience;
        if (isOver && meaning == Meaning.Empty)
        {
            var empty = Convert.ToHexStringLower(SHA256.HashData([]));
            await ledger.HaveAllAsync(
                [(accession, new ContentVersion { Sha256 = empty, FetchedAt = now, Bytes = 0, Refusal = EmptyAtSource }, null)],
                    cancellation);
            return;
        }
        if (isOver && meaning == Meaning.Absent)
        {
            Gone(accession);
            await ledger.MissAsync(accession, new Absence(Witness.Archive, now), cancellation);
            return;
        }
        // What says nothing of the submission itself uses up no patience.
        var counted = meaning is Meaning.Absent or Meaning.Empty;
        await ledger.ChangeAsync(
            accession,
            found => found.Errand is not { } errand ? null
                : (found with { Errand = errand with { DueAt = now + Errands.WaitAfter(counted ? attempts : Math.Min(attempts, 4)),
                    Attempts = counted ? attempts : errand.Attempts } }, []),
            cancellation);
    }

    private static ContentVersion? Waiting(LedgerEntry entry) =>
        entry.Versions?.FirstOrDefault(version => version is { FetchedAt: not null, ExtractedAt: null, PublishedAt: null, Refusal: null });

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.refused", Message = "Extraction refuses {Accession}: {Reason}")]
    private partial void Refused(string accession, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.gone",
        Message = "{Accession} is announced and not there; it counts as gone until it is seen")]
    private partial void Gone(string accession);
}
