using Filingwire.Contracts.Events;
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
}
