using System.Collections.Concurrent;
using Filingwire.Edgar.Answers;
using Filingwire.Edgar.Feed;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Reconciliation;
using Filingwire.Edgar.Requests;
using Filingwire.Edgar.Settings;
using Filingwire.Edgar.Storage;
using Filingwire.Edgar.Telemetry;
using Filingwire.Sec.Calendar;
using Microsoft.Extensions.Logging;

namespace Filingwire.Edgar.Intake;

/// <summary>How far a walk through the feed came.</summary>
/// <param name="Newest">The latest acceptance that it saw; null when the feed was empty.</param>
/// <param name="Oldest">The earliest.</param>
internal sealed record Walked(DateTimeOffset? Newest, DateTimeOffset? Oldest);

/// <summary>
/// Reads the feed of latest filings from its top and notes what it shows. Entries that the ledger has are remembered, so that a poll asks
/// the store about new ones only.
/// </summary>
internal sealed partial class FeedWalk(EdgarClient client, LedgerStore ledger, FetchLane fetches, LiveLags lags, EdgarOptions options,
    ILogger<FeedWalk> logger)
{
    private const int PageAttempts = 3;
    private const int MostRemembered = 8 * FeedPage.Window;
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<(string, string, PartyRole), byte> known = new();

    /// <summary>Forgets what the ledger has; another process may have followed meanwhile.</summary>
    public void Forget() => known.Clear();

    /// <summary>
    /// Reads down to an instant and on while pages show something new, or to the feed's end. The list moves meanwhile: rising order repeats entries and skips none.
    /// </summary>
    /// <returns>How far it came; null when a page could not be had.</returns>
    public async Task<Walked?> DownToAsync(DateTimeOffset? instant, Lane lane, CancellationToken cancellation)
    {
        DateTimeOffset? newest = null, oldest = null;
        for (var start = 0; start < FeedPage.Window; start += FeedPage.Size)
        {
            var (meaning, page) = await PageAsync(start, lane, cancellation);
            if (meaning == Meaning.PastEnd || page is { Entries.Count: 0, Unread: 0 })
                break;
            if (page is null)
                return null;
            var isNew = await NoteAsync(page, cancellation);
            foreach (var entry in page.Entries)
            {
                newest = newest > entry.AcceptedAt ? newest : entry.AcceptedAt;
                oldest = oldest < entry.AcceptedAt ? oldest : entry.AcceptedAt;
            }
            // A page with something new is followed by another look: after an outage EDGAR gives out what it accepted hours before.
            if (oldest < instant && !isNew)
                break;
        }
        return new Walked(newest, oldest);
    }

    private async Task<(Meaning, FeedPage?)> PageAsync(int start, Lane lane, CancellationToken cancellation)
    {
        var meaning = Meaning.Broken;
        for (var attempt = 0; attempt < PageAttempts; attempt++)
        {
            var reply = await client.GetAsync(lane, FeedPage.Address(start), Expected.Feed, null, start, cancellation);
            meaning = reply.Meaning;
            if (meaning == Meaning.PastEnd)
                return (meaning, null);
            if (meaning == Meaning.Content && FeedPage.Read(reply.Body) is { } page)
            {
                if (page.Unread > 0)
                    EntriesUnread(start, page.Unread);
                return (meaning, page);
            }
            await Task.Delay(TimeSpan.FromSeconds(2 << attempt), options.Time, cancellation);
        }
        PageFailed(start, meaning);
        return (meaning, null);
    }

    private async Task<bool> NoteAsync(FeedPage page, CancellationToken cancellation)
    {
        var unknown = page.Entries.Where(entry => !known.ContainsKey(Key(entry))).ToList();
        if (unknown.Count == 0)
            return false;
        var now = options.Time.GetUtcNow();
        var fresh = 0;
        foreach (var some in IndexedAccessions.Of(unknown, now).GroupBy(one => LaneOf(one.Value, now)))
        {
            var noted = await ledger.SeeAllAsync([.. some], some.Key, cancellation);
            if (some.Key == Lane.Live && noted.New > 0)
                foreach (var (_, sighting) in some)
                    Lagged((now - sighting.Acceptance!.At).TotalSeconds);
            fresh += noted.New;
        }
        if (known.Count > MostRemembered)
            known.Clear();
        foreach (var entry in unknown)
            known[Key(entry)] = 0;
        EdgarInstruments.Announced.Add(fresh, new KeyValuePair<string, object?>("witness", nameof(Witness.Feed)));
        fetches.Wake();
        return fresh > 0;
    }

    /// <summary>What has just come out goes first; what came out before this process looked is caught up with.</summary>
    private static Lane LaneOf(Sighting sighting, DateTimeOffset now) =>
        sighting.FiledOn >= EasternTime.DateOf(now) || sighting.Acceptance!.At > now - Fresh ? Lane.Live : Lane.Repair;

    private void Lagged(double seconds)
    {
        EdgarInstruments.SeenLag.Record(seconds);
        lags.Seen.Add(seconds);
    }

    private static (string, string, PartyRole) Key(FeedEntry entry) => (entry.Accession.ToString(), entry.Cik.ToString(), entry.Role);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.page_failed",
        Message = "The page of the feed from entry {Start} on could not be had: {Meaning}")]
    private partial void PageFailed(int start, Meaning meaning);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "edgar.entries_unread",
        Message = "{Count} entries of the feed's page from {Start} on could not be read")]
    private partial void EntriesUnread(int start, int count);
}
