using Filingwire.Contracts.Events;
using Filingwire.Ownership.Intake;
using Filingwire.Ownership.Ledger.Screens;
using Filingwire.Ownership.Storage;
using Filingwire.Sec.Identifiers;
using static Filingwire.Fixtures.MadeReports;

namespace Filingwire.Integration.Ownership;

/// <summary>What was published of a late row or a short-swing pair is withdrawn when a filing that comes later shows the facts otherwise.</summary>
public sealed class When_a_finding_turns_out_wrong : IAsyncLifetime
{
    private OwnershipParts parts = null!;

    public async ValueTask InitializeAsync() => parts = await OwnershipParts.OpenAsync();

    public ValueTask DisposeAsync() => parts.DisposeAsync();

    [Fact]
    public async Task A_date_that_an_amendment_corrects_makes_the_row_timely()
    {
        var original = Report(1, "4", "2024-03-01", 1, Trade("2024-01-02", "P", 100, 10, 100));
        await parts.TakeInAsync(original);
        var late = Assert.Single(await parts.EventsAsync<LateOwnershipReportDetected>());
        var amendment = Report(2, "4/A", "2024-03-05", 1, Trade("2024-02-29", "P", 100, 10, 100)) with { OriginalFiledOn = Day("2024-03-01") };
        await parts.TakeInAsync(amendment);
        await parts.TakeInAsync(amendment, original);
        var withdrawn = Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>());
        Assert.Equal((nameof(LateOwnershipReportDetected), late.EventId, "filings/0000000001-24-000001"), (withdrawn.FindingType, withdrawn.Finding, withdrawn.Filing));
        Assert.Equal([late.Transaction!], withdrawn.Transactions);
        Assert.Single(await parts.EventsAsync<LateOwnershipReportDetected>());
    }

    [Fact]
    public async Task A_date_that_an_amendment_corrects_to_another_late_one_is_found_anew()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-03-01", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4/A", "2024-03-05", 1, Trade("2024-02-05", "P", 100, 10, 100)) with { OriginalFiledOn = Day("2024-03-01") });
        var late = await parts.EventsAsync<LateOwnershipReportDetected>();
        Assert.Equal([Day("2024-01-04"), Day("2024-02-07")], late.Select(e => e.DueOn));
        Assert.Equal([Day("2024-03-01"), Day("2024-03-01")], late.Select(e => e.ReportedOn));
        Assert.Equal("transactions/0000000001-24-000002.1.1", late[1].Transaction);
        Assert.Equal(late[0].EventId, Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Finding);
    }

    [Fact]
    public async Task An_amendment_that_repeats_the_row_withdraws_nothing()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-03-01", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4/A", "2024-03-05", 1, Trade("2024-01-02", "P", 100, 11, 100)) with { OriginalFiledOn = Day("2024-03-01") });
        Assert.Empty(await parts.EventsAsync<OwnershipFindingWithdrawn>());
        Assert.Single(await parts.EventsAsync<LateOwnershipReportDetected>());
    }

    [Fact]
    public async Task The_earlier_of_two_equal_filings_that_comes_last_is_the_one_that_was_late()
    {
        var second = Report(2, "4", "2024-03-08", 1, Trade("2024-01-02", "P", 100, 10, 100));
        await parts.TakeInAsync(second);
        await parts.TakeInAsync(Report(1, "4", "2024-03-01", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        var late = await parts.EventsAsync<LateOwnershipReportDetected>();
        Assert.Equal(["filings/0000000001-24-000002", "filings/0000000001-24-000001"], late.Select(e => e.Filing));
        Assert.Equal(late[0].EventId, Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Finding);
    }

    [Fact]
    public async Task A_pair_gives_way_to_a_better_one_and_comes_back_when_that_goes()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4", "2024-03-04", 1, Trade("2024-03-01", "S", 100, 15, 0)));
        var better = Report(3, "4", "2024-04-04", 1, Trade("2024-04-02", "S", 100, 20, 0));
        await parts.TakeInAsync(better);
        var found = await parts.EventsAsync<ShortSwingMatchFound>();
        Assert.Equal([15m, 20m], found.Select(e => e.SalePrice));
        Assert.Equal(found[0].EventId, Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Finding);

        await parts.TakeInAsync(better with { Generation = 2, Rows = [Trade("2024-04-02", "F", 100, 20, 0)] });
        found = await parts.EventsAsync<ShortSwingMatchFound>();
        Assert.Equal([15m, 20m, 15m], found.Select(e => e.SalePrice));
        Assert.Equal(3, found.Select(e => e.EventId).Distinct().Count());
        Assert.Equal([found[0].EventId, found[1].EventId], (await parts.EventsAsync<OwnershipFindingWithdrawn>()).Select(e => e.Finding));
    }

    [Fact]
    public async Task A_trade_that_an_amendment_takes_back_was_not_late_and_no_leg()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-03-08", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4", "2024-03-04", 1, Trade("2024-03-01", "S", 100, 15, 0)));
        var amendment = Report(3, "4/A", "2024-03-11", 1) with { OriginalFiledOn = Day("2024-03-08"), Remarks = "The purchase reported on the original Form 4 did not take place." };
        await parts.TakeInAsync(amendment);
        Assert.Equal(["transactions/0000000001-24-000001.1.1"], Assert.Single(await parts.EventsAsync<OwnershipCorrected>()).LeftOut);
        Assert.Equal(
            [nameof(LateOwnershipReportDetected), nameof(ShortSwingMatchFound)],
            (await parts.EventsAsync<OwnershipFindingWithdrawn>()).Select(e => e.FindingType).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_Form_3_tells_later_of_a_pair_makes_it_another_finding(bool form3First)
    {
        var form3 = Report(9, "3", "2024-02-01", 1) with { Form = Filingwire.Ownership.Ledger.Facts.ReportForm.Form3, PeriodOfReport = Day("2024-01-20") };
        if (form3First)
            await parts.TakeInAsync(form3);
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "P", 100, 10, 100)));
        await parts.TakeInAsync(Report(2, "4", "2024-03-04", 1, Trade("2024-03-01", "S", 100, 15, 0)));
        await parts.TakeInAsync(form3);
        var found = await parts.EventsAsync<ShortSwingMatchFound>();
        Assert.Equal(form3First ? 1 : 2, found.Count);
        Assert.Equal(["before-entry"], found[^1].Cautions);
        Assert.Equal(form3First ? [] : [found[0].EventId], (await parts.EventsAsync<OwnershipFindingWithdrawn>()).Select(e => e.Finding));
    }

    [Fact]
    public async Task A_dealing_in_a_window_is_withdrawn_with_the_window_and_found_again_with_it()
    {
        await parts.TakeInAsync(Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "A", 100, 0, 100), Trade("2024-01-03", "S", 10, 5, 90)));
        var window = new RelianceWindow("restatementCases/x", "non-reliance", Day("2024-01-01"), null);
        await KeepAsync(window);
        await KeepAsync(window);
        var traded = await parts.EventsAsync<InsiderTradedDuringNonReliance>();
        Assert.Equal([("compensation", "grant, award or other acquisition from the issuer, not a trade"), ("market", "open-market or private sale")], traded.Select(e => (e.Category, e.Dealing)));
        Assert.Empty(await parts.EventsAsync<OwnershipFindingWithdrawn>());

        await KeepAsync();
        var withdrawn = await parts.EventsAsync<OwnershipFindingWithdrawn>();
        Assert.Equal(traded.Select(e => e.EventId).Order(), withdrawn.Select(e => e.Finding).Order());
        Assert.All(withdrawn, e => Assert.Equal((nameof(InsiderTradedDuringNonReliance), "filings/0000000001-24-000001", "issuers/900"), (e.FindingType, e.Filing, e.Issuer)));

        await KeepAsync(window with { To = Day("2024-01-02") });
        traded = await parts.EventsAsync<InsiderTradedDuringNonReliance>();
        Assert.Equal(3, traded.Select(e => e.EventId).Distinct().Count());
        Assert.Equal(traded[0].Transaction, traded[2].Transaction);
    }

    [Fact]
    public async Task A_dealing_that_a_newer_reading_dates_otherwise_is_withdrawn_and_others_stay()
    {
        await KeepAsync(new RelianceWindow("restatementCases/x", "non-reliance", Day("2024-01-01"), Day("2024-01-31")));
        var report = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "S", 100, 5, 0));
        await parts.TakeInAsync(report, Report(2, "4", "2024-01-04", 2, Trade("2024-01-02", "S", 1, 5, 0)));
        await parts.TakeInAsync(report with { Generation = 2, Rows = [Trade("2023-01-02", "S", 100, 5, 0)] });
        Assert.Equal(["transactions/0000000001-24-000001.1.1"], Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Transactions);
    }

    [Fact]
    public async Task A_dealing_that_moves_to_another_issuer_is_withdrawn()
    {
        await KeepAsync(new RelianceWindow("restatementCases/x", "non-reliance", Day("2024-01-01"), Day("2024-01-31")));
        var report = Report(1, "4", "2024-01-04", 1, Trade("2024-01-02", "S", 100, 5, 0));
        await parts.TakeInAsync(report);
        await parts.TakeInAsync(report with { Generation = 2, Issuer = IssuerKey.Of(Cik.Parse("901")), IssuerName = "Another Corp" });
        Assert.Equal(["transactions/0000000001-24-000001.1.1"], Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Transactions);
    }

    [Fact]
    public async Task Findings_kept_in_an_earlier_layout_are_withdrawn_too()
    {
        await parts.Get<OwnershipStore>().SaveWindowsAsync(
            "900", 0, new WindowsDocument("900", DateTimeOffset.UnixEpoch, [], ["0000000001-24-000001.1.1|restatementCases/x|non-reliance|2024-01-01"]), [], TestContext.Current.CancellationToken);
        await parts.Get<RelianceReconciliation>().ReconcileAsync(IssuerKey.Of(Cik.Parse("900")), TestContext.Current.CancellationToken);
        Assert.Equal(["transactions/0000000001-24-000001.1.1"], Assert.Single(await parts.EventsAsync<OwnershipFindingWithdrawn>()).Transactions);
    }

    private async Task KeepAsync(params RelianceWindow[] windows)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var store = parts.Get<OwnershipStore>();
        var kept = (await store.GetWindowsAsync(["900"], cancellation)).GetValueOrDefault("900");
        await store.SaveWindowsAsync("900", kept?.Version ?? 0, new WindowsDocument("900", DateTimeOffset.UnixEpoch, windows, [], kept?.Value.Known ?? []), [], cancellation);
        await parts.Get<RelianceReconciliation>().ReconcileAsync(IssuerKey.Of(Cik.Parse("900")), cancellation);
    }
}
