using Filingwire.Events.V1;
using Filingwire.Hosting;
using Filingwire.Messaging;
using Filingwire.Messaging.Following;
using Filingwire.Messaging.Handling;
using Filingwire.Store;
using Filingwire.Store.Leases;
using Filingwire.Store.Sqlite;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Filingwire.Unit.Messaging;

public sealed class CatchUpTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filingwire-catch-up-");
    private readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    private readonly Guid log = Guid.NewGuid();
    private SqliteStore store = null!;
    private ConsumerProgress progress = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.OpenAsync(Path.Combine(folder.FullName, "store.db"), Cancellation);
        await store.PrepareAsync([Lease.Collection, ConsumerProgress.Collection], Cancellation);
        progress = new ConsumerProgress("producer", new(ConsumerProgress.Collection, store.Documents, new RelaySignal()));
        await progress.FollowAsync(log, Cancellation);
        progress.Handled(log, 1, 5);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_handled_while_the_producer_answers_does_not_look_like_a_log_that_went_back()
    {
        await CatchUpAsync(last: 5, meanwhile: () => progress.Handled(log, 6, 6));
        Assert.Equal(6, progress.Done.Contiguous);
    }

    [Fact]
    public async Task A_log_that_went_back_is_read_again()
    {
        progress.Handled(log, 6, 6);
        await Assert.ThrowsAsync<NotSupportedException>(() => CatchUpAsync(last: 5, meanwhile: () => { }));
        Assert.Equal(0, progress.Done.Highest);
    }

    [Fact]
    public async Task A_log_that_gives_two_events_for_one_place_is_read_again()
    {
        progress.Handled(new LogPlace(log, "one"), 6);
        Assert.True(progress.IsHandled(new LogPlace(log, "one"), 6));
        await CatchUpAsync(last: 6, meanwhile: () => { });
        Assert.Equal(6, progress.Done.Highest);
        Assert.True(progress.IsHandled(new LogPlace(log, "another"), 6));
        await Assert.ThrowsAsync<NotSupportedException>(() => CatchUpAsync(last: 6, meanwhile: () => { }));
        Assert.Equal(0, progress.Done.Highest);
    }

    private async Task CatchUpAsync(long last, Action meanwhile)
    {
        using var catchUp = new CatchUpService(
            "producer", [], new Answering(log, last, meanwhile), progress, new Inbox(services, NullLogger<Inbox>.Instance),
            new DocumentCollection<LeaseDocument>(Lease.Collection, store.Documents, new RelaySignal()), new FollowingOptions(), TimeProvider.System, NullLogger<CatchUpService>.Instance);
        await catchUp.CatchUpAsync(Cancellation);
    }

    /// <summary>A producer that is asked for its log's status; whoever reads the log itself gets an exception.</summary>
    private sealed class Answering(Guid log, long last, Action meanwhile) : EventLogService.EventLogServiceClient
    {
        public override AsyncUnaryCall<GetLogStatusResponse> GetLogStatusAsync(
            GetLogStatusRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default)
        {
            meanwhile();
            var answer = new GetLogStatusResponse { FirstSequence = 1, LastSequence = last, LogId = log.ToString() };
            return new AsyncUnaryCall<GetLogStatusResponse>(Task.FromResult(answer), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
        }

        public override AsyncServerStreamingCall<WatchEventsResponse> WatchEvents(
            WatchEventsRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
