using System.Globalization;
using Filingwire.Edgar.Clocks;
using Filingwire.Integration.Fixtures;
using Filingwire.Sec.Calendar;

namespace Filingwire.Integration.Edgar;

/// <summary>
/// Days of real arrivals come in by themselves: after a day is closed, the ledger is its index, and what is wanted was published once.
/// </summary>
public sealed class When_EDGAR_is_followed
{
    private const int Factor = 2400;
    private static readonly DateOnly Thursday = new(2025, 8, 14);
    private static readonly DateOnly Friday = new(2025, 8, 15);

    [Fact]
    public async Task A_day_with_its_evening_is_closed_without_a_miss()
    {
        var filings = Arrivals(Thursday, Friday);
        await using var rig = await EdgarRig.StartAsync(filings, EasternClock.Instant(Thursday, new TimeOnly(5, 40)), Factor);
        var source = await rig.StartSourceAsync();
        await rig.WaitUntilAsync(Friday, new TimeOnly(23, 0));
        await EdgarRig.SettleAsync(source, TimeSpan.FromSeconds(60));

        await rig.AssertClosedAsync(source, [Thursday, Friday], Late(filings));
        Assert.Equal(0, rig.Edgar.Violations);
    }

    [Fact]
    public async Task Whatever_EDGAR_answers_nothing_is_lost_and_nothing_comes_twice()
    {
        var filings = Arrivals(Thursday, Friday);
        // Some reach the index and never the feed.
        var hidden = filings.Where((_, i) => i % 97 == 5).Select(filing => filing.Accession).ToHashSet();
        await using var rig = await EdgarRig.StartAsync(
            filings.Select(filing => filing with { IsInFeed = !hidden.Contains(filing.Accession) }), EasternClock.Instant(
                Thursday, new TimeOnly(5, 40)), Factor);
        var random = new Random(7);
        var blocks = 0;
        rig.Edgar.Faults = path =>
        {
            lock (random)
                return random.Next(100) switch
                {
                    0 => FakeEdgar.Fault.Cut,
                    1 => FakeEdgar.Fault.Empty,
                    2 => FakeEdgar.Fault.Page,
                    3 => FakeEdgar.Fault.Busy,
                    4 => FakeEdgar.Fault.Dropped,
                    5 when !path.Contains("browse-edgar", StringComparison.Ordinal) => FakeEdgar.Fault.Absent,
                    6 when random.Next(60) == 0 && blocks++ < 3 => blocks == 2 ? FakeEdgar.Fault.TooMany : FakeEdgar.Fault.Blocked,
                    _ => null,
                };
        };
        var source = await rig.StartSourceAsync();
        await rig.WaitUntilAsync(Friday, new TimeOnly(23, 0));
        rig.Edgar.Faults = _ => null;
        await rig.WaitUntilClosedAsync(source, days: 2);
        await EdgarRig.SettleAsync(source, TimeSpan.FromSeconds(90));

        await rig.AssertClosedAsync(source, [Thursday, Friday], hidden.Count + Late(filings));
        Assert.True(blocks > 0);
    }

    [Fact]
    public async Task Two_processes_that_are_killed_at_random_leave_the_same_ledger()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("FILINGWIRE_EDGAR_KILLS"), NumberStyles.None,
            CultureInfo.InvariantCulture, out var asked) ? asked : 6;
        await using var rig = await EdgarRig.StartAsync(Arrivals(Thursday, Friday), EasternClock.Instant(Thursday, new TimeOnly(5, 40)),
            Math.Max(100, 12_000 / kills));
        var random = new Random(11);
        var replicas = Enumerable.Range(0, 2).Select(_ => new ServiceProcess("Edgar", rig.Settings(ServiceProcess.FreeAddress()))).ToList();
        foreach (var replica in replicas)
            replica.Start();
        foreach (var replica in replicas)
            await replica.IsReady();
        for (var kill = 0; kill < kills; kill++)
        {
            var served = rig.Edgar.Requests.Count;
            var after = random.Next(5, 200);
            await Eventually.Holds(() => rig.Edgar.Requests.Count > served + after, TimeSpan.FromSeconds(90));
            var victim = replicas[random.Next(replicas.Count)];
            await victim.KillAsync();
            victim.Start();
        }
        await rig.WaitUntilAsync(Friday, new TimeOnly(23, 0));
        foreach (var replica in replicas)
            await replica.DisposeAsync();
        var source = await rig.StartSourceAsync();
        await rig.WaitUntilClosedAsync(source, days: 2);
        await EdgarRig.SettleAsync(source, TimeSpan.FromSeconds(90));

        await rig.AssertClosedAsync(source, [Thursday, Friday], mostMisses: int.MaxValue);
        Assert.Equal(0, rig.Edgar.Violations);
        // A kill costs at most the requests that were under way.
        Assert.InRange(rig.Edgar.Served.Values.Sum(times => times - 1), 0, 8 * kills);
    }

    /// <summary>What comes out in the last minutes before the index may be told by it first.</summary>
    private static int Late(IEnumerable<FakeFiling> filings) => filings.Count(
        filing => EasternTime.WallClock(filing.VisibleAt).TimeOfDay > new TimeSpan(21, 30, 0));

    private static List<FakeFiling> Arrivals(DateOnly from, DateOnly to) =>
        [.. RecordedArrivals.Week().Where(
            filing => EasternTime.DateOf(filing.VisibleAt) >= from.AddDays(-1) && EasternTime.DateOf(filing.VisibleAt) <= to)];
}
