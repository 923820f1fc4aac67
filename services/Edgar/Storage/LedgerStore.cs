using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.Pacing;
using Filingwire.Edgar.Settings;
using Filingwire.Store;

namespace Filingwire.Edgar.Storage;

/// <summary>What came of noting sightings.</summary>
/// <param name="New">Submissions that were not known.</param>
/// <param name="ToldByIndex">Submissions among those noted that an index told first, now or before.</param>
internal readonly record struct Noted(int New, int ToldByIndex);

/// <summary>
/// The ledger of submissions, in this service's store. Every write is a fold on what is stored now, so two writers never undo each other.
/// </summary>
internal sealed class LedgerStore(DocumentCollection<LedgerDocument> ledger, IServiceStore store, RelaySignal relay, EdgarOptions options)
{
    private const int AtOnce = 2000;
    private const int PageSize = 1000;

    /// <summary>One submission; null when it is not known.</summary>
    public Task<Versioned<LedgerDocument>?> FindAsync(string accession, CancellationToken cancellation) => ledger.GetAsync(
        accession, cancellation);

    /// <summary>Those of the submissions that are known.</summary>
    public Task<IReadOnlyDictionary<string, Versioned<LedgerDocument>>> FindManyAsync(
        IReadOnlyCollection<string> accessions, CancellationToken cancellation) =>
        ledger.GetManyAsync(accessions, cancellation);

    /// <summary>Notes what was seen. What tells nothing new costs no write.</summary>
    /// <param name="seen">By accession number, each once.</param>
    /// <param name="lane">How urgently what is wanted is fetched; null for not at all.</param>
    /// <param name="cancellation">Ends it; what was noted stays.</param>
    public async Task<Noted> SeeAllAsync(IReadOnlyList<KeyValuePair<string, Sighting>> seen, Lane? lane, CancellationToken cancellation)
    {
        var noted = default(Noted);
        foreach (var some in seen.Chunk(AtOnce))
            noted = Sum(noted, await SeeAsync(some, lane, cancellation));
        return noted;
    }

    /// <summary>Notes what is known of bytes.</summary>
    public async Task HaveAllAsync(IReadOnlyList<(string Accession, ContentVersion Version, Sighting? Sighting)> versions,
        CancellationToken cancellation)
    {
        var now = options.Time.GetUtcNow();
        var rest = versions;
        while (rest.Count > 0)
        {
            var known = await ledger.GetManyAsync([.. rest.Select(v => v.Accession)], cancellation);
            var changes = rest.GroupBy(v => v.Accession, StringComparer.Ordinal).Select(group =>
            {
                var found = known.GetValueOrDefault(group.Key);
                var entry = group.Aggregate(found?.Value.Entry, (entry, one) =>
                {
                    entry = LedgerFold.Have(entry, one.Accession, one.Version, now);
                    return one.Sighting is { } sighting && LedgerFold.Tells(entry, sighting) ? LedgerFold.See(
                        entry, one.Accession, sighting) : entry;
                })!;
                return Change(group.Key, found, entry, null, now, []);
            }).ToList();
            var saved = await ledger.SaveAllAsync(changes, cancellation);
            var failed = changes.Where((_, i) => !saved[i]).Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
            rest = [.. rest.Where(v => failed.Contains(v.Accession))];
        }
    }

    /// <summary>Changes one submission's document; repeated on what is stored now until it is saved.</summary>
    /// <param name="accession">With dashes.</param>
    /// <param name="change">Of the present document the next one, and what to publish; null to leave it.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task ChangeAsync(string accession, Func<LedgerDocument, (LedgerDocument Next, IReadOnlyList<EventRecord> Events)?> change,
        CancellationToken cancellation)
    {
        while (await ledger.GetAsync(accession, cancellation) is { } found && change(found.Value) is { } next)
            if (await ledger.TrySaveAsync(new Change<LedgerDocument>(accession, found.Version, next.Next, next.Events), cancellation))
                return;
    }

    /// <summary>Notes that a submission was not where it should be.</summary>
    public Task MissAsync(string accession, Absence absence, CancellationToken cancellation) => ChangeAsync(
        accession,
        found => LedgerFold.Miss(found.Entry, absence) is var entry && entry == found.Entry ? null
            : (new LedgerDocument(entry, Errands.Of(entry, found.Errand, null, absence.At)), []),
        cancellation);

    /// <summary>Keeps fetched bytes until Extraction has them, together with the note that they are here.</summary>
    public async Task KeepAsync(string accession, ContentVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        while (await ledger.GetAsync(accession, cancellation) is { } found)
        {
            var now = options.Time.GetUtcNow();
            var entry = LedgerFold.Have(found.Value.Entry, accession, version, now);
            var errand = Errands.Of(entry, found.Value.Errand is { } errandBefore ? errandBefore with { IsRefetch = false } : null, null,
                now);
            var write = ledger.ToWrite(new Change<LedgerDocument>(accession, found.Version, new LedgerDocument(entry, errand), []));
            if ((await store.SaveAsync([new(BytesName(accession, version.Sha256), bytes)], [write], cancellation))[0])
            {
                relay.Wake();
                return;
            }
        }
    }

    /// <summary>Bytes that were fetched and not yet handed over; null when there are none.</summary>
    public Task<byte[]?> BytesAsync(string accession, string sha256, CancellationToken cancellation) => store.Blobs.ReadAsync(
        BytesName(accession, sha256), cancellation);

    /// <summary>Forgets bytes that Extraction has.</summary>
    public Task ForgetAsync(string accession, string sha256, CancellationToken cancellation) => store.Blobs.DeleteAsync(
        BytesName(accession, sha256), cancellation);

    /// <summary>The most urgent errands that are due, oldest first in each lane.</summary>
    public async Task<IReadOnlyList<Versioned<LedgerDocument>>> DueAsync(int most, CancellationToken cancellation)
    {
        var now = options.Time.GetUtcNow();
        var due = new List<Versioned<LedgerDocument>>();
        foreach (var lane in Enum.GetValues<Lane>())
        {
            if (due.Count >= most)
                break;
            var query = DocumentQuery.All
                .AtLeast("errand", Collections.ErrandOrder(lane, DateTimeOffset.UnixEpoch)).AtMost(
                    "errand", Collections.ErrandOrder(lane, now))
                .OrderBy("errand").Page(most - due.Count, "");
            due.AddRange((await ledger.QueryAsync(query, cancellation)).Items);
        }
        return due;
    }

    /// <summary>How many errands wait in a lane; counted to <paramref name="most"/>.</summary>
    public async Task<int> CountWaitingAsync(Lane lane, int most, CancellationToken cancellation)
    {
        var query = DocumentQuery.All
            .AtLeast("errand", Collections.ErrandOrder(lane, DateTimeOffset.UnixEpoch)).AtMost(
                "errand", Collections.ErrandOrder(lane, DateTimeOffset.MaxValue))
            .Page(most, "");
        return (await ledger.QueryAsync(query, cancellation)).Items.Count;
    }

    /// <summary>Lets a submission be fetched again, whatever its state.</summary>
    public Task RefetchAsync(string accession, Lane lane, CancellationToken cancellation) => ChangeAsync(
        accession,
        found => (found with { Errand = new Errand(lane, options.Time.GetUtcNow(), 0, IsRefetch: true) }, []),
        cancellation);

    /// <summary>A page of submissions, newest filing date first.</summary>
    public Task<Page<LedgerDocument>> ListAsync(
        string? cik, DateOnly? from, DateOnly? to, AccessionState? state, int pageSize, string pageToken, CancellationToken cancellation)
    {
        var query = DocumentQuery.All.OrderByDescending("filedOn").Page(pageSize, pageToken);
        query = cik is null ? query : query.Where("ciks", cik);
        query = from is { } first ? query.AtLeast("filedOn", first) : query;
        query = to is { } last ? query.AtMost("filedOn", last) : query;
        return ledger.QueryAsync(state is { } wanted ? query.Where("state", (long)wanted) : query, cancellation);
    }

    /// <summary>All submissions of one filing date.</summary>
    public async Task<IReadOnlyDictionary<string, LedgerEntry>> OfDayAsync(DateOnly day, CancellationToken cancellation)
    {
        var entries = new Dictionary<string, LedgerEntry>(StringComparer.Ordinal);
        for (var token = ""; ;)
        {
            var page = await ledger.QueryAsync(DocumentQuery.All.Where("filedOn", day).Page(PageSize, token), cancellation);
            foreach (var item in page.Items)
                entries[item.Id] = item.Value.Entry;
            token = page.NextPageToken;
            if (token.Length == 0)
                return entries;
        }
    }

    private async Task<Noted> SeeAsync(IReadOnlyList<KeyValuePair<string, Sighting>> seen, Lane? lane, CancellationToken cancellation)
    {
        var noted = default(Noted);
        while (seen.Count > 0)
        {
            var now = options.Time.GetUtcNow();
            var known = await ledger.GetManyAsync([.. seen.Select(one => one.Key)], cancellation);
            var changes = new List<Change<LedgerDocument>>();
            var pending = new List<KeyValuePair<string, Sighting>>();
            foreach (var one in seen)
            {
                var found = known.GetValueOrDefault(one.Key);
                var before = found?.Value.Entry;
                var entry = before is null || LedgerFold.Tells(before, one.Value) ? LedgerFold.See(before, one.Key, one.Value) : before;
                var change = Change(one.Key, found, entry, lane, now, []);
                if (entry == before && change.Value.Errand == found?.Value.Errand && entry.Wanted == change.Value.Entry.Wanted)
                {
                    noted = Sum(noted, CountOf(entry, isNew: false));
                    continue;
                }
                changes.Add(change);
                pending.Add(one);
            }
            var saved = await ledger.SaveAllAsync(changes, cancellation);
            var failed = new List<KeyValuePair<string, Sighting>>();
            for (var i = 0; i < saved.Count; i++)
                if (saved[i])
                    noted = Sum(noted, CountOf(changes[i].Value.Entry, changes[i].ExpectedVersion == 0));
                else
                    failed.Add(pending[i]);
            seen = failed;
        }
        return noted;
    }

    private Change<LedgerDocument> Change(
        string accession, Versioned<LedgerDocument>? found, LedgerEntry entry, Lane? lane, DateTimeOffset now,
            IReadOnlyList<EventRecord> events)
    {
        var wanted = options.Forms.Takes(entry.FormType, entry.Items ?? []);
        entry = entry.Wanted == wanted ? entry : entry with { Wanted = wanted };
        return new Change<LedgerDocument>(accession, found?.Version ?? 0,
            new LedgerDocument(entry, Errands.Of(entry, found?.Value.Errand, lane, now)), events);
    }

    private static Noted CountOf(LedgerEntry entry, bool isNew) =>
        new(isNew ? 1 : 0, entry.FirstWitness is Witness.DailyIndex or Witness.FullIndex ? 1 : 0);

    private static Noted Sum(Noted one, Noted other) => new(one.New + other.New, one.ToldByIndex + other.ToldByIndex);

    private static string BytesName(string accession, string sha256) => $"fetched/{accession}/{sha256}";
}
