using System.Globalization;
using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <content>Conditions, order and pages.</content>
public abstract partial class StoreCompliance
{
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
    public async Task What_an_index_of_two_fields_finds_comes_in_the_order_of_the_second()
    {
        await FillAsync(60);
        var query = DocumentQuery.All.Where("issuer", "issuers/1").AtLeast("dueOn", new DateOnly(2024, 1, 3)).OrderByDescending("dueOn");
        var expected = (await Collection.QueryAsync(DocumentQuery.All.Page(1000, ""), Cancellation)).Items
            .Where(d => d.Value.Issuer == "issuers/1" && d.Value.DueOn >= new DateOnly(2024, 1, 3))
            .OrderByDescending(d => d.Value.DueOn).ThenByDescending(d => d.Id, StringComparer.Ordinal).Select(d => d.Id).ToList();
        Assert.InRange(expected.Count, 8, 20);
        Assert.Equal(expected, await WalkAsync(query, 3));
        Assert.Equal(expected.Where(id => int.Parse(id[1..], CultureInfo.InvariantCulture) % 2 == 0), await IdsAsync(query.Where("owners", "owners/even")));
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
            var refused = await Assert.ThrowsAsync<QueryException>(() => Collection.QueryAsync(query.Page(3, token), Cancellation));
            Assert.Equal("PAGE_TOKEN_MALFORMED", refused.Reason);
        }
    }
}
