using Filingwire.Hosting;
using Filingwire.Integration.Fixtures;
using Filingwire.Messaging.Events;
using Filingwire.Messaging.Relaying;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task An_event_that_the_broker_does_not_take_holds_up_no_other_and_arrives_by_the_log()
    {
        var (writer, reader) = await StartAsync();
        services!.Log.Expect("relay.refused");
        await TwoServices.WriteAsync(writer, 0, 20, Cancellation);
        var large = EventJson.ToRecord(TwoServices.Event("n20", "issuers/1") with { ContentSha256 = new string('0', RabbitMqNode.MostBytes) });
        await writer.Services.GetRequiredService<DocumentCollection<Note>>().SaveAsync("n20", 0, new Note("", "issuers/1"), [large], Cancellation);
        await TwoServices.WriteAsync(writer, 21, 20, Cancellation);

        var positions = writer.Services.GetRequiredService<DocumentCollection<RelayPosition>>();
        await Eventually.Holds(async () => (await positions.GetAsync("bus", Cancellation))?.Value.Sequence == 41, TimeSpan.FromMinutes(3));
        await TwoServices.ArriveAsync(reader, 41, Cancellation);
        Assert.Contains("event 21,", Assert.Single(services.Log.Entries, e => e.Event.Name == "relay.refused").Message, StringComparison.Ordinal);
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
