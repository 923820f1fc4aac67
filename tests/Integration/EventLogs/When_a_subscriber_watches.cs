using Filingwire.Events.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Errors;
using Filingwire.Hosting.EventLogs;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.EventLogs;

public sealed class When_a_subscriber_watches : IAsyncLifetime
{
    private readonly EndedCalls ended = new();
    private readonly TwoServices services;
    private ServiceHost writer = null!;
    private GrpcChannel channel = null!;
    private EventLogService.EventLogServiceClient log = null!;

    public When_a_subscriber_watches() => services = new()
    {
        Adjust = parts => parts.AddSingleton(ended).Configure<GrpcServiceOptions>(grpc => grpc.Interceptors.Add<EndedCalls>()),
        Options = o => o with
        {
            Watch = new WatchOptions { HeartbeatEvery = TimeSpan.FromMilliseconds(300), SubscriberPatience = TimeSpan.FromSeconds(1) },
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        writer = await services.StartWriterAsync();
        channel = GrpcChannel.ForAddress(writer.Address);
        log = new EventLogService.EventLogServiceClient(channel);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task History_goes_over_into_live_events_without_a_gap_or_a_double_while_events_keep_coming()
    {
        await WriteAsync(0, 300);
        using var call = log.WatchEvents(new WatchEventsRequest { FromSequence = 1 }, cancellationToken: Cancellation);
        // History is what the log holds when the watch begins, so nothing is written before it has.
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        var writing = Task.Run(async () =>
        {
            for (var i = 300; i < 900; i += 20)
                await TwoServices.WriteAsync(writer, i, 20, Cancellation);
        }, Cancellation);

        var (events, heartbeats) = (new List<Event> { call.ResponseStream.Current.Event }, new List<Heartbeat>());
        while (events.Count < 900 && await call.ResponseStream.MoveNext(Cancellation))
        {
            if (call.ResponseStream.Current.Event is { } e)
                events.Add(e);
            else
                heartbeats.Add(call.ResponseStream.Current.Heartbeat);
        }
        await writing;

        Assert.Equal(Enumerable.Range(1, 900).Select(i => (long)i), events.Select(e => e.Sequence));
        Assert.All(events, e => Assert.Equal(e.Sequence <= 300, e.Replayed));
        Assert.Contains(heartbeats, h => h.ResumeFromSequence >= 301);
        Assert.Equal(("FilingParsed", 1, "issuers/0", "filings/n0", "4"), (events[0].Type, events[0].SchemaVersion, events[0].Issuer, events[0].Filing, events[0].Form));
        Assert.Contains("\"sequence\":1,", events[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_broken_by_heartbeats_that_say_where_to_resume()
    {
        await WriteAsync(0, 5);
        using var call = log.WatchEvents(new WatchEventsRequest(), cancellationToken: Cancellation);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(await call.ResponseStream.MoveNext(Cancellation));
            Assert.Equal(new Heartbeat { HighWaterMark = 5, ResumeFromSequence = 6 }, call.ResponseStream.Current.Heartbeat);
        }
        await TwoServices.WriteAsync(writer, 5, 1, Cancellation);
        do
            Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        while (call.ResponseStream.Current.Event is null);
        Assert.Equal(6, call.ResponseStream.Current.Event.Sequence);
        Assert.False(call.ResponseStream.Current.Event.Replayed);
    }

    [Fact]
    public async Task History_alone_passes_the_filter_and_ends()
    {
        await WriteAsync(0, 170);
        var filter = new EventFilter { Issuers = { "issuers/3", "issuers/5" }, Forms = { "4" }, Types_ = { "FilingParsed" } };
        var (events, end) = await HistoryAsync(new WatchEventsRequest { FromSequence = 1, Filter = filter });
        Assert.Equal(20, events.Count);
        Assert.All(events, e => Assert.Contains(e.Issuer, filter.Issuers));
        Assert.Equal(171, end.ResumeFromSequence);
        Assert.Empty((await HistoryAsync(new WatchEventsRequest { FromSequence = 1, Filter = new EventFilter { Forms = { "8-K" } } })).Events);
    }

    [Fact]
    public async Task A_start_may_be_a_sequence_a_time_or_a_filing()
    {
        await WriteAsync(0, 10);
        var entries = await writer.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 100, Cancellation);
        var time = entries[6].Event.OccurredAt;
        var expected = entries.First(e => e.Event.OccurredAt >= time).Sequence;
        Assert.Equal(expected, (await HistoryAsync(new WatchEventsRequest { FromTime = time.ToTimestamp() })).Events[0].Sequence);
        Assert.Equal(entries.Single(e => e.Event.Cause == "filings/n4").Sequence, (await HistoryAsync(new WatchEventsRequest { FromAccession = "n4" })).Events[0].Sequence);
        Assert.Empty((await HistoryAsync(new WatchEventsRequest { FromSequence = 11 })).Events);
        Assert.Empty((await HistoryAsync(new WatchEventsRequest { FromTime = DateTimeOffset.UtcNow.AddDays(1).ToTimestamp() })).Events);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(7)]
    public async Task A_cursor_that_no_log_gave_is_refused(long cursor)
    {
        await WriteAsync(0, 5);
        var refused = await Assert.ThrowsAsync<RpcException>(() => HistoryAsync(new WatchEventsRequest { FromSequence = cursor }));
        Assert.Equal((StatusCode.InvalidArgument, "CURSOR_MALFORMED"), (refused.StatusCode, ErrorReason.Of(RichStatus.ErrorInfoOf(refused)!)));
    }

    [Fact]
    public async Task A_cursor_into_what_was_dropped_is_told_where_the_log_begins()
    {
        await WriteAsync(0, 20);
        await writer.Services.GetRequiredService<IServiceStore>().Log.TrimAsync(9, Cancellation);
        var refused = await Assert.ThrowsAsync<RpcException>(() => HistoryAsync(new WatchEventsRequest { FromSequence = 8 }));
        var info = RichStatus.ErrorInfoOf(refused)!;
        Assert.Equal((StatusCode.OutOfRange, "CURSOR_TOO_OLD", "9"), (refused.StatusCode, ErrorReason.Of(info), info.Metadata["first_sequence"]));
        Assert.Equal(12, (await HistoryAsync(new WatchEventsRequest { FromSequence = 9 })).Events.Count);
        var status = await log.GetLogStatusAsync(new GetLogStatusRequest(), cancellationToken: Cancellation);
        Assert.Equal((9, 20), (status.FirstSequence, status.LastSequence));
    }

    [Fact]
    public async Task A_damaged_entry_is_told_and_passed_by_and_followers_put_it_aside()
    {
        services.Log.Expect("log.damaged");
        services.Log.Expect("catch_up.put_aside");
        await WriteAsync(0, 5);
        using (var session = new SqliteSession(services.WriterStore, cacheKibibytes: 1024))
            session.Execute("UPDATE log SET json = replace(json, 'ownership', 'ownershiq') WHERE sequence = 3");

        using var call = log.WatchEvents(new WatchEventsRequest { FromSequence = 1, HistoryOnly = true, Filter = new EventFilter { Types_ = { "FilingParsed" } } }, cancellationToken: Cancellation);
        var seen = new List<(long Sequence, bool IsDamaged)>();
        while (await call.ResponseStream.MoveNext(Cancellation))
            if (call.ResponseStream.Current is { Heartbeat: null } response)
                seen.Add((response.Damaged?.Sequence ?? response.Event.Sequence, response.Damaged is not null));
        Assert.Equal([(1, false), (2, false), (3, true), (4, false), (5, false)], seen);
        Assert.Single(services.Log.Entries, e => e.Event.Name == "log.damaged");

        var reader = await services.StartReaderAsync(writer.Address);
        await Eventually.Holds(async () => (await TwoServices.EchoesAsync(reader, Cancellation)).Count == 4);
        var progress = reader.Services.GetRequiredKeyedService<ConsumerProgress>(TwoServices.Writer);
        await Eventually.Holds(() => progress.PutAside.ContainsKey(3));
    }

    [Fact]
    public async Task A_subscriber_that_takes_nothing_is_sent_away_with_the_place_to_resume()
    {
        for (var i = 0; i < 12; i++)
            await TwoServices.WriteAsync(writer, i * 1000, 1000, Cancellation);
        await Eventually.Holds(async () => (await log.GetLogStatusAsync(new GetLogStatusRequest())).LastSequence == 12_000);
        using var call = log.WatchEvents(new WatchEventsRequest { FromSequence = 1 }, cancellationToken: Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        await Eventually.Holds(() => ended.Count > 0);

        var last = call.ResponseStream.Current.Event.Sequence;
        var gone = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(Cancellation))
                last = call.ResponseStream.Current.Event?.Sequence ?? last;
        });
        var info = RichStatus.ErrorInfoOf(gone)!;
        Assert.Equal((StatusCode.ResourceExhausted, "SUBSCRIBER_TOO_SLOW"), (gone.StatusCode, ErrorReason.Of(info)));
        var resume = long.Parse(info.Metadata["resume_from_sequence"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(resume, 2, last + 1);
        Assert.Equal(12_000 - resume + 1, (await HistoryAsync(new WatchEventsRequest { FromSequence = resume })).Events.Count);
    }

    [Fact]
    public async Task A_service_that_stops_says_so_to_its_watchers()
    {
        using var call = log.WatchEvents(new WatchEventsRequest(), cancellationToken: Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        var stopping = services.StopAsync(writer);
        var ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext(Cancellation))
            {
                // Heartbeats.
            }
        });
        Assert.Equal(StatusCode.Unavailable, ended.StatusCode);
        await stopping;
    }

    private async Task WriteAsync(int from, int count)
    {
        await TwoServices.WriteAsync(writer, from, count, Cancellation);
        await Eventually.Holds(async () => (await log.GetLogStatusAsync(new GetLogStatusRequest())).LastSequence == from + count);
    }

    private async Task<(List<Event> Events, Heartbeat End)> HistoryAsync(WatchEventsRequest request)
    {
        request.HistoryOnly = true;
        using var call = log.WatchEvents(request, cancellationToken: Cancellation);
        var (events, end) = (new List<Event>(), default(Heartbeat));
        while (await call.ResponseStream.MoveNext(Cancellation))
        {
            if (call.ResponseStream.Current.Event is { } e)
                events.Add(e);
            end = call.ResponseStream.Current.Heartbeat ?? end;
        }
        return (events, end!);
    }

    /// <summary>Counts the watches that the service has ended, whether or not the subscriber has noticed.</summary>
    private sealed class EndedCalls : Interceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            try
            {
                await continuation(request, responseStream, context);
            }
            finally
            {
                Interlocked.Increment(ref count);
            }
        }
    }
}
