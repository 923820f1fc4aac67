using System.Text.Json.Nodes;
using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <content>Where databases differ: sizes, order, clocks, what stays when something else goes.</content>
public abstract partial class StoreCompliance
{
    private static readonly DateTimeOffset Noon = new(2024, 8, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_document_of_twenty_megabytes_is_kept_replaced_and_deleted()
    {
        var large = new string('x', 20 << 20);
        Assert.True(await Collection.TrySaveAsync(new("a", 0, Any(large + "1"), []), Cancellation));
        Assert.False(await Collection.TrySaveAsync(new("a", 0, Any(large + "refused"), []), Cancellation));
        Assert.True(await Collection.TrySaveAsync(new("a", 1, Any(large + "2"), []), Cancellation));
        Assert.EndsWith("x2", (await Collection.GetAsync("a", Cancellation))!.Value.Name, StringComparison.Ordinal);
        Assert.True(await Collection.TrySaveAsync(new("a", 2, Any("small"), []), Cancellation));
        Assert.Equal("small", (await Collection.QueryAsync(DocumentQuery.All, Cancellation)).Items.Single().Value.Name);
        Assert.True(await Collection.TrySaveAsync(new("a", 3, Any(large), []), Cancellation));
        Assert.True(await Collection.DeleteAsync("a", 4, Cancellation));
        Assert.Null(await Collection.GetAsync("a", Cancellation));
    }

    [Fact]
    public async Task Of_many_who_save_one_version_only_the_winners_event_is_logged()
    {
        await Collection.SaveAsync("a", 0, Any("0"), [], Cancellation);
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => (await Store.Documents.SaveAsync([Write("a", 1, $"{i}", Note($"{i}"))], Cancellation))[0]));
        var winner = Assert.Single(Enumerable.Range(0, 20), i => saved[i]);
        Assert.Equal($"{winner}", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Equal([$"{winner}"], await NotesAsync());
    }

    [Fact]
    public async Task Two_writes_of_one_document_in_a_batch_and_their_events_keep_their_order()
    {
        var saved = await Store.Documents.SaveAsync(
            [Write("a", 0, "1", Note("a1")), Write("b", 0, "1", Note("b1")), Write("a", 1, "2", Note("a2")), Write("a", 1, "refused", Note("refused"))],
            Cancellation);
        Assert.Equal([true, true, true, false], saved);
        var notes = await NotesAsync();
        Assert.Equal(["a1", "a2", "b1"], notes.Order(StringComparer.Ordinal));
        Assert.True(notes.IndexOf("a1") < notes.IndexOf("a2"));
    }

    [Fact]
    public async Task Events_come_in_the_order_of_their_saves_whatever_they_say_themselves()
    {
        await Store.Documents.SaveAsync([Write("b", 0, "1", Note("1", Noon.AddMinutes(9)), Note("2", Noon))], Cancellation);
        await Store.Documents.SaveAsync([Write("a", 0, "1", Note("3", Noon.AddMinutes(-9)))], Cancellation);
        await Store.Documents.SaveAsync([Write("b", 1, "2", Note("4", Noon))], Cancellation);
        await ReopenAsync(Docs);
        Assert.Equal(["1", "2", "3", "4"], await NotesAsync());
    }

    [Fact]
    public async Task Deleting_a_document_leaves_its_events()
    {
        await Store.Documents.SaveAsync([Write("a", 0, "1", Note("kept"))], Cancellation);
        Assert.False(await Collection.DeleteAsync("a", 2, Cancellation));
        Assert.True(await Collection.DeleteAsync("a", 1, Cancellation));
        await Collection.SaveAsync("a", 0, Any("again"), [], Cancellation);
        Assert.Equal(["kept"], await NotesAsync());
        Assert.Equal(new PendingStatus(0, null), await Store.Log.PendingStatusAsync(Cancellation));
    }

    [Fact]
    public async Task An_event_keeps_all_that_it_is()
    {
        var full = Note("ü", Noon.AddTicks(7)) with { CauseKind = "4/A", TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
        var bare = new EventRecord(Guid.NewGuid(), "NoteTaken", Noon, null, null, null, "{\"sequence\":0}", null);
        await Store.Documents.SaveAsync([Write("a", 0, "1", full, bare)], Cancellation);
        Assert.Equal(
            [new LogEntry(1, full with { Json = "{\"note\":\"ü\",\"sequence\":1,\"last\":true}" }), new LogEntry(2, bare with { Json = "{\"sequence\":2}" })],
            (await LoggedAsync()).Select(entry => entry with { Check = "" }));
    }

    [Fact]
    public async Task Text_is_ordered_by_its_utf8_bytes()
    {
        string[] ordered = ["A", "Z", "a", "z", "é", "€", "ﬀ"];
        await Collection.SaveAllAsync([.. ordered.Select((text, i) => new Change<Doc>($"{9 - i}", 0, new Doc(text, text, null, null, []), []))], Cancellation);
        Assert.Equal(ordered, (await Collection.QueryAsync(DocumentQuery.All.OrderBy("issuer"), Cancellation)).Items.Select(d => d.Value.Name));
    }

    [Fact]
    public async Task A_field_that_is_not_declared_and_an_order_of_tags_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Collection.QueryAsync(DocumentQuery.All.Where("name", "x"), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Collection.QueryAsync(DocumentQuery.All.OrderBy("owners"), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Collection.QueryAsync(DocumentQuery.All.AtLeast("owners", "x"), Cancellation));
    }

    private static EventRecord Note(string note, DateTimeOffset? occurredAt = null) =>
        new(Guid.NewGuid(), "NoteTaken", occurredAt ?? Noon, "issuers/1", "filings/1", null, $$"""{"note":"{{note}}","sequence":0,"last":true}""", null);

    /// <summary>The notes in the log, in order.</summary>
    private async Task<List<string>> NotesAsync() => [.. (await LoggedAsync()).Select(e => JsonNode.Parse(e.Event.Json)!["note"]!.GetValue<string>())];

    private DocumentWrite Write(string id, long expectedVersion, string name, params EventRecord[] events) =>
        Collection.ToWrite(new(id, expectedVersion, Any(name), [])) with { Events = events };
}
