using System.Diagnostics;
using System.Threading.Channels;
using Filingwire.Contracts.Events;

namespace Filingwire.Messaging.Handling;

/// <summary>Where events of one type enter, whether they come from the bus or from the log.</summary>
internal interface IEventLanes
{
    /// <summary>Completes when the event is handled; fails as the handler does.</summary>
    Task HandleAsync(IEvent @event, string? traceParent);
}

/// <summary>
/// Parallel lanes; all events about one subject take the same one, in which one batch is handled at a time. What has piled up in a
/// lane is one batch. When a batch fails its events are handled one by one, so that a poisonous one fails alone.
/// </summary>
internal sealed class EventLanes<TEvent> : IEventLanes, IAsyncDisposable
    where TEvent : class, IEvent
{
    private readonly IEventHandler<TEvent> handler;
    private readonly TimeProvider time;
    private readonly int mostPerBatch;
    private readonly Channel<Item>[] lanes;
    private readonly Task[] running;
    private readonly CancellationTokenSource stopping = new();

    public EventLanes(IEventHandler<TEvent> handler, int laneCount, int mostPerBatch, TimeProvider time)
    {
        this.handler = handler;
        this.time = time;
        this.mostPerBatch = mostPerBatch;
        lanes = [.. Enumerable.Range(0, laneCount).Select(_ => Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true }))];
        running = [.. lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader)))];
    }

    public Task HandleAsync(IEvent @event, string? traceParent)
    {
        var item = new Item((TEvent)@event, traceParent);
        var key = @event.Subject() ?? @event.Cause() ?? @event.EventId.ToString();
        var lane = lanes[unchecked((uint)string.GetHashCode(key, StringComparison.Ordinal)) % (uint)lanes.Length];
        return lane.Writer.TryWrite(item)
            ? item.Done.Task
            : Task.FromException(new OperationCanceledException("The service is stopping."));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
            lane.Writer.TryComplete();
        await stopping.CancelAsync();
        await Task.WhenAll(running);
        stopping.Dispose();
    }

    private async Task RunAsync(ChannelReader<Item> lane)
    {
        var batch = new List<Item>();
        while (await lane.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < mostPerBatch && lane.TryRead(out var item))
                batch.Add(item);
            if (batch.Count == 1 || !await TryHandleTogetherAsync(batch))
                foreach (var item in batch)
                    await HandleAloneAsync(item);
        }
    }

    private async Task<bool> TryHandleTogetherAsync(List<Item> batch)
    {
        try
        {
            await HandleAsync(batch);
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception e)
        {
            batch.ForEach(i => i.Done.SetException(e));
            return true;
        }
        batch.ForEach(i => i.Done.SetResult());
        return true;
    }

    private async Task HandleAloneAsync(Item item)
    {
        try
        {
            await HandleAsync([item]);
            item.Done.SetResult();
        }
        catch (Exception e)
        {
            Instruments.Failed.Add(1, new KeyValuePair<string, object?>("event", typeof(TEvent).Name));
            item.Done.SetException(e);
        }
    }

    /// <summary>The batch runs under the trace of its first event and is linked to the traces of the others.</summary>
    private async Task HandleAsync(List<Item> items)
    {
        using var activity = Instruments.Source.StartActivity(
            "handle " + typeof(TEvent).Name, ActivityKind.Consumer, items[0].TraceParent, links: items.Skip(1).Select(i => i.Link).OfType<ActivityLink>());
        await handler.HandleAsync(items.ConvertAll(i => i.Event), stopping.Token);
        Instruments.Handled.Add(items.Count, new KeyValuePair<string, object?>("event", typeof(TEvent).Name));
        var now = time.GetUtcNow();
        foreach (var item in items)
            Instruments.Lag.Record((now - item.Event.OccurredAt).TotalSeconds);
    }

    private sealed record Item(TEvent Event, string? TraceParent)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ActivityLink? Link => ActivityContext.TryParse(TraceParent, null, isRemote: true, out var context) ? new ActivityLink(context) : null;
    }
}
