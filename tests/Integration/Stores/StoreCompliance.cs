using System.Globalization;
using System.Security.Cryptography;
using Filingwire.Hosting.Events;
using Filingwire.Hosting.Stores;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Stores;

/// <summary>
/// What a store promises, whatever keeps it. Each adapter runs the whole suite by deriving from it and saying how a store is
/// opened anew and opened again.
/// </summary>
public abstract partial class StoreCompliance : IAsyncLifetime
{
    internal sealed record Doc(string Name, string? Issuer, long? Days, DateOnly? DueOn, string[] Owners);

    private IServiceStore? store;

    internal static CollectionDefinition<Doc> Docs { get; } = new CollectionDefinition<Doc>("docs")
        .Text("issuer", d => d.Issuer).Number("days", d => d.Days).Date("dueOn", d => d.DueOn).Tags("owners", d => d.Owners);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IServiceStore Store => store ?? throw new InvalidOperationException();

    private DocumentCollection<Doc> Collection => new(Docs, Store.Documents, new RelaySignal());

    /// <summary>Opens the test's own store: empty at first, the same one again later.</summary>
    protected abstract Task<IServiceStore> OpenAsync();

    /// <summary>Removes what the test has left.</summary>
    protected abstract Task RemoveAsync();

    public async ValueTask InitializeAsync() => await ReopenAsync(Docs);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (store is not null)
            await store.DisposeAsync();
        await RemoveAsync();
    }

    [Fact]
    public async Task A_document_comes_back_as_saved_with_its_version()
    {
        var doc = new Doc("ü \"quoted\" \u2028", "issuers/1", -7, new DateOnly(2024, 8, 14), ["owners/2", "owners/1"]);
        await Collection.SaveAsync("a", 0, doc, [], Cancellation);
        await Collection.SaveAsync("a", 1, doc with { Days = null }, [], Cancellation);

        var found = await Collection.GetAsync("a", Cancellation);

        Assert.NotNull(found);
        Assert.Equal(2, found.Version);
        Assert.Equal(doc.Owners, found.Value.Owners);
        Assert.Equal(doc with { Days = null, Owners = found.Value.Owners }, found.Value);
        Assert.Null(await Collection.GetAsync("b", Cancellation));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_leaves_neither_document_nor_event()
    {
        await Collection.SaveAsync("a", 0, Any("first"), [], Cancellation);

        Assert.False(await Collection.TrySaveAsync(new("a", 0, Any("second"), [TwoServices.Event("x", "i")]), Cancellation));
        Assert.False(await Collection.TrySaveAsync(new("a", 2, Any("third"), [TwoServices.Event("y", "i")]), Cancellation));
        Assert.False(await Collection.TrySaveAsync(new("none", 1, Any("fourth"), [TwoServices.Event("z", "i")]), Cancellation));

        Assert.Equal("first", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Null(await Collection.GetAsync("none", Cancellation));
        Assert.Empty(await Store.Documents.ReadPendingAsync(10, Cancellation));
        await Assert.ThrowsAsync<VersionConflictException>(() => Collection.SaveAsync("a", 0, Any("fifth"), [], Cancellation));
    }

    [Fact]
    public async Task Of_writers_at_once_one_wins_each_version()
    {
        await Collection.SaveAsync("counter", 0, new Doc("", null, 0, null, []), [], Cancellation);
        const int Writers = 8, Rounds = 25;

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < Rounds;)
            {
                var read = (await Collection.GetAsync("counter", Cancellation))!;
                if (await Collection.TrySaveAsync(new("counter", read.Version, read.Value with { Days = read.Value.Days + 1 }, []), Cancellation))
                    done++;
            }
        })));

        var end = (await Collection.GetAsync("counter", Cancellation))!;
        Assert.Equal(Writers * Rounds, end.Value.Days);
        Assert.Equal(1 + (Writers * Rounds), end.Version);
    }

    [Fact]
    public async Task A_batch_says_for_each_write_whether_it_was_saved()
    {
        await Collection.SaveAsync("b", 0, Any("kept"), [], Cancellation);

        var saved = await Collection.SaveAllAsync(
            [new("a", 0, Any("1"), []), new("b", 0, Any("2"), [TwoServices.Event("b", "i")]), new("c", 0, Any("3"), []), new("a", 1, Any("4"), [])], Cancellation);

        Assert.Equal([true, false, true, true], saved);
        Assert.Equal("kept", (await Collection.GetAsync("b", Cancellation))!.Value.Name);
        Assert.Equal("4", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Empty(await Store.Documents.ReadPendingAsync(10, Cancellation));
        Assert.Empty(await Collection.SaveAllAsync([], Cancellation));
    }

    [Fact]
    public async Task Many_are_fetched_at_once_and_the_absent_left_out()
    {
        await FillAsync(20);
        var found = await Collection.GetManyAsync(["d003", "nothing", "d011", "d003"], Cancellation);
        Assert.Equal(["d003", "d011"], found.Keys.Order());
    }

    [Fact]
    public async Task A_deleted_document_is_gone_from_every_index_and_may_be_made_anew()
    {
        await FillAsync(3);
        Assert.False(await Collection.DeleteAsync("d001", 2, Cancellation));
        Assert.True(await Collection.DeleteAsync("d001", 1, Cancellation));
        Assert.False(await Collection.DeleteAsync("d001", 1, Cancellation));
        Assert.Equal(["d000", "d002"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["owners/all"])));
        await Collection.SaveAsync("d001", 0, Any("again"), [], Cancellation);
        Assert.Equal(["d000", "d002"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["owners/all"])));
    }

    [Fact]
    public async Task Conditions_hold_for_text_number_date_and_tags()
    {
        await Collection.SaveAllAsync(
            [
                new("a", 0, new Doc("", "i1", 5, new DateOnly(2024, 1, 31), ["x", "y"]), []),
                new("b", 0, new Doc("", "i1", 10, new DateOnly(2024, 2, 1), ["y"]), []),
                new("c", 0, new Doc("", "i2", null, null, []), []),
                new("d", 0, new Doc("", null, -3, new DateOnly(2023, 12, 31), ["z"]), []),
            ],
            Cancellation);

        Assert.Equal(["a", "b"], await IdsAsync(DocumentQuery.All.Where("issuer", "i1")));
        Assert.Equal(["d"], await IdsAsync(DocumentQuery.All.Where("issuer", (string?)null)));
        Assert.Equal(["a", "b", "c"], await IdsAsync(DocumentQuery.All.WhereAny("issuer", ["i2", "i1"])));
        Assert.Equal(["a"], await IdsAsync(DocumentQuery.All.Where("days", 5)));
        Assert.Equal(["a", "b"], await IdsAsync(DocumentQuery.All.AtLeast("days", 5)));
        Assert.Equal(["d"], await IdsAsync(DocumentQuery.All.AtMost("days", 4)));
        Assert.Equal(["a"], await IdsAsync(DocumentQuery.All.AtLeast("dueOn", new DateOnly(2024, 1, 1)).AtMost("dueOn", new DateOnly(2024, 1, 31))));
        Assert.Equal(["a", "b"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["y"])));
        Assert.Equal(["a", "d"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["x", "z"])));
        Assert.Equal(["a"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["x", "y"]).AtMost("days", 9).Where("issuer", "i1")));
        Assert.Equal(["a", "b", "c", "d"], await IdsAsync(DocumentQuery.All.WhereAny("owners", [])));
    }

    [Fact]
    public async Task A_changed_field_is_found_by_its_new_value_only()
    {
        await Collection.SaveAsync("a", 0, new Doc("", "i1", 1, null, ["x", "y"]), [], Cancellation);
        await Collection.SaveAsync("a", 1, new Doc("", "i2", 2, null, ["y", "z"]), [], Cancellation);
        Assert.Empty(await IdsAsync(DocumentQuery.All.Where("issuer", "i1")));
        Assert.Empty(await IdsAsync(DocumentQuery.All.WhereAny("owners", ["x"])));
        Assert.Equal(["a"], await IdsAsync(DocumentQuery.All.WhereAny("owners", ["z"]).Where("issuer", "i2").Where("days", 2)));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("days", false)]
    [InlineData("days", true)]
    [InlineData("dueOn", false)]
    [InlineData("dueOn", true)]
    [InlineData("issuer", true)]
    public async Task Pages_give_every_document_once_in_a_stable_order(string? sort, bool descending)
    {
        await FillAsync(57);
        var query = descending ? DocumentQuery.All.OrderByDescending(sort) : DocumentQuery.All.OrderBy(sort);
        var whole = await IdsAsync(query.Page(1000, ""));
        Assert.Equal(57, whole.Count);

        foreach (var size in new[] { 1, 7, 56, 57 })
            Assert.Equal(whole, await WalkAsync(query, size));
        var filtered = await WalkAsync(query.WhereAny("owners", ["owners/even"]), 5);
        Assert.Equal(whole.Where(id => int.Parse(id[1..], CultureInfo.InvariantCulture) % 2 == 0), filtered);
    }

    [Fact]
    public async Task Pages_stay_stable_while_documents_are_saved_and_deleted()
    {
        await FillAsync(30);
        var query = DocumentQuery.All.Where("issuer", "issuers/0");
        var first = await Collection.QueryAsync(query.Page(4, ""), Cancellation);
        await Collection.DeleteAsync(first.Items[^1].Id, 1, Cancellation);
        await Collection.SaveAsync("a-before", 0, new Doc("", "issuers/0", null, null, []), [], Cancellation);
        var second = await Collection.QueryAsync(query.Page(1000, first.NextPageToken), Cancellation);

        Assert.Empty(second.NextPageToken);
        var expected = Enumerable.Range(0, 30).Where(i => i % 3 == 0).Select(i => $"d{i:000}").ToList();
        Assert.Equal(expected, first.Items.Concat(second.Items).Select(d => d.Id));
    }

    [Fact]
    public async Task A_page_token_of_another_query_is_refused()
    {
        await FillAsync(10);
        var page = await Collection.QueryAsync(DocumentQuery.All.OrderBy("days").Page(3, ""), Cancellation);
        foreach (var (query, token) in new[]
        {
            (DocumentQuery.All.OrderByDescending("days"), page.NextPageToken), (DocumentQuery.All.Where("issuer", "i"), page.NextPageToken),
            (DocumentQuery.All, "no token"), (DocumentQuery.All, "AAAA"), (DocumentQuery.All.OrderBy("days"), page.NextPageToken[..^4]),
        })
        {
            var refused = await Assert.ThrowsAsync<Filingwire.Hosting.Errors.RequestException>(() => Collection.QueryAsync(query.Page(3, token), Cancellation));
            Assert.Equal("PAGE_TOKEN_MALFORMED", refused.Error.Reason);
        }
    }

    [Fact]
    public async Task Pending_events_come_with_their_document_in_order_until_they_are_cleared()
    {
        await Collection.SaveAsync("a", 0, Any("1"), [TwoServices.Event("e1", "i1"), TwoServices.Event("e2", "i1")], Cancellation);
        await Collection.SaveAsync("a", 1, Any("2"), [TwoServices.Event("e3", "i1"), TwoServices.Event("e1", "i1")], Cancellation);

        var pending = await Store.Documents.ReadPendingAsync(10, Cancellation);
        Assert.Equal(["filings/e1", "filings/e2", "filings/e3"], pending.Select(p => p.Filing));
        var sent = EventJson.ToRecord(TwoServices.Event("e2", "i1"));
        Assert.Equal(sent with { OccurredAt = pending[1].OccurredAt, Json = pending[1].Json, TraceParent = pending[1].TraceParent }, pending[1]);
        Assert.Equal(3, (await Store.Documents.PendingStatusAsync(Cancellation)).Count);

        await Store.Documents.ClearPendingAsync([pending[0].EventId, Guid.NewGuid()], Cancellation);
        Assert.Equal(["filings/e2"], (await Store.Documents.ReadPendingAsync(1, Cancellation)).Select(p => p.Filing));
        await Store.Documents.ClearPendingAsync([pending[1].EventId, pending[2].EventId], Cancellation);
        Assert.Equal(new PendingStatus(0, null), await Store.Documents.PendingStatusAsync(Cancellation));
        Assert.Equal(2, (await Collection.GetAsync("a", Cancellation))!.Version);
    }

    [Fact]
    public async Task The_log_takes_the_next_sequences_only_and_each_event_once()
    {
        Assert.Equal(new LogStatus(0, 0, null), await Store.Log.StatusAsync(Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(1), Entry(2)], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(2, "other")], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(4)], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(3, "e1")], Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(3)], Cancellation));

        var status = await Store.Log.StatusAsync(Cancellation);
        Assert.Equal((1, 3), (status.First, status.Last));
        Assert.Equal([2L, 3L], (await Store.Log.ReadAsync(2, 10, Cancellation)).Select(e => e.Sequence));
        Assert.Equal(["filings/e1"], (await Store.Log.ReadAsync(1, 1, Cancellation)).Select(e => e.Event.Filing));
        var known = await Store.Log.FindAsync([Entry(2).Event.EventId, Guid.NewGuid()], Cancellation);
        Assert.Equal(2, known.Single().Value.Sequence);
    }

    [Fact]
    public async Task Of_two_relays_that_append_at_once_neither_makes_a_gap_or_a_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25;)
            {
                var last = (await Store.Log.StatusAsync(Cancellation)).Last;
                if (await Store.Log.AppendAsync([Entry(last + 1, $"w{writer}-{i}")], Cancellation))
                    i++;
            }
        })));
        var log = await Store.Log.ReadAsync(1, 1000, Cancellation);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), log.Select(e => e.Sequence));
        Assert.Equal(100, log.Select(e => e.Event.EventId).Distinct().Count());
    }

    [Fact]
    public async Task The_log_is_found_by_time_and_by_cause_and_keeps_its_newest_entry_when_trimmed()
    {
        var start = new DateTimeOffset(2024, 8, 14, 0, 0, 0, TimeSpan.Zero);
        await Store.Log.AppendAsync([.. Enumerable.Range(1, 5).Select(i => At(Entry(i), start.AddMinutes(i)))], Cancellation);

        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(2.5), Cancellation));
        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(3), Cancellation));
        Assert.Null(await Store.Log.FirstSinceAsync(start.AddMinutes(6), Cancellation));
        Assert.Equal(4, await Store.Log.FirstAboutAsync("filings/e4", Cancellation));
        Assert.Null(await Store.Log.FirstAboutAsync("filings/e9", Cancellation));

        await Store.Log.TrimAsync(3, Cancellation);
        Assert.Equal((3, 5), (await Store.Log.StatusAsync(Cancellation)) is var s ? (s.First, s.Last) : default);
        await Store.Log.TrimAsync(100, Cancellation);
        Assert.Equal(new LogStatus(5, 5, start.AddMinutes(5)), await Store.Log.StatusAsync(Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(6)], Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(20_000_003)]
    public async Task Bytes_of_any_length_come_back(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        await Store.Blobs.WriteAsync("raw/1", new byte[] { 1, 2, 3 }, Cancellation);
        await Store.Blobs.WriteAsync("raw/1", content, Cancellation);
        Assert.Equal(length, await Store.Blobs.LengthAsync("raw/1", Cancellation));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(content)), Convert.ToHexString(SHA256.HashData((await Store.Blobs.ReadAsync("raw/1", Cancellation))!)));
        await Store.Blobs.DeleteAsync("raw/1", Cancellation);
        Assert.Null(await Store.Blobs.ReadAsync("raw/1", Cancellation));
        Assert.Null(await Store.Blobs.LengthAsync("raw/1", Cancellation));
    }

    [Fact]
    public async Task Several_blobs_are_written_at_once()
    {
        await Store.Blobs.WriteManyAsync([new("a", new byte[] { 1 }), new("b", new byte[3 << 20]), new("c", Array.Empty<byte>())], Cancellation);
        Assert.Equal([1L, 3 << 20, 0L], [await Store.Blobs.LengthAsync("a", Cancellation), await Store.Blobs.LengthAsync("b", Cancellation), await Store.Blobs.LengthAsync("c", Cancellation)]);
    }

    [Fact]
    public async Task Everything_is_there_after_opening_again()
    {
        await Collection.SaveAsync("a", 0, Any("kept"), [TwoServices.Event("e1", "i")], Cancellation);
        await Store.Log.AppendAsync([Entry(1)], Cancellation);
        await Store.Blobs.WriteAsync("raw", new byte[] { 7 }, Cancellation);

        await ReopenAsync(Docs);

        Assert.Equal("kept", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Single(await Store.Documents.ReadPendingAsync(10, Cancellation));
        Assert.Equal(1, (await Store.Log.StatusAsync(Cancellation)).Last);
        Assert.Equal([7], await Store.Blobs.ReadAsync("raw", Cancellation));
        await Store.CheckAsync(Cancellation);
    }

    internal sealed record Doc2(string Title, string? Issuer, long? Days, DateOnly? DueOn, string[] Owners);

    [Fact]
    public async Task Old_shapes_are_upgraded_and_new_fields_indexed_when_a_collection_is_declared_anew()
    {
        await FillAsync(1100);
        var upgraded = new CollectionDefinition<Doc2>("docs", shape: 2)
            .Upgrade(1, json =>
            {
                json["title"] = "T-" + json["name"]!.GetValue<string>();
                json.Remove("name");
                return json;
            })
            .Text("issuer", d => d.Issuer).Text("title", d => d.Title).Tags("owners", d => d.Owners.Append("everybody"));
        await ReopenAsync(upgraded);
        var collection = new DocumentCollection<Doc2>(upgraded, Store.Documents, new RelaySignal());

        Assert.Equal("d700", (await collection.QueryAsync(DocumentQuery.All.Where("title", "T-name 700"), Cancellation)).Items.Single().Id);
        Assert.Equal(1000, (await collection.QueryAsync(DocumentQuery.All.WhereAny("owners", ["everybody"]).Page(1000, ""), Cancellation)).Items.Count);
        var old = (await collection.GetAsync("d005", Cancellation))!;
        Assert.True(await collection.TrySaveAsync(new("d005", old.Version, old.Value with { Title = "new" }, []), Cancellation));
    }

    internal static LogEntry Entry(long sequence, string? name = null) =>
        new(sequence, EventJson.ToRecord(TwoServices.Event(name ?? $"e{sequence}", "issuers/1") with { Sequence = sequence }));

    private static LogEntry At(LogEntry entry, DateTimeOffset instant) => entry with { Event = entry.Event with { OccurredAt = instant } };

    private static Doc Any(string name) => new(name, "issuers/9", 1, null, []);

    private async Task ReopenAsync(CollectionDefinition definition)
    {
        if (store is not null)
            await store.DisposeAsync();
        store = await OpenAsync();
        await store.PrepareAsync([definition], Cancellation);
    }

    /// <summary>Documents with equal and absent sort values.</summary>
    private Task FillAsync(int count) => Collection.SaveAllAsync(
        [
            .. Enumerable.Range(0, count).Select(i => new Change<Doc>(
                $"d{i:000}", 0,
                new Doc($"name {i}", $"issuers/{i % 3}", i % 5 == 0 ? null : i % 4, i % 7 == 0 ? null : new DateOnly(2024, 1, 1 + (i % 6)), ["owners/all", i % 2 == 0 ? "owners/even" : "owners/odd"]),
                [])),
        ],
        Cancellation);

    private async Task<IReadOnlyList<string>> IdsAsync(DocumentQuery query) =>
        [.. (await Collection.QueryAsync(query, Cancellation)).Items.Select(d => d.Id)];

    private async Task<IReadOnlyList<string>> WalkAsync(DocumentQuery query, int size)
    {
        var ids = new List<string>();
        for (var token = ""; ;)
        {
            var page = await Collection.QueryAsync(query.Page(size, token), Cancellation);
            Assert.InRange(page.Items.Count, 0, size);
            ids.AddRange(page.Items.Select(d => d.Id));
            if (page.NextPageToken.Length == 0)
                return ids;
            token = page.NextPageToken;
        }
    }
}
