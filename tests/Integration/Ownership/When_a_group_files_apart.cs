using Filingwire.Contracts.Events;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.Ledger.Facts;
using Filingwire.Ownership.V1;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>A fund and its partner each file on the same trades: the issuer's totals have each trade once, whoever comes first.</summary>
public sealed class When_a_group_files_apart : IAsyncLifetime
{
    private static readonly OwnershipReport[] Filings =
    [
        OfFund(1, "2024-01-04", Trade("2024-01-02", "P", 1_000, 18, 1_000)), OfPartner(2, "2024-01-04", Trade("2024-01-02", "P", 1_000, 18, 1_000)),
        OfFund(3, "2024-02-05", Trade("2024-02-01", "S", 1_000, 20, 0)), OfPartner(4, "2024-02-05", Trade("2024-02-01", "S", 1_000, 20, 0)),
    ];

    private OwnershipParts parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => parts = await OwnershipParts.OpenAsync();

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Case("O4", "O5")]
    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(1, 2, 0, 3)]
    public async Task Totals_and_profits_have_each_trade_once(params int[] order)
    {
        foreach (var number in order)
            await parts.TakeInAsync(Filings[number]);
        await parts.TakeInAsync(Filings);

        var activity = await parts.Get<ActivityAnswer>().AnswerAsync(new GetIssuerActivityRequest { Issuer = Issuer }, false, Cancellation);
        Assert.Equal((1, 1, "0", "-2000"), (activity.Purchases, activity.Sales, activity.NetShares, activity.NetValue));
        Assert.Equal([2, 2], activity.Owners.Select(owner => owner.Rows.Count));

        var listed = await ListAsync(new ListTransactionsRequest { Issuer = Issuer });
        Assert.Equal(["transactions/0000000001-24-000003.1.1", "transactions/0000000001-24-000001.1.1"], listed.Select(row => row.Name));
        var own = await ListAsync(new ListTransactionsRequest { Issuer = Issuer, Owner = OwnerName(2) });
        Assert.All(own, row => Assert.Equal((Standing.Types.State.Duplicate, "control-group.same-trade"), (row.Standing.State, row.Standing.Rule)));
        Assert.Equal(["transactions/0000000001-24-000003.1.1", "transactions/0000000001-24-000001.1.1"], own.Select(row => row.Standing.CountedInstead));

        var matches = await parts.Get<SwingList>().AnswerAsync(new ListShortSwingMatchesRequest { Issuer = Issuer }, Cancellation);
        Assert.Equal((2, "2000"), (matches.Matches.Count, matches.TotalProfit));
        Assert.Equal(2, (await parts.EventsAsync<ShortSwingMatchFound>()).Count);
    }

    [Fact]
    public async Task Three_who_file_together_have_one_profit()
    {
        var joint = Report(1, "4", "2024-02-05", 1, Trade("2024-01-02", "P", 1_000, 18, 1_000), Trade("2024-02-01", "S", 1_000, 20, 0));
        await parts.TakeInAsync(joint with { Owners = [.. new[] { 1, 2, 3 }.SelectMany(owner => Report(1, "4", "2024-02-05", owner).Owners)] });
        var matches = await parts.Get<SwingList>().AnswerAsync(new ListShortSwingMatchesRequest { Issuer = Issuer }, Cancellation);
        Assert.Equal((3, "2000"), (matches.Matches.Count, matches.TotalProfit));
        Assert.All(await parts.EventsAsync<ShortSwingMatchFound>(), found => Assert.Equal(2, found.JointOwners.Count));
    }

    [Fact]
    public async Task The_partners_trade_counts_when_the_funds_is_forgotten_or_corrected()
    {
        await parts.TakeInAsync(Filings[0], Filings[1]);
        await parts.TakeInAsync(OfFund(5, "2024-01-09", Trade("2024-01-02", "P", 900, 18, 900)) with { FormType = "4/A", IsAmendment = true, OriginalFiledOn = Day("2024-01-04") });
        var listed = await ListAsync(new ListTransactionsRequest { Issuer = Issuer });
        Assert.Equal(["900", "1000"], listed.OrderByDescending(row => row.Name).Select(row => row.Shares.Value));
    }

    private async Task<IReadOnlyList<Transaction>> ListAsync(ListTransactionsRequest request) =>
        [.. (await parts.Get<TransactionList>().AnswerAsync(request, false, Cancellation)).Transactions];

    private static OwnershipReport OfFund(int number, string filed, ReportRow row)
    {
        var report = Report(number, "4", filed, 1, row);
        return report with { Owners = [report.Owners[0] with { Name = "Rainbow Trout Capital LP", IsTenPercentOwner = true, IsOfficer = false }] };
    }

    private static OwnershipReport OfPartner(int number, string filed, ReportRow row) =>
        Report(number, "4", filed, 2, row with { DirectOrIndirect = Text("I"), Nature = Text("By Rainbow Trout Capital, L.P.") });
}
