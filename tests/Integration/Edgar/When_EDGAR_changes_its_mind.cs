using System.Text.Json;
using Filingwire.Sec.Calendar;
using Filingwire.Contracts.Events;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Ledger;
using Filingwire.Edgar.V1;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Filingwire.Integration.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Edgar;

/// <summary>
/// Filings are deleted, and change form type or date, after they were published: the weekly comparison finds each and announces it once.
/// </summary>
public sealed class When_EDGAR_changes_its_mind
{
    private static readonly DateOnly Friday = new(2025, 8, 15);

    [Fact]
    public async Task What_was_deleted_or_corrected_is_announced_once_and_fetched_anew()
    {
        var filings = RecordedArrivals.Week().Where(filing => filing.FiledOn == Friday && EasternTime.DateOf(filing.VisibleAt) == Friday)
            .ToList();
        await using var rig = await EdgarRig.StartAsync(filings, EasternClock.Instant(Friday, new TimeOnly(16, 0)), 1200);
        var wanted = filings.Where(filing => filing.FormType == "4").Select(filing => filing.Accession).ToList();
        var (deleted, retyped, redated) = (wanted[0], wanted[1], wanted[2]);
        var source = await rig.StartSourceAsync();
        await rig.WaitUntilAsync(Friday, new TimeOnly(23, 0));
        await EdgarRig.SettleAsync(source, TimeSpan.FromSeconds(60));
        rig.Edgar.Corrections[deleted] = null;
        rig.Edgar.Corrections[retyped] = rig.Edgar[retyped] with { FormType = "4/A" };
        rig.Edgar.Corrections[redated] = rig.Edgar[redated] with { FiledOn = Friday.AddDays(-1) };
        await rig.WaitUntilAsync(Friday.AddDays(1), new TimeOnly(7, 0));
        var client = rig.Client(source.Address);
        QuarterStatus? compared = null;
        await Eventually.Holds(
            async () => (compared = (await client.GetLedgerStatusAsync(new GetLedgerStatusRequest(),
                cancellationToken: TestContext.Current.CancellationToken)).Quarters.FirstOrDefault(quarter =>
                    quarter.HasComparedAt)) is not null,
            TimeSpan.FromSeconds(60));
        Assert.Equal((0, 1, 2), (compared!.Missing, compared.Gone, compared.Changed));
        var again = (await client.CompareQuarterAsync(new CompareQuarterRequest { Quarter = "2025Q3" },
            cancellationToken: TestContext.Current.CancellationToken)).Quarter;
        Assert.Equal((0, 0, 0), (again.Missing, again.Gone, again.Changed));
        await EdgarRig.SettleAsync(source, TimeSpan.FromSeconds(60));

        var ledger = await EdgarRig.LedgerAsync(source);
        Assert.Equal(AccessionState.Gone, ledger[deleted].State);
        Assert.Equal(("4/A", AccessionState.Published), (ledger[retyped].FormType, ledger[retyped].State));
        Assert.Equal(Friday.AddDays(-1), ledger[redated].FiledOn);
        // What stood before is kept.
        Assert.Contains(ledger[retyped].Statements, said => said.FormType == "4");
        var log = await source.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 100, TestContext.Current.CancellationToken);
        Assert.Equal(
            [("FilingCorrected", retyped), ("FilingCorrected", redated), ("FilingWithdrawn", deleted)],
            log.Select(entry => (entry.Event.Type, entry.Event.Cause!["filings/".Length..])).OrderBy(one => one.Type).ThenBy(
                one => one.Item2 == redated));
        var corrected = JsonSerializer.Deserialize<FilingCorrected>(
            log.Single(entry => entry.Event.Cause == "filings/" + redated).Event.Json, EventJson.Options)!;
        Assert.Equal((Friday, Friday.AddDays(-1)), (corrected.FormerFiledOn, corrected.FiledOn));
        // The new header was read: a second reading of the same filing.
        Assert.Equal(2, (await rig.PublishedAsync())[retyped].Count());
    }
}
