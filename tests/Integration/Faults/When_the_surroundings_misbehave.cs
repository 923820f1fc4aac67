using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Filingwire.Store.Sqlite;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Filingwire.Integration.Faults;

public sealed class When_the_surroundings_misbehave
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wall_clock_that_jumps_days_back_and_forth_stops_nothing()
    {
        var clock = new JumpingClock();
        await using var services = new TwoServices { Adjust = s => s.AddSingleton<TimeProvider>(clock) };
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        for (var i = 0; i < 10; i++)
        {
            clock.Offset = TimeSpan.FromDays((i % 3 - 1) * 40);
            await TwoServices.WriteAsync(writer, i * 50, 50, Cancellation);
            await TwoServices.ArriveAsync(reader, (i + 1) * 50, Cancellation);
        }
        await TwoServices.AssertLogAsync(writer, 500, Cancellation);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_and_everything_acknowledged_arrives_when_there_is_room_again()
    {
        await using var services = new TwoServices();
        var writer = await services.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await TwoServices.WriteAsync(writer, 0, 100, Cancellation);
        await TwoServices.ArriveAsync(reader, 100, Cancellation);
        var stores = new[] { writer, reader }.Select(h => (SqliteStore)h.Services.GetRequiredService<IServiceStore>()).ToList();
        foreach (var store in stores)
            await store.LimitPagesAsync(1, Cancellation);

        var saved = 100;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            for (; saved < 10_000; saved++)
                await TwoServices.WriteAsync(writer, saved, 1, Cancellation);
        });
        using var channel = GrpcChannel.ForAddress(writer.Address);
        var health = new Health.HealthClient(channel);
        async Task<HealthCheckResponse.Types.ServingStatus> Ready() =>
            (await health.CheckAsync(new HealthCheckRequest { Service = "ready" }, cancellationToken: Cancellation)).Status;
        await Eventually.Holds(async () => await Ready() == HealthCheckResponse.Types.ServingStatus.NotServing);
        // The relay's own writes still fail, and who shares a commit with one of them fails too.
        foreach (var store in stores)
            await Eventually.Holds(() => TryMakeRoomAsync(store));
        await Eventually.Holds(async () => await Ready() == HealthCheckResponse.Types.ServingStatus.Serving);
        await TwoServices.WriteAsync(writer, saved, 50, Cancellation);

        await TwoServices.ArriveAsync(reader, saved + 50, Cancellation);
        await TwoServices.AssertLogAsync(writer, saved + 50, Cancellation);
    }

    private static async Task<bool> TryMakeRoomAsync(SqliteStore store)
    {
        try
        {
            await store.LimitPagesAsync(1_000_000, Cancellation);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private sealed class JumpingClock : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
