using Filingwire.Contracts.Events;
using Filingwire.Ownership.Api;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Storage;
using Filingwire.Ownership.V1;
using Filingwire.Sec.Identifiers;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>What one report changes about others, in the store and in events, whichever comes first.</summary>
public sealed class When_reports_bear_on_each_other : IAsyncLifetime
{
    private OwnershipParts parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => parts = await OwnershipParts.OpenAsync();

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_amendment_corrects_its_original_and_says_what_changed(bool originalFirst)
    {
        var original = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100), Trade("2024-01-03", "A", 5, 0, 105));
        var amendment = Report(2, "4/A", "2024-03-01", 1, Trade("2024-01-02", "P", 110, 10, 110)) with { OriginalFiledOn = Day("2024-01-04") };
        await parts.TakeInAsync(originalFirst ? original : amendment);
        await parts.TakeInAsync(originalFirst ? amendment : original);
        await parts.TakeInAsync(original, amendment);

        var corrected = Assert.Single(await parts.EventsAsync<OwnershipCorrected>());
        var row = Assert.Single(corrected.Rows);
        Assert.Equal(("transactions/0000000001-24-000002.1.1", "transactions/0000000001-24-000001.1.1"), (row.Transaction, row.Replaces));
        Assert.Equal([new FieldCorrected("shares", "100", "110"), new FieldCorrected("shares_owned_following", "100", "110")], row.Changes);
        Assert.Empty(await parts.EventsAsync<LateOwnershipReportDetected>());

        var current = await ListAsync(new ListTransactionsRequest { Issuer = Issuer });
        Assert.Equal(["110", "5"], current.Transactions.OrderBy(t => t.TransactionDate.Value).Select(t => t.Shares.Value));
        var all = await ListAsync(new ListTransactionsRequest { Issuer = Issuer, IncludeSuperseded = true });
        Assert.Equal(3, all.Transactions.Count);
        Assert.Equal("transactions/0000000001-24-000002.1.1", all.Transactions.Single(t => t.Standing.State == Standing.Types.State.Superseded).Standing.CountedInstead);
    }

    [Fact]
    public async Task A_purchase_and_a_sale_within_six_months_are_announced_once()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4", "2024-03-04", 1, Trade("2024-03-01", "S", 40, 15, 60)));
        await parts.TakeInAsync(Report(2, "4", "2024-03-04", 1, Trade("2024-03-01", "S", 40, 15, 60)), Report(3, "4", "2024-03-04", 2, Trade("2024-03-01", "S", 40, 15, 60)));
        var found = Assert.Single(await parts.EventsAsync<ShortSwingMatchFound>());
        Assert.Equal((OwnerName(1), 40m, 200m), (found.Owner, found.Shares, found.Profit));
        var listed = await parts.Get<SwingList>().AnswerAsync(new ListShortSwingMatchesRequest { Issuer = Issuer }, Cancellation);
        Assert.Equal(("200", "200"), (Assert.Single(listed.Matches).Profit, listed.TotalProfit));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_trade_in_a_window_is_announced_whichever_becomes_known_first(bool windowFirst)
    {
        var report = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100), Trade("2023-06-01", "A", 5, 0, 105));
        if (!windowFirst)
            await parts.TakeInAsync(report);
        var window = new RelianceWindow("restatementCases/x", "affected-period", Day("2023-12-31"), Day("2024-08-08"));
        await parts.Get<OwnershipStore>().SaveWindowsAsync("900", 0, new WindowsDocument("900", DateTimeOffset.UnixEpoch, [window], []), [], Cancellation);
        await parts.Get<RelianceReconciliation>().ReconcileAsync(IssuerKey.Of(Cik.Parse("900")), Cancellation);
        if (windowFirst)
            await parts.TakeInAsync(report);
        await parts.TakeInAsync(report);
        var traded = Assert.Single(await parts.EventsAsync<InsiderTradedDuringNonReliance>());
        Assert.Equal(("transactions/0000000001-24-000001.1.1", "restatementCases/x", "affected-period"), (traded.Transaction, traded.Cause, traded.WindowKind));

        var activity = await parts.Get<ActivityAnswer>().AnswerAsync(new GetIssuerActivityRequest { Issuer = Issuer, From = "2024-01-01", To = "2024-12-31" }, false, Cancellation);
        Assert.Equal("restatementCases/x", Assert.Single(activity.NonRelianceTrades).Cause);
        Assert.Equal("1970-01-01T00:00:00Z", activity.NonRelianceKnownAt);
    }

    [Fact]
    public async Task Without_news_from_Restatement_nothing_is_claimed_about_windows()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        var activity = await parts.Get<ActivityAnswer>().AnswerAsync(new GetIssuerActivityRequest { Issuer = Issuer, WithNotableTrades = true }, false, Cancellation);
        Assert.False(activity.HasNonRelianceKnownAt);
        Assert.Equal((1, 0, "100", "1000"), (activity.Purchases, activity.Sales, activity.NetShares, activity.NetValue));
        Assert.Equal(Filingwire.Ownership.V1.NotableTrade.Types.Kind.FirstPurchase, Assert.Single(activity.NotableTrades).Kind);
    }

    [Fact]
    public async Task A_newer_reading_replaces_the_old_and_an_older_one_changes_nothing()
    {
        var first = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100));
        var second = first with { Generation = 2, Rows = [Trade("2024-01-02", "P", 120, 10, 120)] };
        await parts.TakeInAsync(second);
        await parts.TakeInAsync(first);
        Assert.Equal("120", Assert.Single((await ListAsync(new ListTransactionsRequest { Owner = OwnerName(1) })).Transactions).Shares.Value);
        Assert.Equal(2, Assert.Single(await parts.EventsAsync<OwnershipReported>()).Generation);
    }

    [Fact]
    public async Task A_filing_known_under_a_better_name_is_forgotten_under_the_old_one()
    {
        var bare = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)) with { Filing = FilingId.OfContent(new string('a', 64)) };
        await parts.TakeInAsync(bare);
        Assert.Equal("100", Assert.Single((await PositionsAsync()).Positions).Shares);
        await parts.Get<Settlement>().ForgetAsync(bare.Filing, Cancellation);
        await parts.Get<OwnershipStore>().ForgetAsync([(bare.Filing, new ForgottenDocument("filings/0000000001-24-000001", 2))], Cancellation);
        Assert.Empty((await ListAsync(new ListTransactionsRequest { Owner = OwnerName(1) })).Transactions);
        Assert.Empty((await PositionsAsync()).Positions);
        Assert.Single(await parts.Get<OwnershipStore>().GetForgottenAsync([bare.Filing.ToString()], Cancellation));
    }

    private Task<GetPositionsResponse> PositionsAsync() => parts.Get<PositionAnswer>().AnswerAsync(new GetPositionsRequest { Issuer = Issuer }, false, Cancellation);

    private Task<ListTransactionsResponse> ListAsync(ListTransactionsRequest request) => parts.Get<TransactionList>().AnswerAsync(request, false, Cancellation);
}
