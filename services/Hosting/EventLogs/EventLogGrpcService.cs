using Filingwire.Contracts.EventLogs;
using Filingwire.Events.V1;
using Filingwire.Hosting.Errors;
using Filingwire.Messaging.Events;
using Filingwire.Store;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Filingwire.Hosting.EventLogs;

/// <summary>Serves the log of this service. History and live events take one path: read on from the cursor, wait when there is nothing.</summary>
internal sealed class EventLogGrpcService(
    IServiceStore store, LogSignal appended, LogDamage damage, WatchOptions options, TimeProvider time, IHostApplicationLifetime lifetime)
    : EventLogService.EventLogServiceBase
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public override async Task<GetLogStatusResponse> GetLogStatus(GetLogStatusRequest request, ServerCallContext context)
    {
        var status = await store.Log.StatusAsync(context.CancellationToken);
        return new GetLogStatusResponse
        {
            FirstSequence = status.First,
            LastSequence = status.Last,
            LastOccurredAt = status.LastOccurredAt?.ToTimestamp(),
            LogId = (await store.Log.IdentityAsync(context.CancellationToken)).ToString(),
            Check = request.CheckAtSequence > 0
                && (await store.Log.ReadAsync(request.CheckAtSequence, 1, context.CancellationToken)) is [var entry]
                && entry.Sequence == request.CheckAtSequence ? entry.Check : "",
        };
    }

    public override async Task WatchEvents(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> responseStream, ServerCallContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await WatchAsync(request, responseStream, ending.Token);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new DomainError(ErrorKind.Unavailable, "SERVICE_STOPPING", "The service is stopping; resume elsewhere or later.").ToException();
        }
    }

    private async Task WatchAsync(WatchEventsRequest request, IServerStreamWriter<WatchEventsResponse> stream, CancellationToken cancellation)
    {
        if (request.LogId.Length > 0 && request.LogId != (await store.Log.IdentityAsync(cancellation)).ToString())
            throw new DomainError(ErrorKind.Precondition, "LOG_REPLACED", $"The log is not {request.LogId}; its sequences are others.").ToException();
        var history = await store.Log.StatusAsync(cancellation);
        var cursor = await WatchStart.OfAsync(request, history, store.Log, cancellation);
        var isHistoryDone = false;
        var lastSent = time.GetTimestamp();
        while (true)
        {
            var wake = appended.Next;
            var entries = await store.Log.ReadAsync(cursor, BatchSize, cancellation);
            if (entries.Count > 0 && entries[0].Sequence > cursor)
                throw WatchStart.TooOld(cursor, entries[0].Sequence);
            foreach (var entry in entries.Where(e => e.IsDamaged || request.Filter.Wants(e.Event.Type, e.Event.Subject, e.Event.CauseKind)))
            {
                if (entry.IsDamaged)
                    damage.Tell(entry.Sequence);
                await SendAsync(stream, ToWire(entry, history.Last), entry.Sequence, cancellation);
                lastSent = time.GetTimestamp();
            }
            cursor += entries.Count;
            var isHistoryDoneNow = !isHistoryDone && cursor > history.Last;
            if (isHistoryDoneNow || time.GetElapsedTime(lastSent) >= options.HeartbeatEvery)
            {
                isHistoryDone |= isHistoryDoneNow;
                var last = entries.Count > 0 ? entries[^1].Sequence : (await store.Log.StatusAsync(cancellation)).Last;
                await SendAsync(stream, new WatchEventsResponse
                {
                    Heartbeat = new Heartbeat { HighWaterMark = Math.Max(last, cursor - 1), ResumeFromSequence = cursor },
                }, cursor, cancellation);
                lastSent = time.GetTimestamp();
            }
            if (isHistoryDone && request.HistoryOnly)
                return;
            if (entries.Count == 0)
                await Task.WhenAny(wake, Task.Delay(Poll < options.HeartbeatEvery ? Poll : options.HeartbeatEvery, time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A subscriber that takes nothing for too long is sent away with the place to resume from, so that it holds up nobody.</summary>
    private async Task SendAsync(IServerStreamWriter<WatchEventsResponse> stream, WatchEventsResponse response, long resumeFrom, CancellationToken cancellation)
    {
        try
        {
            // Not with the token: a write that is cancelled aborts the call, and the subscriber would not learn why it ended.
            await stream.WriteAsync(response, CancellationToken.None).WaitAsync(options.SubscriberPatience, time, cancellation);
        }
        catch (TimeoutException)
        {
            throw new DomainError(ErrorKind.Exhausted, "SUBSCRIBER_TOO_SLOW", "The subscriber took no event for too long.")
            {
                Metadata = new Dictionary<string, string> { ["resume_from_sequence"] = resumeFrom.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            }.ToException();
        }
    }

    private static WatchEventsResponse ToWire(LogEntry entry, long historyEnd) => entry.IsDamaged
        ? new WatchEventsResponse { Damaged = new DamagedEntry { Sequence = entry.Sequence } }
        : new WatchEventsResponse
        {
            Event = new Event
            {
                Sequence = entry.Sequence,
                EventId = entry.Event.EventId.ToString(),
                Type = entry.Event.Type,
                SchemaVersion = EventJson.SchemaVersion(entry.Event.Json),
                OccurredAt = entry.Event.OccurredAt.ToTimestamp(),
                Json = entry.Event.Json,
                Replayed = entry.Sequence <= historyEnd,
                Check = entry.Check,
            }.About(entry.Event.Subject, entry.Event.Cause, entry.Event.CauseKind),
        };
}
