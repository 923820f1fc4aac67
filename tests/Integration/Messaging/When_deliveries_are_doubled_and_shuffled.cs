using System.Text;
using Filingwire.Integration.Fixtures;
using Filingwire.Store;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Filingwire.Integration.Messaging;

[Collection(Broker.Collection)]
public sealed class When_deliveries_are_doubled_and_shuffled(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_event_counts_once()
    {
        var suffix = "-" + Guid.NewGuid().ToString("N")[..8];
        var queue = $"{TwoServices.Reader}{suffix}-filing-parsed";
        var address = await broker.AddressAsync();
        await using (var services = new TwoServices { RabbitMq = address, Suffix = suffix })
        {
            var writer = await services.StartWriterAsync();
            var reader = await services.StartReaderAsync(writer.Address);
            await reader.WaitUntilReadyAsync(TimeSpan.FromSeconds(60), Cancellation);
            await TwoServices.WriteAsync(writer, 0, 200, Cancellation);
            await TwoServices.AssertLogAsync(writer, 200, Cancellation);
            var events = (await writer.Services.GetRequiredService<IServiceStore>().Log.ReadAsync(1, 200, Cancellation)).Select(e => e.Event.Json).ToList();
            var deliveries = events.Concat(events).Concat(events).ToArray();
            new Random(20240814).Shuffle(deliveries);

            await using var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync(Cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
            foreach (var delivery in deliveries)
                await channel.BasicPublishAsync("", queue, false, new BasicProperties { ContentType = "application/json" }, Encoding.UTF8.GetBytes(delivery), Cancellation);

            await TwoServices.ArriveAsync(reader, 200, Cancellation);
            await Eventually.Holds(async () => await Broker.CountAsync(address, queue) == 0, TimeSpan.FromSeconds(60));
            Assert.Null(await Broker.CountAsync(address, queue + "_error"));
            Assert.Equal(200, services.Seen.Select(e => e.Sequence).Distinct().Count());
        }
        await Broker.RemoveAsync(address, queue);
    }
}
