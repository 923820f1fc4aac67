using Filingwire.Hosting.Events;
using Filingwire.Hosting.Stores;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Stores;

/// <content>Pending events and the log.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Pending_events_come_with_their_document_in_order_until_they_are_cleared()
    {
        await Collection.SaveAsync("a", 0, Any("1"), [TwoServices.Event("e1", "i1"), TwoServices.Event("e2", "i1")], Cancellation);
        await Collection.SaveAsync("a", 1, Any("2"), [TwoServices.Event("e3", "i1"), TwoServices.Event("e1", "i1")], Cancellation);

        var pending = await Store.Documents.ReadPendingAsync(10, Cancellation);
        Assert.Equal(["filings/e1", "filings/e2", "filings/e3"], pending.Select(p => p.Filing));
        var sent = EventJson.ToRecord(TwoServices.Event("e2", "i1"));
        Assert.Equal(sent with { OccurredAt = pending[1].OccurredAt, Json = pending[1].Json, TraceParent = pending[1].TraceParent }, pending[1]);
        Assert.Equal(3, (await Store.Documents.PendingStatusAsync(Cancellation)).Count);

        await Store.Documents.ClearPendingAsync([pending[0].EventId, Guid.NewGuid()], Cancellation);
        Assert.Equal(["filings/e2"], (await Store.Documents.ReadPendingAsync(1, Cancellation)).Select(p => p.Filing));
        await Store.Documents.ClearPendingAsync([pending[1].EventId, pending[2].EventId], Cancellation);
        Assert.Equal(new PendingStatus(0, null), await Store.Documents.PendingStatusAsync(Cancellation));
        Assert.Equal(2, (await Collection.GetAsync("a", Cancellation))!.Version);
    }

    [Fact]
    public async Task The_log_takes_the_next_sequences_only_and_each_event_once()
    {
        Assert.Equal(new LogStatus(0, 0, null), await Store.Log.StatusAsync(Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(1), Entry(2)], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(2, "other")], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(4)], Cancellation));
        Assert.False(await Store.Log.AppendAsync([Entry(3, "e1")], Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(3)], Cancellation));

        var status = await Store.Log.StatusAsync(Cancellation);
        Assert.Equal((1, 3), (status.First, status.Last));
        Assert.Equal([2L, 3L], (await Store.Log.ReadAsync(2, 10, Cancellation)).Select(e => e.Sequence));
        Assert.Equal(["filings/e1"], (await Store.Log.ReadAsync(1, 1, Cancellation)).Select(e => e.Event.Filing));
        var known = await Store.Log.FindAsync([Entry(2).Event.EventId, Guid.NewGuid()], Cancellation);
        Assert.Equal(2, known.Single().Value.Sequence);
    }

    [Fact]
    public async Task Of_two_relays_that_append_at_once_neither_makes_a_gap_or_a_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25;)
            {
                var last = (await Store.Log.StatusAsync(Cancellation)).Last;
                if (await Store.Log.AppendAsync([Entry(last + 1, $"w{writer}-{i}")], Cancellation))
                    i++;
            }
        })));
        var log = await Store.Log.ReadAsync(1, 1000, Cancellation);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), log.Select(e => e.Sequence));
        Assert.Equal(100, log.Select(e => e.Event.EventId).Distinct().Count());
    }

    [Fact]
    public async Task The_log_is_found_by_time_and_by_cause_and_keeps_its_newest_entry_when_trimmed()
    {
        var start = new DateTimeOffset(2024, 8, 14, 0, 0, 0, TimeSpan.Zero);
        await Store.Log.AppendAsync([.. Enumerable.Range(1, 5).Select(i => At(Entry(i), start.AddMinutes(i)))], Cancellation);

        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(2.5), Cancellation));
        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(3), Cancellation));
        Assert.Null(await Store.Log.FirstSinceAsync(start.AddMinutes(6), Cancellation));
        Assert.Equal(4, await Store.Log.FirstAboutAsync("filings/e4", Cancellation));
        Assert.Null(await Store.Log.FirstAboutAsync("filings/e9", Cancellation));

        await Store.Log.TrimAsync(3, Cancellation);
        Assert.Equal((3, 5), (await Store.Log.StatusAsync(Cancellation)) is var s ? (s.First, s.Last) : default);
        await Store.Log.TrimAsync(100, Cancellation);
        Assert.Equal(new LogStatus(5, 5, start.AddMinutes(5)), await Store.Log.StatusAsync(Cancellation));
        Assert.True(await Store.Log.AppendAsync([Entry(6)], Cancellation));
    }

    [Fact]
    public async Task A_log_keeps_its_identity()
    {
        var identity = await Store.Log.IdentityAsync(Cancellation);
        Assert.NotEqual(Guid.Empty, identity);
        await ReopenAsync(Docs);
        Assert.Equal(identity, await Store.Log.IdentityAsync(Cancellation));
    }

    [Fact]
    public async Task A_trimmed_log_does_not_take_a_sequence_again()
    {
        await Store.Log.AppendAsync([Entry(1), Entry(2), Entry(3)], Cancellation);
        await Store.Log.TrimAsync(3, Cancellation);
        Assert.False(await Store.Log.AppendAsync([Entry(1, "below")], Cancellation));
        Assert.Equal(3, Assert.Single(await Store.Log.ReadAsync(1, 10, Cancellation)).Sequence);
    }

    private static LogEntry At(LogEntry entry, DateTimeOffset instant) => entry with { Event = entry.Event with { OccurredAt = instant } };
}
