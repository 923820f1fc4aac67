using Filingwire.Contracts.Events;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Store;

namespace Filingwire.Integration.Stores;

/// <content>Events and the log.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task Events_come_into_the_log_with_their_document_in_order_and_once()
    {
        Assert.Equal(new LogStatus(0, 0, null), await Store.Log.StatusAsync(Cancellation));
        await Collection.SaveAsync("a", 0, Any("1"), [TwoServices.Record("e1", "i1"), TwoServices.Record("e2", "i1")], Cancellation);
        await Collection.SaveAsync("a", 1, Any("2"), [TwoServices.Record("e3", "i1"), TwoServices.Record("e1", "i1")], Cancellation);

        var log = await LoggedAsync();
        Assert.Equal([(1, "filings/e1"), (2, "filings/e2"), (3, "filings/e3")], log.Select(e => ((int)e.Sequence, e.Event.Cause!)));
        Assert.All(log, entry => Assert.Equal(entry.Sequence, EventJson.Read(entry.Event.Json, typeof(FilingParsed)).Sequence));
        var sent = EventJson.ToRecord(TwoServices.Event("e2", "i1"));
        Assert.Equal(sent with { OccurredAt = log[1].Event.OccurredAt, Json = log[1].Event.Json, TraceParent = log[1].Event.TraceParent }, log[1].Event);
        Assert.Equal(new PendingStatus(0, null), await Store.Log.PendingStatusAsync(Cancellation));
        Assert.Equal(2, (await Collection.GetAsync("a", Cancellation))!.Version);

        Assert.Equal([2L, 3L], (await Store.Log.ReadAsync(2, 10, Cancellation)).Select(e => e.Sequence));
        Assert.Equal(["filings/e1"], (await Store.Log.ReadAsync(1, 1, Cancellation)).Select(e => e.Event.Cause));
        var status = await Store.Log.StatusAsync(Cancellation);
        Assert.Equal((1, 3), (status.First, status.Last));
    }

    [Fact]
    public async Task Of_several_relays_and_writers_at_once_none_makes_a_gap_or_a_double()
    {
        var relays = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while ((await Store.Log.StatusAsync(Cancellation)).Last < 100)
                await Store.Log.NumberPendingAsync(7, Cancellation);
        }));
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
                await Collection.SaveAsync($"w{writer}-{i}", 0, Any(""), [TwoServices.Record($"w{writer}-{i}", "i")], Cancellation);
        }));
        await Task.WhenAll(relays.Concat(writers)).WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        var log = await LoggedAsync();
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), log.Select(e => e.Sequence));
        Assert.Equal(100, log.Select(e => e.Event.EventId).Distinct().Count());
    }

    [Fact]
    public async Task The_log_is_found_by_time_and_by_cause_and_keeps_its_newest_entry_when_trimmed()
    {
        var start = new DateTimeOffset(2024, 8, 14, 0, 0, 0, TimeSpan.Zero);
        await LogAsync([.. Enumerable.Range(1, 5).Select(i => TwoServices.Record($"e{i}", "i") with { OccurredAt = start.AddMinutes(i) })]);

        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(2.5), Cancellation));
        Assert.Equal(3, await Store.Log.FirstSinceAsync(start.AddMinutes(3), Cancellation));
        Assert.Null(await Store.Log.FirstSinceAsync(start.AddMinutes(6), Cancellation));
        Assert.Equal(4, await Store.Log.FirstAboutAsync("filings/e4", Cancellation));
        Assert.Null(await Store.Log.FirstAboutAsync("filings/e9", Cancellation));

        await Store.Log.TrimAsync(3, Cancellation);
        Assert.Equal((3, 5), (await Store.Log.StatusAsync(Cancellation)) is var s ? (s.First, s.Last) : default);
        await Store.Log.TrimAsync(100, Cancellation);
        Assert.Equal(new LogStatus(5, 5, start.AddMinutes(5)), await Store.Log.StatusAsync(Cancellation));
        await LogAsync(TwoServices.Record("e6", "i"));
        Assert.Equal((5, 6), (await Store.Log.StatusAsync(Cancellation)) is var t ? (t.First, t.Last) : default);
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
        await LogAsync(TwoServices.Record("e1", "i"), TwoServices.Record("e2", "i"), TwoServices.Record("e3", "i"));
        await Store.Log.TrimAsync(3, Cancellation);
        await ReopenAsync(Docs);
        await LogAsync(TwoServices.Record("e4", "i"));
        Assert.Equal([3L, 4L], (await Store.Log.ReadAsync(1, 10, Cancellation)).Select(e => e.Sequence));
    }

    private async Task LogAsync(params EventRecord[] events)
    {
        await Collection.SaveAsync(Guid.NewGuid().ToString(), 0, Any(""), events, Cancellation);
        await LoggedAsync();
    }

    /// <summary>The whole log, once nothing is pending.</summary>
    private async Task<IReadOnlyList<LogEntry>> LoggedAsync()
    {
        while (await Store.Log.NumberPendingAsync(100, Cancellation) > 0)
        {
            // Until nothing is pending.
        }
        return await Store.Log.ReadAsync(1, 1000, Cancellation);
    }
}
