using Filingwire.Integration.Fixtures;
using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <content>Documents, their versions and what becomes of old shapes.</content>
public abstract partial class StoreCompliance
{
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

        Assert.False(await Collection.TrySaveAsync(new("a", 0, Any("second"), [TwoServices.Record("x", "i")]), Cancellation));
        Assert.False(await Collection.TrySaveAsync(new("a", 2, Any("third"), [TwoServices.Record("y", "i")]), Cancellation));
        Assert.False(await Collection.TrySaveAsync(new("none", 1, Any("fourth"), [TwoServices.Record("z", "i")]), Cancellation));

        Assert.Equal("first", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Null(await Collection.GetAsync("none", Cancellation));
        Assert.Empty(await LoggedAsync());
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
            [new("a", 0, Any("1"), []), new("b", 0, Any("2"), [TwoServices.Record("b", "i")]), new("c", 0, Any("3"), []), new("a", 1, Any("4"), [])], Cancellation);

        Assert.Equal([true, false, true, true], saved);
        Assert.Equal("kept", (await Collection.GetAsync("b", Cancellation))!.Value.Name);
        Assert.Equal("4", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Empty(await LoggedAsync());
        Assert.Empty(await Collection.SaveAllAsync([], Cancellation));
    }

    [Fact]
    public async Task Of_many_updates_at_once_none_is_lost()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
                await Collection.UpdateAsync("a", found => new Update<Doc>(Any("") with { Days = (found?.Value.Days ?? 0) + 1 }, []), Cancellation);
        })));
        Assert.Equal(60, (await Collection.GetAsync("a", Cancellation))!.Value.Days);
        Assert.Null(await Collection.UpdateAsync("a", _ => (Update<Doc>?)null, Cancellation));
    }

    [Fact]
    public async Task An_update_that_somebody_always_forestalls_gives_up_and_says_so()
    {
        var attempts = 0;
        var gaveUp = await Assert.ThrowsAsync<VersionConflictException>(() => Collection.UpdateAsync(
            "a",
            async found =>
            {
                attempts++;
                await Collection.SaveAsync("a", found?.Version ?? 0, Any("faster"), [], Cancellation);
                return new Update<Doc>(Any("slower"), [Note("never")]);
            },
            Cancellation));
        Assert.Contains($"docs/a was changed by somebody else in each of {attempts} attempts", gaveUp.Message, StringComparison.Ordinal);
        Assert.Equal("faster", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Empty(await LoggedAsync());
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
    public async Task Everything_is_there_after_opening_again()
    {
        await Collection.SaveAsync("a", 0, Any("kept"), [TwoServices.Record("e1", "i")], Cancellation);
        await Store.Blobs.WriteAsync("raw", new byte[] { 7 }, Cancellation);

        await ReopenAsync(Docs);

        Assert.Equal("kept", (await Collection.GetAsync("a", Cancellation))!.Value.Name);
        Assert.Single(await LoggedAsync());
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
}
