using Filingwire.Edgar.Pacing;
using Microsoft.Extensions.Time.Testing;

namespace Filingwire.Unit.Edgar;

public sealed class RequestBudgetTests
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2025, 12, 12, 15, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(10)]
    public void In_no_second_more_start_than_allowed_and_no_turn_is_wasted(int perSecond)
    {
        using var budget = new RequestBudget(perSecond, clock);
        var turns = Enumerable.Range(0, 6 * perSecond).Select(_ => budget.TakeAsync(Lane.Live, CancellationToken.None)).ToList();
        var starts = new List<TimeSpan>();
        for (var at = TimeSpan.Zero; at <= TimeSpan.FromSeconds(10); at += Step)
        {
            starts.AddRange(turns.Where(turn => turn.IsCompleted).Skip(starts.Count).Select(_ => at));
            clock.Advance(Step);
        }
        Assert.Equal(6 * perSecond, starts.Count);
        foreach (var start in starts)
            Assert.InRange(starts.Count(other => other >= start && other < start + TimeSpan.FromSeconds(1)), 1, perSecond);
        // Nothing in the first second, as another process may just have used it; then a second's worth at a time.
        Assert.Equal(TimeSpan.FromSeconds(1), starts[0]);
        Assert.True(starts[^1] <= TimeSpan.FromSeconds(6.1));
    }

    [Fact]
    public void The_most_urgent_goes_first_and_among_equals_the_oldest()
    {
        using var budget = new RequestBudget(1, clock);
        Lane[] lanes = [Lane.Backfill, Lane.Repair, Lane.Live, Lane.Repair, Lane.OnDemand];
        var turns = lanes.Select(lane => budget.TakeAsync(lane, CancellationToken.None)).ToList();
        var order = new List<int>();
        for (var i = 0; i < lanes.Length; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            order.AddRange(Enumerable.Range(0, turns.Count).Where(turn => turns[turn].IsCompleted && !order.Contains(turn)));
        }
        Assert.Equal([2, 4, 1, 3, 0], order);
    }

    [Fact]
    public async Task After_a_block_nothing_goes_for_ten_minutes_and_then_one_alone()
    {
        using var budget = new RequestBudget(5, clock);
        var first = budget.TakeAsync(Lane.Live, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(1));
        await first;
        budget.Return(blocked: true);
        var turns = Enumerable.Range(0, 8).Select(_ => budget.TakeAsync(Lane.Live, CancellationToken.None)).ToList();
        clock.Advance(RequestBudget.BlockPause - Step);
        Assert.DoesNotContain(turns, turn => turn.IsCompleted);
        clock.Advance(Step);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, turns.Count(turn => turn.IsCompleted));

        // Blocked again: another ten minutes.
        budget.Return(blocked: true);
        clock.Advance(RequestBudget.BlockPause - Step);
        Assert.Equal(1, turns.Count(turn => turn.IsCompleted));
        clock.Advance(Step + TimeSpan.FromSeconds(1));
        Assert.Equal(2, turns.Count(turn => turn.IsCompleted));

        budget.Return(blocked: false);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(8, turns.Count(turn => turn.IsCompleted));
    }

    [Fact]
    public void A_pause_that_an_earlier_process_was_given_is_kept()
    {
        using var budget = new RequestBudget(5, clock);
        budget.PauseUntil(clock.GetUtcNow().AddMinutes(3));
        var turn = budget.TakeAsync(Lane.Live, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(3) - Step);
        Assert.False(turn.IsCompleted);
        clock.Advance(Step);
        Assert.True(turn.IsCompleted);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_takes_no_turn()
    {
        using var budget = new RequestBudget(1, clock);
        using var giveUp = new CancellationTokenSource();
        var given = budget.TakeAsync(Lane.Live, giveUp.Token);
        var next = budget.TakeAsync(Lane.Backfill, CancellationToken.None);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }
}
