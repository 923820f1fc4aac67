using Filingwire.Sec.Calendar;
using Filingwire.Edgar.Clocks;
using Filingwire.Edgar.Intake;
using Filingwire.Edgar.V1;
using Filingwire.Integration.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Edgar;

/// <summary>Two replicas together stay within the rate, and a block is waited out by both, also over a hand-over.</summary>
public sealed class When_EDGAR_has_limits
{
    private const int MostInASecond = 10;
    private const int Factor = 20;

    [Fact]
    public async Task No_second_sees_more_requests_than_allowed_and_a_block_is_respected_by_whoever_follows()
    {
        var day = new DateOnly(2025, 8, 14);
        var filings = RecordedArrivals.Week().Where(filing => EasternTime.DateOf(filing.AcceptedAt) == day).ToList();
        await using var rig = await EdgarRig.StartAsync(filings, EasternClock.Instant(day, new TimeOnly(16, 0)), Factor, perSecond: 2,
            pollEvery: TimeSpan.FromSeconds(15));
        var blocks = 0;
        var first = await rig.StartSourceAsync();
        var second = await rig.StartSourceAsync();
        await Eventually.Holds(() => rig.Edgar.Requests.Count > 40);
        rig.Edgar.Faults = _ => Interlocked.Increment(ref blocks) == 1 ? FakeEdgar.Fault.Blocked : null;
        var status = rig.Client(first.Address);
        await Eventually.Holds(async () =>
            (await status.GetLedgerStatusAsync(new GetLedgerStatusRequest(),
                cancellationToken: TestContext.Current.CancellationToken)).HasPausedUntil);

        // Whoever follows goes; the other takes over in the middle of the pause.
        var active = new[] { first, second }.Single(source => source.Services.GetRequiredService<Follower>().IsActive);
        var other = active == first ? second : first;
        var blockedAt = rig.Time.GetUtcNow();
        await rig.StopSourceAsync(active);
        await Eventually.Holds(() => other.Services.GetRequiredService<Follower>().IsActive);
        Assert.True(rig.Time.GetUtcNow() < blockedAt.AddSeconds(590), "The hand-over took longer than the pause; nothing was proved.");
        var before = rig.Edgar.Requests.Count;
        await Eventually.Holds(() => rig.Edgar.Requests.Count > before + 30, TimeSpan.FromSeconds(90));

        Assert.Equal(0, rig.Edgar.Violations);
        var times = rig.Edgar.Requests.Select(request => request.At).Order().ToList();
        for (var i = MostInASecond; i < times.Count; i++)
            Assert.True(times[i] - times[i - MostInASecond] >= TimeSpan.FromSeconds(1),
                $"More than {MostInASecond} requests in the second from {times[i - MostInASecond]:O} on.");
    }
}
