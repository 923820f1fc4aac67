using Filingwire.Hosting.Errors;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.V1;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>Filters, pages and refusals of the lists.</summary>
public sealed class When_transactions_are_listed : IAsyncLifetime
{
    private OwnershipParts parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        parts = await OwnershipParts.OpenAsync();
        for (var i = 1; i <= 30; i++)
            await parts.TakeInAsync(Report(i, "4", $"2024-02-{i % 28 + 1:D2}", 1 + (i % 3), [.. Enumerable.Range(1, 1 + (i % 4)).Select(n => Trade($"2024-01-{i:D2}", i % 2 == 0 ? "P" : "S", n, i, 100 * n))]));
    }

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_together_are_the_whole_in_one_order(int size)
    {
        var whole = (await ListAsync(new ListTransactionsRequest { Issuer = Issuer, PageSize = 1000 })).Transactions.Select(t => t.Name).ToList();
        Assert.Equal(75, whole.Count);
        var paged = new List<string>();
        var request = new ListTransactionsRequest { Issuer = Issuer, PageSize = size };
        do
        {
            var page = await ListAsync(request);
            Assert.True(page.Transactions.Count <= size);
            paged.AddRange(page.Transactions.Select(t => t.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task A_filing_that_comes_between_two_pages_shifts_nothing()
    {
        var request = new ListTransactionsRequest { Issuer = Issuer, PageSize = 10 };
        var whole = (await ListAsync(new ListTransactionsRequest { Issuer = Issuer, PageSize = 1000 })).Transactions.Select(t => t.Name).ToList();
        var first = await ListAsync(request);
        await parts.TakeInAsync(Report(99, "4", "2024-05-03", 1, Trade("2024-05-01", "P", 1, 1, 1)));
        request.PageToken = first.NextPageToken;
        request.PageSize = 1000;
        var rest = await ListAsync(request);
        Assert.Equal(whole, first.Transactions.Concat(rest.Transactions).Select(t => t.Name));
    }

    [Fact]
    public async Task Filters_hold_together()
    {
        Assert.All((await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Codes = { "P" } })).Transactions, t => Assert.Equal("P", t.TransactionCode.Value));
        var dated = (await ListAsync(new ListTransactionsRequest { Owner = OwnerName(2), From = "2024-01-05", To = "2024-01-12" })).Transactions;
        Assert.NotEmpty(dated);
        Assert.All(dated, t => Assert.InRange(t.TransactionDate.Value, "2024-01-05", "2024-01-12", StringComparer.Ordinal));
        Assert.All(dated, t => Assert.Equal(OwnerName(2), t.ReportingPersons.Single().Owner));
        Assert.Empty((await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Amendment = true })).Transactions);
        Assert.Equal(75, (await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Amendment = false })).Transactions.Count);
        Assert.All((await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Roles = { "director" } })).Transactions, t => Assert.True(t.ReportingPersons.Single().IsDirector));
        Assert.Empty((await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Plans = { Meaning.Types.Plan.Yes } })).Transactions);
        Assert.Empty((await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Categories = { Meaning.Types.Category.Gift } })).Transactions);
        Assert.Empty((await ListAsync(new ListTransactionsRequest { Issuer = "issuers/901" })).Transactions);
    }

    [Fact]
    public async Task The_name_of_an_issuer_or_owner_answers_as_its_CIK_does()
    {
        var byCik = (await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Owner = OwnerName(2) })).Transactions.Select(t => t.Name);
        Assert.Equal(byCik, (await ListAsync(new ListTransactionsRequest { Issuer = "issuers/n-sample", Owner = "owners/n-owner-2" })).Transactions.Select(t => t.Name));
        var owner = await parts.Get<OwnerAnswer>().AnswerAsync(new GetOwnerRequest { Name = "owners/n-owner-2" }, false, Cancellation);
        Assert.Equal((OwnerName(2), "Owner 2", 10), (owner.Name, owner.FiledNames.Single(), owner.Tenures.Single().Filings));
        Assert.Equal(["owners/n-owner-2"], owner.AlsoKnownAs);
    }

    [Theory]
    [InlineData("", "", "", "", 0, "FILTER_MISSING")]
    [InlineData("issuers/x", "", "", "", 0, "ISSUER_MALFORMED")]
    [InlineData("", "owners/", "", "", 0, "OWNER_MALFORMED")]
    [InlineData("issuers/900", "", "2024-13-01", "", 0, "DATE_MALFORMED")]
    [InlineData("issuers/900", "", "2024-02-01", "2024-01-01", 0, "WINDOW_REVERSED")]
    [InlineData("issuers/900", "", "", "", -1, "PAGE_SIZE_NEGATIVE")]
    [InlineData("issuers/900", "", "", "", 1, "PAGE_TOKEN_MALFORMED")]
    public async Task What_cannot_be_read_is_refused_with_a_reason(string issuer, string owner, string from, string to, int size, string reason)
    {
        var request = new ListTransactionsRequest { Issuer = issuer, Owner = owner, From = from, To = to, PageSize = size, PageToken = size == 1 ? "nonsense" : "" };
        Assert.Equal(reason, (await Assert.ThrowsAsync<RequestException>(() => ListAsync(request))).Error.Reason);
    }

    [Fact]
    public async Task A_token_of_another_request_is_refused()
    {
        var first = await ListAsync(new ListTransactionsRequest { Issuer = Issuer, PageSize = 5 });
        var other = new ListTransactionsRequest { Issuer = Issuer, Owner = OwnerName(1), PageSize = 5, PageToken = first.NextPageToken };
        Assert.Equal("PAGE_TOKEN_MALFORMED", (await Assert.ThrowsAsync<RequestException>(() => ListAsync(other))).Error.Reason);
    }

    private Task<ListTransactionsResponse> ListAsync(ListTransactionsRequest request) => parts.Get<TransactionList>().AnswerAsync(request, false, Cancellation);
}
