using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;

namespace Filingwire.Integration.Faults;

[Collection(Broker.Collection)]
public sealed class When_the_broker_goes(Broker broker) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string suffix = "-" + Guid.NewGuid().ToString("N")[..8];
    private RabbitMqNode node = null!;
    private TwoServices? services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        node = await broker.NodeAsync();
        services = new TwoServices { RabbitMq = node.Address, Suffix = suffix, CatchUpEvery = TimeSpan.FromSeconds(2) };
        services.Log.ExpectFrom("MassTransit");
    }

    public async ValueTask DisposeAsync()
    {
        if (services is null)
            return;
        if (!node.IsRunning)
            await node.StartAsync(CancellationToken.None);
        await services.DisposeAsync();
        await Broker.RemoveAsync(node.Address, $"{TwoServices.Reader}{suffix}-filing-parsed");
    }

    [Fact]
    public async Task What_is_saved_meanwhile_arrives_by_the_log_and_the_bus_goes_on_after_its_return()
    {
        var (writer, reader) = await StartAsync();
        await TwoServices.WriteAsync(writer, 0, 100, Cancellation);
        await TwoServices.ArriveAsync(reader, 100, Cancellation);

        await node.KillAsync();
        await TwoServices.WriteAsync(writer, 100, 100, Cancellation);
        await TwoServices.ArriveAsync(reader, 200, Cancellation);

        await node.StartAsync(Cancellation);
        await writer.WaitUntilReadyAsync(Patience, Cancellation);
        await TwoServices.WriteAsync(writer, 200, 100, Cancellation);
        await TwoServices.ArriveAsync(reader, 300, Cancellation);
        await TwoServices.AssertLogAsync(writer, 300, Cancellation);
    }

    [Fact]
    public async Task A_broker_that_has_forgotten_everything_loses_nothing()
    {
        var (writer, reader) = await StartAsync();
        // A backlog in the queue that will be lost with it.
        services!.Obstacle = _ => Task.Delay(5, Cancellation);
        await TwoServices.WriteAsync(writer, 0, 400, Cancellation);
        await Eventually.Holds(async () => (await TwoServices.EchoesAsync(reader, Cancellation)).Count > 20, Patience);

        await node.KillAsync();
        node.Wipe();
        await node.StartAsync(Cancellation);
        await TwoServices.WriteAsync(writer, 400, 100, Cancellation);

        await TwoServices.ArriveAsync(reader, 500, Cancellation);
        await TwoServices.AssertLogAsync(writer, 500, Cancellation);
        await Eventually.Holds(async () => await Broker.CountAsync(node.Address, $"{TwoServices.Reader}{suffix}-filing-parsed") == 0, Patience);
    }

    private async Task<(ServiceHost Writer, ServiceHost Reader)> StartAsync()
    {
        var writer = await services!.StartWriterAsync();
        var reader = await services.StartReaderAsync(writer.Address);
        await writer.WaitUntilReadyAsync(Patience, Cancellation);
        await reader.WaitUntilReadyAsync(Patience, Cancellation);
        return (writer, reader);
    }
}
