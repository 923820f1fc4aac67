using Microsoft.Extensions.Time.Testing;

namespace Filingwire.Unit.Messaging;

public sealed class FakeTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2024, 8, 14, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Timers_fire_in_the_order_in_which_they_are_due_and_see_their_own_time()
    {
        var clock = new FakeTimeProvider(Start);
        var fired = new List<string>();
        using var every = clock.CreateTimer(_ => fired.Add($"every {clock.GetUtcNow() - Start}"), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        using var once = clock.CreateTimer(_ => fired.Add($"once {clock.GetUtcNow() - Start}"), null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        using var never = clock.CreateTimer(_ => fired.Add("never"), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["every 00:00:02", "once 00:00:03", "every 00:00:04"], fired);
        Assert.Equal(Start.AddSeconds(5), clock.GetUtcNow());
        every.Dispose();
        clock.SetUtcNow(Start.AddHours(1));
        Assert.Equal(3, fired.Count);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it()
    {
        var clock = new FakeTimeProvider(Start);
        var delay = Task.Delay(TimeSpan.FromMinutes(1), clock, TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_wall_clock_may_jump_but_time_passed_does_not()
    {
        var clock = new FakeTimeProvider(Start);
        var before = clock.GetTimestamp();
        clock.AdjustTime(Start.AddDays(-3));
        Assert.Equal(Start.AddDays(-3), clock.GetUtcNow());
        clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.FromSeconds(7), clock.GetElapsedTime(before));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.SetUtcNow(Start.AddDays(-4)));
    }
}
