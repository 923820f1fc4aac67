using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Indexes;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Reconciliation;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>
/// Compares the ledger with a quarter's full index, which shows what stands now: what was deleted, and what got another form type or filing
/// date. Day by day, so that a quarter needs no more memory than its index.
/// </summary>
internal sealed partial class QuarterComparison(EdgarClient client, LedgerStore ledger, QuarterBook quarters, FetchLane fetches,
    EdgarOptions options, ILogger<QuarterComparison> logger)
{
    /// <summary>Compares a quarter unless its index is the one compared last.</summary>
    /// <returns>False when the index could not be had or read whole.</returns>
    public async Task<bool> CompareAsync(Quarter quarter, Lane lane, CancellationToken cancellation)
    {
        var before = await quarters.FindAsync(quarter, cancellation);
        var reply = await client.GetAsync(lane, IndexAddress.Full(quarter), Expected.Index, before?.Validators, null, cancellation);
        var now = options.Time.GetUtcNow();
        if (reply.Meaning == Meaning.Unchanged)
        {
            await quarters.ChangeAsync(quarter, found => found with { ComparedAt = now }, cancellation);
            return true;
        }
        if (reply.Meaning != Meaning.Content || IndexFile.Read(reply.Body) is not { IsComplete: true, Rows.Count: > 0 } index)
        {
            NotCompared(quarter, reply.Meaning);
            return false;
        }
        var seen = IndexedAccessions.Of(index, Witness.FullIndex, now);
        var through = index.LastDataReceived is { } received && received < quarter.End ? received : quarter.End;
        var byDay = seen.ToLookup(one => one.Value.FiledOn);
        var shown = seen.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var (missing, gone, changed) = (0, 0, 0);
        for (var day = quarter.Start; day <= quarter.End; day = day.AddDays(1))
        {
            var result = await CompareDayAsync([.. byDay[day]], shown, day, through, now, cancellation);
            missing += result.Missing.Count;
            gone += result.Gone.Count;
            changed += result.Changed.Count;
        }
        await quarters.ChangeAsync(
            quarter,
            found => found with { Validators = reply.Validators, ComparedAt = now, Through = through, Missing = missing, Gone = gone,
                Changed = changed },
            cancellation);
        Compared(quarter, seen.Count, missing, gone, changed);
        return true;
    }

    private async Task<IndexComparison> CompareDayAsync(
        IReadOnlyList<KeyValuePair<string, Sighting>> ofDay, HashSet<string> shown, DateOnly day, DateOnly through, DateTimeOffset now,
            CancellationToken cancellation)
    {
        // Of this date by the ledger, unless the index shows it at another date; and what the index shows at this date, wherever the ledger
        // has it.
        var entries = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        var standing = ofDay.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (accession, entry) in await ledger.OfDayAsync(day, cancellation))
            if (standing.Contains(accession) || !shown.Contains(accession))
                entries[accession] = entry;
        foreach (var (accession, document) in await ledger.FindManyAsync([.. standing.Where(one => !entries.ContainsKey(one))],
            cancellation))
            entries[accession] = document.Value.Entry;
        var result = IndexComparison.Of(ofDay, entries, through);
        var altered = result.Changed.ToDictionary(change => change.Accession, StringComparer.Ordinal);
        var missing = result.Missing.ToHashSet(StringComparer.Ordinal);
        await ledger.SeeAllAsync([.. ofDay.Where(one => missing.Contains(one.Key))], Lane.Repair, cancellation);
        // What is known is only noted: whoever filled the ledger without fetching did not want it fetched.
        await ledger.SeeAllAsync([.. ofDay.Where(one => !missing.Contains(one.Key) && !altered.ContainsKey(one.Key))], null, cancellation);
        foreach (var one in ofDay)
            if (altered.TryGetValue(one.Key, out var change))
                await CorrectAsync(one.Key, one.Value, change, now, cancellation);
        foreach (var accession in result.Gone)
            await WithdrawAsync(accession, now, cancellation);
        fetches.Wake();
        return result;
    }

    private Task CorrectAsync(string accession, Sighting sighting, ChangedFact change, DateTimeOffset now, CancellationToken cancellation)
    {
        EdgarInstruments.Changes.Add(1, new KeyValuePair<string, object?>("kind", "corrected"));
        return ledger.ChangeAsync(
            accession,
            found =>
            {
                var entry = LedgerFold.See(found.Entry, accession, sighting);
                entry = entry with { Wanted = options.Forms.Takes(entry.FormType, entry.Items ?? []) };
                // The header has changed and with it what is derived from it; documents never do.
                var errand = entry.Wanted ? new Errand(Lane.Repair, now, 0, IsRefetch: true) : found.Errand;
                return (new LedgerDocument(entry, errand), [EventJson.ToRecord(LedgerEvents.Corrected(entry, change, now))]);
            },
            cancellation);
    }

    private Task WithdrawAsync(string accession, DateTimeOffset now, CancellationToken cancellation)
    {
        EdgarInstruments.Changes.Add(1, new KeyValuePair<string, object?>("kind", "withdrawn"));
        return ledger.ChangeAsync(
            accession,
            found =>
            {
                var entry = LedgerFold.Miss(found.Entry, new Absence(Witness.FullIndex, now));
                IReadOnlyList<EventRecord> events = entry.IsGone && !found.Entry.IsGone
                    ? [EventJson.ToRecord(LedgerEvents.Withdrawn(entry, now))] : [];
                return (new LedgerDocument(entry, Errands.Of(entry, found.Errand, null, now)), events);
            },
            cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "edgar.quarter_compared",
        Message = "{Quarter} was compared: {Accessions} submissions, {Missing} were missing here, {Gone} are gone, {Changed} have changed")]
    private partial void Compared(Quarter quarter, int accessions, int missing, int gone, int changed);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.quarter_not_compared",
        Message = "{Quarter} could not be compared: its index is {Meaning}")]
    private partial void NotCompared(Quarter quarter, Meaning meaning);
}
