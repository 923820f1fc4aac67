using Filingwire.Events.V1;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Filingwire.Store.Leases;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Filingwire.Messaging.Following;

/// <summary>
/// Reads from a producer's log what the bus has not brought: at start, and whenever a sequence stays missing from one look to
/// the next. One replica does it, by lease. A new or emptied service rebuilds itself this way.
/// </summary>
public sealed partial class CatchUpService(
    string producer,
    IReadOnlyList<Subscription> subscriptions,
    EventLogService.EventLogServiceClient log,
    ConsumerProgress progress,
    Inbox inbox,
    DocumentCollection<LeaseDocument> leases,
    FollowingOptions options,
    TimeProvider time,
    ILogger<CatchUpService> logger) : BackgroundService
{
    private const int MostUnderWay = 512;
    private const int MostStreams = 20;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private readonly Lease lease = new("catch-up-" + producer, leases, time);
    private bool hasStarted;
    private long lastContiguous = -1;

    /// <summary>The service whose log is followed.</summary>
    public string Producer => producer;

    /// <summary>True once the log has been read to its end as it was at start, or cannot be read now, or another replica does it.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The producer's last sequence, as last seen.</summary>
    public long ProducerLast { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await progress.SynchronizeAsync(cancellationToken);
        await lease.ReleaseAsync(cancellationToken);
    }

    /// <summary>Handles what is missing; returns the number of events read.</summary>
    internal async Task<long> CatchUpAsync(CancellationToken cancellation)
    {
        // Taken before the question: what is handled while it is answered may be newer than the answer.
        var (highest, mark) = (progress.Done.Highest, progress.Mark);
        var status = await log.GetLogStatusAsync(new GetLogStatusRequest { CheckAtSequence = mark?.Sequence ?? 0 }, cancellationToken: cancellation);
        ProducerLast = status.LastSequence;
        Guid? id = Guid.TryParse(status.LogId, out var told) ? told : null;
        if (id is { } current && await progress.FollowAsync(current, cancellation))
        {
            LogReplaced(producer);
            hasStarted = false;
        }
        else if (highest > status.LastSequence)
        {
            LogWentBack(producer, highest, status.LastSequence);
            await progress.ForgetAsync(cancellation);
        }
        else if (progress.IsContradicted || (mark is not null && status.Check.Length > 0 && status.Check != mark.Check))
        {
            LogGrewAnew(producer, highest);
            await progress.ForgetAsync(cancellation);
            hasStarted = false;
        }
        if (status.FirstSequence > 1)
            progress.Handled(id, 1, status.FirstSequence - 1);
        var done = progress.Done;
        var gaps = done.Gaps(status.LastSequence);
        var isStuck = done.Contiguous == lastContiguous;
        lastContiguous = done.Contiguous;
        if (gaps.Count == 0 || (hasStarted && !isStuck))
        {
            await MarkAsync(id, cancellation);
            return 0;
        }
        if (gaps.Count > MostStreams)
            gaps = [new SequenceSet.Range(gaps[0].First, gaps[^1].Last)];
        var read = 0L;
        foreach (var gap in gaps)
            read += await ReadAsync(id, gap, cancellation);
        CaughtUp(producer, read, status.LastSequence);
        await MarkAsync(id, cancellation);
        return read;
    }

    /// <summary>Asks for the check value at the highest event handled, by which the next look knows the log again.</summary>
    private async Task MarkAsync(Guid? id, CancellationToken cancellation)
    {
        if (progress.Done.Highest is var highest && highest <= (progress.Mark?.Sequence ?? 0))
            return;
        var status = await log.GetLogStatusAsync(new GetLogStatusRequest { CheckAtSequence = highest }, cancellationToken: cancellation);
        if (status.LogId == id?.ToString() && status.Check.Length > 0)
            progress.MarkAt(id, new LogMark(highest, status.Check));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var nextLook = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await progress.SynchronizeAsync(stoppingToken);
                if (await lease.TryHoldAsync(stoppingToken))
                {
                    if (time.GetTimestamp() >= nextLook)
                    {
                        await WithLeaseAsync(CatchUpAsync, stoppingToken);
                        hasStarted = true;
                        IsSettled = true;
                        nextLook = NextLook();
                    }
                }
                else
                {
                    IsSettled |= lease.IsHeldByAnother;
                    if (time.GetTimestamp() >= nextLook)
                    {
                        ProducerLast = (await log.GetLogStatusAsync(new GetLogStatusRequest(), cancellationToken: stoppingToken)).LastSequence;
                        nextLook = NextLook();
                    }
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException e)
            {
                // The service works without the producer, and says so.
                IsSettled = true;
                ProducerAway(producer, e.StatusCode);
                nextLook = time.GetTimestamp() + time.TimestampFrequency;
            }
            catch (Exception e)
            {
                Failed(producer, e);
            }
            await Task.WhenAny(Task.Delay(LookEvery, time, stoppingToken));
        }
    }

    private long NextLook() => time.GetTimestamp() + (long)(options.CatchUpEvery.TotalSeconds * time.TimestampFrequency);

    private async Task WithLeaseAsync(Func<CancellationToken, Task<long>> work, CancellationToken stopping)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var running = work(lost.Token);
        while (await Task.WhenAny(running, Task.Delay(Lease.RenewEvery, time, stopping)) != running && !stopping.IsCancellationRequested)
        {
            if (!await lease.TryHoldAsync(stopping))
                await lost.CancelAsync();
            await progress.SynchronizeAsync(stopping);
        }
        await running;
    }

    private async Task<long> ReadAsync(Guid? id, SequenceSet.Range gap, CancellationToken cancellation)
    {
        var request = new WatchEventsRequest { FromSequence = gap.First, HistoryOnly = true, Filter = new EventFilter(), LogId = id?.ToString() ?? "" };
        request.Filter.Types_.AddRange(subscriptions.Select(s => s.Event.Name));
        using var call = log.WatchEvents(request, cancellationToken: cancellation);
        using var room = new SemaphoreSlim(MostUnderWay);
        var underWay = new List<Task>();
        var (expected, read) = (gap.First, 0L);
        while (expected <= gap.Last && await call.ResponseStream.MoveNext(cancellation))
        {
            var response = call.ResponseStream.Current;
            var next = response.Event?.Sequence ?? response.Damaged?.Sequence ?? response.Heartbeat.ResumeFromSequence;
            // What the filter left out is none of ours.
            progress.Handled(id, expected, Math.Min(next - 1, gap.Last));
            expected = next;
            if (response.ItemCase == WatchEventsResponse.ItemOneofCase.Heartbeat || next > gap.Last)
                continue;
            expected++;
            if (response.Event is null)
            {
                progress.PutAsideBecause(next, "It is damaged in the producer's log.");
                PutAside(producer, next, "damaged", null);
                continue;
            }
            read++;
            await room.WaitAsync(cancellation);
            underWay.RemoveAll(t => t.IsCompletedSuccessfully);
            underWay.Add(TakeAsync(response.Event, id, room, cancellation));
        }
        await Task.WhenAll(underWay);
        return read;
    }

    private async Task TakeAsync(Event @event, Guid? id, SemaphoreSlim room, CancellationToken cancellation)
    {
        try
        {
            var subscription = subscriptions.First(s => s.Event.Name == @event.Type);
            await inbox.TakeAsync(subscription, EventJson.Read(@event.Json, subscription.Event), new LogPlace(id, @event.Check), null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var reason = $"{e.GetType().Name}: {e.Message}";
            var failures = FailurePolicy.IsTransient(e) ? 0 : progress.Failed(@event.Sequence);
            if (FailurePolicy.InCatchUp(e, failures) == FailureVerdict.GiveUp)
            {
                progress.PutAsideBecause(@event.Sequence, reason[..Math.Min(300, reason.Length)]);
                PutAside(producer, @event.Sequence, @event.Type, e);
            }
            else
                AttemptFailed(producer, @event.Sequence, @event.Type, e);
        }
        finally
        {
            room.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "catch_up.done", Message = "Caught up with {Producer}: {Read} events read, its log ends at {Last}")]
    private partial void CaughtUp(string producer, long read, long last);

    [LoggerMessage(Level = LogLevel.Information, EventName = "catch_up.producer_away", Message = "The log of {Producer} cannot be read now ({Status}); tried again")]
    private partial void ProducerAway(string producer, StatusCode status);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "catch_up.log_replaced", Message = "The log of {Producer} is another than before: its store is new or was put back from a backup. Everything is read again")]
    private partial void LogReplaced(string producer);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "catch_up.log_went_back", Message = "The log of {Producer} ends at {Last}, but {Handled} was handled: its store was replaced. Everything is read again")]
    private partial void LogWentBack(string producer, long handled, long last);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "catch_up.log_grew_anew", Message = "The log of {Producer} is not the one of which {Handled} was handled: it lost its end and has grown again. Everything is read again")]
    private partial void LogGrewAnew(string producer, long handled);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "catch_up.failed", Message = "Catching up with {Producer} failed; it is repeated")]
    private partial void Failed(string producer, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "catch_up.attempt_failed", Message = "{Producer} {Sequence} ({Event}) failed; it is tried again")]
    private partial void AttemptFailed(string producer, long sequence, string @event, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "catch_up.put_aside", Message = "{Producer} {Sequence} ({Event}) failed again and again and is put aside; see the operator's retry")]
    private partial void PutAside(string producer, long sequence, string @event, Exception? exception);
}
